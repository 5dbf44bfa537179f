import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { useRoute } from 'wouter';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import type { ListAnswer, ListQuery, ListView, RecordRow } from '../../../engine/api.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { useKindWords } from '../../words/kind-words.ts';
import { roomOfKind } from '../paths.ts';
import { ColumnHeads } from './column-heads.tsx';
import { useGroupName } from './group-name.ts';
import { linesOf, type Lines } from './lines.ts';
import type { RecordListParts } from './list-parts.ts';
import type { ListRows, Stretch } from './list-rows.ts';
import { ListLine } from './list-line.tsx';
import type { Selection } from './selection.ts';
import classes from './record-list.module.css';

export interface ListBodyProps<Kind extends RecordKind> {
  readonly props: RecordListParts<Kind> & { readonly kind: Kind };
  readonly query: ListQuery;
  readonly rows: ListRows<Kind>;
  readonly selection: Selection;
  readonly layout: ListView['layout'];
  readonly sort: ListView['sort'];
  readonly onSort: (by: string) => void;
  readonly binned: boolean;
  readonly onSight: (sight: Stretch) => void;
  /** Above the rows and scrolled with them. */
  readonly before: ReactNode;
  readonly empty: ReactNode;
}

/** The rows that are in sight, drawn where they stand; walked, chosen and opened by keys and mouse. */
export function ListBody<Kind extends RecordKind>(body: ListBodyProps<Kind>) {
  const { props, query, rows, layout, onSight } = body;
  const words = useKindWords(props.kind);
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const { answer } = rows;
  const isGrouped = query.group !== null;
  const lines = useMemo(() => linesOf(answer?.groups ?? [], answer?.total ?? 0, isGrouped), [answer, isGrouped]);
  const keyOf = useCallback((index: number) => lineKey(answer, lines, index), [answer, lines]);
  const above = useHeight();
  const virtual = useVirtualizer({
    count: lines.count,
    // A head is lower than a row: where both move, what was measured goes with them.
    ...(isGrouped ? { getItemKey: keyOf } : {}),
    getScrollElement: () => scroller.current,
    estimateSize: (line) => ('head' in lines.at(line) ? 34 : layout === 'table' ? 34 : 50),
    overscan: 12,
    scrollMargin: above.height,
  });
  const drawn = virtual.getVirtualItems();
  const [first, last] = [placeOn(lines, drawn[0]?.index ?? 0), placeOn(lines, drawn.at(-1)?.index ?? 0)];
  useEffect(() => onSight({ first, last }), [first, last, onSight]);
  const keys = useListKeys(body, lines, (line) => virtual.scrollToIndex(line), list);
  return (
    <div className={classes['scroller']} ref={scroller}>
      {layout === 'table' && lines.count > 0 ? <ColumnHeads kind={props.kind} columns={props.columns ?? []} sort={body.sort} onSort={body.onSort} /> : null}
      <div ref={above.measure}>
        {body.before}
        {body.empty}
      </div>
      <ul ref={list} className={classes['rows']} aria-label={words.many} style={{ height: virtual.getTotalSize() }} onKeyDown={keys.press}>
        {drawn.map((item) => (
          <DrawnLine key={keyOf(item.index)} body={body} lines={lines} keys={keys} index={item.index} top={item.start - above.height} measure={virtual.measureElement} />
        ))}
      </ul>
    </div>
  );
}

/** Rows and heads keep their element wherever they stand; a row on its way has only its line. */
function lineKey(answer: ListAnswer | undefined, lines: Lines, index: number): string {
  const line = lines.at(index);
  if ('head' in line) return `head ${line.head}`;
  return answer?.rows[line.place - answer.from]?.record ?? `line ${String(index)}`;
}

interface DrawnLineProps<Kind extends RecordKind> {
  readonly body: ListBodyProps<Kind>;
  readonly lines: Lines;
  readonly keys: ReturnType<typeof useListKeys<Kind>>;
  readonly index: number;
  readonly top: number;
  readonly measure: (element: HTMLElement | null) => void;
}

