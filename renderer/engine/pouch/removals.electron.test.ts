import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SealKey } from '../../../core/crypto/keys.ts';
import { randomId } from '../../../core/crypto/sodium.ts';
import type { ChangeHash, RecordId } from '../../../core/ids.ts';
import type { Letter } from '../../../core/letters/letter.ts';
import { openParcel } from '../../../core/letters/parcel.ts';
import { keyBytes } from '../../../core/organisation/key-text.ts';
import type { RemovalOrder } from '../../../core/organisation/removal-order.ts';
import { aBackup } from '../../../test/builders/engines.ts';
import { attaches, writesWithFile } from '../../../test/office/attaching.ts';
import { exchange, Field, restricted, rewrites, sensitive, titles, writes } from '../../../test/office/exchanging.ts';
import type { Laptop } from '../../../test/office/laptop.ts';
import type { TakenFile } from '../api.ts';
import { plant } from '../../../test/office/plants.ts';

let field: Field;
let ana: Laptop;
let ben: Laptop;
beforeEach(async () => {
  field = await Field.open();
  ana = await field.member('Ana');
  ben = await field.member('Ben');
});
afterEach(() => field.close());

/** The secretariat orders that a record goes: all its changes as this laptop has them, or some. */
async function order(record: RecordId, parts: Partial<RemovalOrder> = {}, laptop = ana): Promise<RemovalOrder> {
  const changes = (await laptop.engine.notebook.history(record)).map((one) => one.change).toSorted();
  const made: RemovalOrder = { id: randomId<string>(), kind: 'erasure', compartment: field.compartment(sensitive).id, record, changes, ground: 'Decision 14/2026', at: Date.now(), ...parts };
  await field.office.enter({ type: 'removal', order: made });
  return made;
}

const arrivals = (laptop: Laptop) => laptop.engine.pouch.arrivals();

async function shared(title: string): Promise<RecordId> {
  const record = await writes(ana, title);
  await exchange(ana);
  await exchange(ben);
  return record;
}

