import { useState } from 'react';
import { EmptyState } from '../../kit/empty-state.tsx';
import type { PageAddress } from '../../kit/page-identity.ts';
import { DetailPage } from '../../kit/room-layout.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { useWords } from '../../words/words.ts';
import { FinalNote } from './final-note.tsx';
import { NewNoteButton } from './new-note-button.tsx';
import { NoteEditor } from './note-editor.tsx';
import { useOpenNote } from './open-note.ts';

/** One note: a final one is read, all others are written in. */
export function NotePage({ address }: { address: PageAddress }) {
  const say = useWords('notes');
  // The first save moves the page to the record's address; what is open stays what it is.
  const [opened] = useState(address);
  const note = useOpenNote(opened);
  const [amending, setAmending] = useState(false);
  useShownMarking(note.data?.level);
  if (note.isPending) return null;
  if (note.data === null || note.data === undefined) return <DetailPage><EmptyState act={<NewNoteButton prominent />}>{say('gone')}</EmptyState></DetailPage>;
  const { record, standing, drafted } = note.data;
  const reload = () => {
    setAmending(false);
    void note.refetch();
  };
  if (record !== null && standing !== 'open' && !drafted && !amending) return <FinalNote record={record} onAmend={() => setAmending(true)} />;
  return <NoteEditor key={`${note.data.draft} ${standing}`} note={note.data} onReload={reload} />;
}
