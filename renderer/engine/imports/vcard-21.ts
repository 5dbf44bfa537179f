const legacyCharset: Readonly<Record<string, string>> = { 'iso-8859-1': 'windows-1252', 'us-ascii': 'utf-8' };

/**
 * A card of version 2.1 in the syntax of 3.0: bare parameters (`TEL;CELL:`) become types, quoted
 * printable becomes text in its character set, pictures go. Cards of later versions keep their syntax.
 */
export function modernVcard(card: string): string {
  if (!/^VERSION:2\.1\s*$/im.test(card)) return withoutPictures(unfolded(card)).join('\r\n');
  return withoutPictures(unfoldedLegacy(card)).map(modernLine).join('\r\n');
}

/** RFC 6350 3.2: a line that begins with white space goes on the one before. */
function unfolded(card: string): readonly string[] {
  return card.replace(/\n[ \t]/g, '').split('\n').filter((line) => line.trim() !== '');
}

/** In 2.1 a quoted-printable line that ends with `=` goes on too. */
function unfoldedLegacy(card: string): readonly string[] {
  const lines: string[] = [];
  for (const line of unfolded(card)) {
    const last = lines.at(-1);
    if (last !== undefined && last.endsWith('=') && /ENCODING=QUOTED-PRINTABLE|;QUOTED-PRINTABLE/i.test(last)) lines[lines.length - 1] = last.slice(0, -1) + line;
    else lines.push(line);
  }
  return lines;
}

function withoutPictures(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => !/^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]/i.test(line) && /^[\w.-]+[;:]/.test(line));
}

function modernLine(line: string): string {
  if (/^VERSION:/i.test(line)) return 'VERSION:3.0';
  const colon = line.indexOf(':');
  const [name = '', ...parameters] = line.slice(0, colon).split(';');
  const raw = line.slice(colon + 1);
  const charset = parameters.map((one) => /^CHARSET=(.*)$/i.exec(one)?.[1]).find((one) => one !== undefined) ?? 'utf-8';
  const printable = parameters.some((one) => /^(?:ENCODING=)?QUOTED-PRINTABLE$/i.test(one));
  const types = parameters.flatMap((one) => (/^TYPE=/i.test(one) ? [one.slice(5)] : one.includes('=') || /^(?:QUOTED-PRINTABLE|BASE64|8BIT|7BIT)$/i.test(one) ? [] : [one]));
  const value = printable ? escaped(decodePrintable(raw, charset), name) : raw;
  return `${[name, ...types.map((type) => `TYPE=${type}`)].join(';')}:${value}`;
}

function decodePrintable(text: string, charset: string): string {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = /^=([\dA-F]{2})/i.exec(text.slice(at, at + 3))?.[1];
    if (code !== undefined) {
      bytes.push(Number.parseInt(code, 16));
      at += 2;
    } else {
      bytes.push(...new TextEncoder().encode(text[at] ?? ''));
    }
  }
  return decoderOf(charset).decode(Uint8Array.from(bytes));
}

function decoderOf(charset: string): TextDecoder {
  const name = charset.toLowerCase();
  try {
    return new TextDecoder(legacyCharset[name] ?? name);
  } catch {
    return new TextDecoder();
  }
}

/** Line breaks and commas mean something in 3.0; semicolons part the pieces of structured values in both. */
function escaped(text: string, name: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replaceAll('\n', String.raw`\n`).replaceAll(',', String.raw`\,`);
  return /^(?:[\w-]+\.)?(?:N|ADR|ORG)$/i.test(name) ? lines : lines.replaceAll(';', String.raw`\;`);
}
