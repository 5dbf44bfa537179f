import { useState } from 'react';
import { Button } from '@mantine/core';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import type { HistoryEntry } from '../../../engine/api.ts';
import { useFieldInWords } from '../../changes/field-in-words.ts';
import { isRichText } from '../../changes/field-shape.ts';
import type { ItemNames } from '../../changes/item-names.ts';
import { MarkedDifference } from '../../changes/marked-difference.tsx';
import { useValueInWords } from '../../changes/value-in-words.ts';
import { Facts } from '../../kit/facts.tsx';
import { useMarkingOf } from '../../kit/marking-band.ts';
import { dayOf, longDayInWords, timeInWords } from '../../words/dates.ts';
import { useKindWordsOf } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import { changesOf, type EntryChange } from './entry-changes.ts';
import classes from './history.module.css';

export interface HistoryEntriesProps {
  readonly kind: RecordKind;
  /** The earliest first, as the engine tells them. */
  readonly entries: readonly HistoryEntry[];
  readonly names: ItemNames;
}

const atOnce = 50;

/** The entries by day, the latest first; long histories are drawn piece by piece. */
export function HistoryEntries({ kind, entries, names }: HistoryEntriesProps) {
  const say = useWords('history');
  const [count, setCount] = useState(atOnce);
  const latestFirst = entries.map((entry, at) => ({ entry, previous: entries[at - 1] ?? null })).reverse();
  const days = [...Map.groupBy(latestFirst.slice(0, count), ({ entry }) => dayOf(entry.at))];
  return (
    <>
      {days.map(([day, members]) => (
        <section key={day} className={classes['day']} aria-label={longDayInWords(day)}>
          <h2 className={classes['dayHead']}>{longDayInWords(day)}</h2>
          <ol className={classes['entries']}>
            {members.map(({ entry, previous }) => (
              <Entry key={entry.change} kind={kind} entry={entry} previous={previous} names={names} />
            ))}
          </ol>
        </section>
      ))}
      {entries.length > count ? <Button onClick={() => setCount(count + atOnce)}>{say('earlier')}</Button> : null}
    </>
  );
}

interface EntryProps {
  readonly kind: RecordKind;
  readonly entry: HistoryEntry;
  readonly previous: HistoryEntry | null;
  readonly names: ItemNames;
}

function Entry({ kind, entry, previous, names }: EntryProps) {
  const say = useWords('history');
  const markingOf = useMarkingOf();
  const changes = changesOf(entry.fields);
  const raised = previous !== null && previous.level !== entry.level;
  return (
    <li className={classes['entry']}>
      <p className={classes['who']}>
        <time className={classes['time']} dateTime={new Date(entry.at).toISOString()}>
          {timeInWords(entry.at)}
        </time>
        <span className={classes['name']}>{entry.mine ? say('you', { name: entry.author }) : entry.author}</span>
        <span className={classes['act']}>{say(`acts.${previous === null ? 'begun' : entry.act}`)}</span>
      </p>
      <div className={classes['what']}>
        {entry.erased ? <p className={classes['erased']}>{say('erased')}</p> : null}
        {raised ? <p>{say('level', { level: markingOf(entry.level).full })}</p> : null}
        {previous === null ? <Beginning kind={kind} changes={changes} names={names} /> : changes.map((change) => <Change key={keyOf(change)} kind={kind} change={change} names={names} />)}
        {entry.act === 'edit' && changes.length === 0 && !entry.erased && !raised ? <p className={classes['quiet']}>{say('nothing')}</p> : null}
      </div>
    </li>
  );
}

function keyOf(change: EntryChange): string {
  return change.type === 'field' ? change.field : `${change.item} ${change.did}`;
}

/** What was written first: the facts in two columns, long text beneath its name. */
function Beginning({ kind, changes, names }: { kind: RecordKind; changes: readonly EntryChange[]; names: ItemNames }) {
  const fieldInWords = useFieldInWords();
  const valueInWords = useValueInWords();
  const fields = changes.filter((change) => change.type === 'field');
  const facts = fields.filter((change) => !isRichText(kind, change.field)).map((change) => [fieldInWords(kind, change.field, names), valueInWords(kind, change.field, change.after)] as const);
  return (
    <>
      <Facts facts={facts.map(([name, value]) => [name, <span key={name} className={classes['lines']}>{value}</span>])} />
      {fields.filter((change) => isRichText(kind, change.field)).map((change) => (
        <p key={change.field} className={classes['first']}>
          {valueInWords(kind, change.field, change.after)}
        </p>
      ))}
      {changes.filter((change) => change.type === 'item').map((change) => (
        <Change key={keyOf(change)} kind={kind} change={change} names={names} />
      ))}
    </>
  );
}

/** A field in its own words, before and after; an item by what happened to it. */
function Change({ kind, change, names }: { kind: RecordKind; change: EntryChange; names: ItemNames }) {
  const records = useWords('records');
  const wordsOf = useKindWordsOf();
  const fieldInWords = useFieldInWords();
  const valueInWords = useValueInWords();
  if (change.type === 'item') {
    const list = wordsOf(kind).list(change.list);
    return (
      <p>
        <span className={classes['field']}>{list[change.did]}</span> {names.get(change.item) ?? records('unnamed')}
      </p>
    );
  }
  const [before, after] = [valueInWords(kind, change.field, change.before), valueInWords(kind, change.field, change.after)];
  return (
    <div className={classes['change']}>
      <p className={classes['field']}>{fieldInWords(kind, change.field, names)}</p>
      <MarkedDifference before={before} after={after} />
    </div>
  );
}
