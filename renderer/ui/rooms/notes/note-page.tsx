import { useState } from 'react';
import { EmptyState } from '../../kit/empty-state.tsx';
import type { PageAddress } from '../../kit/page-identity.ts';
import { useOpenedRecord } from '../../kit/record-page/opened-record.ts';
import { NewRecordButton } from '../../kit/record-room/new-record-button.tsx';
import { DetailPage } from '../../kit/room-layout.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { useWords } from '../../words/words.ts';
import { FinalNote } from './final-note.tsx';
import { NoteEditor } from './note-editor.tsx';

/** One note: a final one is read, all others are written in. */
export function NotePage({ address }: { address: PageAddress }) {
  const say = useWords('notes');
  const { opened: note, reload: openAgain } = useOpenedRecord('note', address);
  const [amending, setAmending] = useState(false);
  useShownMarking(note?.level);
  if (note === undefined) return null;
  if (note === null) return <DetailPage><EmptyState act={<NewRecordButton kind="note" prominent />}>{say('gone')}</EmptyState></DetailPage>;
  const { record, standing, drafted } = note;
  const reload = () => {
    setAmending(false);
    void openAgain();
  };
  if (record !== null && standing !== 'open' && !drafted && !amending) return <FinalNote record={record} onAmend={() => setAmending(true)} />;
  return <NoteEditor key={`${note.draft} ${standing}`} note={note} onReload={reload} />;
}
