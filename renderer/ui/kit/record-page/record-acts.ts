import { useLocation } from 'wouter';
import type { DraftId, RecordId } from '../../../../core/ids.ts';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import type { DraftKeeper } from '../draft-keeper.ts';
import { pathOfDraft, pathOfRecord, roomOfKind } from '../paths.ts';
import { tellFailure } from '../tell-failure.tsx';
import { offerUndo } from '../undo.ts';

/** Into the bin, and back out of it at a press. The page goes back to its room's list. */
export function useBinRecord(kind: RecordKind): (record: RecordId) => Promise<void> {
  const say = useWords('kit');
  const engine = useEngine();
  const [, go] = useLocation();
  return async (record) => {
    const answer = await engine.notebook.bin(record);
    if (!answer.ok) return tellFailure(answer.failure);
    go(roomOfKind[kind]);
    offerUndo(say('record.binned'), () => {
      void engine.notebook.restore(record).then((back) => (back.ok ? go(pathOfRecord(kind, record)) : tellFailure(back.failure)));
    });
  };
}

/** After fields were set and saved at a press: says so, and sets them back at another. */
export function useOfferChangeBack(kind: RecordKind): (record: RecordId, before: Readonly<Record<string, unknown>>, fields: readonly string[]) => void {
  const say = useWords('kit');
  const words = useKindWords(kind);
  const engine = useEngine();
  return (record, before, fields) => {
    offerUndo(say('record.set', { fields: fields.map(words.field).join(', ') }), () => {
      void engine.lists.change({ kind, records: [record], act: 'edit', fields: before, undo: crypto.randomUUID() }).then((back) => (back.ok ? undefined : tellFailure(back.failure)));
    });
  };
}

export interface DiscardOptions {
  readonly kind: RecordKind;
  readonly draft: DraftId;
  readonly record: RecordId | null;
  readonly keeper: DraftKeeper;
  /** Shows the record again as it was saved. */
  readonly onReload: () => void;
}

/** Gives up what was typed since the last save; it comes back at a press. */
export function useDiscard({ kind, draft, record, keeper, onReload }: DiscardOptions): () => Promise<void> {
  const say = useWords('kit');
  const engine = useEngine();
  const [, go] = useLocation();
  return async () => {
    await keeper.keep();
    const typed = await engine.drafts.open(draft);
    keeper.settle(null);
    const gone = await engine.drafts.discard(draft);
    if (!gone.ok) return tellFailure(gone.failure);
    if (record === null) go(roomOfKind[kind]);
    else onReload();
    if (typed === null) return;
    offerUndo(say('record.discarded'), () => {
      void engine.drafts.keep(typed).then((kept) => {
        if (!kept.ok) return tellFailure(kept.failure);
        if (record === null) go(pathOfDraft(kind, draft));
        else onReload();
      });
    });
  };
}