function DrawnLine<Kind extends RecordKind>({ body, lines, keys, index, top, measure }: DrawnLineProps<Kind>) {
  const { props, query, rows, selection } = body;
  const nameOf = useGroupName(props.kind, query.group);
  const [, open] = useRoute<{ record: string }>(`${roomOfKind[props.kind]}/:record/*?`);
  const line = lines.at(index);
  const place = 'place' in line ? line.place : 0;
  const row = 'place' in line ? rows.rowAt(place) : undefined;
  return (
    <ListLine
      measure={measure}
      index={index}
      top={top}
      head={'head' in line ? { name: nameOf(line.head), count: line.count } : null}
      row={row}
      place={place}
      total={rows.answer?.total ?? 0}
      parts={props}
      layout={body.layout}
      binned={body.binned}
      isChosen={row !== undefined && selection.chosen.has(row.record)}
      isChoosing={selection.chosen.size > 0}
      isCurrent={row !== undefined && open?.record === row.record}
      isFirst={'place' in line && place === keys.active}
      onToggle={() => (row === undefined ? undefined : selection.toggle(row.record, place))}
      onPress={(event) => (row === undefined ? undefined : keys.click(event, row, place))}
    />
  );
}

function placeOn(lines: Lines, line: number): number {
  for (let at = line; at < Math.min(lines.count, line + 2); at += 1) {
    const found = lines.at(at);
    if ('place' in found) return found.place;
  }
  return 0;
}

/** How high a part is, told again whenever that changes. */
function useHeight() {
  const [height, setHeight] = useState(0);
  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const watching = new ResizeObserver(() => setHeight(element.offsetHeight));
    watching.observe(element);
    return () => watching.disconnect();
  }, []);
  return { height, measure };
}

/** A pause after which letters begin a new word to go to. */
const pause = 700;

function useListKeys<Kind extends RecordKind>({ query, rows, selection }: ListBodyProps<Kind>, lines: Lines, scrollTo: (line: number) => void, list: { readonly current: HTMLElement | null }) {
  const engine = useEngine();
  const [active, setActive] = useState(0);
  const typed = useRef({ text: '', at: 0 });
  const total = rows.answer?.total ?? 0;
  const focus = (place: number) => {
    const to = Math.min(total - 1, Math.max(0, place));
    setActive(to);
    scrollTo(lines.lineOf(to));
    focusPlace(list, to);
  };
  const toLetters = async (letter: string, from: number) => {
    const now = performance.now();
    const text = now - typed.current.at < pause ? typed.current.text + letter : letter;
    typed.current = { text, at: now };
    const place = await engine.lists.placeStarting(query, text, text.length === 1 ? from + 1 : from);
    if (place !== -1) focus(place);
  };
  const press = (event: KeyboardEvent) => {
    const here = placeOfTarget(event.target);
    if (here === null) return;
    const page = Math.max(1, Math.floor((list.current?.parentElement?.clientHeight ?? 500) / 50) - 1);
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: total - 1, PageDown: here + page, PageUp: here - page }[event.key];
    const row = rows.rowAt(here);
    const mod = event.ctrlKey || event.metaKey;
    if (to !== undefined) {
      focus(to);
      if (event.shiftKey) void selection.extendTo(Math.min(total - 1, Math.max(0, to)));
    } else if (event.key === ' ' && row !== undefined) selection.toggle(row.record, here);
    else if (mod && event.code === 'KeyA') void selection.chooseAll();
    else if (event.key === 'Escape' && selection.chosen.size > 0) selection.clear();
    else if (!mod && !event.altKey && event.key.length === 1) void toLetters(event.key, here);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const click = (event: MouseEvent, row: RecordRow<Kind>, place: number) => {
    setActive(place);
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) return;
    event.preventDefault();
    if (event.shiftKey) void selection.extendTo(place);
    else selection.toggle(row.record, place);
  };
  return { active: Math.min(active, Math.max(0, total - 1)), press, click };
}

function placeOfTarget(target: EventTarget): number | null {
  const place = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-place]')?.dataset['place'] : undefined;
  return place === undefined ? null : Number(place);
}

/** Frames that a row is waited for which is only just scrolled into sight. */
const patience = 20;

function focusPlace(list: { readonly current: HTMLElement | null }, place: number): void {
  let left = patience;
  const look = () => {
    const row = list.current?.querySelector<HTMLElement>(`[data-place="${String(place)}"] [data-row]`);
    if (row !== null && row !== undefined) row.focus({ preventScroll: true });
    else if ((left -= 1) > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
