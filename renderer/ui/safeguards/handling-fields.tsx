import { Checkbox, Textarea, TextInput } from '@mantine/core';
import type { JwgId } from '../../../core/ids.ts';
import type { Handling, Safeguards } from '../../../core/records/parts.ts';
import { useSurroundings } from '../engine-client/engine-context.tsx';
import { useWords } from '../words/words.ts';
import { withCode, withCodeChanged } from './safeguards-form.ts';
import type { SafeguardsPartProps } from './safeguards-section.tsx';
import classes from './safeguards.module.css';

const codes = ['H0', 'H1', 'H2', 'H3'] as const;

/** Europol handling codes, with what each of them still needs to know. */
export function HandlingFields({ value, change, problems, jwg }: SafeguardsPartProps & { readonly jwg: JwgId | null }) {
  const say = useWords('records');
  const set = (handling: Handling[]) => change({ handling });
  return (
    <fieldset className={classes['part']}>
      <legend>{say('safeguards.handling')}</legend>
      {codes.map((code) => {
        const chosen = value.handling.find((one) => one.code === code);
        return (
          <div key={code} className={classes['code']}>
            <Checkbox
              label={say(`safeguards.codes.${code}`)}
              checked={chosen !== undefined}
              onChange={(event) => set(withCode(value.handling, code, event.currentTarget.checked))}
            />
            {chosen === undefined || code === 'H0' ? null : (
              <CodeDetail code={chosen} wrong={problems.has(`handling.${code}.${code === 'H3' ? 'restriction' : 'provider'}`)} onChange={(next) => set(withCodeChanged(value.handling, code, next))} />
            )}
            {code === 'H3' && chosen !== undefined ? <H3Confirmation value={value} change={change} jwg={jwg} /> : null}
          </div>
        );
      })}
    </fieldset>
  );
}

function CodeDetail({ code, wrong, onChange }: { code: Handling; wrong: boolean; onChange: (next: Partial<Handling>) => void }) {
  const say = useWords('records');
  const error = wrong ? say('safeguards.needed') : undefined;
  if (code.code === 'H3') {
    return (
      <Textarea
        label={say('safeguards.restriction')}
        description={say('safeguards.restrictionHelp')}
        value={code.restriction ?? ''}
        error={error}
        minRows={2}
        maxLength={20_000}
        onChange={(event) => onChange({ restriction: event.currentTarget.value })}
      />
    );
  }
  return (
    <TextInput
      label={say('safeguards.providerOf', { code: code.code })}
      description={say('safeguards.providerHelp')}
      value={code.provider ?? ''}
      error={error}
      maxLength={300}
      onChange={(event) => onChange({ provider: event.currentTarget.value })}
    />
  );
}

/** A person reads the restriction against the group that would receive the record. */
function H3Confirmation({ value, change, jwg }: Pick<SafeguardsPartProps, 'value' | 'change'> & { readonly jwg: JwgId | null }) {
  const say = useWords('records');
  const group = useSurroundings()?.jwgs.find((one) => one.id === jwg);
  if (group === undefined) return null;
  const others: Safeguards['h3ConfirmedFor'] = value.h3ConfirmedFor.filter((one) => one !== group.id);
  return (
    <Checkbox
      label={say('safeguards.h3Allows', { jwg: group.name })}
      checked={value.h3ConfirmedFor.includes(group.id)}
      onChange={(event) => change({ h3ConfirmedFor: event.currentTarget.checked ? [...others, group.id] : others })}
    />
  );
}
