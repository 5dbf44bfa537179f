import { Button } from '@mantine/core';
import { useWords } from '../../words/words.ts';
import classes from './pouch.module.css';

/** The foot of each form: away without a word, or record it. */
export function RecordButtons({ save, disabled, onClose, onSave }: { readonly save: string; readonly disabled?: boolean; readonly onClose: () => void; readonly onSave: () => void }) {
  const say = useWords('pouch');
  return (
    <div className={classes['formActs']}>
      <Button onClick={onClose}>{say('recording.cancel')}</Button>
      <Button variant="filled" disabled={disabled ?? false} onClick={onSave}>
        {save}
      </Button>
    </div>
  );
}
