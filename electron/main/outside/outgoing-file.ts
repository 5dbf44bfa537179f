import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { failed, ok, type Result } from '../../../core/result.ts';
import { settleFolder, writeFailureOf, type WriteFailure } from '../atomic-write.ts';

/** A file that is being written outside the app, piece by piece: all of it in its place at the end, or nothing. */
export interface OutgoingFile {
  readonly name: string;
  readonly path: string;
  add(bytes: Uint8Array): Promise<Result<null, WriteFailure>>;
  end(): Promise<Result<null, WriteFailure>>;
  abandon(): Promise<void>;
}

/** Begins a file beside the place that it will have. What stands there stays until the new one is whole. */
export async function beginFile(path: string): Promise<Result<OutgoingFile, WriteFailure>> {
  const beside = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.part`);
  let file: FileHandle;
  try {
    file = await open(beside, 'wx', 0o600);
  } catch (error) {
    return failed(writeFailureOf(error));
  }
  const abandon = async () => {
    await file.close().catch(() => undefined);
    await rm(beside, { force: true }).catch(() => undefined);
  };
  const attempted = async (work: () => Promise<void>): Promise<Result<null, WriteFailure>> => {
    try {
      await work();
      return ok(null);
    } catch (error) {
      await abandon();
      return failed(writeFailureOf(error));
    }
  };
  return ok({
    name: basename(path),
    path,
    add: (bytes) => attempted(() => file.writeFile(bytes)),
    end: () =>
      attempted(async () => {
        await file.sync();
        await file.close();
        await rename(beside, path);
        await settleFolder(dirname(path));
      }),
    abandon,
  });
}

/** What a file is called while it is written beside the place that it will have. */
const unfinished = /^\..+\.[0-9a-f]{12}\.part$/s;
/** Milliseconds without a write after which nobody writes to it any more. */
const givenUp = 3_600_000;

/**
 * Removes what a power cut or a crash left unfinished of files that end like this one: a backup is
 * gigabytes, and hidden there it would keep the next one from fitting. What cannot be removed stays.
 */
export async function removeUnfinished(path: string, now: number): Promise<void> {
  const [folder, ending] = [dirname(path), extname(path)];
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => unfinished.test(one) && extname(one.slice(0, -'.0123456789ab.part'.length)) === ending)) {
    const about = await stat(join(folder, name)).catch(() => null);
    if (about?.isFile() === true && now - about.mtimeMs > givenUp) await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}

/** A place of its own, for this user only, for a file that another program is to open. */
export async function placeToOpen(folder: string, name: string): Promise<string> {
  const own = join(folder, randomBytes(8).toString('hex'));
  await mkdir(own, { recursive: true, mode: 0o700 });
  return join(own, name);
}

/** Read only: what is changed in another program would not come back. */
export async function makeReadOnly(path: string): Promise<void> {
  await chmod(path, 0o400).catch(() => undefined);
}