describe('an order of erasure', () => {
  test('takes the content out of every notebook, says by what order, and sends a receipt', async () => {
    const record = await shared('The name of a witness');
    await shared('Something else');
    const made = await order(record);
    await exchange(ben);
    expect(await titles(ben)).toEqual(['Something else']);
    expect((await ben.engine.notebook.open('note', record)).ok).toBe(false);
    expect((await ben.engine.notebook.history(record)).every((one) => one.erased)).toBe(true);
    expect((await arrivals(ben)).removed).toMatchObject([{ order: made.id, kind: 'erasure', ground: 'Decision 14/2026', receipt: 'delivered' }]);
    await exchange(ana);
    const receipts = await field.office.receipts();
    expect(receipts.map((one) => [one.order, one.done])).toEqual([[made.id, 'erased'], [made.id, 'erased']]);
    expect(new Set(receipts.map((one) => one.device)).size).toBe(2);
  });

  test('also takes what was being written about it, and keeps the rest of a record whose one change it names', async () => {
    const record = await shared('First');
    await rewrites(ana, record, 'Second, with a name');
    await exchange(ana);
    await exchange(ben);
    const last = (await ana.engine.notebook.history(record)).at(-1)?.change as ChangeHash;
    await order(record, { changes: [last] });
    await exchange(ben);
    expect(await titles(ben)).toEqual(['First']);
    await ben.engine.drafts.keep({ draft: await ben.engine.drafts.newId(), kind: 'note', record, heads: [], level: sensitive, value: { title: 'First, with more' } });
    await order(record);
    await exchange(ben);
    expect(await ben.engine.drafts.list()).toEqual([]);
    expect(await titles(ben)).toEqual([]);
  });

  test('holds against whoever still sends the content', async () => {
    const record = await shared('The name of a witness');
    await order(record);
    const late = await field.member('Clara');
    await exchange(late);
    expect(await titles(late)).toEqual([]);
    // The parcel with the content is still on the server: nobody replaced it yet.
    expect((await late.engine.notebook.history(record)).every((one) => one.erased)).toBe(true);
  });

  test('receipts that could not go go with the next exchange', async () => {
    const record = await shared('Gone');
    await order(record);
    await field.office.faults({ on: 'POST _bulk_docs', times: 9, kind: 'answer', status: 403, body: { error: 'forbidden' } });
    await exchange(ben);
    expect((await arrivals(ben)).removed).toMatchObject([{ receipt: 'owed' }]);
    await field.office.clearFaults();
    await exchange(ben);
    expect((await arrivals(ben)).removed).toMatchObject([{ receipt: 'delivered' }]);
    expect(await field.office.receipts()).toHaveLength(1);
  });

  test('for more than a tenth of a compartment waits until the person has said so', async () => {
    const records = [await shared('One'), await shared('Two'), await shared('Three')];
    for (const record of records.slice(0, 2)) await order(record);
    await exchange(ben);
    expect(await titles(ben)).toEqual(['One', 'Three', 'Two']);
    const { removalsAsked } = await arrivals(ben);
    expect(removalsAsked).toMatchObject([{ records: 2, of: 3, level: sensitive, grounds: ['Decision 14/2026'] }]);
    expect(await field.office.receipts()).toEqual([]);
    const compartment = field.compartment(sensitive).id;
    expect(await ben.engine.pouch.carryOutRemovals(compartment)).toEqual({ ok: true, value: { records: 2 } });
    expect(await titles(ben)).toEqual(['Three']);
    expect(await ben.engine.pouch.carryOutRemovals(compartment)).toMatchObject({ ok: false, failure: { code: 'nothing-asked' } });
    await exchange(ben);
    expect(await field.office.receipts()).toHaveLength(2);
  });

  test('an old backup brings nothing back', async () => {
    const record = await shared('The name of a witness');
    const backup = await aBackup(ben.engine, { passphrase: 'a heron walks over the cobalt bridge' });
    await order(record);
    await exchange(ben);
    const second = await field.restored(backup.file, 'a heron walks over the cobalt bridge');
    expect(await titles(second)).toEqual(['The name of a witness']);
    await exchange(second);
    expect(await titles(second)).toEqual([]);
    // And a backup that knew the order brings it along for a laptop that never reaches the office.
    const known = await aBackup(ben.engine, { passphrase: 'a heron walks over the cobalt bridge' });
    const third = await field.restored(known.file, 'a heron walks over the cobalt bridge', 'not-yet');
    expect(await titles(third)).toEqual([]);
  });
});

