import type { DraftId, RecordId } from '../../../core/ids.ts';

/** What a page was opened with: a saved record, or a draft that may not have one yet. */
export type PageAddress = { readonly record: RecordId } | { readonly draft: DraftId };

const bornFrom = new Map<RecordId, DraftId>();

/** The first save of a draft has made this record: its page goes on under the record's address. */
export function rememberBirth(record: RecordId, draft: DraftId): void {
  bornFrom.set(record, draft);
}

/** The record of a page, also when it began as a draft and was saved since. */
export function recordOf(address: PageAddress): RecordId | null {
  if ('record' in address) return address.record;
  return [...bornFrom].find(([, draft]) => draft === address.draft)?.[0] ?? null;
}

/**
 * The React key of a page. It stays the same when the first save turns a draft into a record, so that
 * caret, undo and open menus outlive it. A page reads its address once and keeps it.
 */
export function pageKey(address: PageAddress): string {
  return 'draft' in address ? address.draft : (bornFrom.get(address.record) ?? address.record);
}

/** What a route made by `recordRoute` finds. */
export interface FoundAddress {
  readonly draft?: string;
  readonly record?: string;
}

/** One route for both addresses of a page (`/notes/draft/…` and `/notes/…`), so that it outlives its first save. */
export function recordRoute(base: string): RegExp {
  return new RegExp(`^${base}/(?:draft/(?<draft>[^/]+)|(?<record>[^/]+))$`);
}

export function addressOf({ draft, record }: FoundAddress): PageAddress {
  return draft === undefined ? { record: (record ?? '') as RecordId } : { draft: draft as DraftId };
}
