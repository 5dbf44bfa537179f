import type { DeviceId, Instant } from '../ids.ts';
import type { HybridTime } from './change.ts';

/**
 * Hybrid logical clock (Kulkarni et al., "Logical Physical Clocks", 2014): readings stay close to
 * the wall clock and never contradict what a device has seen. It orders what people did at the same
 * time; what happened before what is known from the histories' links, never from here.
 */
export interface ClockReading {
  /** Milliseconds since the epoch. */
  readonly ms: number;
  /** Tells readings of one millisecond apart; 0 to 65,535. */
  readonly counter: number;
}

/** Nothing advances a clock further than this beyond local time: a day, in milliseconds. */
export const aheadLimit = 24 * 60 * 60 * 1000;

const highestCounter = 0xffff;
const highestMs = 0xffff_ffff_ffff;

/**
 * The reading for a new change. Later than the last one even when the local clock went back, unless
 * it went back by more than a day: a clock that was once years ahead must not stay there, so
 * readings start again from local time. Links keep a device's own changes in order even then.
 */
export function nextReading(last: ClockReading | null, now: Instant): ClockReading {
  const local = wholeMs(now);
  if (last === null || local > last.ms || isAhead(last, local)) return { ms: local, counter: 0 };
  const next = last.counter < highestCounter ? { ms: last.ms, counter: last.counter + 1 } : { ms: last.ms + 1, counter: 0 };
  return isAhead(next, local) ? { ms: local, counter: 0 } : next;
}

/** What the clock says after a change from elsewhere was seen; one from the future moves nothing. */
export function afterSeeing(
  last: ClockReading | null,
  remote: HybridTime,
  now: Instant,
): { readonly reading: ClockReading | null; readonly fromTheFuture: boolean } {
  const seen = parseTime(remote);
  if (seen === null || isAhead(seen, wholeMs(now))) return { reading: last, fromTheFuture: true };
  const later = last === null || seen.ms > last.ms || (seen.ms === last.ms && seen.counter > last.counter);
  return { reading: later ? { ms: seen.ms, counter: seen.counter } : last, fromTheFuture: false };
}

/** Whether a change claims to be made more than a day after `now`. */
export function isFromTheFuture(time: HybridTime, now: Instant): boolean {
  return instantOf(time) > wholeMs(now) + aheadLimit;
}

function isAhead(reading: ClockReading, local: number): boolean {
  return reading.ms > local + aheadLimit;
}

/** The reading of a device as text that sorts in time. */
export function formatTime(reading: ClockReading, device: DeviceId): HybridTime {
  return `${hexadecimal(reading.ms, 12)}-${hexadecimal(reading.counter, 4)}-${device}` as HybridTime;
}

/** A reading and its device; `null` for text that is not one. */
export function parseTime(text: string): (ClockReading & { readonly device: DeviceId }) | null {
  const parts = /^([0-9a-f]{12})-([0-9a-f]{4})-([\w-]{1,64})$/.exec(text);
  if (parts === null) return null;
  const [, ms = '', counter = '', device = ''] = parts;
  return { ms: Number.parseInt(ms, 16), counter: Number.parseInt(counter, 16), device: device as DeviceId };
}

/** The wall-clock part of a reading, in milliseconds since the epoch. */
export function instantOf(time: HybridTime): Instant {
  return Number.parseInt(time.slice(0, 12), 16);
}

function hexadecimal(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0');
}

/** A machine's clock may be anything at all; a reading is a whole number of milliseconds from 1970 on. */
function wholeMs(now: Instant): number {
  return Number.isFinite(now) ? Math.min(Math.max(Math.floor(now), 0), highestMs - aheadLimit) : 0;
}
