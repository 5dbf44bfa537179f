import { beforeAll, describe, expect, test } from 'vitest';
import { aClock, freshName, good, rawRows, writeRaw } from '../../../../test/builders/engines.ts';
import { aDataKey, aLedger, anEditOf, other, recordsOf, rowsOf, snapshotTaken, toldBy, Unsnapped, type TestLedger } from '../../../../test/builders/ledgers.ts';
import { cryptoReady, randomId } from '../../../../core/crypto/sodium.ts';
import type { RecordId } from '../../../../core/ids.ts';
import type { Change } from '../../../../core/ledger/change.ts';
import { headsOf } from '../../../../core/ledger/history.ts';
import { defaultScheme } from '../../../../core/markings/default-scheme.ts';
import { NotebookDatabase } from '../../store/notebook-database.ts';
import type { ChangeRow, SingleRow, SnapshotTurn } from '../../store/rows.ts';
import type { LedgerParts } from '../ledger.ts';

beforeAll(() => cryptoReady);

/** A store that can be watched and held up. */
class WatchedDatabase extends NotebookDatabase {
  folds = 0;
  failWith: string | null = null;
  /** What writing or reading pieces waits for. */
  writing: Promise<void> = Promise.resolve();
  reading: Promise<void> = Promise.resolve();
  written: (() => void) | null = null;

  override allChanges(atOnce?: number): AsyncGenerator<readonly ChangeRow[]> {
    this.folds += 1;
    return super.allChanges(atOnce);
  }

  override async writePieces(rows: readonly SingleRow[]): Promise<void> {
    this.written?.();
    await this.writing;
    if (this.failWith !== null) throw new DOMException('', this.failWith);
    await super.writePieces(rows);
  }

  override async turnSnapshot(turn: SnapshotTurn): Promise<void> {
    if (this.failWith !== null) throw new DOMException('', this.failWith);
    await super.turnSnapshot(turn);
  }

  override async readPieces(ids: Parameters<NotebookDatabase['readPieces']>[0]): Promise<(SingleRow | undefined)[]> {
    await this.reading;
    return super.readPieces(ids);
  }
}

interface Watched extends TestLedger {
  readonly database: WatchedDatabase;
  readonly end: () => Promise<void>;
}

class Store {
  readonly name: string;
  readonly dataKey = aDataKey();

  constructor(name: string) {
    this.name = name;
  }

  /** A store with some records and a snapshot of all of them. */
  static async withRecords(count: number, parts: Partial<LedgerParts> = {}): Promise<{ store: Store; records: readonly RecordId[] }> {
    const store = new Store(await freshName());
    const first = await store.open({ snapshotRest: 0, ...parts });
    const changes = Array.from({ length: count }, (_, number) => aNote(`note ${number}`, parts.now?.()));
    good(await first.ledger.exclusively(() => first.ledger.keep({ changes, own: true })));
    await snapshotTaken(first, store.dataKey);
    await first.end();
    return { store, records: changes.map((change) => change.header.record) };
  }

  open(parts: Partial<LedgerParts> = {}): Promise<Watched> {
    return this.openIn(new WatchedDatabase(this.name), parts);
  }

  async openIn(database: WatchedDatabase, parts: Partial<LedgerParts> = {}): Promise<Watched> {
    const { ledger } = aLedger(this.name, this.dataKey, { database, ...parts });
    await ledger.load();
    const end = async () => {
      await ledger.close();
      database.close();
    };
    return { ledger, database, end };
  }

  /** What a fold of every history says. */
  async folded(parts: Partial<LedgerParts> = {}): Promise<unknown> {
    const whole = aLedger(this.name, this.dataKey, { database: new Unsnapped(this.name), ...parts });
    await whole.ledger.load();
    const told = await toldBy(whole.ledger);
    await whole.ledger.close();
    whole.database.close();
    return told;
  }
}

function aNote(title: string, ms = Date.now()): Change {
  return anEditOf(randomId<RecordId>(), 'note', { title }, { ms });
}

async function retitle({ ledger }: TestLedger, record: RecordId, title: string): Promise<void> {
  const parents = headsOf(await ledger.history(record));
  good(await ledger.exclusively(() => ledger.keep({ changes: [anEditOf(record, 'note', { title }, { parents })], own: true })));
}

