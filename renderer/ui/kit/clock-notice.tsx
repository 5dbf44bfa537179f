import { bridge } from '../engine-client/bridge.ts';
import { useEngineQuery } from '../engine-client/engine-context.tsx';
import { spanInWords } from '../words/dates.ts';
import { useWords } from '../words/words.ts';
import { Notice } from './notice.tsx';

/** Says when this laptop's clock and the office server's disagree, once the server has been heard. */
export function ClockNotice() {
  const say = useWords('laptop');
  const ahead = useEngineQuery(['pouch', 'clock'], () => bridge().call('channel:state', undefined)).data?.clockAhead ?? null;
  if (ahead === null) return null;
  const by = spanInWords(Math.abs(ahead));
  return <Notice>{ahead > 0 ? say('notices.clock-ahead', { by }) : say('notices.clock-behind', { by })}</Notice>;
}
