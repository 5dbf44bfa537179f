import { Progress } from '@mantine/core';
import type { DeliveryProgress } from '../../../engine/api.ts';
import { useDelivery } from '../../engine-client/delivery.ts';
import { joined } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';
import classes from './pouch.module.css';

/** The quiet line while it moves: what it does, how far, how fast. */
export function DeliveryLine() {
  const say = useWords('pouch');
  const { progress } = useDelivery();
  const words = progress === null ? say('beginning') : say(`phase.${progress.phase}`);
  const share = progress === null || progress.total === 0 ? 0 : (100 * progress.done) / progress.total;
  return (
    <div className={classes['delivery']} role="status">
      <div className={classes['deliveryWords']}>
        <span>{words}</span>
        <span>{progress === null ? '' : howFar(progress, say)}</span>
      </div>
      <Progress value={share} size={4} radius={0} aria-label={words} transitionDuration={100} />
    </div>
  );
}

function howFar(progress: DeliveryProgress, say: ReturnType<typeof useWords<'pouch'>>): string {
  return joined(
    progress.total > 0 ? say('of', { done: progress.done, total: progress.total }) : '',
    progress.bytesPerSecond === null ? '' : say('speed', { speed: Math.max(1, Math.round(progress.bytesPerSecond / 1000)) }),
  );
}
