import { useCallback, useEffect, useRef, useState } from 'react';
import type { ChangeHash, DraftId, MarkingId, RecordId } from '../../../core/ids.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import { useEngine } from '../engine-client/engine-context.tsx';
import { useKeepTyped } from './keep-typed.ts';
import { reportSaved, useReportSaving, type Saving } from './saved-state.tsx';

/** A pause in typing after which the draft is kept, and the longest that typing may go unkept. */
const pause = 400;
const longest = 1000;

export interface DraftOptions {
  readonly draft: DraftId;
  readonly kind: RecordKind;
  readonly record: RecordId | null;
  readonly heads: readonly ChangeHash[];
  readonly level: MarkingId;
  /** The form's values now, valid or not: `() => form.getValues()`. */
  readonly read: () => Readonly<Record<string, unknown>>;
}

export interface DraftKeeper {
  /** Call on every change: the draft is kept at the next pause. */
  readonly touch: () => void;
  /** Keeps at once; resolves when durable. */
  readonly keep: () => Promise<void>;
  /** How far the typing has come: taken when a save reads the form, handed to `settle` when it is done. */
  readonly mark: () => number;
  /**
   * After a save or a discard: nothing more is kept, but for what was typed since the mark; a draft of
   * that goes on from what was saved. Tells the status line when it was saved.
   */
  readonly settle: (savedAt: number | null, mark?: number, saved?: Pick<DraftOptions, 'heads'> & { readonly record: RecordId }) => void;
  /** For an editor that shows it itself. */
  readonly saving: Saving;
  /** A save that failed, so that the status line says so. */
  readonly failed: (failure: Extract<Saving, { state: 'not-saved' }>['failure']) => void;
}

/** Runs something at the next pause in typing, or when typing has gone on for too long without one. */
function usePause(run: () => Promise<void>) {
  const waiting = useRef<{ readonly timer: number; readonly since: number } | null>(null);
  const stop = useCallback(() => {
    if (waiting.current !== null) window.clearTimeout(waiting.current.timer);
    waiting.current = null;
  }, []);
  const start = useCallback(() => {
    const since = waiting.current?.since ?? performance.now();
    stop();
    const left = Math.max(0, Math.min(pause, since + longest - performance.now()));
    const end = () => {
      waiting.current = null;
      void run();
    };
    waiting.current = { since, timer: window.setTimeout(end, left) };
  }, [run, stop]);
  return { start, stop };
}

/** Counts what is typed against what is kept. */
function newTyping() {
  let typed = 0;
  let kept = 0;
  return {
    count: () => typed,
    touch: () => {
      typed += 1;
    },
    keptUpTo: (count: number) => {
      kept = Math.max(kept, count);
    },
    isUnkept: () => typed !== kept,
  };
}

/** Writes the draft when something is unkept, and says how that went. */
function useKeeping(options: DraftOptions) {
  const engine = useEngine();
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const [saving, setSaving] = useState<Saving>({ state: 'nothing' });
  const [typing] = useState(newTyping);
  useReportSaving(saving);
  const keep = useCallback(async () => {
    if (!typing.isUnkept()) return;
    const count = typing.count();
    const { read, ...rest } = latest.current;
    const kept = await engine.drafts.keep({ ...rest, value: read() });
    if (!kept.ok) return setSaving({ state: 'not-saved', failure: kept.failure });
    typing.keptUpTo(count);
    // What was typed meanwhile is not kept yet, and the status line does not say so.
    if (!typing.isUnkept()) setSaving({ state: 'saved', at: kept.value.savedAt, as: 'draft' });
  }, [engine, typing]);
  const goOnFrom = useCallback((saved: Pick<DraftOptions, 'record' | 'heads'>) => {
    latest.current = { ...latest.current, ...saved };
  }, []);
  return { keep, goOnFrom, typing, saving, setSaving };
}

/** Keeps what is typed as a draft: at every pause, at lock, at closing, and when the editor goes. */
export function useDraftKeeper(options: DraftOptions): DraftKeeper {
  const { keep, goOnFrom, typing, saving, setSaving } = useKeeping(options);
  // While a save runs it alone says what becomes of the draft, also when the editor goes meanwhile: a
  // draft that is kept behind it would outlive it.
  const beingSaved = useRef(false);
  const keepUnlessSaved = useCallback(async () => {
    if (!beingSaved.current) await keep();
  }, [keep]);
  const { start, stop } = usePause(keepUnlessSaved);

  const touch = useCallback(() => {
    typing.touch();
    setSaving((now) => (now.state === 'typing' ? now : { state: 'typing' }));
    start();
  }, [start, typing, setSaving]);

  const mark = useCallback(() => {
    stop();
    beingSaved.current = true;
    return typing.count();
  }, [stop, typing]);

  const settle = useCallback<DraftKeeper['settle']>(
    (savedAt, since, saved) => {
      beingSaved.current = false;
      if (saved !== undefined) goOnFrom(saved);
      // An editor that goes with its save no longer tells the status line itself.
      if (savedAt !== null) reportSaved(savedAt);
      if (since !== undefined && since !== typing.count()) return touch();
      stop();
      typing.keptUpTo(typing.count());
      setSaving(savedAt === null ? { state: 'nothing' } : { state: 'saved', at: savedAt, as: 'record' });
    },
    [goOnFrom, stop, touch, typing, setSaving],
  );

  const failed = useCallback<DraftKeeper['failed']>(
    (failure) => {
      beingSaved.current = false;
      void keep();
      setSaving({ state: 'not-saved', failure });
    },
    [keep, setSaving],
  );

  useKeepTyped(keep);
  useEffect(() => () => void keepUnlessSaved(), [keepUnlessSaved]);
  return { touch, keep, mark, settle, saving, failed };
}