describe('what was sealed and has not gone', () => {
  /** Every letter that the office holds of the compartment, opened with its key. */
  async function lettersAtOffice(): Promise<readonly Letter[]> {
    const place = field.compartment(sensitive);
    const answer = await field.office.admin('GET', `/${place.database}/_all_docs?include_docs=true`);
    const { rows } = answer.body as { readonly rows: readonly { readonly id: string; readonly doc: unknown }[] };
    const keys = place.epochs.map(({ epoch, key }) => ({ epoch, key: keyBytes<SealKey<'compartment'>>(key) }));
    return rows.flatMap((row) => {
      const opened = openParcel(row.doc, place.id, keys);
      return opened.ok ? (opened.value.letters as readonly Letter[]) : [];
    });
  }

  const everything = { words: '', from: null, to: null, acts: [], record: null, sort: { by: 'at' as const, descending: true } };

  async function sealedOnly(...titled: readonly string[]): Promise<readonly RecordId[]> {
    const records: RecordId[] = [];
    for (const title of titled) records.push(await writes(ana, title));
    await field.office.faults({ on: 'POST _bulk_docs', times: 9, kind: 'answer', status: 500, body: {} });
    await ana.engine.pouch.exchange();
    await field.office.clearFaults();
    expect((await ana.engine.pouch.preview()).standing.underWay).toBe(titled.length);
    return records;
  }

  test('goes without the content that was ordered to be erased since; the rest of its parcel goes', async () => {
    const [doomed] = await sealedOnly('CANARY of a witness', 'Something else');
    if (doomed === undefined) throw new Error('two were written');
    await order(doomed);
    // The order itself is known before anything moves; the parcel goes in the same exchange.
    expect(await exchange(ana)).toMatchObject({ delivered: 2, unconfirmed: 0, failure: null });
    const letters = await lettersAtOffice();
    expect(letters.map((one) => one.number).toSorted()).toEqual([1, 2]);
    expect(JSON.stringify(letters)).not.toContain('CANARY');
    expect(await exchange(ben)).toMatchObject({ received: 2, refused: [] });
    expect(await titles(ben)).toEqual(['Something else']);
    expect((await arrivals(ben)).chains).toEqual([]);
    const [transfer] = (await ana.engine.registers.transfers(everything, { from: 0, count: 9 })).rows;
    expect(transfer?.result).toBe('confirmed');
  });

  test('is not sent into the group that a record was raised out of', async () => {
    const [raised] = await sealedOnly('Goes on above', 'Something else');
    if (raised === undefined) throw new Error('two were written');
    await order(raised, { kind: 'raised' });
    await exchange(ana);
    expect((await lettersAtOffice()).filter((one) => one.record === raised)).toEqual([]);
    expect((await lettersAtOffice()).map((one) => one.record)).toHaveLength(1);
  });

  // A line that breaks in the middle is tried again by the browser too: as many answers are lost as it takes.
  test('leaves the outbox when its answer was lost and the office has put its signed word in its place since', async () => {
    const record = await writes(ana, 'Delivered, and not known to be');
    await field.office.faults({ on: 'POST _bulk_docs', times: 99, kind: 'lose-the-answer' });
    await ana.engine.pouch.exchange();
    await field.office.clearFaults();
    expect((await ana.engine.pouch.preview()).standing.underWay).toBe(1);
    const place = field.compartment(sensitive);
    const answer = await field.office.admin('GET', `/${place.database}/_all_docs`);
    const parcel = ((answer.body as { readonly rows: readonly { readonly id: string }[] }).rows.find((row) => !row.id.startsWith('_'))?.id ?? '') as never;
    // The order was given of another change of the record, so that this parcel is not sealed anew.
    const made = await order(record, { changes: ['a'.repeat(64) as ChangeHash] });
    await field.office.stub(place.database, { v: 1, parcel, compartment: place.id, orders: [made.id], removed: [], replacedBy: [], at: Date.now() });
    expect(await exchange(ana)).toMatchObject({ unconfirmed: 0, failure: null });
    expect((await ana.engine.pouch.preview()).standing.underWay).toBe(0);
  });

  test('stays in the outbox when what stands in its place is not signed by the organisation', async () => {
    await writes(ana, 'Delivered, and not known to be');
    await field.office.faults({ on: 'POST _bulk_docs', times: 99, kind: 'lose-the-answer' });
    await ana.engine.pouch.exchange();
    await field.office.clearFaults();
    const place = field.compartment(sensitive);
    const answer = await field.office.admin('GET', `/${place.database}/_all_docs?include_docs=true`);
    const there = (answer.body as { readonly rows: readonly { readonly id: string; readonly doc: object }[] }).rows.find((row) => !row.id.startsWith('_'));
    const { _id, _rev, v, epoch, nonce, sealed } = (there?.doc ?? {}) as Readonly<Record<string, unknown>>;
    await field.office.admin('PUT', `/${place.database}/${String(_id)}`, { _id, _rev, v, stub: true, epoch, nonce, sealed });
    await exchange(ana);
    expect((await ana.engine.pouch.preview()).standing.underWay).toBe(1);
  });

  test('is dropped whole when nothing of it stays, and stands in the register as not given', async () => {
    const [raised] = await sealedOnly('Goes on above');
    if (raised === undefined) throw new Error('one was written');
    await order(raised, { kind: 'raised' });
    await exchange(ana);
    expect(await field.parcels(sensitive)).toBe(0);
    expect((await ana.engine.pouch.preview()).standing.underWay).toBe(0);
    const [transfer] = (await ana.engine.registers.transfers(everything, { from: 0, count: 9 })).rows;
    expect(transfer?.result).toBe('not-given');
  });
});

