import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { RecordId } from '../../../../core/ids.ts';
import type { Failure } from '../../../../core/result.ts';
import type { Watched } from '../../../engine/api.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { useWords } from '../../words/words.ts';
import classes from './protection.module.css';

export interface NamesDialogProps {
  readonly record: RecordId;
  readonly onClose: () => void;
  readonly onWatched: (watched: Watched) => void;
}

const mostCharacters = 4000;

/** The one place where the names are typed. No draft keeps it, no spelling service reads it, and it is empty when it closes. */
export function NamesDialog({ record, onClose, onWatched }: NamesDialogProps) {
  const say = useWords('protection');
  const kit = useWords('kit');
  const engine = useEngine();
  const [names, setNames] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const watch = async () => {
    setBusy(true);
    const answer = await engine.protection.watch(record, names.split('\n'));
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    setNames('');
    onWatched(answer.value);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} closeOnClickOutside={names === ''} title={say('names.title')} size="lg" closeButtonProps={{ 'aria-label': kit('close') }} attributes={{ header: { role: 'presentation' } }}>
      <form
        className={classes['dialog']}
        onSubmit={(event) => {
          event.preventDefault();
          void watch();
        }}
      >
        <p>{say('names.about')}</p>
        <Textarea
          label={say('names.label')}
          description={say('names.help')}
          autosize
          minRows={4}
          maxRows={12}
          maxLength={mostCharacters}
          value={names}
          onChange={(event) => setNames(event.currentTarget.value)}
          spellCheck={false}
          autoComplete="off"
          data-autofocus
        />
        {failure === null ? null : <ErrorSentence failure={failure} />}
        <div className={classes['acts']}>
          <Button onClick={onClose}>{kit('cancel')}</Button>
          <Button type="submit" variant="filled" loading={busy} disabled={names.trim() === ''}>{say('names.act')}</Button>
        </div>
      </form>
    </Modal>
  );
}
