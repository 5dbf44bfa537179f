import { OnePane } from '../../kit/room-layout.tsx';
import { RecordList } from '../../kit/record-list/record-list.tsx';
import { roomOfKind } from '../../kit/paths.ts';
import { ViewLinks } from '../../kit/view-links.tsx';
import { dayInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';

/** The list, or those whose review is overdue. */
export function SubjectViews({ view }: { view: 'list' | 'overdue' }) {
  const say = useWords('subjects');
  return (
    <ViewLinks
      label={say('views.label')}
      links={[
        { path: roomOfKind.subject, words: say('views.list'), here: view === 'list' },
        { path: `${roomOfKind.subject}/overdue`, words: say('views.overdue'), here: view === 'overdue' },
      ]}
    />
  );
}

/** Out of lists and search until somebody extends their review or bins them. */
export function OverdueSubjects() {
  const say = useWords('subjects');
  const kit = useWords('kit');
  return (
    <OnePane label={say('views.overdue')}>
      <RecordList
        kind="subject"
        within="overdue reviews"
        above={
          <>
            <SubjectViews view="overdue" />
            <p>{kit('review.about')}</p>
          </>
        }
        filter={{ restricted: true }}
        columns={['schema', 'case']}
        sort={{ by: 'reviewBy' }}
        aside={({ value }) => (value.reviewBy ? dayInWords(value.reviewBy) : null)}
        isUrgent={() => true}
      />
    </OnePane>
  );
}
