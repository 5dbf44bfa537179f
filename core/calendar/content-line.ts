/** Octets of a content line without its break (RFC 5545 section 3.1), the space that begins a folded one included. */
const longestLine = 75;

/** A line of a calendar file: `NAME;PARAMETER=value:value`, folded, with its break. The value is taken as it is. */
export function contentLine(name: string, value: string, parameters: Readonly<Record<string, string>> = {}): string {
  const given = Object.entries(parameters).map(([parameter, text]) => `;${parameter}=${parameterValue(text)}`);
  return `${folded(`${name}${given.join('')}:${value}`)}\r\n`;
}

/** A text as a value: backslash, semicolon, comma and line breaks are escaped (section 3.3.11), other control characters left out. */
export function textValue(text: string): string {
  return withoutControls(text.replace(/\r\n?/g, '\n'))
    .replace(/[\\;,]/g, (found) => `\\${found}`)
    .replaceAll('\n', String.raw`\n`);
}

/** Quoted where it holds a separator (section 3.2); what may not stand in quotes is written as RFC 6868 has it. */
function parameterValue(text: string): string {
  const plain = withoutControls(text).replaceAll('^', '^^').replaceAll('\n', '^n').replaceAll('"', "^'");
  return /[,;:]/.test(plain) ? `"${plain}"` : plain;
}

function withoutControls(text: string): string {
  // Control characters come from damaged files and are not allowed in a calendar; tabs and breaks are.
  return text.replace(/[^\P{Cc}\n\t]/gu, '');
}

/** Breaks a line so that no part is longer than 75 octets, never within a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = sizeOf(character);
    if (octets + size > longestLine) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

/** Octets of a character in UTF-8. */
function sizeOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
