import type { Day } from '../ids.ts';
import { addDays, dayOf, lastOfMonth, weekdayOf, yearOf } from './calendar-day.ts';
import { deadlineWords, endOfMonthWords, foldWord, monthBeginnings, todayWords, tomorrowWords, weekdayBeginnings } from './day-words.ts';

export interface FoundDay {
  readonly day: Day;
  /** The text without the day and the word that led to it. */
  readonly rest: string;
}

type Reader = (words: string, today: Day) => Day | null;

/**
 * Finds the day that a line of minutes ends with: "send the draft by Friday", "do petka", "до
 * 12.12.", "avant le 3 mars". Only the end of the line is looked at, so that a date that belongs to
 * the sentence stays in it.
 *
 * @param today the day of the meeting, from which "Friday" and "tomorrow" are counted
 * @returns `null` when the line ends with no day
 */
export function findDay(text: string, today: Day): FoundDay | null {
  const trimmed = text.trimEnd().replace(/[.;,]$/, '');
  const words = trimmed.split(/\s+/);
  for (let count = Math.min(5, words.length); count >= 1; count -= 1) {
    const tail = words.slice(-count);
    const day = readDay(foldWord(tail.join(' ')), today);
    if (day === null) continue;
    return { day, rest: withoutDeadlineWord(words.slice(0, -count)) };
  }
  return null;
}

const readers: readonly Reader[] = [readNumbers, readMonthName, readWeekday, readWords];

function readDay(words: string, today: Day): Day | null {
  for (const read of readers) {
    const day = read(words.replace(/^(le|la|the|dt\.?|data)\s+/, ''), today);
    if (day !== null) return day;
  }
  return null;
}

/** 2026-12-04, 4.12.2026, 04/12/2026, 4.12. */
function readNumbers(words: string, today: Day): Day | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(words);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const european = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{4})?)?$/.exec(words);
  if (!european) return null;
  return inYear(european[3], Number(european[2]), Number(european[1]), today);
}

/** 4 December, 4. prosinca 2026, 4 dhjetor */
function readMonthName(words: string, today: Day): Day | null {
  const parts = /^(\d{1,2})(?:\.|st|nd|rd|th|er)?\s+(\p{L}{3,})\.?(?:\s+(\d{4})\.?)?$/u.exec(words);
  if (!parts) return null;
  const name = parts[2] ?? '';
  const month = monthBeginnings.findIndex((beginnings) => beginnings.some((one) => name.startsWith(one))) + 1;
  return month === 0 ? null : inYear(parts[3], month, Number(parts[1]), today);
}

/** Without a year, the next such day that has not passed. */
function inYear(year: string | undefined, month: number, date: number, today: Day): Day | null {
  if (year !== undefined) return dayOf(Number(year), month, date);
  const thisYear = dayOf(yearOf(today), month, date);
  return thisYear !== null && thisYear >= today ? thisYear : dayOf(yearOf(today) + 1, month, date);
}

/** The next such weekday; on that very weekday, a week later. "next Friday", "vendredi prochain" is the one of next week. */
function readWeekday(words: string, today: Day): Day | null {
  const next = /^(?:next|sledeci|sledece|iduci|narednu)\s+|\s+prochain$/.exec(words);
  const name = next ? words.replace(next[0], '') : words;
  const wanted = weekdayBeginnings.findIndex((names) => names.includes(name)) + 1;
  if (wanted === 0) return null;
  const ahead = (wanted - weekdayOf(today) + 7) % 7 || 7;
  const startOfNextWeek = addDays(today, 8 - weekdayOf(today));
  return next ? addDays(startOfNextWeek, wanted - 1) : addDays(today, ahead);
}

function readWords(words: string, today: Day): Day | null {
  if (todayWords.some((one) => one === words)) return today;
  if (tomorrowWords.some((one) => one === words)) return addDays(today, 1);
  if (endOfMonthWords.some((one) => one === words)) return lastOfMonth(today);
  const within = /^(?:in|dans|sous|za|pas)\s+(\d{1,3})\s+(\p{L}+)$/u.exec(words);
  if (!within) return null;
  const unit = within[2] ?? '';
  const days = /^(week|semaine|jav|nedelj|nedjelj|sedmic|tjed)/.test(unit) ? 7 : /^(day|jour|dit|dan)/.test(unit) ? 1 : 0;
  return days === 0 ? null : addDays(today, Number(within[1]) * days);
}

function withoutDeadlineWord(words: readonly string[]): string {
  const folded = words.map(foldWord);
  const lengths = deadlineWords.map((one) => one.split(' ')).filter((parts) => parts.every((part, at) => folded.at(at - parts.length) === part)).map((parts) => parts.length);
  const kept = words.slice(0, words.length - Math.max(0, ...lengths));
  return kept.join(' ').replace(/[,;:–-]\s*$/, '').trimEnd();
}
