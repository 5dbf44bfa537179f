/** How long something still takes, as a person would say it. */
export type TimeLeft = { readonly unit: 'seconds' | 'minute' } | { readonly unit: 'minutes' | 'hours'; readonly count: number };

/** Below this many seconds nobody counts them. */
const few = 10;

/** Rounded up, coarser the longer it is: what is said must not be wrong again at the next look. */
export function timeLeft(seconds: number): TimeLeft {
  if (seconds <= few) return { unit: 'seconds' };
  if (seconds <= 60) return { unit: 'minute' };
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 10) return { unit: 'minutes', count: minutes };
  if (minutes <= 55) return { unit: 'minutes', count: Math.ceil(minutes / 5) * 5 };
  return { unit: 'hours', count: Math.ceil(minutes / 60) };
}

/** How long something took, in one unit. */
export function duration(seconds: number): { readonly unit: 'seconds' | 'minutes' | 'hours'; readonly count: number } {
  if (seconds < 90) return { unit: 'seconds', count: Math.max(1, Math.round(seconds)) };
  if (seconds < 90 * 60) return { unit: 'minutes', count: Math.round(seconds / 60) };
  return { unit: 'hours', count: Math.round(seconds / 3600) };
}
