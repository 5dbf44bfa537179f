import { describe, expect, test } from 'vitest';
import { aBackup, aNote, anEngine, anOpenEngine, codeOf, freshName, good, HeldBackup, sensitive, type TestEngine } from '../../../test/builders/engines.ts';
import { flippedAt, plainOf, recipientOf, sealedBackup } from '../../../test/builders/backups.ts';
import { sha256Hex } from '../../../core/crypto/sodium.ts';
import { pieceBytes } from '../../../core/files/file-limits.ts';
import type { FileId, DraftId, ItemKey, RecordId } from '../../../core/ids.ts';
import { failed } from '../../../core/result.ts';
import type { Engine } from '../engine.ts';
import { unpackBackup } from './backup/backup-content.ts';

const kit = { kit: true } as const;
const newPassphrase = 'nine brass kettles under the old bridge';
const large = 5 * pieceBytes + 17;

/** Bytes that look random, so that no two pieces are alike. */
function content(size: number, seed: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let state = seed;
  for (let at = 0; at < size; at += 1) bytes[at] = (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) >> 16;
  return bytes;
}

interface Attached {
  readonly key: ItemKey;
  readonly order: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly file: { readonly id: FileId; readonly key: string; readonly root: never };
}

async function anAttachment(engine: Engine, name: string, size: number): Promise<Attached> {
  const taken = good(await engine.files.take({ intake: name, content: new Blob([content(size, size + name.length)]), level: sensitive }));
  return { key: `k-${name.replace(/\W/g, '')}` as ItemKey, order: 'a0', name, size, sha256: taken.sha256, file: taken.file as Attached['file'] };
}

/** A notebook with three files: one small, one of several pieces, one that only a draft names. */
async function aNotebookWithFiles(): Promise<{ readonly made: TestEngine; readonly secret: string; readonly record: RecordId; readonly attached: readonly Attached[] }> {
  const made = await anOpenEngine();
  const { engine } = made;
  const attached = [await anAttachment(engine, 'small.txt', 700), await anAttachment(engine, 'large.bin', large), await anAttachment(engine, 'draft.pdf', 20_000)];
  const { record } = good(await engine.notebook.save({ kind: 'note', value: { title: 'With files', attachments: attached.slice(0, 2) }, level: sensitive }));
  good(await engine.drafts.keep({ draft: 'draft-1' as DraftId, kind: 'note', record: null, heads: [], level: sensitive, value: { title: 'half', attachments: attached.slice(2) } }));
  return { made, secret: made.kit.code, record, attached };
}

const whereabouts = (engine: Engine, attached: readonly Attached[]) => engine.files.whereabouts(attached.map((one) => one.file));

async function readBack(engine: Engine, { file }: Attached): Promise<string> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let index = 0; ; index += 1) {
    const piece = good(await engine.files.piece(file, index));
    if (piece === null) break;
    parts.push(new Uint8Array(piece));
  }
  return sha256Hex(new Uint8Array(await new Blob(parts).arrayBuffer()));
}

async function restored(file: Blob, secret: string) {
  const { engine, database } = anEngine(await freshName());
  const outcome = good(await engine.devices.restore({ file, secret, passphrase: newPassphrase }));
  return { engine, database, outcome };
}

