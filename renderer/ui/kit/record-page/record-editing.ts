import { useState } from 'react';
import { kinds, type RecordKind, type RecordValue } from '../../../../core/records/kinds.ts';
import { safeguardsForm, safeguardsProblems, type Problems } from '../../safeguards/safeguards-form.ts';
import { useCommand } from '../commands.ts';
import { useGoToMistake } from '../first-mistake.ts';
import { useForgetUntouched } from '../forget-untouched.ts';
import { useRecordSaving, type RecordSaving, type SavedRecord } from '../record-saving.ts';
import { useShownMarking } from '../shown-marking.ts';
import { useTouchedForm } from '../touched-form.ts';
import { useWhere } from '../where.ts';
import type { OpenedRecord } from './opened-record.ts';
import { useDiscard, useOfferChangeBack } from './record-acts.ts';
import { titleOfForm, useRecordForm, type AnyForm, type FormOf } from './record-form.ts';

/** A record being written: its form, its draft and its saves. */
export interface RecordEditing<Kind extends RecordKind> extends Omit<RecordSaving<Kind>, 'write'> {
  readonly kind: Kind;
  readonly opened: OpenedRecord<Kind>;
  readonly form: FormOf<Kind>;
  /** The record is locked: what is saved is an amendment. */
  readonly amending: boolean;
  /** What is missing in the safeguards, once somebody has tried to save. */
  readonly problems: Problems;
  /** Saves what is on the page; `null` when it could not. */
  readonly save: () => Promise<SavedRecord | null>;
  /** Writes some fields and saves: a status, a tick. */
  readonly saveWith: (change: Partial<RecordValue<Kind>>) => Promise<SavedRecord | null>;
  readonly discard: () => Promise<void>;
}

export interface EditingOptions {
  /** Opens the record anew; after a discard, and after an amendment. */
  readonly onReload: () => void;
  /** The record has a page to be read: after every save it is shown again. */
  readonly reads?: boolean;
  /** The form is part of another page: its first save does not open the record's own. */
  readonly stays?: boolean;
}

const noProblems: Problems = new Set();

/**
 * Everything that a page needs to write a record of any kind: the form with its schema, the draft at
 * every pause, saving, the command "done", the marking on the strip, and where one is.
 */
export function useRecordEditing<Kind extends RecordKind>(opened: OpenedRecord<Kind>, { onReload, reads, stays = false }: EditingOptions): RecordEditing<Kind> {
  const { kind, draft } = opened;
  const form = useRecordForm(kind, opened.value);
  const anyForm = form as unknown as AnyForm;
  const amending = opened.standing !== 'open';
  const [problems, setProblems] = useState(noProblems);
  const { write, ...saving } = useRecordSaving({ kind, opened, read: () => anyForm.getValues(), amending, stays });
  const { keeper, refuse, level, record } = saving;
  const touched = useTouchedForm(anyForm, keeper.touch);
  const discard = useDiscard({ kind, draft, record, keeper, onReload });

  const offerChangeBack = useOfferChangeBack(kind);
  const save = async (): Promise<SavedRecord | null> => {
    const missing = safeguardsProblems(safeguardsForm(anyForm.getValues('safeguards')));
    setProblems(missing);
    const fits = await anyForm.trigger(undefined, { shouldFocus: true });
    const checked = kinds[kind].schema.safeParse(anyForm.getValues());
    if (!fits || !checked.success || missing.size > 0) return refuse({ code: 'not-valid' });
    const saved = await write(checked.data as never);
    if (saved !== null && (amending || reads === true)) onReload();
    return saved;
  };
  const saveWith = async (change: Partial<RecordValue<Kind>>) => {
    const before = Object.fromEntries(Object.keys(change).map((name) => [name, anyForm.getValues(name) as unknown]));
    for (const [name, value] of Object.entries(change)) anyForm.setValue(name, value, { shouldDirty: true, shouldValidate: true });
    const saved = await save();
    if (saved !== null && record !== null && !amending) offerChangeBack(saved.record, before, Object.keys(change));
    return saved;
  };

  const [inCase, jwg] = anyForm.watch(['case', 'jwg']) as [RecordValue<'note'>['case'] | undefined, RecordValue<'note'>['jwg'] | undefined];
  useShownMarking(level);
  useWhere({ case: kind === 'case' ? record : (inCase ?? null), jwg: jwg ?? null, level });
  useCommand('done', () => void save());
  useForgetUntouched(draft, () => opened.record === null && !touched.current && titleOfForm(kind, anyForm.getValues()) === '');
  useGoToMistake(problems, problems.size > 0);
  return { ...saving, kind, opened, form, amending, problems, save, saveWith, discard };
}
