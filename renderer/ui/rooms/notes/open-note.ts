import { useQuery } from '@tanstack/react-query';
import type { ChangeHash, DraftId, MarkingId, RecordId } from '../../../../core/ids.ts';
import type { Standing } from '../../../engine/api.ts';
import { withAmendments } from '../../changes/with-amendments.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import type { Engine } from '../../engine-client/start-engine.ts';
import { recordOf, type PageAddress } from '../../kit/page-identity.ts';

/** A note as its page begins with it: from the record, from its draft, or from both. */
export interface OpenNote {
  readonly draft: DraftId;
  /** Whether the draft holds something that the record does not. */
  readonly drafted: boolean;
  readonly record: RecordId | null;
  readonly standing: Standing;
  readonly heads: readonly ChangeHash[];
  readonly level: MarkingId;
  /** The record's own level: nothing below it is offered. */
  readonly atLeast: MarkingId | null;
  readonly value: Readonly<Record<string, unknown>>;
}

/**
 * Opens a note once for its page. It is not refreshed while somebody writes in it: what arrives
 * meanwhile is united at the next save.
 */
export function useOpenNote(address: PageAddress) {
  const engine = useEngine();
  const id = 'record' in address ? address.record : address.draft;
  return useQuery({ queryKey: ['open-note', id], queryFn: () => openNote(engine, address), gcTime: 0, staleTime: Infinity });
}

async function openNote(engine: Engine, address: PageAddress): Promise<OpenNote | null> {
  const record = recordOf(address);
  if (record === null) return 'draft' in address ? openDraft(engine, address.draft) : null;
  const opened = await engine.notebook.open('note', record);
  if (!opened.ok) return null;
  const view = opened.value;
  const drafted = view.draft === null ? null : await openDraft(engine, view.draft);
  if (drafted !== null) return drafted;
  const { standing, heads, level } = view;
  // An amendment goes on from what was amended before.
  const value = withAmendments(view);
  return { draft: await engine.drafts.newId(), drafted: false, record, standing, heads, level, atLeast: level, value };
}

async function openDraft(engine: Engine, id: DraftId): Promise<OpenNote | null> {
  const draft = await engine.drafts.open(id);
  if (draft === null || draft.kind !== 'note') return null;
  const { record, heads, level, value } = draft;
  const opened = record === null ? null : await engine.notebook.open('note', record);
  const view = opened?.ok === true ? opened.value : null;
  return { draft: id, drafted: true, record, standing: view?.standing ?? 'open', heads, level, atLeast: view?.level ?? null, value };
}
