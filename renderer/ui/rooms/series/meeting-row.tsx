import type { MeetingView } from '../../engine-client/series-meetings.ts';
import { ListRow } from '../../kit/list-row.tsx';
import { paths } from '../../kit/paths.ts';
import { nearDayInWords } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';

/** One meeting of a series: how far its minutes are, and what came of it. */
export function MeetingRow({ meeting: { record, level, standing, value } }: { meeting: MeetingView }) {
  const say = useWords('series');
  const meetings = useWords('meetings');
  const stage = standing === 'open' ? value.stage : standing === 'approval-conflict' ? 'approval-conflict' : 'approved';
  const count = (type: 'decision' | 'action') => value.lines.filter((line) => line.type === type).length;
  const [decisions, actions] = [count('decision'), count('action')];
  return (
    <ListRow
      to={paths.meeting(record)}
      level={level}
      title={value.title}
      facts={joined(meetings(`stage.${stage}`), value.place, decisions === 0 ? '' : say('decisionCount', { count: decisions }), actions === 0 ? '' : say('actionCount', { count: actions }))}
      aside={joined(value.day === null ? meetings('undated') : nearDayInWords(value.day), value.start)}
    />
  );
}
