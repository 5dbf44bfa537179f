import { Button, Modal } from '@mantine/core';
import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import { useWords } from '../words/words.ts';
import classes from './confirm-dialog.module.css';

export interface Question {
  readonly title: string;
  readonly body: ReactNode;
  /** The verb on the button. */
  readonly confirm: string;
  /** Something is lost: the button is red. */
  readonly loss?: boolean;
  /** Going back is the safer answer: its words, and it has the focus. */
  readonly back?: string;
}

/** A question may come up within a dialog. */
const aboveDialogs = 300;

type Ask = (question: Question) => Promise<boolean>;
const AskContext = createContext<Ask>(() => Promise.resolve(false));

/** Asks before what cannot be undone: `if (await confirm({ … })) …`. */
export function useConfirm(): Ask {
  return useContext(AskContext);
}

interface Open {
  readonly question: Question;
  readonly answer: (yes: boolean) => void;
}

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const say = useWords('kit');
  const [open, setOpen] = useState<Open | null>(null);
  const ask = useCallback<Ask>((question) => new Promise((answer) => setOpen({ question, answer })), []);
  const close = (yes: boolean) => {
    open?.answer(yes);
    setOpen(null);
  };
  const back = open?.question.back;
  return (
    <AskContext value={ask}>
      {children}
      <Modal zIndex={aboveDialogs} opened={open !== null} onClose={() => close(false)} title={open?.question.title} closeButtonProps={{ 'aria-label': say('close') }} attributes={{ header: { role: 'presentation' } }}>
        <div className={classes['body']}>{open?.question.body}</div>
        <div className={classes['acts']}>
          <Button {...(back === undefined ? {} : { variant: 'filled' })} onClick={() => close(false)} data-autofocus={back === undefined ? undefined : true}>{back ?? say('cancel')}</Button>
          <Button variant={back === undefined ? 'filled' : 'default'} color={open?.question.loss === true ? 'red' : 'ink'} onClick={() => close(true)} data-autofocus={back === undefined ? true : undefined}>
            {open?.question.confirm}
          </Button>
        </div>
      </Modal>
    </AskContext>
  );
}