describe('attached files', () => {
  const where = async (laptop: Laptop, { file }: TakenFile) => (await laptop.engine.files.whereabouts([file]))[0];

  test('go from every laptop with what named them, and stay while anything else names them', async () => {
    const [alone, shared] = [await attaches(ana, 1_000), await attaches(ana, 2_000)];
    await writesWithFile(ana, shared.taken, sensitive);
    await exchange(ana);
    await exchange(ben);
    expect([await where(ben, alone.taken), await where(ben, shared.taken)]).toEqual(['here', 'here']);
    await order(alone.record);
    await order(shared.record);
    await exchange(ben);
    await ben.engine.pouch.carryOutRemovals(field.compartment(sensitive).id);
    expect([await where(ben, alone.taken), await where(ben, shared.taken)]).toEqual(['elsewhere', 'here']);
    await exchange(ana);
    await ana.engine.pouch.carryOutRemovals(field.compartment(sensitive).id);
    expect([await where(ana, alone.taken), await where(ana, shared.taken)]).toEqual(['elsewhere', 'here']);
  });

  test('that were still to go do not go', async () => {
    const { record } = await attaches(ana, 1_000);
    await ana.engine.pouch.exchange({ recordsOnly: true });
    await order(record);
    expect(await exchange(ana)).toMatchObject({ files: { sent: 0, waiting: 0 }, failure: null });
    const files = await field.office.admin('GET', `/${field.compartment(sensitive).files ?? ''}/_all_docs`);
    expect((files.body as { readonly rows: readonly { readonly id: string }[] }).rows.filter((one) => !one.id.startsWith('_'))).toEqual([]);
  });
});

describe('a stub in the place of a parcel', () => {
  async function parcelOf(marking = sensitive): Promise<string> {
    const found = await field.office.admin('GET', `/${field.compartment(marking).database}/_all_docs`);
    const ids = (found.body as { readonly rows: readonly { readonly id: string }[] }).rows.map((one) => one.id).filter((id) => !id.startsWith('_'));
    return ids[0] ?? '';
  }

  test('leaves no gap for a laptop that never saw the letters', async () => {
    const record = await shared('Gone');
    const place = field.compartment(sensitive);
    const made = await order(record);
    const me = await ana.engine.vault.me();
    const removed = [{ hash: 'a'.repeat(64), device: me.device, number: 1, previous: null, record }];
    await field.office.stub(place.database, { v: 1, parcel: (await parcelOf()) as never, compartment: place.id, orders: [made.id], removed: removed as never, replacedBy: [], at: Date.now() });
    await writes(ana, 'After');
    await exchange(ana);
    const late = await field.member('Clara');
    expect(await exchange(late)).toMatchObject({ refused: [], failure: null });
    expect(await titles(late)).toEqual(['After']);
    expect((await arrivals(late)).chains.filter((one) => one.what === 'gap')).toEqual([]);
  });

  test('that the organisation did not sign is named and removes nothing', async () => {
    await shared('Stays');
    const place = field.compartment(sensitive);
    await plant(field.office, place, { _id: 'b'.repeat(64), v: 1, stub: true, epoch: 1, nonce: 'A'.repeat(32), sealed: 'A'.repeat(2_000) } as never);
    expect(await exchange(ben)).toMatchObject({ refused: [{ why: 'removal-notice', count: 1 }] });
    expect(await titles(ben)).toEqual(['Stays']);
    expect((await ben.engine.pouch.preview()).waiting).toEqual([{ why: 'forged', count: 1 }]);
  });

  test('that names an order nobody published waits for it', async () => {
    const record = await shared('Stays');
    const place = field.compartment(sensitive);
    const id = randomId<string>();
    const parcel = (await parcelOf()) as never;
    await field.office.stub(place.database, { v: 1, parcel, compartment: place.id, orders: [id], removed: [], replacedBy: [], at: Date.now() });
    expect(await exchange(ben)).toMatchObject({ refused: [{ why: 'removal-notice', count: 1 }] });
    expect((await ben.engine.pouch.preview()).waiting).toEqual([{ why: 'unknown-order', count: 1 }]);
    expect(await titles(ben)).toEqual(['Stays']);
    await order(record, { id });
    await exchange(ben);
    expect((await ben.engine.pouch.preview()).waiting).toEqual([]);
    expect(await titles(ben)).toEqual([]);
  });
});

