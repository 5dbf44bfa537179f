import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { MarkingId } from '../../../core/ids.ts';
import type { Marking } from '../../../core/markings/marking.ts';
import { isAbove } from '../../../core/markings/scheme.ts';
import { useSurroundings } from '../engine-client/engine-context.tsx';
import { useWords } from '../words/words.ts';
import { useMarkings, useMarkingOf } from './marking-band.ts';
import classes from './marking.module.css';

export interface MarkingPickerProps {
  readonly level: MarkingId;
  readonly onChange: (level: MarkingId) => void;
  /** The record's level so far: nothing below it is offered, since records are never relabelled down. */
  readonly atLeast?: MarkingId;
  /** Only what lies below this: for a copy at a lower level. */
  readonly below?: MarkingId;
  readonly label?: string;
  readonly disabled?: boolean;
}

// Commission Decision (EU, Euratom) 2019/1961 Art. 4(2) calls for at least this rank.
const rankOfArticle4 = 30;

/**
 * Chooses a level. Offers only what may be written on this laptop and says so beforehand; asks the
 * question of Art. 4(2) when a level below C-UE/EU-C is chosen.
 */
export function MarkingPicker({ level, onChange, atLeast, below, label, disabled }: MarkingPickerProps) {
  const say = useWords('kit');
  const [asked, setAsked] = useState<MarkingId | null>(null);
  const offered = useOffered(atLeast, below);
  const of = useMarkingOf();
  const choose = (value: string | null) => {
    const chosen = offered.find((one) => one.id === value);
    if (chosen === undefined || chosen.id === level) return;
    onChange(chosen.id);
    setAsked(chosen.rank < rankOfArticle4 ? chosen.id : null);
  };
  return (
    <div>
      <Select
        label={label ?? say('marking.label')}
        data={offered.map((one) => ({ value: one.id, label: one.full }))}
        value={level}
        onChange={choose}
        allowDeselect={false}
        disabled={disabled ?? false}
        leftSection={<MarkingSwatch marking={of(level)} />}
        leftSectionWidth={20}
      />
      <CeilingSentence />
      {asked === null ? null : <Article4Question ceilingAllows={offered.some((one) => one.rank >= rankOfArticle4)} onAnswer={() => setAsked(null)} />}
    </div>
  );
}

function useOffered(atLeast: MarkingId | undefined, below: MarkingId | undefined): readonly Marking[] {
  const markings = useMarkings();
  const ceiling = useSurroundings()?.ceiling;
  const of = useMarkingOf();
  const floor = atLeast === undefined ? 0 : of(atLeast).rank;
  const top = below === undefined ? Number.POSITIVE_INFINITY : of(below).rank;
  return markings
    .filter((one) => one.rank >= floor && one.rank < top && (ceiling === undefined || !isAbove(one, ceiling)))
    .toSorted((one, other) => one.rank - other.rank);
}

function MarkingSwatch({ marking }: { marking: Marking }) {
  return <span className={classes['swatch']} data-band={String(Math.min(5, Math.floor(marking.rank / 10)))} aria-hidden />;
}

/** Before a word is typed: what may not be written here, and where it may. */
function CeilingSentence() {
  const say = useWords('kit');
  const ceiling = useSurroundings()?.ceiling;
  const markings = useMarkings();
  if (ceiling === undefined || !markings.some((one) => isAbove(one, ceiling))) return null;
  return <p className={classes['ceiling']}>{say('marking.ceiling', { ceiling: ceiling.short })}</p>;
}

function Article4Question({ ceilingAllows, onAnswer }: { ceilingAllows: boolean; onAnswer: () => void }) {
  const say = useWords('kit');
  const [impedes, setImpedes] = useState(false);
  if (impedes) {
    return (
      <div className={classes['question']} role="status">
        <p>{say(ceilingAllows ? 'marking.article4-choose' : 'marking.article4-elsewhere')}</p>
        <div className={classes['answers']}>
          <Button onClick={onAnswer}>{say('marking.article4-understood')}</Button>
        </div>
      </div>
    );
  }
  return (
    <div className={classes['question']} role="group" aria-label={say('marking.article4-label')}>
      <p>{say('marking.article4')}</p>
      <div className={classes['answers']}>
        <Button onClick={onAnswer}>{say('marking.article4-no')}</Button>
        <Button onClick={() => setImpedes(true)}>{say('marking.article4-yes')}</Button>
      </div>
    </div>
  );
}
