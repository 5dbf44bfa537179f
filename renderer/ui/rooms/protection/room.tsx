import { Route, Switch } from 'wouter';
import type { RecordRow } from '../../../engine/api.ts';
import { roomOfKind } from '../../kit/paths.ts';
import { RecordRoom } from '../../kit/record-room/record-room.tsx';
import { nearDayInWords, today } from '../../words/dates.ts';
import { ProtectionActs } from './protection-acts.tsx';
import { ProtectionBelow } from './protection-below.tsx';
import { ProtectionFields } from './protection-fields.tsx';
import { ProtectionFacts, ProtectionReading } from './protection-reading.tsx';
import { OverdueWitnesses, ProtectionViews } from './views.tsx';

/** Protected witnesses by their code names; those whose review is overdue stand apart. */
export function ProtectionRoom() {
  return (
    <Switch>
      <Route path={`${roomOfKind.protection}/overdue`} component={OverdueWitnesses} />
      <Route>
        <RecordRoom
          kind="protection"
          list={{
            above: <ProtectionViews view="list" />,
            columns: ['unit', 'unitReference', 'country', 'stage'],
            facets: ['stage', 'country', 'case', 'jwg'],
            group: 'stage',
            groups: ['country', { by: 'reviewBy', as: 'near' }],
            bulk: ['stage', 'unit', 'case'],
            aside: reviewAside,
            isUrgent: isDue,
          }}
          page={{ Fields: ProtectionFields, HeadFacts: ProtectionFacts, ReadActs: ProtectionActs, Reading: ProtectionReading, Below: ProtectionBelow, readFirst: true, without: ['case', 'jwg'] }}
        />
      </Route>
    </Switch>
  );
}

function reviewAside({ value }: RecordRow<'protection'>) {
  return value.reviewBy ? nearDayInWords(value.reviewBy) : null;
}

function isDue({ value }: RecordRow<'protection'>): boolean {
  return Boolean(value.reviewBy) && (value.reviewBy ?? '') <= today();
}
