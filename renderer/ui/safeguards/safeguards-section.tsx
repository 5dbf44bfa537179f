import { TextInput } from '@mantine/core';
import type { JwgId } from '../../../core/ids.ts';
import type { Safeguards } from '../../../core/records/parts.ts';
import { useSurroundings } from '../engine-client/engine-context.tsx';
import { Disclosure } from '../kit/disclosure.tsx';
import { useWords } from '../words/words.ts';
import { ConsentsList } from './consents-list.tsx';
import { EvaluationFields } from './evaluation-fields.tsx';
import { HandlingFields } from './handling-fields.tsx';
import { PersonsFields, ReleaseFields, TimingFields } from './release-fields.tsx';
import type { Problems } from './safeguards-form.ts';
import { useSafeguardsInWords } from './safeguards-in-words.ts';
import classes from './safeguards.module.css';

export interface SafeguardsPartProps {
  readonly value: Safeguards;
  readonly change: (change: Partial<Safeguards>) => void;
  /** What is missing, once somebody has tried to save. */
  readonly problems: Problems;
}

export interface SafeguardsSectionProps {
  readonly value: Safeguards;
  readonly onChange: (value: Safeguards) => void;
  readonly problems: Problems;
  /** The group that the record would go to. */
  readonly jwg: JwgId | null;
}

/** Everything that decides where a record may travel, behind one line that says how it stands. */
export function SafeguardsSection({ value, onChange, problems, jwg }: SafeguardsSectionProps) {
  const say = useWords('records');
  const now = useSafeguardsInWords()(value);
  const group = useSurroundings()?.jwgs.find((one) => one.id === jwg);
  const institutions = [...new Set((group?.members ?? []).map((one) => one.institution).filter((one) => one !== ''))];
  const part: SafeguardsPartProps = { value, problems, change: (change) => onChange({ ...value, ...change }) };
  return (
    <Disclosure title={say('safeguards.title')} now={now === '' ? say('safeguards.none') : now} insist={problems.size > 0}>
      <div className={classes['parts']}>
        <fieldset className={classes['part']}>
          <legend>{say('safeguards.originator')}</legend>
          <TextInput
            aria-label={say('safeguards.originator')}
            description={say('safeguards.originatorHelp')}
            value={value.originator}
            maxLength={300}
            onChange={(event) => part.change({ originator: event.currentTarget.value })}
          />
        </fieldset>
        <HandlingFields {...part} jwg={jwg} />
        <EvaluationFields {...part} />
        <PersonsFields {...part} />
        <ReleaseFields {...part} suggestions={institutions} />
        <ConsentsList {...part} />
        <TimingFields {...part} />
      </div>
    </Disclosure>
  );
}
