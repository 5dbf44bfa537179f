import { roomOfKind } from '../../kit/paths.ts';
import { RecordList } from '../../kit/record-list/record-list.tsx';
import { OnePane } from '../../kit/room-layout.tsx';
import { ViewLinks } from '../../kit/view-links.tsx';
import { dayInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';

/** The list, or those whose review is overdue. */
export function ProtectionViews({ view }: { view: 'list' | 'overdue' }) {
  const say = useWords('protection');
  return (
    <ViewLinks
      label={say('views.label')}
      links={[
        { path: roomOfKind.protection, words: say('views.list'), here: view === 'list' },
        { path: `${roomOfKind.protection}/overdue`, words: say('views.overdue'), here: view === 'overdue' },
      ]}
    />
  );
}

/** Out of lists and search until somebody extends their review or bins them; their names are watched all the same. */
export function OverdueWitnesses() {
  const say = useWords('protection');
  const kit = useWords('kit');
  return (
    <OnePane label={say('views.overdue')}>
      <RecordList
        kind="protection"
        within="overdue reviews"
        above={
          <>
            <ProtectionViews view="overdue" />
            <p>{kit('review.about')}</p>
          </>
        }
        filter={{ restricted: true }}
        columns={['stage', 'country', 'unit']}
        sort={{ by: 'reviewBy' }}
        aside={({ value }) => (value.reviewBy ? dayInWords(value.reviewBy) : null)}
        isUrgent={() => true}
      />
    </OnePane>
  );
}
