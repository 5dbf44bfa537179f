import { Route, Switch } from 'wouter';
import type { RecordRow } from '../../../engine/api.ts';
import { isPending } from '../../../../core/cooperation/request-steps.ts';
import { RecordRoom } from '../../kit/record-room/record-room.tsx';
import { roomOfKind } from '../../kit/paths.ts';
import { daysBetween, today } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { RequestsAgeing } from './ageing.tsx';
import { RequestsBoard } from './board.tsx';
import { RequestActs } from './request-acts.tsx';
import { RequestFacts } from './request-facts.tsx';
import { RequestFields } from './request-fields.tsx';
import { RequestBelow } from './request-below.tsx';
import { RequestViews } from './views.tsx';

/** Cooperation requests: as a list, as a board by what has happened, or by how long they have waited. */
export function RequestsRoom() {
  return (
    <Switch>
      <Route path={`${roomOfKind.request}/board`} component={RequestsBoard} />
      <Route path={`${roomOfKind.request}/ageing`} component={RequestsAgeing} />
      <Route>
        <RecordRoom
          kind="request"
          list={{
            above: <RequestViews view="list" />,
            columns: ['instrument', 'toCountry', 'status'],
            facets: ['status', 'instrument', 'toCountry', 'fromCountry', 'route'],
            sort: { by: 'due' },
            group: 'status',
            bulk: ['status', 'case', 'jwg', 'project', 'handledBy', 'due'],
            aside: dueAside,
            isUrgent: isOverdue,
          }}
          page={{ Fields: RequestFields, HeadFacts: RequestFacts, EditActs: RequestActs, Below: RequestBelow, without: ['case', 'jwg'] }}
        />
      </Route>
    </Switch>
  );
}

function dueAside(row: RecordRow<'request'>) {
  return <DueAside row={row} />;
}

function isOverdue({ value }: RecordRow<'request'>): boolean {
  return isPending(value.status ?? 'draft') && value.due !== null && value.due !== undefined && value.due < today();
}

function DueAside({ row }: { row: RecordRow<'request'> }) {
  const say = useWords('requests');
  const { due, status, sent } = row.value;
  if (!isPending(status ?? 'draft')) return null;
  if (due) {
    const days = daysBetween(today(), due);
    return days < 0 ? say('overdue', { count: -days }) : say('left', { count: days });
  }
  return sent && sent < today() ? say('waiting', { count: daysBetween(sent, today()) }) : null;
}
