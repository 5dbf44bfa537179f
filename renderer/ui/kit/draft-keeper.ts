import { useCallback, useEffect, useRef, useState } from 'react';
import type { ChangeHash, DraftId, MarkingId, RecordId } from '../../../core/ids.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import { useEngine } from '../engine-client/engine-context.tsx';
import { useKeepTyped } from './keep-typed.ts';
import { reportSaved, useReportSaving, type Saving } from './saved-state.tsx';

/** A pause in typing after which the draft is kept, and the longest that typing may go unkept. */
const pause = 400;
const longest = 3000;

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
   * After a save or a discard: nothing more is kept, but for what was typed since the mark. Tells the
   * status line when it was saved.
   */
  readonly settle: (savedAt: number | null, mark?: number) => void;
  /** For an editor that shows it itself. */
  readonly saving: Saving;
  /** A save that failed, so that the status line says so. */
  readonly failed: (failure: Extract<Saving, { state: 'not-saved' }>['failure']) => void;
}

/** Keeps what is typed as a draft: at every pause, at lock, at closing, and when the editor goes. */
export function useDraftKeeper(options: DraftOptions): DraftKeeper {
  const engine = useEngine();
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const [saving, setSaving] = useState<Saving>({ state: 'nothing' });
  const waiting = useRef<{ timer: number; since: number } | null>(null);
  const unkept = useRef(false);
  const typed = useRef(0);
  useReportSaving(saving);

  const keep = useCallback(async () => {
    if (waiting.current !== null) window.clearTimeout(waiting.current.timer);
    waiting.current = null;
    if (!unkept.current) return;
    unkept.current = false;
    const { read, ...rest } = latest.current;
    const kept = await engine.drafts.keep({ ...rest, value: read() });
    if (!kept.ok) unkept.current = true;
    setSaving(kept.ok ? { state: 'saved', at: kept.value.savedAt, as: 'draft' } : { state: 'not-saved', failure: kept.failure });
  }, [engine]);

  const touch = useCallback(() => {
    unkept.current = true;
    typed.current += 1;
    setSaving((now) => (now.state === 'typing' ? now : { state: 'typing' }));
    const since = waiting.current?.since ?? performance.now();
    if (waiting.current !== null) window.clearTimeout(waiting.current.timer);
    const left = Math.max(0, Math.min(pause, since + longest - performance.now()));
    waiting.current = { since, timer: window.setTimeout(() => void keep(), left) };
  }, [keep]);

  const mark = useCallback(() => {
    // A draft that is kept behind the save would outlive it, and be there twice: it waits for `settle`.
    if (waiting.current !== null) {
      window.clearTimeout(waiting.current.timer);
      waiting.current = { ...waiting.current, timer: window.setTimeout(() => void keep(), longest) };
    }
    return typed.current;
  }, [keep]);
  const settle = useCallback<DraftKeeper['settle']>((savedAt, since) => {
    // An editor that goes with its save no longer tells the status line itself.
    if (savedAt !== null) reportSaved(savedAt);
    if (since !== undefined && since !== typed.current) return touch();
    if (waiting.current !== null) window.clearTimeout(waiting.current.timer);
    waiting.current = null;
    unkept.current = false;
    setSaving(savedAt === null ? { state: 'nothing' } : { state: 'saved', at: savedAt, as: 'record' });
  }, [touch]);

  const failed = useCallback<DraftKeeper['failed']>(
    (failure) => void keep().then(() => setSaving({ state: 'not-saved', failure })),
    [keep],
  );

  useKeepTyped(keep);
  useEffect(() => () => void keep(), [keep]);
  return { touch, keep, mark, settle, saving, failed };
}
