import { describe, expect, test } from 'vitest';
import { anEngine, anOpenEngine, codeOf, good, passphrase, rawRows, sensitive } from '../../../test/builders/engines.ts';
import { sha256Hex } from '../../../core/crypto/sodium.ts';
import { largestFile, pieceBytes } from '../../../core/files/file-limits.ts';
import type { ItemKey, MarkingId } from '../../../core/ids.ts';
import { safeguards } from '../../../core/records/parts.ts';
import type { EngineEvent, FilesApi, TakenFile } from '../api.ts';

/** Bytes that repeat late, so that a piece in another's place would show. */
function content(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 1) bytes[at] = (at * 31 + (at >> 8) * 7 + (at >> 16)) & 255;
  return bytes;
}

async function taken(files: FilesApi, bytes: Uint8Array<ArrayBuffer>): Promise<TakenFile> {
  return good(await files.take({ intake: 'one', content: new Blob([bytes]), level: sensitive }));
}

async function readBack(files: FilesApi, { file }: TakenFile): Promise<Uint8Array> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let index = 0; ; index += 1) {
    const piece = good(await files.piece(file, index));
    if (piece === null) return new Uint8Array(await new Blob(parts).arrayBuffer());
    parts.push(new Uint8Array(piece));
  }
}

describe('a file taken in', () => {
  test.each([0, 10, pieceBytes, 5 * pieceBytes + 3])('of %i bytes comes out as it was, with its hash', async (size) => {
    const { engine } = await anOpenEngine();
    const bytes = content(size);
    const file = await taken(engine.files, bytes);
    expect(file).toMatchObject({ size, sha256: sha256Hex(bytes) });
    expect(await engine.files.whereabouts([file.file])).toEqual(['here']);
    expect(sha256Hex(await readBack(engine.files, file))).toBe(file.sha256);
    await engine.end();
  });

  test('is there after a lock, with its record, and opens in the next session', async () => {
    const { engine, name } = await anOpenEngine();
    const file = await taken(engine.files, content(300_000));
    const attachment = { key: 'k1' as ItemKey, order: 'a0', name: 'Запис.pdf', size: file.size, sha256: file.sha256, file: file.file, receivedFrom: 'SDT Podgorica' };
    const note = good(await engine.notebook.save({ kind: 'note', value: { title: 'With a file', attachments: [attachment] }, level: sensitive }));
    await engine.end();
    const again = anEngine(name);
    good(await again.engine.vault.unlock(passphrase));
    const [kept] = good(await again.engine.notebook.open('note', note.record)).value.attachments;
    expect(kept).toMatchObject({ name: 'Запис.pdf', receivedFrom: 'SDT Podgorica', file: file.file });
    expect(sha256Hex(await readBack(again.engine.files, file))).toBe(file.sha256);
    await again.engine.end();
  });

  test('lies there sealed: nothing of its content, nothing of its name', async () => {
    const { engine, name } = await anOpenEngine();
    const text = 'file-content-canary '.repeat(20_000);
    const file = good(await engine.files.take({ intake: 'x', content: new File([text], 'name-canary.txt'), level: sensitive }));
    await engine.end();
    const rows = (await rawRows(name))['files'] ?? [];
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows) {
      const seen = JSON.stringify(row.key) + new TextDecoder('latin1').decode((row.value as { sealed: Uint8Array }).sealed);
      for (const word of ['content-canary', 'name-canary', file.file.id, file.file.root]) expect(seen).not.toContain(word);
    }
  });

  test('tells how far it is', async () => {
    const { engine } = await anOpenEngine();
    const told: EngineEvent[] = [];
    engine.subscribe((event) => void told.push(event));
    await taken(engine.files, content(40 * pieceBytes));
    const progress = told.filter((event) => event.type === 'file');
    expect(progress.map((event) => event.done)).toEqual([16, 32, 40]);
    expect(progress.at(-1)).toMatchObject({ name: 'one', total: 40 });
    await engine.end();
  });
});

