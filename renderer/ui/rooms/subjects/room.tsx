import { Route, Switch } from 'wouter';
import type { RecordRow } from '../../../engine/api.ts';
import { roomOfKind } from '../../kit/paths.ts';
import { RecordRoom } from '../../kit/record-room/record-room.tsx';
import { nearDayInWords, today } from '../../words/dates.ts';
import { SubjectActs } from './subject-acts.tsx';
import { SubjectFacts, SubjectReading } from './subject-reading.tsx';
import { SubjectFields } from './subject-fields.tsx';
import { SubjectRelations } from './subject-relations.tsx';
import { OverdueSubjects, SubjectViews } from './views.tsx';

/** Whom and what investigations are about; those whose review is overdue stand apart. */
export function SubjectsRoom() {
  return (
    <Switch>
      <Route path={`${roomOfKind.subject}/overdue`} component={OverdueSubjects} />
      <Route>
        <RecordRoom
          kind="subject"
          list={{
            above: <SubjectViews view="list" />,
            columns: ['schema', 'countries', 'case'],
            facets: ['schema', 'countries', 'useStatus', 'case'],
            group: 'schema',
            groups: ['case', { by: 'reviewBy', as: 'near' }],
            bulk: ['useStatus', 'case', 'jwg'],
            aside: reviewAside,
            isUrgent: isNear,
          }}
          page={{ Fields: SubjectFields, HeadFacts: SubjectFacts, ReadActs: SubjectActs, Reading: SubjectReading, Below: SubjectRelations, readFirst: true, without: ['case', 'jwg'] }}
        />
      </Route>
    </Switch>
  );
}

function reviewAside({ value }: RecordRow<'subject'>) {
  return value.reviewBy ? nearDayInWords(value.reviewBy) : null;
}

function isNear({ value }: RecordRow<'subject'>): boolean {
  return Boolean(value.reviewBy) && (value.reviewBy ?? '') <= today();
}
