import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { attaches } from '../../../../test/office/attaching.ts';
import { exchange, Field, restricted, sensitive } from '../../../../test/office/exchanging.ts';
import type { Laptop } from '../../../../test/office/laptop.ts';
import { sha256Hex } from '../../../../core/crypto/sodium.ts';
import { pieceBytes, smallFile } from '../../../../core/files/file-limits.ts';
import { removedPiece } from '../../../../core/files/piece-document.ts';
import type { FileReference } from '../../../../core/files/sealed-file.ts';
import type { MarkingId, RecordId } from '../../../../core/ids.ts';

let field: Field;
beforeEach(async () => {
  field = await Field.open();
});
afterEach(() => field.close());

const where = async (laptop: Laptop, file: FileReference) => (await laptop.engine.files.whereabouts([file]))[0];

async function hashOn(laptop: Laptop, file: FileReference): Promise<string> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let index = 0; ; index += 1) {
    const piece = await laptop.engine.files.piece(file, index);
    if (!piece.ok) throw new Error(piece.failure.code);
    if (piece.value === null) return sha256Hex(new Uint8Array(await new Blob(parts).arrayBuffer()));
    parts.push(new Uint8Array(piece.value));
  }
}

async function piecesAtOffice(level: MarkingId = sensitive): Promise<number> {
  const answer = await field.office.admin('GET', `/${field.compartment(level).files ?? ''}/_all_docs`);
  return (answer.body as { readonly rows: readonly { readonly id: string }[] }).rows.filter((one) => !one.id.startsWith('_')).length;
}

describe('a file of a record', () => {
  test('small: goes after its record and comes along by itself', async () => {
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
    const { record, taken } = await attaches(ana, 200_000);
    expect(await exchange(ana)).toMatchObject({ delivered: 1, files: { sent: 1, waiting: 0 }, failure: null });
    expect(await exchange(ben)).toMatchObject({ received: 1, files: { fetched: 1 }, failure: null });
    expect(await where(ben, taken.file)).toBe('here');
    const [attachment] = await attachmentsOf(ben, record);
    expect(attachment).toMatchObject({ name: 'scan-canary.pdf', sha256: taken.sha256 });
    expect(await hashOn(ben, taken.file)).toBe(taken.sha256);
    await field.office.asked();
    await exchange(ana);
    expect((await field.office.asked()).filter((one) => one.includes(field.compartment(sensitive).files ?? '-'))).toEqual([]);
  });

  test('large: stays at the office until it is asked for', async () => {
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
    const { record, taken } = await attaches(ana, smallFile + 1);
    await exchange(ana);
    expect(await exchange(ben)).toMatchObject({ received: 1, files: { fetched: 0 } });
    expect(await where(ben, taken.file)).toBe('elsewhere');
    expect(await ben.engine.files.fetch(record, taken.file)).toEqual({ ok: true, value: null });
    expect(await hashOn(ben, taken.file)).toBe(taken.sha256);
  });

  test('records only: the files stay for another time', async () => {
    const ana = await field.member('Ana');
    await attaches(ana, 1000);
    const report = await ana.engine.pouch.exchange({ recordsOnly: true });
    expect(report).toMatchObject({ ok: true, value: { delivered: 1 } });
    expect(await piecesAtOffice()).toBe(0);
    expect(await exchange(ana)).toMatchObject({ delivered: 0, files: { sent: 1 } });
    expect(await piecesAtOffice()).toBe(2);
  });

  test('does not go over a channel below its record, in neither direction', async () => {
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
    const { taken } = await attaches(ana, 1000, restricted);
    ana.host.go('hotel');
    await exchange(ana);
    expect(await piecesAtOffice(restricted)).toBe(0);
    ana.host.go('office');
    await exchange(ana);
    expect(await piecesAtOffice(restricted)).toBe(2);
    await exchange(ben);
    const cut = await attaches(ana, smallFile + 1, restricted);
    await exchange(ana);
    await exchange(ben);
    ben.host.go('hotel');
    await field.office.asked();
    expect(await ben.engine.files.fetch(cut.record, cut.taken.file)).toMatchObject({ ok: false });
    expect(await field.office.asked()).toEqual([]);
    expect(await where(ben, taken.file)).toBe('here');
  });
});

