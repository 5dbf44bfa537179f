import type { QueryClient } from '@tanstack/react-query';
import type { EngineEvent } from '../../engine/api.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';

/**
 * First word of every query key: what the answer depends on, so that an event of the engine
 * refreshes exactly that. `['records', kind, …]` for one kind, `['records', 'any', …]` for several.
 */
export type Topic = 'vault' | 'surroundings' | 'records' | 'drafts' | 'today' | 'pouch' | 'search' | 'registers' | 'protection';
export type QueryKey =
  | readonly ['records', RecordKind | 'any', ...(string | number | boolean | null | undefined)[]]
  | readonly [Exclude<Topic, 'records'>, ...(string | number | boolean | null | undefined)[]];

/** What goes, what stays, and what came of the last exchange. */
export const pouchPreviewKey = ['pouch', 'preview'] as const satisfies QueryKey;

/** Marks as stale what an event changed. */
export function refreshAfter(event: EngineEvent, client: QueryClient): void {
  const refresh = (...key: string[]) => void client.invalidateQueries({ queryKey: key });
  switch (event.type) {
    case 'vault':
      // A locked engine knows nothing of the notebook: what it would answer now is not what is.
      if (event.state.state === 'open') void client.invalidateQueries();
      else refresh('vault', 'state');
      return;
    case 'records': {
      const kinds = new Set(event.records.map((one) => one.kind));
      kinds.forEach((kind) => refresh('records', kind));
      ['any'].forEach((any) => refresh('records', any));
      refresh('today');
      refresh('pouch');
      refresh('search');
      return;
    }
    case 'drafts':
      refresh('drafts');
      refresh('today');
      return;
    case 'pouch':
      // What came may be the grant: the laptop is a member now, with other groups and another ceiling.
      refresh('vault', 'me');
      refresh('surroundings');
      refresh('pouch');
      refresh('today');
      return;
    case 'protection':
      refresh('protection');
      return;
    case 'search':
      refresh('search');
      return;
    case 'registers':
      refresh('registers');
      return;
    case 'erased':
    case 'delivery':
    case 'backup':
    case 'file':
      return;
  }
}
