import { useKindWords } from '../words/kind-words.ts';
import { useWords } from '../words/words.ts';
import { paths, roomOfKind } from './paths.ts';
import { ViewLinks } from './view-links.tsx';

/** Single meetings, or the series that they are of: two rooms beside one another. */
export function MeetingViews({ here }: { here: 'meetings' | 'series' }) {
  const say = useWords('meetings');
  const series = useKindWords('series');
  return (
    <ViewLinks
      label={say('views')}
      links={[
        { path: paths.meetings, words: say('label'), here: here === 'meetings' },
        { path: roomOfKind.series, words: series.many, here: here === 'series' },
      ]}
    />
  );
}
