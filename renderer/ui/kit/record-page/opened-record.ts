import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChangeHash, DraftId, MarkingId, RecordId } from '../../../../core/ids.ts';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import type { Standing } from '../../../engine/api.ts';
import { withAmendments } from '../../changes/with-amendments.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import type { Engine } from '../../engine-client/start-engine.ts';
import { recordOf, type PageAddress } from '../page-identity.ts';

/** A record as its page begins with it: from the record, from its draft, or from both. */
export interface OpenedRecord<Kind extends RecordKind = RecordKind> {
  readonly kind: Kind;
  readonly draft: DraftId;
  /** Whether the draft holds something that the record does not. */
  readonly drafted: boolean;
  readonly record: RecordId | null;
  readonly standing: Standing;
  readonly heads: readonly ChangeHash[];
  readonly level: MarkingId;
  /** The record's own level: nothing below it is offered. */
  readonly atLeast: MarkingId | null;
  /** The form's first values: what a schema has passed, or a draft, which may hold anything or nothing. */
  readonly value: Readonly<Record<string, unknown>>;
}

export interface Opening<Kind extends RecordKind> {
  /** `undefined` while it is being opened, `null` when it is not in the notebook. */
  readonly opened: OpenedRecord<Kind> | null | undefined;
  /** Opens it anew, as it stands now. */
  readonly reload: () => Promise<void>;
}

/**
 * Opens a record or a draft once for its page. It is not refreshed while somebody writes in it: what
 * arrives meanwhile is united at the next save.
 */
export function useOpenedRecord<Kind extends RecordKind>(kind: Kind, address: PageAddress): Opening<Kind> {
  const engine = useEngine();
  // The first save moves the page to the record's address; what is open stays what it is.
  const [first] = useState(address);
  const id = 'record' in first ? first.record : first.draft;
  const query = useQuery({ queryKey: ['opened', kind, id], queryFn: () => openRecord(engine, kind, first), gcTime: 0, staleTime: Infinity });
  const reload = async () => {
    await query.refetch();
  };
  return { opened: query.isPending ? undefined : query.data, reload };
}

async function openRecord<Kind extends RecordKind>(engine: Engine, kind: Kind, address: PageAddress): Promise<OpenedRecord<Kind> | null> {
  const record = recordOf(address);
  if (record === null) return 'draft' in address ? openDraft(engine, kind, address.draft) : null;
  const answer = await engine.notebook.open(kind, record);
  if (!answer.ok) return null;
  const view = answer.value;
  const drafted = view.draft === null ? null : await openDraft(engine, kind, view.draft);
  if (drafted !== null) return drafted;
  const { standing, heads, level } = view;
  // An amendment goes on from what was amended before.
  return { kind, draft: await engine.drafts.newId(), drafted: false, record, standing, heads, level, atLeast: level, value: withAmendments(view) };
}

async function openDraft<Kind extends RecordKind>(engine: Engine, kind: Kind, id: DraftId): Promise<OpenedRecord<Kind> | null> {
  const draft = await engine.drafts.open(id);
  if (draft === null || draft.kind !== kind) return null;
  const { record, heads, level, value } = draft;
  const opened = record === null ? null : await engine.notebook.open(kind, record);
  const view = opened?.ok === true ? opened.value : null;
  return { kind, draft: id, drafted: true, record, standing: view?.standing ?? 'open', heads, level, atLeast: view?.level ?? null, value };
}