describe('the snapshot', () => {
  test('spares the next unlock from folding, and says the same', async () => {
    const { store } = await Store.withRecords(700);
    const again = await store.open();
    expect(await toldBy(again.ledger)).toEqual(await store.folded());
    expect(again.database.folds).toBe(0);
    await again.end();
  });

  test('without it everything is folded once, and it is made anew', async () => {
    const { store } = await Store.withRecords(300);
    await writeRaw(store.name, 'catalogue', (table) => table.clear());
    const again = await store.open({ snapshotRest: 0 });
    expect(again.database.folds).toBe(1);
    await snapshotTaken(again, store.dataKey);
    await again.end();
    const third = await store.open();
    expect(await toldBy(third.ledger)).toEqual(await store.folded());
    expect(third.database.folds).toBe(0);
    await third.end();
  });

  test.each([
    ['another build of the app', { build: 'another' }],
    ['other markings', { scheme: () => ({ ...defaultScheme, markings: defaultScheme.markings.slice(1) }) }],
  ])('made under %s is not used', async (_what, parts: Partial<LedgerParts>) => {
    const { store } = await Store.withRecords(10);
    const again = await store.open(parts);
    expect(await toldBy(again.ledger)).toEqual(await store.folded(parts));
    expect(again.database.folds).toBe(1);
    await again.end();
  });

  test.each(['missing', 'damaged', 'another piece in its place'])('with a piece that is %s costs time and nothing else', async (what) => {
    const { store } = await Store.withRecords(600);
    const pieces = ((await rawRows(store.name))['catalogue'] ?? []).map((row) => row.value as SingleRow);
    const manifest = rowsOf(store.dataKey).manifestKey();
    const [one, two] = pieces.filter((piece) => piece.id !== manifest);
    if (one === undefined || two === undefined) throw new Error('600 records are several pieces');
    await writeRaw(store.name, 'catalogue', (table) => {
      if (what === 'missing') table.delete(one.id);
      else if (what === 'damaged') table.put({ ...one, sealed: one.sealed.map((byte, index) => (index === 50 ? byte ^ 1 : byte)) });
      else table.put({ ...one, sealed: two.sealed });
    });
    const again = await store.open({ snapshotRest: 0 });
    expect(await toldBy(again.ledger)).toEqual(await store.folded());
    expect(again.database.folds).toBe(1);
    await again.ledger.exclusively(() => again.ledger.keep({ changes: [aNote('one more')], own: true }));
    await snapshotTaken(again, store.dataKey);
    await again.end();
    const mended = await store.open();
    expect(await toldBy(mended.ledger)).toEqual(await store.folded());
    expect(mended.database.folds).toBe(0);
    await mended.end();
  });

  test('with a damaged manifest is as none', async () => {
    const { store } = await Store.withRecords(20);
    const id = rowsOf(store.dataKey).manifestKey();
    await writeRaw(store.name, 'catalogue', (table) => table.put({ id, sealed: new Uint8Array(90) }));
    const again = await store.open();
    expect(await toldBy(again.ledger)).toEqual(await store.folded());
    expect(again.database.folds).toBe(1);
    await again.end();
  });

  test('remembers which rows did not open', async () => {
    const { store } = await Store.withRecords(5);
    await writeRaw(store.name, 'catalogue', (table) => table.clear());
    await writeRaw(store.name, 'changes', (table) => table.put({ record: 'r', id: 'x', sealed: new Uint8Array(50) }));
    const again = await store.open({ snapshotRest: 0 });
    expect(again.ledger.damagedRows).toBe(1);
    await snapshotTaken(again, store.dataKey);
    await again.end();
    const third = await store.open();
    expect([third.ledger.damagedRows, third.database.folds]).toEqual([1, 0]);
    await third.end();
  });

  test('holds nothing that depends on the clock: such records are folded at each unlock', async () => {
    const now = aClock();
    const { store, records: [record] } = await Store.withRecords(5, { now });
    if (record === undefined) throw new Error('a record was made');
    const first = await store.open({ now, snapshotRest: 0 });
    const parents = headsOf(await first.ledger.history(record));
    const fromTheFuture = anEditOf(record, 'note', { title: 'from the future' }, { by: other, parents, ms: now.ms + 3 * 86_400_000 });
    good(await first.ledger.exclusively(() => first.ledger.keep({ changes: [fromTheFuture, aNote('another', now.ms)], own: false })));
    for (;;) {
      const { since } = await first.database.readSnapshot(rowsOf(store.dataKey).manifestKey());
      if (since.length === 1) break;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await first.end();
    now.ms += 5 * 86_400_000;
    const again = await store.open({ now });
    expect(await toldBy(again.ledger)).toEqual(await store.folded({ now }));
    expect(again.database.folds).toBe(0);
    expect(again.ledger.catalogue.get(record)?.changed).toBe(now.ms - 2 * 86_400_000);
    await again.end();
  });
});

describe('while the snapshot is being written', () => {
  test('a save is not held up, and is not forgotten by it', async () => {
    const { store, records: [early, late] } = await Store.withRecords(600);
    if (early === undefined || late === undefined) throw new Error('records were made');
    const again = await store.open({ snapshotRest: 0 });
    await again.ledger.ready();
    const gate = Promise.withResolvers<void>();
    const begun = new Promise<void>((resolve) => {
      again.database.written = resolve;
    });
    again.database.writing = gate.promise;
    await retitle(again, early, 'begins it');
    await begun;
    // Both are sealed in their old form by now, or have a mark that is being covered.
    await retitle(again, early, 'saved meanwhile');
    await retitle(again, late, 'saved meanwhile too');
    // So many that Today, which the manifest brings along, does not show the two.
    const more = Array.from({ length: 60 }, (_, number) => aNote(`more ${number}`));
    good(await again.ledger.exclusively(() => again.ledger.keep({ changes: more, own: false })));
    const turned = new Promise<void>((resolve) => {
      const turn = again.database.turnSnapshot.bind(again.database);
      again.database.turnSnapshot = async (what) => {
        await turn(what);
        again.database.failWith = 'AbortError';
        resolve();
      };
    });
    gate.resolve();
    await turned;
    // The process ends before the next one is written.
    await again.end();
    const third = await store.open();
    expect(await toldBy(third.ledger)).toEqual(await store.folded());
    expect(third.ledger.catalogue.get(early)?.title).toBe('saved meanwhile');
    expect(third.database.folds).toBe(0);
    await third.end();
  });

  test('a full disk leaves the one before, and every save', async () => {
    const { store, records: [record] } = await Store.withRecords(300);
    if (record === undefined) throw new Error('a record was made');
    const again = await store.open({ snapshotRest: 0 });
    await again.ledger.ready();
    again.database.failWith = 'QuotaExceededError';
    const tried = new Promise<void>((resolve) => {
      again.database.written = resolve;
    });
    await retitle(again, record, 'on a full disk');
    await tried;
    await again.end();
    const third = await store.open({ snapshotRest: 0 });
    expect(await toldBy(third.ledger)).toEqual(await store.folded());
    expect([third.ledger.catalogue.get(record)?.title, third.database.folds]).toEqual(['on a full disk', 0]);
    await third.end();
  });

  test('a lock waits for the piece that is under way and seals no more', async () => {
    const { store } = await Store.withRecords(1500);
    await writeRaw(store.name, 'catalogue', (table) => table.clear());
    const again = await store.open({ snapshotRest: 0 });
    const gate = Promise.withResolvers<void>();
    let pieces = 0;
    await new Promise<void>((resolve) => {
      again.database.writing = gate.promise;
      again.database.written = () => {
        pieces += 1;
        resolve();
      };
    });
    const ended = again.end();
    gate.resolve();
    await ended;
    expect(pieces).toBe(1);
  });
});

describe('before everything has been read', () => {
  /** A store whose first pieces are read when the test says so. */
  async function halfOpen(count: number): Promise<{ half: Watched; store: Store; records: readonly RecordId[]; go: () => void }> {
    const { store, records } = await Store.withRecords(count);
    const database = new WatchedDatabase(store.name);
    const gate = Promise.withResolvers<void>();
    database.reading = gate.promise;
    return { half: await store.openIn(database), store, records, go: gate.resolve };
  }

  test('Today is answered', async () => {
    const { half, store, go } = await halfOpen(600);
    const early = await half.ledger.today();
    expect(early.recent).toHaveLength(10);
    go();
    expect(await toldBy(half.ledger)).toMatchObject({ today: recordsOf(early) });
    expect(await toldBy(half.ledger)).toEqual(await store.folded());
    await half.end();
  });

  test('a record opens, a new one is saved, and one of before is saved as soon as it is known', async () => {
    const { half, store, records, go } = await halfOpen(600);
    const last = records[0] ?? ('' as RecordId);
    const parents = headsOf(await half.ledger.history(last));
    const fresh = aNote('new');
    good(await half.ledger.exclusively(() => half.ledger.keep({ changes: [fresh], own: true })));
    expect((await half.ledger.today()).recent[0]?.title).toBe('new');
    const edited = half.ledger.exclusively(() => half.ledger.keep({ changes: [anEditOf(last, 'note', { title: 'edited' }, { parents })], own: true }));
    go();
    good(await edited);
    expect(half.ledger.unsent.byRecord().get(last)).toHaveLength(2);
    expect(await toldBy(half.ledger)).toEqual(await store.folded());
    await half.end();
  });

  test('a lock ends the reading', async () => {
    const { half, go } = await halfOpen(600);
    const ended = half.end();
    go();
    await ended;
    expect([...half.ledger.catalogue.all()]).toEqual([]);
  });
});
