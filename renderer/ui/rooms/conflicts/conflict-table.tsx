import { Button, Select } from '@mantine/core';
import { useId, useState } from 'react';
import type { RecordId } from '../../../../core/ids.ts';
import type { FieldValue } from '../../../../core/ledger/change.ts';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import type { Failure } from '../../../../core/result.ts';
import type { FieldConflict, Version } from '../../../engine/api.ts';
import { useFieldInWords } from '../../changes/field-in-words.ts';
import { itemFieldOf } from '../../changes/field-shape.ts';
import type { ItemNames } from '../../changes/item-names.ts';
import { MarkedAgainst } from '../../changes/marked-difference.tsx';
import { useValueInWords } from '../../changes/value-in-words.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { reportSaved } from '../../kit/saved-state.tsx';
import { tell } from '../../kit/undo.ts';
import { instantInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { bothOf } from './both-of.ts';
import { EditBoth } from './edit-both.tsx';
import { useMyDevices } from './settle-acts.tsx';
import classes from './conflicts.module.css';

export interface ConflictTableProps {
  readonly kind: RecordKind;
  readonly record: RecordId;
  readonly conflict: FieldConflict;
  readonly names: ItemNames;
  readonly language: string | undefined;
  /** A locked record is not settled here: its texts are only compared. */
  readonly locked: boolean;
  readonly onLater: () => void;
}

/** One field that was written twice: every text with its author and time, and what can be made of them. */
export function ConflictTable({ kind, record, conflict, names, language, locked, onLater }: ConflictTableProps) {
  const say = useWords('conflicts');
  const head = useId();
  const fieldInWords = useFieldInWords();
  const { settle, failure } = useSettle(record, conflict);
  const [editing, setEditing] = useState<FieldValue | null>(null);
  const versions = [conflict.shown, ...conflict.rivals];
  const [base, setBase] = useState<string | null>(null);
  const against = versions.find((one) => one.change === base) ?? conflict.shown;
  const both = bothOf(kind, conflict.field, versions.map((one) => one.value));
  const takeBoth = () => (both === null ? undefined : both.edit ? setEditing(both.value) : void settle(both.value));
  return (
    <section className={classes['conflict']} aria-labelledby={head}>
      <h2 id={head} className={classes['field']}>
        {fieldInWords(kind, conflict.field, names)}
      </h2>
      {failure === null ? null : <ErrorSentence failure={failure} />}
      {versions.length < 3 ? null : (
        <Select
          className={classes['against']}
          label={say('against')}
          data={versions.map((one) => ({ value: one.change, label: whoAndWhen(one) }))}
          value={against.change}
          onChange={setBase}
          allowDeselect={false}
        />
      )}
      <div className={classes['texts']}>
        {versions.map((version) => (
          <Text key={version.change} kind={kind} conflict={conflict} version={version} base={against} language={language} onTake={locked ? null : () => void settle(version.value)} />
        ))}
      </div>
      {editing === null ? (
        <div className={classes['acts']}>
          {both === null || locked ? null : <Button onClick={takeBoth}>{say(togetherWord(versions.length > 2, both.edit, conflict.field === 'safeguards'))}</Button>}
          <Button variant="subtle" onClick={onLater}>{say('later')}</Button>
        </div>
      ) : (
        <EditBoth kind={kind} field={conflict.field} initial={editing} language={language ?? 'en'} onTake={(value) => void settle(value)} onLeave={() => setEditing(null)} />
      )}
    </section>
  );
}

/** Writes the field anew, knowing of every rival: all of them stay in the history. */
function useSettle(record: RecordId, conflict: FieldConflict) {
  const say = useWords('conflicts');
  const engine = useEngine();
  const [failure, setFailure] = useState<Failure | null>(null);
  const settle = async (value: FieldValue) => {
    const answer = await engine.notebook.settle(record, conflict.field, value);
    if (!answer.ok) return setFailure(answer.failure);
    reportSaved(answer.value.at);
    tell(say('taken'));
  };
  return { settle, failure };
}

interface TextProps {
  readonly kind: RecordKind;
  readonly conflict: FieldConflict;
  readonly version: Version;
  /** The text that the others are held against. */
  readonly base: Version;
  readonly language: string | undefined;
  readonly onTake: (() => void) | null;
}

function Text({ kind, conflict, version, base, language, onTake }: TextProps) {
  const say = useWords('conflicts');
  const valueInWords = useValueInWords();
  const isShown = version.change === conflict.shown.change;
  const where = useMyDevices().get(version.device);
  // With several rivals each is held against one of them, and that one, where there are two, against the other.
  const [first, second] = [conflict.shown, ...conflict.rivals];
  const against = version.change !== base.change ? base : conflict.rivals.length > 1 ? version : version === first ? second : first;
  const words = (one: Version | undefined) => (one === undefined ? '' : valueInWords(kind, conflict.field, one.value));
  const who = whoAndWhen(version);
  const isRemoval = itemFieldOf(conflict.field)?.part === 'removed';
  const take = isRemoval ? say(version.value === true ? 'takeOut' : 'keep') : say('take');
  return (
    <article className={classes['text']} aria-label={who}>
      <header className={classes['who']}>
        <strong>{version.author}</strong> <time dateTime={new Date(version.at).toISOString()}>{instantInWords(version.at)}</time>
        <span>{say(where === undefined ? 'where.theirs' : `where.${where}`)}</span>
        {isShown ? <span className={classes['shown']}>{say('shown')}</span> : null}
      </header>
      <div className={classes['sheet']}>
        <MarkedAgainst text={words(version)} other={words(against)} language={language} />
      </div>
      {onTake === null ? null : (
        <Button onClick={onTake} aria-label={`${take}: ${who}`}>
          {take}
        </Button>
      )}
    </article>
  );
}

function whoAndWhen(version: Version): string {
  return `${version.author}, ${instantInWords(version.at)}`;
}

/** `both` is said of two only. */
function togetherWord(many: boolean, edit: boolean, stricter: boolean) {
  if (edit) return many ? 'all-edit' : 'bothEdit';
  if (stricter) return many ? 'all-stricter' : 'bothStricter';
  return many ? 'all-texts' : 'both';
}
