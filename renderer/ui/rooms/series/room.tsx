import type { RecordRow } from '../../../engine/api.ts';
import type { RecordValue } from '../../../../core/records/kinds.ts';
import { MeetingViews } from '../../kit/meeting-views.tsx';
import { RecordRoom } from '../../kit/record-room/record-room.tsx';
import { joined } from '../../words/joined.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import { SeriesFields } from './series-fields.tsx';
import { SeriesReading } from './series-reading.tsx';

/** Series of meetings: how each stands, and its next meeting at a press. */
export function SeriesRoom() {
  const say = useWords('series');
  const words = useKindWords('series');
  const factsOf = ({ value: { frequency = 'as-needed', start, place, ended } }: RecordRow<'series'>) =>
    joined(ended === true ? say('hasEnded') : words.choice('frequency', frequency), start, place);
  return (
    <RecordRoom
      kind="series"
      list={{ above: <MeetingViews here="series" />, columns: ['frequency', 'jwg', 'case', 'start', 'place'], facets: ['frequency', 'jwg', 'case', 'ended'], groups: ['jwg', 'case', 'frequency'], bulk: ['frequency', 'jwg', 'case', 'place', 'ended'], facts: factsOf }}
      page={{ Fields: SeriesFields, HeadFacts: SeriesFacts, Reading: SeriesReading, readFirst: true }}
    />
  );
}

function SeriesFacts({ value: { frequency, start, place, ended } }: { value: RecordValue<'series'> }) {
  const say = useWords('series');
  const words = useKindWords('series');
  return joined(words.choice('frequency', frequency), start, place, ended ? say('hasEnded') : '');
}
