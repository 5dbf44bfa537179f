/** What one line of somebody's agenda says. */
export interface AgendaLine {
  readonly title: string;
  /** Planned minutes, where the line says them ("(15 min)", "– 20'", "09:30–10:00") or the next line's time does. */
  readonly minutes: number | null;
  /** When it begins, `HH:MM`, where the line says so. */
  readonly start: string | null;
}

/** As a record takes it. */
export const longestTitle = 300;
const longestItem = 12 * 60;
const numbering = /^\s*(?:(?:item|point|тачка|točka|pika|точка)\s+)?(?:\d{1,2}(?:\.\d{1,2})*[.):]?|[a-z]\)|[ivx]{1,4}[.)]|[-–•*])(?:\s+|$)/iu;
const said = /[([–—-]?\s*(\d{1,3})\s*(?:min(?:utes?|uta|uti|ut[ae])?\.?|мин(?:ута|ути)?\.?|['′’])\s*[)\]]?\s*$/iu;
// A point parts hours from minutes only where the hour has two figures: "1.10" is a number of an item.
const clock = String.raw`(?:(\d{1,2})\s?[:hHч]\s?(\d{2})|(\d{2})\.(\d{2}))`;
const between = String.raw`\s*(?:[-–—]|to|à|do|deri|до)\s*`;
const span = new RegExp(`^\\W{0,2}${clock}(?:${between}${clock})?\\s*(?:h|ч|hrs)?\\b[\\s.:,)\\]|–—-]*`, 'iu');
const spanBehind = new RegExp(`[([]?${clock}${between}${clock}\\s*(?:h|ч|hrs)?[)\\]]?\\s*$`, 'iu');
const columnHeads = /^(?:time|heure|hour|vrijeme|vreme|време|koha|ora|čas|час|duration|durée|item|no\.?|#|rb\.?)$/iu;

/** A line with its time of day, its duration and its numbering taken off; `null` for what is no item, such as the heads of a table. */
export function agendaLine(text: string): AgendaLine | null {
  const bare = text.replace(/\s+/g, ' ').trim();
  if (bare.split(' | ').some((cell) => columnHeads.test(cell.trim())) && timeBefore(bare) === null) return null;
  const { rest, start, minutes } = taken(bare);
  const title = [...rest.replace(/ \| /g, ' – ').replace(/[\s–—:,|-]+$/u, '').replace(/^[\s–—:,|-]+/u, '')].slice(0, longestTitle).join('').trim();
  return title === '' ? null : { title, minutes, start };
}

/** Whether a line begins with a time of day, behind its number at most. */
export function isTimed(text: string): boolean {
  const bare = text.replace(/\s+/g, ' ').trim();
  return (timeBefore(bare) ?? timeBefore(bare.replace(numbering, ''))) !== null;
}

/** Lines that say only when they begin last until the next one does. */
export function withLengths(lines: readonly AgendaLine[]): readonly AgendaLine[] {
  return lines.map((line, at) => {
    const next = lines[at + 1]?.start ?? null;
    if (line.minutes !== null || line.start === null || next === null) return line;
    const minutes = minutesOf(next) - minutesOf(line.start);
    return { ...line, minutes: minutes > 0 && minutes <= longestItem ? minutes : null };
  });
}

interface Taken {
  readonly rest: string;
  readonly start: string | null;
  readonly minutes: number | null;
}

function taken(bare: string): Taken {
  const before = timeBefore(bare);
  const behindNumber = before === null ? bare.replace(numbering, '') : before.rest.replace(numbering, '');
  const time = before ?? timeBefore(behindNumber) ?? timeBehind(behindNumber);
  const rest = before === null ? (time?.rest ?? behindNumber) : behindNumber;
  const minutes = said.exec(rest);
  return {
    rest: minutes === null ? rest : rest.slice(0, minutes.index),
    start: time?.start ?? null,
    minutes: minutes === null ? (time?.minutes ?? null) : Number(minutes[1]),
  };
}

function timeBefore(text: string): Taken | null {
  const found = span.exec(text);
  return found === null ? null : spanOf(found, text.slice(found[0].length));
}

function timeBehind(text: string): Taken | null {
  const found = spanBehind.exec(text);
  return found === null ? null : spanOf(found, text.slice(0, found.index));
}

function spanOf(found: RegExpExecArray, rest: string): Taken | null {
  const [, h1, m1, h2, m2, h3, m3, h4, m4] = found;
  const start = clockOf(h1 ?? h2, m1 ?? m2);
  const end = clockOf(h3 ?? h4, m3 ?? m4);
  if (start === null) return null;
  const minutes = end === null ? null : minutesOf(end) - minutesOf(start);
  return { rest, start, minutes: minutes !== null && minutes > 0 && minutes <= longestItem ? minutes : null };
}

function clockOf(hours: string | undefined, minutes: string | undefined): string | null {
  if (hours === undefined || minutes === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
