import type { JwgId } from '../../../../core/ids.ts';
import type { HeldRow } from '../../../engine/api.ts';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { useWords } from '../../words/words.ts';
import { RecordButtons } from './record-buttons.tsx';
import classes from './pouch.module.css';
import { useRecord } from './use-record.ts';

/** H3: the provider's own words, and a person who answers for reading them. */
export function ConfirmH3({ row, group, restriction, onClose }: { readonly row: HeldRow; readonly group: JwgId; readonly restriction: string; readonly onClose: () => void }) {
  const say = useWords('pouch');
  const { failure, record } = useRecord(row, onClose);
  return (
    <div className={classes['form']}>
      <p>{say('recording.h3.restriction')}</p>
      <blockquote className={classes['quoted']}>{restriction}</blockquote>
      <p className={classes['what']}>{say('recording.h3.note')}</p>
      {failure === null ? null : <ErrorSentence failure={failure} />}
      <RecordButtons save={say('recording.h3.save')} onClose={onClose} onSave={() => void record({ act: 'confirm-h3', jwg: group })} />
    </div>
  );
}
