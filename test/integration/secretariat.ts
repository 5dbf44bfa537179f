import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { SealKey } from '../../core/crypto/keys.ts';
import { cryptoReady, deriveFromPassphrase, toBase64Url } from '../../core/crypto/sodium.ts';
import { ok } from '../../core/result.ts';
import { runCommand } from '../../server/run-command.ts';
import type { DeriveKey } from '../../server/verb.ts';

/**
 * The secretariat's command. Verbs run in this process, where a process of their own would add
 * nothing but the derivation of a key; servers are processes.
 */
const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));
export const passphrase = 'correct horse, battery & staple';
export const recoveryPassphrase = 'another horse in another stable';

export interface Answer {
  readonly code: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly errors: string;
}

function start(words: readonly string[]): ChildProcess {
  return spawn(process.execPath, [main, ...words], {
    env: { ...process.env, RAPPORTEUR_PASSPHRASE: passphrase },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

const derived = new Map<string, SealKey<'slot'>>();

/** The command's own derivation, remembered: every verb opens the same file, and a key costs about a second. */
const deriveOnce: DeriveKey = (words, salt, parameters) => {
  const name = JSON.stringify([words, toBase64Url(salt), parameters]);
  const known = derived.get(name);
  // A copy: whoever is given a key overwrites it in the end.
  if (known !== undefined) return ok(known.slice() as SealKey<'slot'>);
  const key = deriveFromPassphrase(words, salt, parameters);
  if (key.ok) derived.set(name, key.value.slice() as SealKey<'slot'>);
  return key;
};

/** Runs a verb to its end, in this process. */
export function secretariat(...words: readonly string[]): Promise<Answer> {
  return secretariatAt(Date.now(), ...words);
}

/** The same on a computer whose clock says something else. */
export function secretariatAt(now: number, ...words: readonly string[]): Promise<Answer> {
  return runAt(now, { RAPPORTEUR_PASSPHRASE: passphrase, RAPPORTEUR_RECOVERY_PASSPHRASE: recoveryPassphrase }, words);
}

/** The same with other passphrases in the environment. */
export function secretariatWith(environment: Readonly<Record<string, string>>, ...words: readonly string[]): Promise<Answer> {
  return runAt(Date.now(), environment, words);
}

async function runAt(now: number, environment: Readonly<Record<string, string>>, words: readonly string[]): Promise<Answer> {
  await cryptoReady;
  const said: string[] = [];
  const outcome = await runCommand([...words, '--json'], {
    now,
    environment,
    derive: deriveOnce,
    ask: () => Promise.resolve(null),
    tell: (line) => void said.push(line),
  });
  return { code: outcome.code, data: JSON.parse(outcome.out || '{}') as Answer['data'], errors: said.join('\n') + outcome.errors };
}

/** Runs a verb as a process of its own, as a person does. */
export async function secretariatProcess(...words: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly errors: string }> {
  const child = start(words);
  let [out, errors] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? -1)));
  return { code, out, errors };
}

/** Runs a verb and expects it to succeed. */
export async function succeed(...words: readonly string[]): Promise<Answer['data']> {
  const answer = await secretariat(...words);
  if (answer.code !== 0) throw new Error(`${words.slice(0, 2).join(' ')}: ${JSON.stringify(answer.data)} ${answer.errors}`);
  return answer.data;
}

export interface Served {
  readonly url: string;
  readonly pin: string;
  readonly certificate: string;
  /** Administrator's address of the embedded server; `null` in front of a CouchDB. */
  readonly couchdb: string | null;
  stop(): Promise<void>;
}

/** Starts `serve` and waits until it says where it is. */
export async function serve(...words: readonly string[]): Promise<Served> {
  const child = start(['serve', '--port', '0', '--json', ...words]);
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const line = await new Promise<string>((resolve, reject) => {
    let out = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes('\n')) resolve(out);
    });
    child.on('close', () => reject(new Error(`the server ended: ${out} ${errors}`)));
  });
  const said = JSON.parse(line) as Omit<Served, 'stop'>;
  return {
    ...said,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