describe('what is not taken in', () => {
  test('two gigabytes: refused with the limit before a byte is read', async () => {
    const { engine, name } = await anOpenEngine();
    let read = 0;
    const slice = () => {
      read += 1;
      return new Blob();
    };
    const huge = { size: 2 * 1024 ** 3, slice } as unknown as Blob;
    const refused = await engine.files.take({ intake: 'x', content: huge, level: sensitive });
    expect(refused).toEqual({ ok: false, failure: { code: 'file-too-large', facts: { limit: largestFile / 1024 / 1024 } } });
    expect(read).toBe(0);
    await engine.end();
    expect((await rawRows(name))['files']).toEqual([]);
  });

  test('what is above this device', async () => {
    const { engine } = await anOpenEngine();
    expect(codeOf(await engine.files.take({ intake: 'x', content: new Blob(['x']), level: 'S-UE' as MarkingId }))).toBe('above-ceiling');
    await engine.end();
  });

  test.each([
    ['stopped', 'cancelled'],
    ['gone from the disk meanwhile', 'unreadable'],
  ])('a file that was %s leaves nothing behind', async (_how, code) => {
    const { engine, name } = await anOpenEngine();
    const bytes = new Blob([content(60 * pieceBytes)]);
    let slices = 0;
    const slice = (from: number, to: number) => {
      slices += 1;
      if (slices === 30 && code === 'cancelled') void engine.files.stop('x');
      if (slices === 30 && code === 'unreadable') throw new DOMException('', 'NotReadableError');
      return bytes.slice(from, to);
    };
    const failing = { size: bytes.size, slice } as unknown as Blob;
    expect(codeOf(await engine.files.take({ intake: 'x', content: failing, level: sensitive }))).toBe(code);
    await engine.end();
    expect((await rawRows(name))['files']).toEqual([]);
  });

  test('a full disk: said as such, and nothing is left half written', async () => {
    const { engine, database, name } = await anOpenEngine();
    const add = database.addPieces.bind(database);
    let writes = 0;
    database.addPieces = async (rows) => {
      writes += 1;
      if (writes === 2) throw new DOMException('', 'QuotaExceededError');
      await add(rows);
    };
    expect(codeOf(await engine.files.take({ intake: 'x', content: new Blob([content(50 * pieceBytes)]), level: sensitive }))).toBe('storage-full');
    await engine.end();
    expect((await rawRows(name))['files']).toEqual([]);
  });

  test('what a crash left half taken is gone after the next unlock', async () => {
    const { engine, database, name } = await anOpenEngine();
    const bytes = new Blob([content(60 * pieceBytes)]);
    const killed = new Promise<void>((resolve) => {
      const slice = async (from: number, to: number) => bytes.slice(from, to);
      let slices = 0;
      const content = {
        size: bytes.size,
        slice: (from: number, to: number) => {
          slices += 1;
          if (slices < 40) return bytes.slice(from, to);
          // The process ends here: nothing of this session runs any more.
          resolve();
          return { arrayBuffer: () => new Promise(() => void slice) };
        },
      } as unknown as Blob;
      void engine.files.take({ intake: 'x', content, level: sensitive });
    });
    await killed;
    database.close();
    expect((await rawRows(name))['files']?.length).toBe(32);
    const again = anEngine(name);
    good(await again.engine.vault.unlock(passphrase));
    await expect.poll(async () => (await rawRows(name))['files']).toEqual([]);
    await again.engine.end();
  });
});

test('damaged pieces are said to be damaged, missing ones to be elsewhere', async () => {
  const { engine, database } = await anOpenEngine();
  const file = await taken(engine.files, content(3 * pieceBytes));
  const other = await taken(engine.files, content(3 * pieceBytes));
  const rows = await database.table('files').toArray();
  await database.table('files').bulkPut(rows.map((row: { sealed: Uint8Array }) => ({ ...row, sealed: row.sealed.map((byte, at) => (at === 99 ? byte ^ 1 : byte)) })));
  expect(codeOf(await engine.files.piece(file.file, 0))).toBe('file-damaged');
  await database.table('files').bulkPut(rows);
  expect(await engine.files.whereabouts([file.file, { ...other.file, root: file.file.root }])).toEqual(['here', 'elsewhere']);
  expect(codeOf(await engine.files.piece({ ...file.file, root: other.file.root }, 0))).toBe('file-not-here');
  expect(codeOf(await engine.files.piece({ ...file.file, key: other.file.key }, 0))).toBe('file-damaged');
  await engine.end();
});

test('H1: for use in court the provider is asked first, for own use nothing stands in the way', async () => {
  const { engine } = await anOpenEngine();
  const guarded = safeguards.parse({ handling: [{ code: 'H1', provider: 'Europol' }] });
  const note = good(await engine.notebook.save({ kind: 'note', value: { title: 'From Europol', safeguards: guarded }, level: sensitive }));
  const asked = { kind: 'note', record: note.record, safeguards: safeguards.parse({}), h3Confirmed: false } as const;
  expect(await engine.files.refusals({ ...asked, purpose: 'own-use' })).toEqual([]);
  expect(await engine.files.refusals({ ...asked, purpose: 'judicial-proceedings' })).toEqual([{ code: 'handling-h1', provider: 'Europol' }]);
  expect(await engine.files.refusals({ ...asked, record: null, safeguards: guarded, purpose: 'judicial-proceedings' })).toHaveLength(1);
  await engine.end();
});

test('a locked engine takes nothing and gives nothing', async () => {
  const { engine } = await anOpenEngine();
  const file = await taken(engine.files, content(10));
  await engine.vault.lock();
  expect(codeOf(await engine.files.take({ intake: 'x', content: new Blob(['x']), level: sensitive }))).toBe('vault-locked');
  expect(codeOf(await engine.files.piece(file.file, 0))).toBe('vault-locked');
  expect(codeOf(await engine.files.fetch('r' as never, file.file))).toBe('vault-locked');
  await engine.end();
});
