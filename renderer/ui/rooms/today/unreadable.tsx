import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { useWords } from '../../words/words.ts';
import { Notice } from '../../kit/notice.tsx';

/** Rows that did not open at unlock: told until they do, never hidden. */
export function Unreadable() {
  const say = useWords('today');
  const state = useEngineQuery(['vault', 'state'], (engine) => engine.vault.state()).data;
  const count = state?.state === 'open' ? (state.unreadableRows ?? 0) : 0;
  return count === 0 ? null : <Notice>{say('unreadable', { count })}</Notice>;
}
