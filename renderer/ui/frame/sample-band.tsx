import { Button } from '@mantine/core';
import { isSample } from '../engine-client/workspace.ts';
import { useLock } from '../gate/lock.ts';
import { useWords } from '../words/words.ts';
import classes from './frame.module.css';

/** Says at all times that nothing here is real, and leads out of it. */
export function SampleBand() {
  const say = useWords('frame');
  const leave = useLock();
  if (!isSample()) return null;
  return (
    <div className={classes['sample']} role="note">
      <p>{say('sample.band')}</p>
      <Button onClick={leave}>{say('sample.leave')}</Button>
    </div>
  );
}
