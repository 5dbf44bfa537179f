/** `45 min`, `2 h`, `2 h 15 min`: the same in every language of the app, since the units are (SI brochure, table 8). */
export function lengthInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [...(hours === 0 ? [] : [`${String(hours)}\u00A0h`]), ...(rest === 0 && hours > 0 ? [] : [`${String(rest)}\u00A0min`])];
  return parts.join(' ');
}
