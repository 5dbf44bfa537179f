import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { GraphRelation, GraphSubject } from '../../../core/diagram/link-graph.ts';
import type { MarkingId, RecordId } from '../../../core/ids.ts';
import { foldName } from '../../../core/text/fold-name.ts';
import { bandOf, useMarkingOf } from '../kit/marking-band.ts';
import { joined } from '../words/joined.ts';
import { useWords } from '../words/words.ts';
import { RelationActs, SubjectActs } from './chosen-acts.tsx';
import { useDiagramWords } from './diagram-words.ts';
import type { Diagram } from './use-diagram.ts';
import type { DiagramActs } from './use-diagram-acts.ts';
import classes from './diagram.module.css';

export interface DiagramListProps {
  readonly diagram: Diagram;
  readonly chosen: readonly RecordId[];
  readonly onChoose: (records: readonly RecordId[]) => void;
  readonly acts: DiagramActs;
}

/** From so many on there is a field to find one of them. */
const many = 9;

/** The same subjects and relations as in the drawing, to be read, heard and walked with the arrow keys. */
export function DiagramList({ diagram, chosen, onChoose, acts }: DiagramListProps) {
  const say = useWords('diagram');
  const words = useDiagramWords();
  const [typed, setTyped] = useState('');
  // A relation stands under both of its subjects; it is opened under the one where it was pressed.
  const [under, setUnder] = useState<RecordId | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const { subjects } = diagram.graph;
  useRevealed(list, chosen);
  const wanted = foldName(typed);
  const shown = subjects.filter((one) => foldName(words.nameOf(one)).includes(wanted));
  return (
    <>
      {subjects.length < many ? null : <TextInput aria-label={say('list.find')} placeholder={say('list.find')} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />}
      <ul ref={list} className={classes['list']} aria-label={say('list.label')} onKeyDown={walk}>
        {shown.map((subject) => (
          <SubjectItem key={subject.record} subject={subject} diagram={diagram} chosen={chosen} onChoose={onChoose} acts={acts} under={under} onUnder={setUnder} />
        ))}
      </ul>
      {shown.length === 0 ? <p className={classes['quiet']}>{say(subjects.length === 0 ? 'list.allHidden' : 'list.none')}</p> : null}
    </>
  );
}

/** Arrows walk the rows, Home and End go to the ends. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (next === undefined || at === -1 || event.altKey) return;
  event.preventDefault();
  rows[Math.min(rows.length - 1, Math.max(0, next))]?.focus();
}

/** What was chosen in the drawing comes into sight in the list. */
function useRevealed(list: { readonly current: HTMLElement | null }, chosen: readonly RecordId[]): void {
  const last = chosen.at(-1);
  useEffect(() => {
    const row = last === undefined ? null : list.current?.querySelector(`[data-record="${CSS.escape(last)}"]`);
    row?.scrollIntoView({ block: 'nearest' });
  }, [list, last]);
}

interface RowProps {
  readonly record: RecordId;
  readonly level: MarkingId;
  readonly title: string;
  readonly facts: string;
  readonly isChosen: boolean;
  /** `beside`: what is chosen already stays chosen. */
  readonly onChoose: (beside: boolean) => void;
  readonly onMove?: (x: number, y: number) => void;
}

const stride = 30;

function Row({ record, level, title, facts, isChosen, onChoose, onMove }: RowProps) {
  const marking = useMarkingOf()(level);
  const press = (event: KeyboardEvent) => {
    const move = { ArrowLeft: [-stride, 0], ArrowRight: [stride, 0], ArrowUp: [0, -stride], ArrowDown: [0, stride] }[event.key];
    if (event.altKey && move !== undefined && onMove !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      onMove(move[0] ?? 0, move[1] ?? 0);
    } else if (event.key === ' ') {
      event.preventDefault();
      onChoose(true);
    }
  };
  return (
    <button type="button" className={classes['row']} data-row data-record={record} data-band={bandOf(marking)} aria-pressed={isChosen} onClick={(event) => onChoose(event.ctrlKey || event.metaKey || event.shiftKey)} onKeyDown={press}>
      <span className={classes['rowTitle']}>{title}</span>
      <span className={classes['rowFacts']}>{facts}</span>
    </button>
  );
}

