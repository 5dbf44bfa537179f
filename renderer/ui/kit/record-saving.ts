import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { ChangeHash, DraftId, MarkingId, RecordId } from '../../../core/ids.ts';
import type { RecordInput, RecordKind } from '../../../core/records/kinds.ts';
import type { Failure } from '../../../core/result.ts';
import type { SaveRequest } from '../../engine/api.ts';
import { useEngine } from '../engine-client/engine-context.tsx';
import { useDraftKeeper, type DraftKeeper, type DraftOptions } from './draft-keeper.ts';
import { rememberBirth } from './page-identity.ts';
import { pathOfRecord } from './paths.ts';
import { useAskBeforeNaming, useWarnOfNames } from './persons-named.ts';
import { tellFailure } from './tell-failure.tsx';

export interface SavedRecord {
  readonly record: RecordId;
  readonly heads: readonly ChangeHash[];
}

export interface RecordSavingOptions<Kind extends RecordKind> {
  readonly kind: Kind;
  /** What the page was opened with. */
  readonly opened: { readonly draft: DraftId; readonly record: RecordId | null; readonly heads: readonly ChangeHash[]; readonly level: MarkingId };
  /** The form's values now, valid or not: what the draft keeps. */
  readonly read: DraftOptions['read'];
  /** The record is locked: what is saved is an amendment. */
  readonly amending: boolean;
  /** The form is part of another page: its first save does not open the record's own. */
  readonly stays?: boolean;
}

export interface RecordSaving<Kind extends RecordKind> {
  readonly keeper: DraftKeeper;
  readonly level: MarkingId;
  readonly setLevel: (level: MarkingId) => void;
  readonly record: RecordId | null;
  /** What the form goes on from: the heads of the last save, or of the opening. */
  readonly heads: readonly ChangeHash[];
  readonly failure: Failure | null;
  readonly busy: boolean;
  /** Something prevents the save: told on the page and in the status line; what is typed stays a draft. */
  readonly refuse: (why: Failure) => null;
  /**
   * Saves what the form says at this moment (read it and call at once); `null` when it could not. A
   * first save moves the page to its record's address. While one save runs no other begins.
   */
  readonly write: (value: RecordInput<Kind>, level?: MarkingId) => Promise<SavedRecord | null>;
}

/** A mark before anything was typed: nothing of it is saved. */
const notEvenBegun = -1;

/** Whether the page is still there: what was begun on it may end after one has left. */
function useIsHere(): () => boolean {
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return useCallback(() => here.current, []);
}

/** One save at a time: `begin` says whether there is a turn to take. */
function useTurn(): { readonly busy: boolean; readonly begin: () => boolean; readonly end: () => void } {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const turn = (taken: boolean) => {
    running.current = taken;
    setBusy(taken);
  };
  const begin = () => {
    if (running.current) return false;
    turn(true);
    return true;
  };
  return { busy, begin, end: () => turn(false) };
}

/** After its first save a page goes to its record's address; whoever has left meanwhile is not brought back. */
function useGoToOwnPage(kind: RecordKind, draft: DraftId, isHere: () => boolean): (record: RecordId) => void {
  const [, go] = useLocation();
  return (record) => {
    rememberBirth(record, draft);
    if (isHere()) go(pathOfRecord(kind, record), { replace: true });
  };
}

/** The draft and the saves of one record on its page. */
export function useRecordSaving<Kind extends RecordKind>({ kind, opened, read, amending, stays }: RecordSavingOptions<Kind>): RecordSaving<Kind> {
  const engine = useEngine();
  const [level, chooseLevel] = useState(opened.level);
  const [saved, setSaved] = useState<SavedRecord | null>(opened.record === null ? null : { record: opened.record, heads: opened.heads });
  const [failure, setFailure] = useState<Failure | null>(null);
  const turn = useTurn();
  const { draft } = opened;
  const keeper = useDraftKeeper({ draft, kind, record: saved?.record ?? null, heads: saved?.heads ?? [], level, read });
  const { failed, mark, settle, touch } = keeper;
  const mayName = useAskBeforeNaming(kind);
  const isHere = useIsHere();
  const goToOwnPage = useGoToOwnPage(kind, draft, isHere);
  useWarnOfNames(draft);

  const refuse = useCallback(
    (why: Failure) => {
      setFailure(why);
      failed(why);
      return null;
    },
    [failed],
  );

  const write = async (value: RecordInput<Kind>, raised: MarkingId = level): Promise<SavedRecord | null> => {
    if (!turn.begin()) return null;
    const now = mark();
    if (!(await mayName(value))) {
      turn.end();
      // Not saved: what was typed is kept as the draft that it is.
      settle(null, notEvenBegun);
      return null;
    }
    const request: SaveRequest<Kind> = { kind, value, level: raised, draft, ...saved };
    const answer = await (amending ? engine.notebook.amend(request) : engine.notebook.save(request));
    turn.end();
    if (!answer.ok && !isHere()) tellFailure(answer.failure);
    if (!answer.ok) return refuse(answer.failure);
    const next = { record: answer.value.record, heads: answer.value.heads };
    setSaved(next);
    chooseLevel(raised);
    setFailure(null);
    settle(answer.value.at, now, next);
    if (saved === null && stays !== true) goToOwnPage(next.record);
    return next;
  };

  const setLevel = (next: MarkingId) => {
    chooseLevel(next);
    touch();
  };
  return { keeper, level, setLevel, record: saved?.record ?? null, heads: saved?.heads ?? [], failure, busy: turn.busy, refuse, write };
}