describe('a line that breaks', () => {
  const size = 40 * pieceBytes;

  test('in the middle of sending: the next delivery goes on there', async () => {
    const ana = await field.member('Ana');
    await attaches(ana, size);
    await ana.engine.pouch.exchange({ recordsOnly: true });
    const report = await cutAfterTheFirstPieces(ana);
    expect(report).toMatchObject({ files: { sent: 0, waiting: 1 } });
    const half = await piecesAtOffice();
    expect(half).toBeGreaterThan(5);
    expect(half).toBeLessThan(41);
    expect(await exchange(ana)).toMatchObject({ files: { sent: 1, waiting: 0 }, failure: null });
    expect(await piecesAtOffice()).toBe(41);
  });

  test('killed in the middle of sending: the next start goes on there', async () => {
    let ana = await field.member('Ana');
    const { taken } = await attaches(ana, size);
    await ana.engine.pouch.exchange({ recordsOnly: true });
    const going = ana.engine.pouch.exchange();
    while ((await piecesAtOffice()) < 14) await new Promise((resolve) => setTimeout(resolve, 5));
    ana.kill();
    await going.catch(() => undefined);
    ana = await field.afterKill(ana);
    expect(await exchange(ana)).toMatchObject({ files: { sent: 1, waiting: 0 }, failure: null });
    expect(await piecesAtOffice()).toBe(41);
    const ben = await field.member('Ben');
    expect(await where(ben, taken.file)).toBe('elsewhere');
  });

  test('in the middle of fetching: what came stays, and only the rest is asked for', async () => {
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
    const { record, taken } = await attaches(ana, size);
    await exchange(ana);
    await exchange(ben);
    await field.office.faults({ kind: 'cut', after: 500_000, on: '_all_docs', times: 20 });
    expect(await ben.engine.files.fetch(record, taken.file)).toMatchObject({ ok: false, failure: { code: 'server-absent' } });
    expect(await where(ben, taken.file)).toBe('partly');
    await field.office.clearFaults();
    expect(await ben.engine.files.fetch(record, taken.file)).toEqual({ ok: true, value: null });
    expect(await hashOn(ben, taken.file)).toBe(taken.sha256);
  });

  test('a receiver ahead of the sender is told that the file is not there yet, and gets it later', async () => {
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
    const { record, taken } = await attaches(ana, 5000);
    await ana.engine.pouch.exchange({ recordsOnly: true });
    await exchange(ben);
    expect(await ben.engine.files.fetch(record, taken.file)).toMatchObject({ ok: false, failure: { code: 'file-not-at-office' } });
    await exchange(ana);
    expect(await exchange(ben)).toMatchObject({ files: { fetched: 1 } });
  });
});

test('a piece altered at the office is refused, and what is right is not lost', async () => {
  const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
  const { record, taken } = await attaches(ana, smallFile + 1);
  await exchange(ana);
  await exchange(ben);
  await field.office.faults({ kind: 'answer', status: 200, body: { rows: [{ id: taken.file.root, doc: { _id: taken.file.root, v: 1, uploader: 'x', sealed: 'AAAA' } }] }, on: '_all_docs', times: 1 });
  expect(await ben.engine.files.fetch(record, taken.file)).toMatchObject({ ok: false, failure: { code: 'file-damaged' } });
  expect(await ben.engine.files.fetch(record, taken.file)).toEqual({ ok: true, value: null });
});

test('a file that was removed by order: who asks is told so, and who was still sending stops', async () => {
  const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
  const { record, taken } = await attaches(ana, smallFile + 1);
  await ana.engine.pouch.exchange({ recordsOnly: true });
  await exchange(ben);
  const files = field.compartment(sensitive).files ?? '';
  expect((await field.office.admin('PUT', `/${files}/${taken.file.root}`, removedPiece(taken.file.root))).status).toBe(201);
  expect(await exchange(ana)).toMatchObject({ files: { sent: 0, waiting: 0 }, failure: null });
  expect(await ben.engine.files.fetch(record, taken.file)).toMatchObject({ ok: false, failure: { code: 'file-removed' } });
});

test('the server learns no name, no type and no exact size', async () => {
  const ana = await field.member('Ana');
  await attaches(ana, 200_001);
  await exchange(ana);
  const answer = await field.office.admin('GET', `/${field.compartment(sensitive).files ?? ''}/_all_docs?include_docs=true`);
  const text = JSON.stringify(answer.body);
  for (const word of ['scan-canary', '.pdf', '200001']) expect(text).not.toContain(word);
});

async function attachmentsOf(laptop: Laptop, record: RecordId) {
  const opened = await laptop.engine.notebook.open('note', record);
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value.value.attachments;
}

/** An exchange whose line is gone as soon as some pieces have been confirmed. */
async function cutAfterTheFirstPieces(laptop: Laptop) {
  const stop = laptop.engine.subscribe((event) => {
    if (event.type === 'delivery' && event.progress.phase === 'files' && event.progress.done > 0) void laptop.engine.pouch.cancel();
  });
  const report = await exchange(laptop);
  stop();
  return report;
}
