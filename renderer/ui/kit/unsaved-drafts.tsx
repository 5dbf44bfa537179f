import type { RecordKind } from '../../../core/records/kinds.ts';
import type { DraftRow } from '../../engine/api.ts';
import { useLocation } from 'wouter';
import { useEngineQuery } from '../engine-client/engine-context.tsx';
import { instantInWords } from '../words/dates.ts';
import { useWords } from '../words/words.ts';
import { ListGroup } from './list-group.tsx';
import { ListRow } from './list-row.tsx';
import { pathOfDraft } from './paths.ts';

/** Records of a kind that nobody has saved yet: they live as drafts only. */
export function useUnsavedDrafts(kind: RecordKind): readonly DraftRow[] {
  const drafts = useEngineQuery(['drafts', 'list'], (engine) => engine.drafts.list()).data ?? [];
  return drafts.filter((row) => row.kind === kind && row.record === null);
}

/** What is being written, at the head of a list. Nothing when nothing is. */
export function UnsavedDrafts({ rows, untitled }: { rows: readonly DraftRow[]; untitled: string }) {
  const say = useWords('kit');
  const [location] = useLocation();
  if (rows.length === 0) return null;
  return (
    <ListGroup title={say('unsaved.title')}>
      {rows.map((row) => (
        <ListRow
          key={row.draft}
          to={pathOfDraft(row.kind, row.draft)}
          level={row.level}
          title={row.title === '' ? untitled : row.title}
          facts={say('unsaved.kept', { when: instantInWords(row.savedAt) })}
          current={location === pathOfDraft(row.kind, row.draft)}
        />
      ))}
    </ListGroup>
  );
}
