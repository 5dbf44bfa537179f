import type { ChangeHash, DraftId, MarkingId } from '../../../../core/ids.ts';
import type { RecordView } from '../../../engine/api.ts';
import { withAmendments } from '../../changes/with-amendments.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import type { Engine } from '../../engine-client/start-engine.ts';
import { recordOf, type PageAddress } from '../../kit/page-identity.ts';
import { useQuery } from '@tanstack/react-query';

/** A meeting as its page begins with it: from the record, from its draft, or from both. */
export interface OpenMeeting {
  readonly draft: DraftId;
  /** Whether the draft holds something that the record does not. */
  readonly drafted: boolean;
  readonly view: RecordView<'meeting'> | null;
  readonly heads: readonly ChangeHash[];
  readonly level: MarkingId;
  readonly value: Readonly<Record<string, unknown>>;
}

/**
 * Opens a meeting once for its page. It is not refreshed while the page stands: what arrives
 * meanwhile is united at the next save, and a conflict shows then.
 */
export function useOpenMeeting(address: PageAddress) {
  const engine = useEngine();
  const id = 'record' in address ? address.record : address.draft;
  return useQuery({ queryKey: ['open-meeting', id], queryFn: () => openMeeting(engine, address), gcTime: 0, staleTime: Infinity });
}

async function openMeeting(engine: Engine, address: PageAddress): Promise<OpenMeeting | null> {
  const record = recordOf(address);
  if (record === null) return 'draft' in address ? openDraft(engine, address.draft) : null;
  const opened = await engine.notebook.open('meeting', record);
  if (!opened.ok) return null;
  const view = opened.value;
  const drafted = view.draft === null ? null : await openDraft(engine, view.draft);
  if (drafted !== null) return { ...drafted, view };
  // A correction goes on from what was corrected before.
  return { draft: await engine.drafts.newId(), drafted: false, view, heads: view.heads, level: view.level, value: withAmendments(view) };
}

async function openDraft(engine: Engine, id: DraftId): Promise<OpenMeeting | null> {
  const draft = await engine.drafts.open(id);
  if (draft === null || draft.kind !== 'meeting') return null;
  const opened = draft.record === null ? null : await engine.notebook.open('meeting', draft.record);
  return { draft: id, drafted: true, view: opened?.ok === true ? opened.value : null, heads: draft.heads, level: draft.level, value: draft.value };
}
