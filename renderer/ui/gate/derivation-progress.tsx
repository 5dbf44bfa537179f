import { useEffect, useRef } from 'react';
import { useEngineQuery } from '../engine-client/engine-context.tsx';
import classes from './person-page.module.css';

/**
 * The derivation cannot say how far it is; it takes about as long as last time on this machine, and
 * the bar fills in that time and waits at the end.
 */
export function DerivationProgress({ words }: { words: string }) {
  const time = useEngineQuery(['vault', 'derivation-time'], (engine) => engine.vault.derivationTime()).data ?? 1000;
  const fill = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const running = fill.current?.animate([{ transform: 'scaleX(0)' }, { transform: 'scaleX(0.96)' }], {
      duration: Math.max(200, time),
      easing: 'linear',
      fill: 'forwards',
    });
    return () => running?.cancel();
  }, [time]);
  return (
    <div className={classes['progress']} role="status">
      {words}
      <div className={classes['track']}>
        <div className={classes['fill']} ref={fill} />
      </div>
    </div>
  );
}
