import { useState } from 'react';
import { EmptyState } from '../../kit/empty-state.tsx';
import type { PageAddress } from '../../kit/page-identity.ts';
import { DetailPage } from '../../kit/room-layout.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { useWords } from '../../words/words.ts';
import { LockedMeeting } from './locked-meeting.tsx';
import { MeetingEditor } from './meeting-editor.tsx';
import { useOpenMeeting } from './open-meeting.ts';

/** One meeting: locked minutes are read, all others are worked on. */
export function MeetingPage({ address }: { address: PageAddress }) {
  const say = useWords('meetings');
  // The first save moves the page to the record's address; what is open stays what it is.
  const [first] = useState(address);
  const opened = useOpenMeeting(first);
  useShownMarking(opened.data?.level);
  if (opened.isPending) return null;
  if (opened.data === null || opened.data === undefined) return <DetailPage><EmptyState>{say('gone')}</EmptyState></DetailPage>;
  const meeting = opened.data;
  const locked = meeting.view !== null && meeting.view.standing !== 'open';
  if (locked && !meeting.drafted && meeting.view !== null) return <LockedMeeting record={meeting.view.record} />;
  return <MeetingEditor key={meeting.draft} meeting={meeting} overtaken={locked} onReload={() => void opened.refetch()} />;
}
