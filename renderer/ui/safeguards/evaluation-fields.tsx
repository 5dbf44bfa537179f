import { Select } from '@mantine/core';
import type { Evaluation } from '../../../core/records/parts.ts';
import { useWords } from '../words/words.ts';
import type { Filling } from './safeguards-form.ts';
import type { SafeguardsPartProps } from './safeguards-section.tsx';
import classes from './safeguards.module.css';

const sources = ['A', 'B', 'C', 'X'] as const;
const informations = ['1', '2', '3', '4'] as const;

/** Europol 4x4: each letter and each number says what it means. Both or neither. */
export function EvaluationFields({ value, change, problems }: SafeguardsPartProps) {
  const say = useWords('records');
  const evaluation: Filling<Evaluation> = value.evaluation ?? {};
  const set = (next: Filling<Evaluation>) => {
    const empty = (next.source ?? null) === null && (next.information ?? null) === null;
    change({ evaluation: empty ? null : (next as Evaluation) });
  };
  const error = (part: keyof Evaluation) => (problems.has(`evaluation.${part}`) ? say('safeguards.needed') : undefined);
  return (
    <fieldset className={classes['part']}>
      <legend>{say('safeguards.evaluation')}</legend>
      <Select
        label={say('safeguards.source')}
        data={sources.map((one) => ({ value: one, label: say(`safeguards.sources.${one}`) }))}
        value={evaluation.source ?? null}
        error={error('source')}
        clearable
        onChange={(source) => set({ ...evaluation, source: source ?? undefined })}
      />
      <Select
        label={say('safeguards.information')}
        data={informations.map((one) => ({ value: one, label: say(`safeguards.informations.${one}`) }))}
        value={evaluation.information ?? null}
        error={error('information')}
        clearable
        onChange={(information) => set({ ...evaluation, information: information ?? undefined })}
      />
    </fieldset>
  );
}
