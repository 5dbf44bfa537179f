import { useQuery } from '@tanstack/react-query';
import type { ChangeHash, DraftId, MarkingId, RecordId } from '../../../../core/ids.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import type { Engine } from '../../engine-client/start-engine.ts';
import type { PageAddress } from '../../kit/page-identity.ts';

/** A case as its form begins with it: from the record, from its draft, or from both. */
export interface OpenCase {
  readonly draft: DraftId;
  readonly drafted: boolean;
  readonly record: RecordId | null;
  readonly heads: readonly ChangeHash[];
  readonly level: MarkingId;
  readonly atLeast: MarkingId | null;
  readonly value: Readonly<Record<string, unknown>>;
}

export function useOpenCase(address: PageAddress) {
  const engine = useEngine();
  const id = 'record' in address ? address.record : address.draft;
  return useQuery({ queryKey: ['open-case', id], queryFn: () => openCase(engine, address), gcTime: 0, staleTime: Infinity });
}

async function openCase(engine: Engine, address: PageAddress): Promise<OpenCase | null> {
  if ('draft' in address) return openDraft(engine, address.draft);
  const opened = await engine.notebook.open('case', address.record);
  if (!opened.ok) return null;
  const view = opened.value;
  const drafted = view.draft === null ? null : await openDraft(engine, view.draft);
  if (drafted !== null) return drafted;
  const { record, heads, level, value } = view;
  return { draft: await engine.drafts.newId(), drafted: false, record, heads, level, atLeast: level, value };
}

async function openDraft(engine: Engine, id: DraftId): Promise<OpenCase | null> {
  const draft = await engine.drafts.open(id);
  if (draft === null || draft.kind !== 'case') return null;
  const { record, heads, level, value } = draft;
  const opened = record === null ? null : await engine.notebook.open('case', record);
  return { draft: id, drafted: true, record, heads, level, atLeast: opened?.ok === true ? opened.value.level : null, value };
}
