import type { Session } from './session.ts';

/** Does it with the session that is open then, once that knows of every record; without one answers `closed`. */
export type WhenOpen = <Value, Closed>(work: (open: Session) => Promise<Value>, closed: Closed) => Promise<Value | Closed>;

export function whenOpen(session: () => Session | null): WhenOpen {
  return async (work, closed) => {
    const open = session();
    await open?.ready();
    return open === null ? closed : work(open);
  };
}
