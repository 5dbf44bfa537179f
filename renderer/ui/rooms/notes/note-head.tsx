import { Button, Menu } from '@mantine/core';
import type { UseFormReturn } from 'react-hook-form';
import { useLocation } from 'wouter';
import { useConfirm } from '../../kit/confirm-dialog.tsx';
import { useLogActivity } from '../../kit/log-activity.ts';
import { MarkingBadge } from '../../kit/marking-badge.tsx';
import { LowerItem } from '../../kit/lower-item.tsx';
import { paths } from '../../kit/paths.ts';
import type { OpenedRecord } from '../../kit/record-page/opened-record.ts';
import { useBinRecord, useDiscard } from '../../kit/record-page/record-acts.ts';
import { SavedState } from '../../kit/saved-state.tsx';
import { useWords } from '../../words/words.ts';
import type { NoteForm } from './note-form.ts';
import type { NoteSaving } from './save-note.ts';
import classes from './notes.module.css';

export interface NoteHeadProps {
  readonly note: OpenedRecord<'note'>;
  readonly form: UseFormReturn<NoteForm>;
  readonly saving: NoteSaving;
  readonly onReload: () => void;
}

/** One quiet line above the page: how it is marked, whether it is safe, what can be done. */
export function NoteHead({ note, form, saving, onReload }: NoteHeadProps) {
  const say = useWords('notes');
  const confirm = useConfirm();
  const amending = note.standing !== 'open';
  const finalise = async () => {
    const yes = await confirm({ title: say('finaliseAsk.title'), body: say('finaliseAsk.body'), confirm: say('finaliseAsk.confirm') });
    if (yes && (await saving.finalise())) onReload();
  };
  const saveAmendment = async () => {
    if ((await saving.save()) !== null) onReload();
  };
  return (
    <div className={classes['head']}>
      <span className={classes['state']}>
        <MarkingBadge level={saving.level} /> {amending ? say('amending') : null} <SavedState saving={saving.keeper.saving} />
      </span>
      <span className={classes['acts']}>
        <MoreActs note={note} form={form} saving={saving} onReload={onReload} />
        {amending ? null : (
          <Button disabled={saving.busy} onClick={() => void finalise()}>
            {say('acts.finalise')}
          </Button>
        )}
        <Button variant="filled" loading={saving.busy} onClick={() => void (amending ? saveAmendment() : saving.save())}>
          {say(amending ? 'acts.saveAmendment' : 'acts.save')}
        </Button>
      </span>
    </div>
  );
}

function MoreActs({ note, form, saving, onReload }: NoteHeadProps) {
  const say = useWords('notes');
  const advisory = useWords('advisory');
  const logActivity = useLogActivity();
  const kit = useWords('kit');
  const [, go] = useLocation();
  const { record } = saving;
  const discard = useDiscard({ kind: 'note', draft: note.draft, record, keeper: saving.keeper, onReload });
  const bin = useBinRecord('note');
  const log = async () => {
    const saved = await saving.save();
    if (saved !== null) await logActivity({ kind: 'note', record: saved.record, level: saving.level, value: form.getValues() });
  };
  return (
    <Menu>
      <Menu.Target>
        <Button variant="subtle">{kit('more')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void log()}>{advisory('log')}</Menu.Item>
        {record === null ? null : <Menu.Item onClick={() => go(paths.history(record, 'note'))}>{say('acts.history')}</Menu.Item>}
        {record === null ? null : <LowerItem kind="note" record={record} level={saving.level} />}
        <Menu.Item onClick={() => void discard()}>{say(record === null ? 'acts.discard' : 'acts.discardChanges')}</Menu.Item>
        {record === null ? null : <Menu.Item onClick={() => void bin(record)}>{say('acts.bin')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
