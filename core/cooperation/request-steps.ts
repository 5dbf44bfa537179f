import type { Day } from '../ids.ts';
import type { deadlineTypes, requestStatuses } from '../records/request.ts';
import type { Instrument } from './judge-request.ts';

export type RequestStatus = (typeof requestStatuses)[number];

/** What can happen next to a request, the likely step first. `dayField`: the field that the day of the step goes into. */
export interface RequestStep {
  readonly status: RequestStatus;
  readonly dayField: 'sent' | 'acknowledged' | 'answered' | 'executed' | 'refused' | null;
}

const step = (status: RequestStatus, dayField: RequestStep['dayField'] = null): RequestStep => ({ status, dayField });
const ends = [step('executed', 'executed'), step('refused', 'refused'), step('withdrawn')];

const steps: Readonly<Record<RequestStatus, readonly RequestStep[]>> = {
  draft: [step('sent', 'sent'), step('withdrawn')],
  sent: [step('acknowledged', 'acknowledged'), step('in-execution'), step('partly-answered', 'answered'), ...ends],
  acknowledged: [step('in-execution'), step('partly-answered', 'answered'), ...ends],
  'in-execution': [step('partly-answered', 'answered'), ...ends],
  'partly-answered': [step('executed', 'executed'), step('refused', 'refused'), step('withdrawn')],
  executed: [step('partly-answered', 'answered')],
  refused: [step('sent', 'sent')],
  withdrawn: [step('sent', 'sent')],
};

export function stepsFrom(status: RequestStatus): readonly RequestStep[] {
  return steps[status];
}

/** Still expected to be answered. */
export function isPending(status: RequestStatus): boolean {
  return status === 'sent' || status === 'acknowledged' || status === 'in-execution' || status === 'partly-answered';
}

/** A deadline that a law sets for an instrument. Days are counted from when the request was sent. */
export interface StatutoryDeadline {
  readonly days: number;
  readonly type: (typeof deadlineTypes)[number];
  readonly source: string;
}

const deadlines: Partial<Readonly<Record<Instrument, StatutoryDeadline>>> = {
  // 30 days to recognise and 90 more to carry out.
  'european-investigation-order': { days: 120, type: 'statutory', source: 'Directive 2014/41/EU Art. 12' },
  'european-arrest-warrant': { days: 60, type: 'statutory', source: 'Framework Decision 2002/584/JHA Art. 17(3)' },
  'freezing-and-confiscation': { days: 45, type: 'statutory', source: 'Regulation (EU) 2018/1805 Art. 20' },
  // What was preserved is kept for at least this long; the request for it must be there before.
  'data-preservation': { days: 60, type: 'statutory', source: 'Budapest Convention Art. 29(7)' },
};

/** `null` where no law sets one. */
export function statutoryDeadline(instrument: Instrument): StatutoryDeadline | null {
  return deadlines[instrument] ?? null;
}

/** A day so many days after another. */
export function dayAfter(day: Day, days: number): Day {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10) as Day;
}
