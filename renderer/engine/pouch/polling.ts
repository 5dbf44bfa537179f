import { WireFailure } from './answers.ts';
import type { Opened } from './opened.ts';
import { useRemote, type Remote } from './remote.ts';
import { standInHost, type Send } from './wire.ts';

export interface PollMeans {
  readonly send: Send;
  readonly signal: AbortSignal;
  readonly quiet: QuietStates;
}

/** What the server calls the state of a database in which there was nothing new, by database and by how far it had been opened. */
export type QuietStates = Map<string, string>;

/**
 * Whether a compartment's database has anything beyond what was opened, in one small question. A
 * database that was never received, or that counts from a lower number than before, has. When the
 * question fails the answer is yes: receiving asks again, with patience, and has the last word. Asked
 * again in the same state, CouchDB answers with a line; its sequences alone are some hundred bytes.
 */
export async function hasNews(database: string, opened: Opened | null, means: PollMeans): Promise<boolean> {
  const since = opened?.remote;
  if (since === undefined) return true;
  const place = `${database} ${since}`;
  try {
    return await useRemote(database, means.send, means.signal, async ({ wire }) => {
      const quiet = means.quiet.get(place);
      const answer = await wire.fetch(
        quiet === undefined ? `${standInHost}/${database}/_changes?limit=1&since=${encodeURIComponent(since)}` : `${standInHost}/${database}/_changes?limit=1&descending=true`,
        quiet === undefined ? {} : { headers: { 'if-none-match': quiet } },
      );
      if (answer.status === 304) return false;
      if (quiet !== undefined) return forget(place, means);
      const { results, last_seq } = (await answer.json()) as { readonly results: readonly unknown[]; readonly last_seq: unknown };
      const news = results.length > 0 || countOf(last_seq) < countOf(since);
      const named = strongName(answer);
      if (!news && named !== null) means.quiet.set(place, named);
      return news;
    });
  } catch (cause) {
    if (!(cause instanceof WireFailure) || cause.code === 'cancelled') throw cause;
    return true;
  }
}

/** What a server calls a state of a database; `null`: it has no names that say anything. */
export interface DatabaseState {
  readonly database: string;
  readonly name: string | null;
}

/**
 * What the server calls the state that a database is in, or `still`: it is the one known. What is read
 * after the answer came is of this state or of a later one.
 */
export async function stateOf(database: string, { wire }: Remote, known: DatabaseState | null): Promise<DatabaseState | 'still'> {
  const before = known?.database === database ? known : null;
  if (before?.name === null) return before;
  const answer = await wire.fetch(`${standInHost}/${database}/_changes?limit=1&descending=true`, before === null ? {} : { headers: { 'if-none-match': before.name } });
  return answer.status === 304 ? 'still' : { database, name: strongName(answer) };
}

/** A weak one names the answer, and another question has another. */
function strongName(answer: Response): string | null {
  const etag = answer.headers.get('etag');
  return etag?.startsWith('"') === true ? etag : null;
}

/** Another state: there may be something new. */
function forget(place: string, { quiet }: PollMeans): true {
  quiet.delete(place);
  return true;
}

/** The number in front of CouchDB's sequences, which are opaque texts; other servers give the number alone. */
function countOf(sequence: unknown): number {
  return Number.parseInt(String(sequence), 10) || 0;
}
