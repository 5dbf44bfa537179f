import { useEffect, useState } from 'react';
import { takeOffStatusLine, useTold } from '../kit/told.ts';
import { useWords } from '../words/words.ts';
import classes from './status-line.module.css';

/** How long it stands there, in milliseconds: what can be taken back stays longer, and so does a long sentence. */
function standsFor(message: string, canBeUndone: boolean): number {
  return Math.max(canBeUndone ? 10_000 : 4_000, message.length * 80);
}

/** What was just done, and the way back. It waits as long as the mouse or the keyboard is on it. */
export function ToldLine() {
  const say = useWords('kit');
  const told = useTold();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (told === null || held) return undefined;
    const timer = window.setTimeout(() => takeOffStatusLine(told.id), standsFor(told.message, told.undo !== null));
    return () => window.clearTimeout(timer);
  }, [told, held]);
  // Heard as soon as something is in it, so it is always there.
  return (
    <span role="status" className={classes['told']} onMouseEnter={() => setHeld(true)} onMouseLeave={() => setHeld(false)} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      {told === null ? null : <span>{told.message}</span>}
      {told === null || told.undo === null ? null : (
        <button type="button" className={classes['undo']} onClick={() => { setHeld(false); told.undo?.(); }}>
          {say('undo')}
        </button>
      )}
    </span>
  );
}
