import { cryptoReady } from '../core/crypto/sodium.ts';
import type { Failure } from '../core/result.ts';
import { readCommand } from './command.ts';
import { sentenceOf, type ServerFailure } from './sentences.ts';
import { isDryRun, type VerbOutcome, type VerbSurroundings } from './verb.ts';

/** What a command line came to: texts for the two outputs, the exit code, and a server that goes on. */
export interface CommandOutcome {
  readonly code: 0 | 1;
  readonly out: string;
  readonly errors: string;
  readonly running?: { close(): Promise<void> };
}

/** Reads a command line, runs its verb, and puts into words what it did. */
export async function runCommand(words: readonly string[], surroundings: Omit<VerbSurroundings, 'values' | 'writes'>): Promise<CommandOutcome> {
  const read = readCommand(words);
  if (!read.ok) return failure(read.failure, words.includes('--json'));
  if ('help' in read.value) return { code: 0, out: `${read.value.help}\n`, errors: '' };
  const { verb, values, json } = read.value;
  await cryptoReady;
  const outcome = await verb.run({ ...surroundings, values, writes: Object.hasOwn(verb.options, 'dry-run') });
  if (!outcome.ok) return failure(outcome.failure, json);
  const { running } = outcome.value;
  return { code: 0, out: told(outcome.value, json, isDryRun(values)), errors: '', ...(running === undefined ? {} : { running }) };
}

function told(outcome: VerbOutcome, json: boolean, dryRun: boolean): string {
  if (json) return `${JSON.stringify(dryRun ? { ...outcome.data, dryRun } : outcome.data)}\n`;
  return `${[...(dryRun ? ['Dry run: nothing was written. Without --dry-run:'] : []), ...outcome.lines].join('\n')}\n`;
}

function failure(what: Failure<ServerFailure>, json: boolean): CommandOutcome {
  const sentence = sentenceOf(what);
  if (!json) return { code: 1, out: '', errors: `${sentence}\n` };
  return { code: 1, out: `${JSON.stringify({ failure: what.code, sentence })}\n`, errors: '' };
}