describe('a record that was raised', () => {
  test('disappears from the lower group’s view with a notice, and goes on above with its history', async () => {
    const clara = await field.member('Clara', { markings: ['UNCLASSIFIED', 'SENSITIVE'] as never });
    const record = await shared('Route');
    await exchange(clara);
    await rewrites(ben, record, 'Route, seen again');
    await exchange(ben);
    await exchange(ana);
    await exchange(clara);
    expect(await titles(clara)).toEqual(['Route, seen again']);
    await rewrites(ana, record, 'Route, and who tells us', restricted);
    const { goes } = await ana.engine.pouch.preview();
    expect(goes.map((one) => one.level).toSorted()).toEqual([restricted, sensitive]);
    await exchange(ana);
    await exchange(clara);
    expect(await titles(clara)).toEqual([]);
    expect((await arrivals(clara)).raised).toMatchObject([{ record, by: 'Ana' }]);
    await exchange(ben);
    expect(await titles(ben)).toEqual(['Route, and who tells us']);
    expect((await arrivals(ben)).raised).toEqual([]);
    // What Ben wrote below goes along, so that the record can be read whole above.
    await exchange(ben);
    const dora = await field.member('Dora', { markings: ['R-UE'] as never });
    await exchange(dora);
    const seen = await dora.engine.notebook.open('note', record);
    expect(seen.ok && [seen.value.incomplete, seen.value.title]).toEqual([false, 'Route, and who tells us']);
  });

  test('loses its content below by the order, and takes it again from above', async () => {
    const clara = await field.member('Clara', { markings: ['UNCLASSIFIED', 'SENSITIVE'] as never });
    const record = await shared('Route');
    await exchange(clara);
    await rewrites(ana, record, 'Route, and who tells us', restricted);
    await exchange(ana);
    const below = (await clara.engine.notebook.history(record)).map((one) => one.change);
    const made = await order(record, { kind: 'raised', changes: below });
    await exchange(clara);
    expect((await clara.engine.notebook.history(record)).filter((one) => one.act === 'edit').every((one) => one.erased)).toBe(true);
    await exchange(ben);
    expect(await titles(ben)).toEqual(['Route, and who tells us']);
    expect(Object.fromEntries((await field.office.receipts()).filter((one) => one.order === made.id).map((one) => [one.device, one.done]))).toMatchObject({
      [(await clara.engine.vault.me()).device]: 'erased',
      [(await ben.engine.vault.me()).device]: 'moved',
    });
    const request = await clara.engine.organisation.joinRequest();
    await field.office.admit(request?.file ?? new Uint8Array());
    await exchange(clara);
    expect(await titles(clara)).toEqual(['Route, and who tells us']);
  });

  test('that never went is raised without telling anybody', async () => {
    const record = await writes(ana, 'Mine alone');
    await rewrites(ana, record, 'Mine alone, raised', restricted);
    expect((await ana.engine.pouch.preview()).goes.map((one) => one.level)).toEqual([restricted]);
    await exchange(ana);
    expect(await field.parcels(sensitive)).toBe(0);
  });

  test('a locked one is raised with its text as it is', async () => {
    const record = await shared('Final');
    const opened = await ana.engine.notebook.open('note', record);
    if (!opened.ok) throw new Error(opened.failure.code);
    await ana.engine.notebook.finalise(record, opened.value.heads);
    expect((await ana.engine.notebook.raise(record, restricted)).ok).toBe(true);
    expect(await ana.engine.notebook.open('note', record)).toMatchObject({ ok: true, value: { level: restricted, standing: 'final' } });
    expect(await ana.engine.notebook.raise(record, sensitive)).toMatchObject({ ok: false, failure: { code: 'cannot-lower' } });
  });
});
