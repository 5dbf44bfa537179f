import { Progress } from '@mantine/core';
import type { DeliveryProgress } from '../../../engine/api.ts';
import { useDelivery } from '../../engine-client/delivery.ts';
import { sizeInWords } from '../../attachments/file-words.ts';
import { joined } from '../../words/joined.ts';
import { numberInWords } from '../../words/numbers.ts';
import { timeLeft } from '../../words/time-left.ts';
import { useWords } from '../../words/words.ts';
import classes from './pouch.module.css';

/** The quiet line while it moves: what it does, how far, how fast. */
export function DeliveryLine() {
  const say = useWords('pouch');
  const { progress } = useDelivery();
  const words = progress === null ? say('beginning') : say(`phase.${progress.phase}`);
  return (
    <div className={classes['delivery']} data-testid="delivery-line">
      <div className={classes['deliveryWords']}>
        <span>
          {/* Only what it does is read out by itself: the figures change every second. */}
          <span role="status">{words}</span> {progress === null || !isCounted(progress) ? '' : say('of', { done: numberInWords(progress.done), total: numberInWords(progress.total) })}
        </span>
        <span>{progress === null ? '' : howFar(progress, say)}</span>
      </div>
      <Progress value={progress === null ? 0 : shareOf(progress)} size={4} radius={0} aria-label={words} transitionDuration={100} />
    </div>
  );
}

/** Files are told in bytes: the pieces that they are counted in are nobody's business. */
function isCounted({ phase, total }: DeliveryProgress): boolean {
  return total > 0 && phase !== 'files';
}

/** By bytes where they are known: they move while a large parcel is on its way. */
function shareOf({ bytes, done, total }: DeliveryProgress): number {
  if (bytes !== null) return (100 * bytes.done) / bytes.total;
  return total === 0 ? 0 : (100 * done) / total;
}

function howFar({ bytes, bytesPerSecond, secondsLeft }: DeliveryProgress, say: ReturnType<typeof useWords<'pouch'>>): string {
  return joined(
    bytes === null ? '' : say('bytes', { done: sizeInWords(bytes.done), total: sizeInWords(bytes.total) }),
    bytesPerSecond === null ? '' : say('speed', { speed: sizeInWords(bytesPerSecond) }),
    secondsLeft === null ? '' : leftInWords(secondsLeft, say),
  );
}

function leftInWords(seconds: number, say: ReturnType<typeof useWords<'pouch'>>): string {
  const left = timeLeft(seconds);
  return 'count' in left ? say(`left.${left.unit}`, { count: left.count }) : say(`left.${left.unit}`);
}
