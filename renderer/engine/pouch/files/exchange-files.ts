import type { Failure, Result } from '../../../../core/result.ts';
import { failed } from '../../../../core/result.ts';
import type { DeliveryFailure, FetchFailure } from '../../api.ts';
import type { WantedFile } from '../../pouch-seam/pouch-ground.ts';
import { circumstancesNow, openPlaces, unreachable, type OpenPlace, type PouchParts } from '../circumstances.ts';
import { failureOfStop } from '../failures.ts';
import type { Progress } from '../progress.ts';
import type { FilesTally } from '../report.ts';
import { fetchFrom, type FetchMeans } from './fetch-file.ts';
import { readToSend, readWanted, wantedState } from './file-queues.ts';
import { filesToGo, sendFiles } from './send-files.ts';

export interface FileRun {
  readonly parts: PouchParts;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  readonly tally: FilesTally;
}

/** After the records: files of what went, then small files of what came. The first failure ends it; what was done stays done. */
export async function exchangeFiles(open: readonly OpenPlace[], run: FileRun): Promise<Failure<DeliveryFailure> | null> {
  try {
    return (await sendAll(open, run)) ?? (await fetchSmall(open, run));
  } catch (cause) {
    return await failureOfStop(cause);
  } finally {
    run.tally.waiting = await waitingFiles(open, run.parts);
  }
}

async function sendAll(open: readonly OpenPlace[], { parts, signal, progress, tally }: FileRun): Promise<Failure<DeliveryFailure> | null> {
  const places = open.flatMap(({ place }) => (place.files === null ? [] : [{ compartment: place.facts.compartment, database: place.files }]));
  const going = await Promise.all(places.map(async (one) => ({ ...one, files: await filesToGo(one.compartment, parts.ground) })));
  const all = going.reduce((sum, { files }) => ({ pieces: sum.pieces + files.pieces, bytes: sum.bytes + files.bytes }), { pieces: 0, bytes: 0 });
  if (all.pieces > 0) {
    progress.phase('files', all.pieces);
    progress.weighs(all.bytes / all.pieces);
  }
  for (const { compartment, database, files } of going) {
    const failure = await sendFiles(database, compartment, files, { ...parts, signal, confirmed: progress.done, sent: () => (tally.sent += 1) });
    if (failure !== null) return failure;
  }
  return null;
}

async function fetchSmall(open: readonly OpenPlace[], { parts, signal, progress, tally }: FileRun): Promise<null> {
  const { states } = parts.ground;
  const wanted = await Promise.all(open.map(async ({ place }) => (place.files === null ? [] : (await readWanted(states, place.facts.compartment)).map((one) => ({ ...one, database: place.files ?? '', compartment: place.facts.compartment })))));
  const all = wanted.flat();
  let isComing = false;
  for (const [at, { file, database, compartment }] of all.entries()) {
    const came = await fetchFrom(database, file, { ...means(parts, signal), tell: () => undefined });
    // Told from the first that comes on: asking in vain for what is not there yet is no news.
    if (came.ok && !isComing) progress.phase('fetching-files', all.length);
    isComing ||= came.ok;
    if (isComing) progress.at(at + 1, all.length);
    // What its sender has not delivered yet is asked for again next time; what is damaged is not.
    if (!came.ok && came.failure.code === 'file-not-at-office') continue;
    if (came.ok) tally.fetched += 1;
    const left = (await readWanted(states, compartment)).filter((other) => other.file.root !== file.root);
    await states.write([wantedState(compartment, left)]);
  }
  return null;
}

function means(parts: PouchParts, signal: AbortSignal): Omit<FetchMeans, 'tell'> {
  const { send, pause, elapsed, ground } = parts;
  return { pieces: ground.pieces, send, pause, elapsed, signal };
}

async function waitingFiles(open: readonly OpenPlace[], parts: PouchParts): Promise<number> {
  const queues = await Promise.all(open.map(({ place }) => readToSend(parts.ground.states, place.facts.compartment)));
  return queues.flat().length;
}

/** Fetches a file that a person asks for, from whichever open compartment its record is in. */
export async function fetchWanted(wanted: WantedFile, parts: PouchParts): Promise<Result<null, FetchFailure>> {
  const { ground, book } = parts;
  if (ground.organisation.profile() === null) return failed('not-a-member');
  const circumstances = await circumstancesNow(parts);
  const obstacle = unreachable(circumstances);
  if (obstacle !== null) return failed(obstacle);
  let answer: Result<null, FetchFailure> = failed('file-not-at-office');
  try {
    for (const { place } of openPlaces(circumstances)) {
      if (place.files === null || !(await book.records(place.facts.compartment)).has(wanted.record)) continue;
      answer = await fetchFrom(place.files, wanted.file, { ...means(parts, wanted.signal), tell: wanted.tell });
      if (answer.ok) return answer;
    }
    return answer;
  } catch (cause) {
    return { ok: false, failure: await failureOfStop(cause) };
  }
}
