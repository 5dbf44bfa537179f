import { Button, Checkbox } from '@mantine/core';
import type { MouseEvent } from 'react';
import { Link } from 'wouter';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import type { ListView, RecordRow } from '../../../engine/api.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { useKindWords } from '../../words/kind-words.ts';
import { numberInWords } from '../../words/numbers.ts';
import { useWords } from '../../words/words.ts';
import { bandOf, useMarkingOf } from '../marking-band.ts';
import { pathOfRecord } from '../paths.ts';
import { tellFailure } from '../tell-failure.tsx';
import { useCellInWords } from './cell-words.ts';
import type { RecordListParts } from './list-parts.ts';
import classes from './record-list.module.css';

export interface ListLineProps<Kind extends RecordKind> {
  readonly measure: (element: HTMLElement | null) => void;
  readonly index: number;
  readonly top: number;
  readonly head: { readonly name: string; readonly count: number } | null;
  readonly row: RecordRow<Kind> | undefined;
  readonly place: number;
  readonly total: number;
  readonly parts: RecordListParts<Kind> & { readonly kind: Kind };
  readonly layout: ListView['layout'];
  readonly binned: boolean;
  readonly isChosen: boolean;
  readonly isChoosing: boolean;
  readonly isCurrent: boolean;
  /** The one that Tab comes to. */
  readonly isFirst: boolean;
  readonly onToggle: () => void;
  readonly onPress: (event: MouseEvent) => void;
}

/** One line of the drawn list: the head of a group, a row, or the place of one that is on its way. */
export function ListLine<Kind extends RecordKind>(line: ListLineProps<Kind>) {
  const { head, row, index, top } = line;
  const common = { ref: line.measure, 'data-index': index, style: { transform: `translateY(${String(top)}px)` } };
  if (head !== null) {
    return (
      <li {...common} className={classes['group']}>
        <h2 className={classes['groupName']}>
          {head.name} <span className={classes['groupCount']}>{numberInWords(head.count)}</span>
        </h2>
      </li>
    );
  }
  if (row === undefined) return <li {...common} className={classes['coming']} aria-hidden data-place={line.place} />;
  return <RowLine {...line} row={row} common={common} />;
}

function RowLine<Kind extends RecordKind>({ row, parts, common, ...line }: ListLineProps<Kind> & { row: RecordRow<Kind>; common: object }) {
  const say = useWords('kit');
  const words = useKindWords(row.kind);
  const marking = useMarkingOf()(row.level);
  const title = row.title === '' ? words.untitled : row.title;
  return (
    <li
      {...common}
      className={classes['item']}
      data-band={bandOf(marking)}
      data-current={line.isCurrent || undefined}
      data-chosen={line.isChosen || undefined}
      data-place={line.place}
      aria-posinset={line.place + 1}
      aria-setsize={line.total}
    >
      <span className={classes['tick']} data-shown={line.isChoosing || undefined}>
        <Checkbox size="xs" tabIndex={-1} aria-label={say('list.choose', { title })} checked={line.isChosen} onChange={line.onToggle} />
      </span>
      <Link href={pathOfRecord(row.kind, row.record)} className={classes['row'] ?? ''} data-row tabIndex={line.isFirst ? 0 : -1} aria-current={line.isCurrent ? 'page' : undefined} onClick={line.onPress}>
        {line.layout === 'table' ? <Cells row={row} parts={parts} title={title} /> : <TwoLines row={row} parts={parts} title={title} />}
        <span className="only-heard">{line.isChosen ? `${marking.short} ${say('list.chosen')}` : marking.short}</span>
      </Link>
      {line.binned ? <PutBack row={row} /> : null}
    </li>
  );
}

interface RowPartsProps<Kind extends RecordKind> {
  readonly row: RecordRow<Kind>;
  readonly parts: RecordListParts<Kind>;
  readonly title: string;
}

function useMarks(): (row: RecordRow) => readonly string[] {
  const say = useWords('kit');
  return (row) => [
    row.conflicts > 0 ? say('list.conflicts', { count: row.conflicts }) : '',
    row.draft === null ? '' : say('list.drafted'),
    row.standing === 'open' ? '' : say(`list.standings.${row.standing}`),
  ].filter((mark) => mark !== '');
}

function TwoLines<Kind extends RecordKind>({ row, parts, title }: RowPartsProps<Kind>) {
  const inWords = useCellInWords();
  const marks = useMarks()(row);
  const aside = parts.aside?.(row);
  const told = (parts.columns ?? []).filter((name) => name !== 'title').map((name) => inWords(row, name)).filter((text) => text !== '');
  return (
    <>
      <span className={classes['title']}>{title}</span>
      {aside === undefined || aside === null || aside === '' ? null : <span className={classes['aside']} data-urgent={parts.isUrgent?.(row) === true || undefined}>{aside}</span>}
      <span className={classes['facts']}>
        {parts.facts === undefined ? [...marks, ...told].join(' · ') : <>{marks.map((mark) => `${mark} · `)}{parts.facts(row)}</>}
      </span>
    </>
  );
}

function Cells<Kind extends RecordKind>({ row, parts, title }: RowPartsProps<Kind>) {
  const inWords = useCellInWords();
  const marks = useMarks()(row);
  return (
    <>
      <span className={classes['title']}>{marks.length === 0 ? title : `${title} (${marks.join(', ')})`}</span>
      {(parts.columns ?? []).filter((name) => name !== 'title').map((name) => (
        <span key={name} className={classes['cell']}>{inWords(row, name)}</span>
      ))}
    </>
  );
}

/** Out of the bin again. */
function PutBack<Kind extends RecordKind>({ row }: { row: RecordRow<Kind> }) {
  const say = useWords('kit');
  const engine = useEngine();
  const restore = async () => {
    const answer = await engine.notebook.restore(row.record);
    if (!answer.ok) tellFailure(answer.failure);
  };
  return (
    <Button className={classes['putBack'] ?? ''} size="compact-sm" variant="subtle" onClick={() => void restore()}>
      {say('record.restore')}
    </Button>
  );
}
