/** `9`, `930`, `9:30`, `09.30`, `14h05` → `09:30`; `null` when it is no time of the day. */
export function timeFromWords(text: string): string | null {
  const match = /^(\d{1,2})(?:[:.h\s]?(\d{2})?)?$/.exec(text.trim().toLowerCase());
  const short = /^(\d)(\d{2})$/.exec(text.trim());
  const [hours, minutes] = short === null ? [match?.[1], match?.[2]] : [short[1], short[2]];
  if (hours === undefined) return null;
  const [hour, minute] = [Number(hours), Number(minutes ?? '0')];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
