import { Route, Switch } from 'wouter';
import type { RecordId } from '../../../../core/ids.ts';
import { paths } from '../../kit/paths.ts';
import { CheckPage } from './check-page.tsx';
import { ExportPage } from './export-page.tsx';
import { TimelinePage } from './timeline-page.tsx';

export function ExportRoom() {
  return (
    <Switch>
      <Route path={paths.checkMinutes}>
        <CheckPage />
      </Route>
      <Route path="/export/timeline/:record/:view">{({ record, view }) => <TimelinePage key={record} record={record as RecordId} address={view} />}</Route>
      <Route path="/export/:meeting">{({ meeting }) => <ExportPage key={meeting} meeting={meeting as RecordId} />}</Route>
    </Switch>
  );
}
