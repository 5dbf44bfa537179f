import { Checkbox, Select, TextInput } from '@mantine/core';
import type { TransferGround } from '../../../core/records/parts.ts';
import { DayInput } from '../kit/day-field.tsx';
import { useWords } from '../words/words.ts';
import { RecipientsInput } from './recipients-input.tsx';
import type { Filling } from './safeguards-form.ts';
import type { SafeguardsPartProps } from './safeguards-section.tsx';
import classes from './safeguards.module.css';

const articles = ['36-adequacy', '37-safeguards', '38-derogation'] as const;
const tlps = ['RED', 'AMBER+STRICT', 'AMBER', 'GREEN', 'CLEAR'] as const;

/** To whom the originator releases it. */
export function ReleaseFields({ value, change, suggestions }: SafeguardsPartProps & { readonly suggestions: readonly string[] }) {
  const say = useWords('records');
  return (
    <fieldset className={classes['part']}>
      <legend>{say('safeguards.release')}</legend>
      <Select
        label={say('safeguards.releasable')}
        data={[
          { value: 'group', label: say('safeguards.groupDecides') },
          { value: 'named', label: say('safeguards.onlyNamed') },
        ]}
        value={value.releasableTo === null ? 'group' : 'named'}
        onChange={(choice) => change({ releasableTo: choice === 'named' ? (value.releasableTo ?? []) : null })}
      />
      {value.releasableTo === null ? null : (
        <RecipientsInput recipients={value.releasableTo} suggestions={suggestions} onChange={(releasableTo) => change({ releasableTo })} />
      )}
    </fieldset>
  );
}

/** Whether it is about persons, and on what ground it may then go to third countries. */
export function PersonsFields({ value, change, problems }: SafeguardsPartProps) {
  const say = useWords('records');
  const ground: Filling<TransferGround> = value.transferGround ?? {};
  const set = (next: Filling<TransferGround>) => change({ transferGround: isNothing(next) ? null : (next as TransferGround) });
  const needed = (part: keyof TransferGround) => (problems.has(`transferGround.${part}`) ? say('safeguards.needed') : undefined);
  const day = needed('on');
  return (
    <fieldset className={classes['part']}>
      <legend>{say('safeguards.persons')}</legend>
      <Checkbox label={say('safeguards.aboutPersons')} checked={value.aboutPersons} onChange={(event) => change({ aboutPersons: event.currentTarget.checked })} />
      {value.aboutPersons ? (
        <>
          <Select
            label={say('safeguards.ground')}
            description={say('safeguards.groundHelp')}
            data={articles.map((one) => ({ value: one, label: say(`safeguards.articles.${one}`) }))}
            value={ground.article ?? null}
            error={needed('article')}
            clearable
            onChange={(article) => set({ ...ground, article: article ?? undefined })}
          />
          <div className={classes['columns']}>
            <TextInput label={say('safeguards.explanation')} value={ground.explanation ?? ''} error={needed('explanation')} maxLength={300} onChange={(event) => set({ ...ground, explanation: event.currentTarget.value })} />
            <DayInput label={say('safeguards.groundOn')} day={ground.on ?? null} onChange={(on) => set({ ...ground, on: on ?? undefined })} {...(day === undefined ? {} : { error: day })} />
          </div>
        </>
      ) : null}
    </fieldset>
  );
}

function isNothing(ground: Filling<TransferGround>): boolean {
  return ground.article === undefined && (ground.explanation ?? '') === '' && ground.on === undefined;
}

/** Embargo, LIMITE and TLP. */
export function TimingFields({ value, change }: SafeguardsPartProps) {
  const say = useWords('records');
  return (
    <fieldset className={classes['part']}>
      <legend>{say('safeguards.timing')}</legend>
      <div className={classes['columns']}>
        <DayInput label={say('safeguards.embargo')} help={say('safeguards.embargoHelp')} day={value.embargo} onChange={(embargo) => change({ embargo })} />
        <Select
          label={say('safeguards.tlp')}
          data={tlps.map((one) => ({ value: one, label: `TLP:${one}` }))}
          value={value.tlp}
          clearable
          onChange={(tlp) => change({ tlp })}
        />
      </div>
      <Checkbox label={say('safeguards.limite')} checked={value.limite} onChange={(event) => change({ limite: event.currentTarget.checked })} />
    </fieldset>
  );
}
