import { cryptoReady } from '../core/crypto/sodium.ts';
import type { Failure } from '../core/result.ts';
import { readCommand } from './command.ts';
import { sentenceOf, type ServerFailure } from './sentences.ts';
import { askAtTerminal } from './terminal.ts';
import type { VerbOutcome } from './verb.ts';

/** `npm run server -- <verb>`: reads the command line, runs the verb, tells what it did. */
async function main(words: readonly string[]): Promise<void> {
  const read = readCommand(words);
  if (!read.ok) return tellFailure(read.failure, words.includes('--json'));
  if ('help' in read.value) {
    process.stdout.write(`${read.value.help}\n`);
    return;
  }
  const { verb, values, json } = read.value;
  await cryptoReady;
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  const outcome = await verb.run({ now: Date.now(), values, ask: askAtTerminal, tell });
  if (!outcome.ok) return tellFailure(outcome.failure, json);
  tellOutcome(outcome.value, json);
}

function tellOutcome(outcome: VerbOutcome, json: boolean): void {
  process.stdout.write(json ? `${JSON.stringify(outcome.data)}\n` : `${outcome.lines.join('\n')}\n`);
  const { running } = outcome;
  if (running === undefined) return;
  const end = () => void running.close().then(() => process.exit(0));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

function tellFailure(failure: Failure<ServerFailure>, json: boolean): void {
  if (json) process.stdout.write(`${JSON.stringify({ failure: failure.code, sentence: sentenceOf(failure) })}\n`);
  else process.stderr.write(`${sentenceOf(failure)}\n`);
  process.exitCode = 1;
}

await main(process.argv.slice(2));
