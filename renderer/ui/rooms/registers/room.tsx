import { Route, Switch } from 'wouter';
import type { TransferId } from '../../../../core/ids.ts';
import { paths } from '../../kit/paths.ts';
import { ConsultationsPage } from './consultations-page.tsx';
import { TransferPage } from './transfer-page.tsx';
import { TransfersPage } from './transfers-page.tsx';

/** What left this notebook, and who looked into it. */
export function RegistersRoom() {
  return (
    <Switch>
      <Route path={`${paths.transfers}/:transfer`}>{({ transfer }) => <TransferPage key={transfer} transfer={transfer as TransferId} />}</Route>
      <Route path={paths.consultations} component={ConsultationsPage} />
      <Route component={TransfersPage} />
    </Switch>
  );
}
