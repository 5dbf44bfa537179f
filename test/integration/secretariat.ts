import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The secretariat's command as a person runs it: another process, its answers read from its output. */
const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));
export const passphrase = 'correct horse, battery & staple';

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

/** Runs a verb to its end. */
export async function secretariat(...words: readonly string[]): Promise<Answer> {
  const child = start([...words, '--json']);
  let [out, errors] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? -1)));
  return { code, data: JSON.parse(out || '{}') as Answer['data'], errors };
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
