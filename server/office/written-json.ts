import { failed, ok, type Result } from '../../core/result.ts';

/** JSON as a person wrote it. A slip is named with its line, since nobody counts characters. Facts: `{where, problem}`. */
export function writtenJson(bytes: Uint8Array): Result<unknown, 'not-json'> {
  const text = new TextDecoder().decode(bytes);
  const slip = slipIn(text);
  if (slip === null) return ok(JSON.parse(text) as unknown);
  const lines = text.split('\n');
  const at = lines.findIndex((_line, index) => slipIn(lines.slice(0, index + 1).join('\n'))?.unfinished === false);
  return failed('not-json', { where: `line ${at === -1 ? lines.length : at + 1}`, problem: slip.says });
}

/** What the parser objects to; `unfinished`: it would go on if more followed. */
function slipIn(text: string): { readonly says: string; readonly unfinished: boolean } | null {
  try {
    JSON.parse(text);
    return null;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : '';
    const unfinished = /end of JSON input|Unterminated/.test(message) || message.includes(`at position ${text.length} `);
    return { says: message.split(/, (?:\.\.\.)?"| in JSON/)[0] ?? '', unfinished };
  }
}
