import { deriveFromPassphrase } from '../core/crypto/sodium.ts';
import { runCommand } from './run-command.ts';
import { askAtTerminal } from './terminal.ts';

/** npm runs a script in the program's folder; file names are meant from where the person stands. */
function standWhereCalled(environment: NodeJS.ProcessEnv): void {
  const { npm_lifecycle_event: script, INIT_CWD: folder } = environment;
  if (script === 'server' && folder !== undefined) process.chdir(folder);
}

/** `npm run server -- <verb>`: the command as a process. */
async function main(words: readonly string[]): Promise<void> {
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  const outcome = await runCommand(words, { now: Date.now(), environment: process.env, derive: deriveFromPassphrase, ask: askAtTerminal, tell });
  process.stdout.write(outcome.out);
  process.stderr.write(outcome.errors);
  process.exitCode = outcome.code;
  const { running } = outcome;
  if (running === undefined) return;
  const end = () => void running.close().then(() => process.exit(0));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

standWhereCalled(process.env);
await main(process.argv.slice(2));