describe('a backup with the contents of attached files', () => {
  test('brings them back on a new laptop, and they open; what a draft names too', async () => {
    const { made: { engine }, secret, attached } = await aNotebookWithFiles();
    expect(await engine.devices.filesForBackup()).toEqual({ count: 3, bytes: 700 + large + 20_000, elsewhere: 0 });
    const backup = await aBackup(engine, kit);
    expect(backup).toMatchObject({ records: 1, files: 3, damaged: [], bytes: backup.file.size });
    const { engine: other, outcome } = await restored(backup.file, secret);
    expect(outcome.files).toEqual({ back: 3, damaged: [], outside: 0, whole: true, stopped: null });
    expect(await whereabouts(other, attached)).toEqual(['here', 'here', 'here']);
    for (const one of attached) expect(await readBack(other, one)).toBe(one.sha256);
    for (const one of [engine, other]) await one.end();
  });

  test('without them is as small as before, and says how many are not in it', async () => {
    const { made: { engine }, secret, attached } = await aNotebookWithFiles();
    const backup = await aBackup(engine, kit, 'left');
    expect(backup).toMatchObject({ files: 0 });
    expect(backup.file.size).toBeLessThan(50_000);
    const { engine: other, outcome } = await restored(backup.file, secret);
    expect(outcome.files).toMatchObject({ back: 0, outside: 3, whole: true });
    expect(await whereabouts(other, attached)).toEqual(['elsewhere', 'elsewhere', 'elsewhere']);
    for (const one of [engine, other]) await one.end();
  });

  test('is one tar archive in one age file, for any tool that reads those', async () => {
    const { made: { engine }, secret } = await aNotebookWithFiles();
    const { file } = await aBackup(engine, kit);
    const plain = await plainOf(file, secret);
    const names: string[] = [];
    for (let at = 0; plain[at] !== 0; ) {
      const text = (from: number, to: number) => new TextDecoder().decode(plain.subarray(at + from, at + to)).replace(/\0.*$/s, '');
      expect(text(257, 262)).toBe('ustar');
      names.push(text(0, 100));
      at += 512 + Math.ceil(Number.parseInt(text(124, 135), 8) / 512) * 512;
    }
    expect(names).toEqual(['notebook.zip', expect.stringMatching(/^files\/[\w-]{22}$/), expect.stringMatching(/^files\//), expect.stringMatching(/^files\//)]);
    await engine.end();
  });
});

describe('a backup that is not as it was written', () => {
  test('costs the file that a flipped byte lies in, by name, and nothing else; another copy completes it', async () => {
    const { made: { engine }, secret, attached } = await aNotebookWithFiles();
    const { file } = await aBackup(engine, kit);
    // Within the large file, the second: far behind the notebook, far before the third.
    const { engine: other, outcome } = await restored(await flippedAt(file, file.size - 400_000), secret);
    expect(outcome.files).toEqual({ back: 2, damaged: ['large.bin'], outside: 0, whole: true, stopped: null });
    expect(await whereabouts(other, attached)).toEqual(['here', 'partly', 'here']);
    expect(await other.notebook.list('note')).toHaveLength(1);
    const again = good(await other.devices.uniteBackup({ file: await flippedAt(file, file.size - 580_000), secret }));
    expect(again).toMatchObject({ records: 0, files: { back: 1, damaged: [] } });
    expect(await readBack(other, attached[1] as Attached)).toBe(attached[1]?.sha256);
    for (const one of [engine, other]) await one.end();
  });

  test.each([1, 20, 30_000, 300_000])('and was cut by %i bytes is known for it; what stands before the cut is back', async (cut) => {
    const { made: { engine }, secret } = await aNotebookWithFiles();
    const { file } = await aBackup(engine, kit);
    const { engine: other, outcome } = await restored(file.slice(0, -cut), secret);
    expect(outcome.files.whole).toBe(false);
    expect(outcome.files.back + outcome.files.damaged.length).toBe(3);
    expect(await other.notebook.list('note')).toHaveLength(1);
    for (const one of [engine, other]) await one.end();
  });

  test('and was cut where a chunk ends is known for it too, and within the notebook is refused', async () => {
    const { made: { engine }, secret } = await aNotebookWithFiles();
    const { file } = await aBackup(engine, kit);
    const header = new TextDecoder('latin1').decode(await file.slice(0, 400).arrayBuffer());
    const payload = header.indexOf('\n', header.indexOf('\n--- ') + 1) + 1 + 16;
    const { engine: other, outcome } = await restored(file.slice(0, payload + 4 * 65_552), secret);
    expect(outcome.files.whole).toBe(false);
    const { engine: none } = anEngine(await freshName());
    expect(codeOf(await none.devices.restore({ file: file.slice(0, payload + 900), secret, passphrase: newPassphrase }))).toBe('backup-altered');
    expect(await none.vault.state()).toEqual({ state: 'none' });
    for (const one of [engine, other, none]) await one.end();
  });

  test('a file that is damaged on this laptop already is named when the backup is made', async () => {
    const { made: { engine, database }, secret, attached } = await aNotebookWithFiles();
    const rows = await database.table('files').toArray() as { sealed: Uint8Array }[];
    await database.table('files').bulkPut(rows.map((row) => (row.sealed.length === 20_480 + 40 ? { ...row, sealed: row.sealed.map((byte, at) => (at === 99 ? byte ^ 1 : byte)) } : row)));
    const backup = await aBackup(engine, kit);
    expect(backup).toMatchObject({ files: 2, damaged: ['draft.pdf'] });
    const { engine: other, outcome } = await restored(backup.file, secret);
    expect(outcome.files).toMatchObject({ back: 2, damaged: ['draft.pdf'] });
    expect(await readBack(other, attached[0] as Attached)).toBe(attached[0]?.sha256);
    for (const one of [engine, other]) await one.end();
  });
});

test('a backup of before there were files in one is restored as it was', async () => {
  const { engine, kit: { code } } = await anOpenEngine();
  await aNote(engine, 'Lantern');
  const plain = await plainOf((await aBackup(engine, kit)).file, code);
  expect(good(unpackBackup(plain)).manifest.records).toBe(1);
  // As the app of before sealed it: the zip file alone, in one age file.
  const { engine: other, outcome } = await restored(await sealedBackup(plain, recipientOf(code)), code);
  expect(outcome).toMatchObject({ records: 1, files: { back: 0, outside: 0, whole: true } });
  for (const one of [engine, other]) await one.end();
});

describe('bringing files back', () => {
  test('goes on where it was interrupted, also by the end of the process', async () => {
    const { made: { engine }, secret, attached } = await aNotebookWithFiles();
    const { file } = await aBackup(engine, kit);
    const name = await freshName();
    const first = anEngine(name);
    const killed = new Promise<void>((resolve) => {
      const add = first.database.addPieces.bind(first.database);
      let writes = 0;
      first.database.addPieces = async (rows) => {
        writes += 1;
        if (writes < 2) return add(rows);
        // The process ends here: nothing of this session runs any more.
        resolve();
        return new Promise(() => undefined);
      };
      void first.engine.devices.restore({ file, secret, passphrase: newPassphrase });
    });
    await killed;
    first.database.close();
    const again = anEngine(name);
    good(await again.engine.vault.unlock(newPassphrase));
    expect(await again.engine.notebook.list('note')).toHaveLength(1);
    expect(await whereabouts(again.engine, attached)).toContain('elsewhere');
    good(await again.engine.devices.uniteBackup({ file, secret }));
    expect(await whereabouts(again.engine, attached.slice(0, 2))).toEqual(['here', 'here']);
    for (const one of [engine, again.engine]) await one.end();
  });

  test('can be stopped, and a full disk is said: the records are there all the same', async () => {
    const { made: { engine }, secret } = await aNotebookWithFiles();
    const { file } = await aBackup(engine, kit);
    const stopping = anEngine(await freshName());
    stopping.engine.subscribe((event) => {
      if (event.type === 'backup' && event.progress.phase === 'files') void stopping.engine.devices.cancelBackUp();
    });
    expect(good(await stopping.engine.devices.restore({ file, secret, passphrase: newPassphrase }))).toMatchObject({ records: 1, files: { stopped: 'cancelled' } });
    const full = anEngine(await freshName());
    full.database.addPieces = async () => {
      throw new DOMException('', 'QuotaExceededError');
    };
    expect(good(await full.engine.devices.restore({ file, secret, passphrase: newPassphrase }))).toMatchObject({ records: 1, files: { back: 0, stopped: 'storage-full' } });
    for (const one of [engine, stopping.engine, full.engine]) await one.end();
  });

  test('leaves out what was erased: here since the backup, or by a list in the backup itself', async () => {
    const { made: { engine, ground }, secret, record, attached } = await aNotebookWithFiles();
    const { file } = await aBackup(engine, kit);
    const history = await ground().ledger.history(record);
    for (const { file: { id } } of attached.slice(0, 2)) good(await ground().pieces.remove(id));
    good(await ground().ledger.erase({ record, changes: [...history.keys()], how: 'for-good', states: [] }));
    const united = good(await engine.devices.uniteBackup({ file, secret }));
    expect(united.files).toMatchObject({ back: 0, damaged: [] });
    expect(await whereabouts(engine, attached)).toEqual(['elsewhere', 'elsewhere', 'here']);
    // A backup of today knows the erasure, and has nothing of the files either.
    const later = await aBackup(engine, kit);
    expect(later.files).toBe(1);
    const { engine: other, outcome } = await restored(later.file, secret);
    expect(outcome.files).toMatchObject({ back: 1, outside: 0 });
    for (const one of [engine, other]) await one.end();
  });
});

describe('writing a backup', () => {
  test('never has more than a little in memory, and waits for what it writes to', async () => {
    const { engine } = await anOpenEngine();
    const attachment = await anAttachment(engine, 'long.bin', 40 * pieceBytes);
    good(await engine.notebook.save({ kind: 'note', value: { title: 'Long', attachments: [attachment] }, level: sensitive }));
    const out = new HeldBackup();
    let [waiting, most, largest] = [0, 0, 0];
    const write = out.write.bind(out);
    out.write = async (bytes) => {
      waiting += 1;
      most = Math.max(most, waiting);
      largest = Math.max(largest, bytes.length);
      await new Promise((resolve) => setTimeout(resolve, 5));
      waiting -= 1;
      return write(bytes);
    };
    good(await engine.devices.backUp({ lock: kit, files: true }, out));
    expect(most).toBe(1);
    expect(largest).toBeLessThan(2 * 1024 * 1024);
    expect(out.pieces.length).toBeGreaterThan(4);
    await engine.end();
  });

  test('ends with a full disk in a failure and nothing left; a cancelling in the middle too', async () => {
    const { made: { engine } } = await aNotebookWithFiles();
    const full = new HeldBackup();
    full.write = async () => failed('disk-full');
    expect(codeOf(await engine.devices.backUp({ lock: kit, files: true }, full))).toBe('disk-full');
    expect(full).toMatchObject({ ended: false, abandoned: true });
    const cancelled = new HeldBackup();
    engine.subscribe((event) => {
      if (event.type === 'backup' && event.progress.phase === 'sealing') void engine.devices.cancelBackUp();
    });
    expect(codeOf(await engine.devices.backUp({ lock: kit, files: true }, cancelled))).toBe('cancelled');
    expect(cancelled).toMatchObject({ ended: false, abandoned: true });
    expect(await engine.devices.backupStanding()).toMatchObject({ last: null });
    await engine.end();
  });
});
