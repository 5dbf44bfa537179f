import { Button, Select, TextInput } from '@mantine/core';
import type { Consent } from '../../../core/records/parts.ts';
import { DayInput } from '../kit/day-field.tsx';
import { offerUndo } from '../kit/undo.ts';
import { useWords } from '../words/words.ts';
import { RecipientsInput } from './recipients-input.tsx';
import { blankConsent } from './safeguards-form.ts';
import type { SafeguardsPartProps } from './safeguards-section.tsx';
import classes from './safeguards.module.css';

const coverage = ['release', 'dissemination', 'judicial-use'] as const;

/** Consents and permissions as they were given: by whom, when, under which reference, for what. */
export function ConsentsList({ value, change, problems }: SafeguardsPartProps) {
  const say = useWords('records');
  const { consents } = value;
  const set = (next: readonly Consent[]) => change({ consents: [...next] });
  const remove = (at: number) => {
    set(consents.filter((_, index) => index !== at));
    offerUndo(say('safeguards.consentRemoved'), () => set(consents));
  };
  return (
    <fieldset className={classes['part']}>
      <legend>{say('safeguards.consents')}</legend>
      {consents.length === 0 ? <p className={classes['quiet']}>{say('safeguards.noConsents')}</p> : null}
      {consents.map((consent, at) => (
        <ConsentFields
          // A consent has no identity but its place while it is being filled in.
          key={String(at)}
          consent={consent}
          wrong={(part) => problems.has(`consents.${String(at)}.${part}`)}
          onChange={(next) => set(consents.map((one, index) => (index === at ? { ...one, ...next } : one)))}
          onRemove={() => remove(at)}
        />
      ))}
      <div>
        <Button onClick={() => set([...consents, blankConsent(value.originator)])}>{say('safeguards.addConsent')}</Button>
      </div>
    </fieldset>
  );
}

interface ConsentFieldsProps {
  readonly consent: Consent;
  readonly wrong: (part: keyof Consent) => boolean;
  readonly onChange: (change: Partial<Consent>) => void;
  readonly onRemove: () => void;
}

function ConsentFields({ consent, wrong, onChange, onRemove }: ConsentFieldsProps) {
  const say = useWords('records');
  const needed = (part: keyof Consent) => (wrong(part) ? say('safeguards.needed') : undefined);
  const day = needed('on');
  return (
    <div className={classes['consent']} role="group" aria-label={say('safeguards.consents')}>
      <Select
        label={say('safeguards.covers')}
        data={coverage.map((one) => ({ value: one, label: say(`safeguards.coverage.${one}`) }))}
        value={consent.covers}
        onChange={(covers) => onChange({ covers: covers ?? 'release' })}
      />
      <div className={classes['columns']}>
        <TextInput label={say('safeguards.by')} value={consent.by} error={needed('by')} maxLength={300} onChange={(event) => onChange({ by: event.currentTarget.value })} />
        <DayInput label={say('safeguards.on')} day={consent.on === '' ? null : consent.on} onChange={(on) => onChange({ on: on ?? ('' as Consent['on']) })} {...(day === undefined ? {} : { error: day })} />
        <TextInput label={say('safeguards.reference')} value={consent.reference} error={needed('reference')} maxLength={300} onChange={(event) => onChange({ reference: event.currentTarget.value })} />
      </div>
      {consent.covers === 'judicial-use' ? null : <RecipientsInput recipients={consent.recipients} onChange={(recipients) => onChange({ recipients })} />}
      <div>
        <Button variant="subtle" onClick={onRemove}>
          {say('safeguards.removeConsent', { by: consent.by === '' ? say('safeguards.someone') : consent.by })}
        </Button>
      </div>
    </div>
  );
}