interface UnderProps {
  readonly under: RecordId | null;
  readonly onUnder: (subject: RecordId) => void;
}

type ItemProps = DiagramListProps & UnderProps & { readonly subject: GraphSubject };

/** Under which of its two subjects a chosen relation is opened. */
function placeOf({ from, to }: GraphRelation, under: RecordId | null): RecordId {
  return under === to ? to : from;
}

function SubjectItem({ subject, ...props }: ItemProps) {
  const say = useWords('diagram');
  const words = useDiagramWords();
  const { diagram, chosen, onChoose, acts, under } = props;
  const { record, level, outside, leadsTo } = subject;
  const relations = diagram.graph.relations.filter(({ from, to }) => from === record || to === record);
  const isChosen = chosen.includes(record);
  const isOpen = isChosen || relations.some((one) => chosen.includes(one.record) && placeOf(one, under) === record);
  const place = diagram.places.get(record);
  return (
    <li>
      <Row
        record={record}
        level={level}
        title={words.nameOf(subject)}
        facts={joined(words.whatOf(subject), relations.length === 0 ? '' : say('list.relations', { count: relations.length }), outside ? say('outside') : '', leadsTo === 0 ? '' : say('list.leadsTo', { count: leadsTo }))}
        isChosen={isChosen}
        onChoose={(beside) => onChoose(chosenNext(chosen, record, beside))}
        onMove={(x, y) => place !== undefined && diagram.move(new Map([[record, { x: place.x + x, y: place.y + y }]]))}
      />
      {isOpen ? (
        <Opened>
          {isChosen ? <SubjectActs subject={subject} diagram={diagram} acts={acts} /> : null}
          {relations.length === 0 ? null : (
            <ul aria-label={say('list.relationsOf', { name: words.nameOf(subject) })}>
              {relations.map((relation) => (
                <RelationItem key={relation.record} relation={relation} of={record} {...props} />
              ))}
            </ul>
          )}
        </Opened>
      ) : null}
    </li>
  );
}

/** A press on what alone is chosen gives it up; with Ctrl it is taken out of several. */
function chosenNext(chosen: readonly RecordId[], record: RecordId, beside: boolean): readonly RecordId[] {
  const others = chosen.filter((one) => one !== record);
  if (beside) return others.length < chosen.length ? others : [...chosen, record];
  return chosen.length === 1 && others.length === 0 ? [] : [record];
}

function Opened({ children }: { children: ReactNode }) {
  return <div className={classes['opened']}>{children}</div>;
}

type RelationItemProps = DiagramListProps & UnderProps & { readonly relation: GraphRelation; readonly of: RecordId };

function RelationItem({ relation, of, diagram, chosen, onChoose, acts, onUnder }: RelationItemProps) {
  const say = useWords('diagram');
  const words = useDiagramWords();
  const { record, level, from, to } = relation;
  const other = diagram.graph.subjects.find((one) => one.record === (from === of ? to : from));
  const isChosen = chosen.includes(record);
  const name = other === undefined ? '' : words.nameOf(other);
  return (
    <li>
      <Row
        record={record}
        level={level}
        title={say(from === of ? 'list.to' : 'list.from', { how: words.typeOf(relation), name })}
        facts={joined(words.natureOf(relation), words.whenOf(relation))}
        isChosen={isChosen}
        onChoose={() => {
          onUnder(of);
          onChoose(isChosen ? [] : [record]);
        }}
      />
      {isChosen ? <RelationActs relation={relation} acts={acts} /> : null}
    </li>
  );
}

/** Under the list, while it is empty: what a diagram is for, and the first thing to do. */
export function NoSubjects({ onAdd, gone }: { onAdd: () => void; gone: boolean }) {
  const say = useWords('diagram');
  return (
    <div className={classes['empty']}>
      <p>{say(gone ? 'empty.subject' : 'empty.case')}</p>
      {gone ? null : <Button variant="filled" onClick={onAdd}>{say('acts.addSubject')}</Button>}
    </div>
  );
}
