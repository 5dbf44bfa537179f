import { failed } from '../../../core/result.ts';
import type { Session } from '../session.ts';
import type { DeparturesApi } from './departures-api.ts';
import { recordAct } from './record-act.ts';

const locked = failed('vault-locked');

/** Everything about what leaves that the pouch's own exchange does not do. */
export function createDepartures(session: () => Session | null): DeparturesApi {
  const whenOpen = async <Value, Closed>(work: (open: Session) => Promise<Value>, closed: Closed): Promise<Value | Closed> => {
    const open = session();
    await open?.ready();
    return open === null ? closed : work(open);
  };
  return {
    act: (record, act) => whenOpen((open) => recordAct(open, record, act), locked),
  };
}
