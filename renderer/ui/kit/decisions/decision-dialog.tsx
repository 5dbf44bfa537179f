import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../words/words.ts';
import classes from './decision-dialog.module.css';

export interface DecisionDialogProps {
  readonly title: string;
  /** The verb on its button. */
  readonly act: string;
  readonly busy: boolean;
  readonly onDecide: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A decision with its ground; Escape and Cancel change nothing. */
export function DecisionDialog({ title, act, busy, onDecide, onClose, children }: DecisionDialogProps) {
  const say = useWords('kit');
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': say('close') }} attributes={{ header: { role: 'presentation' } }}>
      <form
        className={classes['dialog']}
        onSubmit={(event) => {
          event.preventDefault();
          onDecide();
        }}
      >
        {children}
        <div className={classes['acts']}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button type="submit" variant="filled" loading={busy}>{act}</Button>
        </div>
      </form>
    </Modal>
  );
}
