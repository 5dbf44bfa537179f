import { test } from '@playwright/test';

/** As the app writes days, in the time zone of this machine; `days` from today. */
export function dayFromToday(days: number): string {
  const now = new Date();
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 12);
  return `${String(day.getDate())} ${day.toLocaleString('en-GB', { month: 'short' }).slice(0, 3)} ${String(day.getFullYear())}`;
}

/** Milliseconds that a story about today may need. */
const aStory = 4 * 60_000;

/** A story that says "today" does not begin in the last minutes of a day: it waits for the next one. For `beforeAll`. */
export async function awayFromMidnight(): Promise<void> {
  const now = new Date();
  const left = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime() - now.getTime();
  if (left > aStory) return;
  test.setTimeout(left + 180_000);
  await new Promise((resolve) => setTimeout(resolve, left + 1_000));
}
