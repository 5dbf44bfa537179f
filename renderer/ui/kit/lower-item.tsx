import { Button, Menu } from '@mantine/core';
import { useLocation } from 'wouter';
import { canBeCopied } from '../../../core/lowering/plan-copy.ts';
import type { MarkingId, RecordId } from '../../../core/ids.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import { useWords } from '../words/words.ts';
import { useMarkingOf, useMarkings } from './marking-band.ts';
import { paths } from './paths.ts';

/** Whether there is a level under this one at which a copy could be had. */
function useMayBeLowered(kind: RecordKind, level: MarkingId): boolean {
  const rank = useMarkingOf()(level).rank;
  return useMarkings().some((one) => one.rank < rank) && canBeCopied(kind);
}

/** In the menu of a saved record: its reviewed copy at a lower level. */
export function LowerItem({ kind, record, level }: { kind: RecordKind; record: RecordId; level: MarkingId }) {
  const say = useWords('lowering');
  const [, go] = useLocation();
  return useMayBeLowered(kind, level) ? <Menu.Item onClick={() => go(paths.lower(record, kind))}>{say('menu')}</Menu.Item> : null;
}

/** The same where what can be done stands beside one another. */
export function LowerButton({ kind, record, level }: { kind: RecordKind; record: RecordId; level: MarkingId }) {
  const say = useWords('lowering');
  const [, go] = useLocation();
  return useMayBeLowered(kind, level) ? <Button variant="subtle" onClick={() => go(paths.lower(record, kind))}>{say('menu')}</Button> : null;
}
