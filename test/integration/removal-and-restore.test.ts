import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { jsonFromBytes } from '../../core/crypto/canonical.ts';
import { randomBytes, randomId } from '../../core/crypto/sodium.ts';
import { pieceBytes } from '../../core/files/file-limits.ts';
import { isRemovedPiece, pieceDocument } from '../../core/files/piece-document.ts';
import { FileSealer } from '../../core/files/sealed-file.ts';
import type { Day, RecordId } from '../../core/ids.ts';
import type { Letter } from '../../core/letters/letter.ts';
import { openParcel } from '../../core/letters/parcel.ts';
import { writeReceipt } from '../../core/letters/receipt.ts';
import { isStub, openStub } from '../../core/letters/stub.ts';
import { verifyLetters } from '../../core/letters/verify-letter.ts';
import { ordersDatabaseOf } from '../../core/organisation/erase-order.ts';
import { erasedByOrders } from '../../core/organisation/removal-order.ts';
import { noteKind } from '../../core/records/note.ts';
import { subjectKind } from '../../core/records/subject.ts';
import { couchdbAt, fieldOf } from '../../server/couchdb/couchdb.ts';
import { compartmentOf, type Compartment } from './a-parcel.ts';
import { penOf, type Pen, type Written } from './letter-writer.ts';
import { aProgramme, newLaptop, type Laptop, type Programme } from './programme.ts';
import { secretariat, succeed } from './secretariat.ts';

vi.setConfig({ testTimeout: 180_000 });

let programme: Programme;
let [ana, ben]: Laptop[] = [];
let compartment: Compartment;
let pen: Pen;
let age: { readonly recipient: string; readonly file: string; readonly identity: string };

const desk = () => ['--keys', programme.keys, '--couchdb', programme.couchdb];
const recovery = () => ['--recovery', `${programme.keys}.recovery`];
const at = (name: string) => join(programme.folder, name);
const laptop = (one: Laptop | undefined): Laptop => one ?? expect.fail('set up first');

beforeAll(async () => {
  programme = await aProgramme();
  [ana, ben] = [newLaptop('Ana Kovač'), newLaptop('Benoît Morel')];
  await programme.admit(ana, ['arms']);
  await programme.admit(ben, ['drugs']);
  compartment = compartmentOf(await programme.grantOf(ana), 'arms', 'SENSITIVE');
  pen = penOf(programme, ana, compartment);
  const identity = await generateX25519Identity();
  age = { identity, recipient: await identityToRecipient(identity), file: at('age-identity.txt') };
  writeFileSync(age.file, `# made for a test\n${identity}\n`);
}, 240_000);
afterAll(() => programme.close());

async function documents(): Promise<readonly Record<string, unknown>[]> {
  const told = await programme.ask({ method: 'GET', path: `/${compartment.database}/_all_docs?include_docs=true`, user: laptop(ana).credential });
  const { rows } = told.body as { rows: { id: string; doc: Record<string, unknown> }[] };
  return rows.filter((row) => !row.id.startsWith('_')).map((row) => row.doc);
}

/** Every letter on the server, opened and checked as a member's laptop does it. */
async function lettersNow(): Promise<readonly Letter[]> {
  const directory = await programme.directoryOf(laptop(ana), await programme.grantOf(laptop(ana)));
  const { id, jwg, marking, epochs } = compartment;
  const context = { compartment: id, jwg, marking, scheme: programme.profile, devices: directory.devices, erasures: erasedByOrders(directory.removals) };
  return (await documents()).flatMap((document) => {
    const parcel = openParcel(document, id, epochs);
    return parcel.ok ? verifyLetters(parcel.value.letters, context).flatMap((one) => (one.ok ? [one.value.letter] : [])) : [];
  });
}

/** A file of two pieces and its list, as a laptop seals it. */
function aFile() {
  const size = pieceBytes + 1000;
  const sealer = new FileSealer(size);
  const first = [sealer.next(randomBytes(pieceBytes)), sealer.next(randomBytes(1000))];
  const { rest, list, reference, facts } = sealer.end();
  return { pieces: [...first, ...rest, list], reference, facts };
}
type SealedFile = ReturnType<typeof aFile>;

function noteWith(...files: readonly SealedFile[]) {
  const attachments = files.map(({ reference, facts }, at) => ({ key: String(at).repeat(22), order: String(at), name: 'scan.pdf', file: reference, ...facts }));
  return noteKind.schema.parse({ title: 'With files', attachments });
}

async function deliverPieces({ pieces: all }: SealedFile): Promise<readonly Record<string, unknown>[]> {
  const docs = all.map((one) => pieceDocument(one, laptop(ana).credential.user));
  return (await programme.ask({ method: 'POST', path: `/${compartment.files ?? ''}/_bulk_docs`, body: { docs }, user: laptop(ana).credential })).body as Record<string, unknown>[];
}

async function pieces(): Promise<readonly Record<string, unknown>[]> {
  const told = await programme.ask({ method: 'GET', path: `/${compartment.files ?? ''}/_all_docs?include_docs=true`, user: laptop(ana).credential });
  const { rows } = told.body as { rows: { id: string; doc: Record<string, unknown> }[] };
  return rows.filter((row) => !row.id.startsWith('_')).map((row) => row.doc);
}

const remove = (kind: string, record: RecordId, ...more: readonly string[]) =>
  succeed('removal', 'carry-out', ...desk(), '--compartment', 'arms:SENSITIVE', '--record', record, '--kind', kind, '--ground', 'Order 7/2025', ...more);

describe('removal', () => {
  const [erased, raised] = ['e'.repeat(22), 'r'.repeat(22)] as RecordId[] as [RecordId, RecordId];
  let written: Written[];
  let parcel: string;

  test('an erasure leaves letters that verify without their content, and a stub that says so', async () => {
    written = [await pen.write('Stays.'), await pen.write('CANARY to erase', erased), await pen.write('Raised.', raised)];
    parcel = await pen.send(written);
    expect(await remove('erasure', erased, '--dry-run')).toMatchObject({ dryRun: true, stubs: 1, letters: 1 });
    expect((await documents()).filter(isStub)).toEqual([]);
    expect(await remove('erasure', erased)).toMatchObject({ stubs: 1, letters: 1 });
    const letters = await lettersNow();
    expect(letters.map((one) => one.number).toSorted()).toEqual([1, 2, 3]);
    expect(letters.find((one) => one.record === erased)?.changes.map((one) => one.content)).toEqual(['erased']);
    const stub = (await documents()).find(isStub);
    const opened = openStub(stub, compartment.id, compartment.epochs, programme.profile.organisation.signKey);
    expect(opened.ok && opened.value).toMatchObject({ parcel, removed: [], orders: [expect.any(String)] });
    const replacements = opened.ok ? opened.value.replacedBy : [];
    expect((await documents()).map((one) => one['_id'])).toEqual(expect.arrayContaining(replacements.map(String)));
  });

  test('a raised record leaves the compartment; its numbers do not look withheld', async () => {
    expect(await remove('raised', raised)).toMatchObject({ stubs: 1, letters: 1 });
    expect((await lettersNow()).map((one) => one.number).toSorted()).toEqual([1, 2]);
    const status = (await succeed('status', ...desk())) as { compartments?: { compartment: string; gaps: object[]; stubs: number }[] };
    expect(status.compartments?.find((one) => one.compartment === compartment.id)).toMatchObject({ gaps: [], stubs: 2 });
  });

  test('what tells the lower level that a record went above stays', async () => {
    const record = randomId<RecordId>();
    await pen.send([await pen.write('Raised later.', record), await pen.notice(record)]);
    expect(await remove('raised', record)).toMatchObject({ stubs: 1, letters: 1 });
    const left = (await lettersNow()).filter((one) => one.record === record);
    expect(left.flatMap((one) => one.changes.map((change) => change.header.act))).toEqual(['raise']);
    expect(await remove('raised', record)).toMatchObject({ stubs: 0, letters: 0 });
  });

  test('attached files go with what named them, and stay while anything else names them', async () => {
    const [alone, shared] = [aFile(), aFile()];
    const note = await pen.writeRecord('note', noteWith(alone, shared));
    await pen.send([note, await pen.writeRecord('note', noteWith(shared))]);
    for (const one of [alone, shared]) expect((await deliverPieces(one)).every((row) => row['ok'] === true)).toBe(true);
    expect(await remove('erasure', note.letter.record, '--dry-run')).toMatchObject({ pieces: 3 });
    expect((await pieces()).filter(isRemovedPiece)).toEqual([]);
    expect(await remove('erasure', note.letter.record)).toMatchObject({ stubs: 1, letters: 1, pieces: 3 });
    const marked = (await pieces()).filter(isRemovedPiece).map((one) => String(one['_id']));
    expect(marked.toSorted()).toEqual(alone.pieces.map((one) => String(one.id)).toSorted());
    expect((await deliverPieces(alone)).some((row) => row['ok'] === true)).toBe(false);
    expect(await succeed('removal', 'carry-out', ...desk())).toMatchObject({ stubs: 0, pieces: 0 });
  });

  test('again changes nothing, and names who has not confirmed until they have', async () => {
    const again = (await succeed('removal', 'carry-out', ...desk())) as { stubs?: number; orders?: { order: string; unconfirmed: string[] }[] };
    expect(again).toMatchObject({ stubs: 0 });
    expect(again.orders?.map((one) => one.unconfirmed)).toEqual(again.orders?.map(() => [laptop(ana).device]));
    expect(again.orders).toHaveLength(4);
    const order = again.orders?.[0]?.order ?? '';
    const receipt = { v: 1 as const, order, device: laptop(ana).device, done: 'erased' as const, at: Date.now() };
    const document = writeReceipt(receipt, laptop(ana).credential.user, laptop(ana).sign.secretKey, programme.profile.organisation.boxKey);
    const path = `/${ordersDatabaseOf(programme.profile.directoryDatabase)}/_bulk_docs`;
    await programme.ask({ method: 'POST', path, body: { docs: [document] }, user: laptop(ana).credential });
    const told = (await succeed('removal', 'carry-out', ...desk())) as { orders?: { order: string; unconfirmed: string[] }[] };
    expect(told.orders?.filter((one) => one.unconfirmed.length === 0).map((one) => one.order)).toEqual([order]);
  });

  test('a record on legal hold is not erased: the order is kept, said to be held back, and carried out when the hold is lifted', async () => {
    const record = randomId<RecordId>();
    const hold = { ground: 'Court order Kv 3/26', on: '2025-01-05' as Day, by: 'Ana Kovač', until: null };
    const subject = (held: typeof hold | null) => subjectKind.schema.parse({ name: 'Kept by a court', hold: held });
    await pen.send([await pen.writeRecord('subject', subject(hold), record)]);
    const ordered = await remove('erasure', record);
    expect(ordered).toMatchObject({ stubs: 0, letters: 0, heldBack: [{ ground: 'Order 7/2025', hold }] });
    expect((await lettersNow()).filter((one) => one.record === record).flatMap((one) => one.changes.map((change) => change.content === 'erased'))).toEqual([false]);
    const directory = await programme.directoryOf(laptop(ana), await programme.grantOf(laptop(ana)));
    expect(directory.removals.filter((one) => one.record === record)).toEqual([]);
    expect(JSON.stringify(await secretariat('status', ...desk()))).not.toContain('Kept by a court');
    // Given twice it is ordered once.
    expect(await remove('erasure', record)).toMatchObject({ stubs: 0, heldBack: [{ ground: 'Order 7/2025' }] });
    await pen.send([await pen.writeRecord('subject', subject(null), record)]);
    expect(await succeed('removal', 'carry-out', ...desk())).toMatchObject({ stubs: 1, letters: 1, heldBack: [] });
    const left = (await lettersNow()).filter((one) => one.record === record).flatMap((one) => one.changes.map((change) => change.content === 'erased'));
    expect(left.toSorted()).toEqual([false, true]);
  });

  test('a laptop that holds back is told apart from one that is silent', async () => {
    const record = randomId<RecordId>();
    await pen.send([await pen.write('Held back there', record)]);
    const ordered = (await remove('erasure', record)) as { orders?: { order: string; heldBack: string[]; unconfirmed: string[] }[] };
    const order = ordered.orders?.at(-1)?.order ?? '';
    const answers = async (done: 'held-back' | 'erased') => {
      const document = writeReceipt({ v: 1, order, device: laptop(ana).device, done, at: Date.now() }, laptop(ana).credential.user, laptop(ana).sign.secretKey, programme.profile.organisation.boxKey);
      await programme.ask({ method: 'POST', path: `/${ordersDatabaseOf(programme.profile.directoryDatabase)}/_bulk_docs`, body: { docs: [document] }, user: laptop(ana).credential });
      const { orders } = (await succeed('removal', 'carry-out', ...desk())) as unknown as { orders: { order: string; heldBack: string[]; unconfirmed: string[] }[] };
      return orders.find((one) => one.order === order);
    };
    expect(await answers('held-back')).toMatchObject({ unconfirmed: [], heldBack: [laptop(ana).device] });
    expect(await answers('erased')).toMatchObject({ unconfirmed: [], heldBack: [] });
  });

  test('a record that is not there, and a stub by a member, are refused', async () => {
    const unknown = await secretariat('removal', 'carry-out', ...desk(), '--compartment', 'arms:SENSITIVE', '--record', randomId(), '--kind', 'erasure', '--ground', 'x');
    expect(unknown).toMatchObject({ data: { failure: 'record-not-there' } });
    const stub = (await documents()).find(isStub);
    const body = { docs: [{ ...stub, _id: 'e'.repeat(64), _rev: undefined }] };
    const told = await programme.ask({ method: 'POST', path: `/${compartment.database}/_bulk_docs`, body, user: laptop(ana).credential });
    expect(JSON.stringify(told.body)).not.toContain('"ok":true');
  });
});

describe('backup and restore', () => {
  const backupTo = (name: string) => succeed('backup', ...desk(), '--out', at(name), '--recipient', age.recipient);
  const restoreFrom = (name: string, ...more: readonly string[]) => succeed('restore', ...desk(), '--from', at(name), '--identity', age.file, ...more);
  const asAdmin = async (method: string, path: string) => {
    const couchdb = couchdbAt(programme.couchdb);
    const answer = couchdb.ok ? await couchdb.value.ask(method, path) : couchdb;
    return answer.ok ? answer.value : expect.fail(answer.failure.code);
  };

  test('a lost server comes back, accounts and all, and what was ordered away since is taken away again', async () => {
    const later = randomId<RecordId>();
    await pen.send([await pen.write('CANARY of a later erasure', later)]);
    await backupTo('backup');
    expect(readdirSync(at('backup')).every((name) => name.endsWith('.age'))).toBe(true);
    for (const name of readdirSync(at('backup'))) expect(readFileSync(at(`backup/${name}`), 'latin1')).not.toMatch(/CANARY|Kova|salt/);
    await remove('erasure', later);
    const databases = [programme.profile.directoryDatabase, compartment.database, ordersDatabaseOf(programme.profile.directoryDatabase)];
    for (const one of databases) await asAdmin('DELETE', `/${one}`);
    const account = `/_users/org.couchdb.user:${laptop(ana).credential.user}`;
    await asAdmin('DELETE', `${account}?rev=${String(fieldOf((await asAdmin('GET', account)).body, '_rev'))}`);
    expect(await restoreFrom('backup', '--dry-run')).toMatchObject({ dryRun: true });
    const restored = await restoreFrom('backup');
    expect(restored).toMatchObject({ removedAgain: { stubs: 1, letters: 1 } });
    const letters = await lettersNow();
    expect(letters.find((one) => one.record === later)?.changes.map((one) => one.content)).toEqual(['erased']);
    expect(JSON.stringify(letters)).not.toContain('CANARY');
    expect((await pen.deliver('Goes on.')).letters).toHaveLength(1);
  });

  test('restoring again writes nothing; a lost keys file comes back too', async () => {
    const rehearsed = await restoreFrom('backup', '--dry-run');
    expect(rehearsed).toMatchObject({ dryRun: true, written: 0 });
    expect(await restoreFrom('backup')).toMatchObject({ written: 0, kept: rehearsed['kept'], removedAgain: { stubs: 0 } });
    const kept = readFileSync(programme.keys);
    rmSync(programme.keys);
    expect(await restoreFrom('backup')).toMatchObject({ keysRestored: true });
    writeFileSync(programme.keys, kept);
  });

  test('another key, a damaged file and a used folder are named, and nothing is written', async () => {
    expect(await secretariat('backup', ...desk(), '--out', at('backup'), '--recipient', age.recipient)).toMatchObject({ data: { failure: 'folder-not-empty' } });
    expect(await secretariat('backup', ...desk(), '--out', at('other'))).toMatchObject({ data: { failure: 'age-missing' } });
    const bytes = readFileSync(at('backup/0003.age'));
    writeFileSync(at('backup/0003.age'), readFileSync(at('backup/0002.age')));
    expect(await secretariat('restore', ...desk(), '--from', at('backup'), '--identity', age.file)).toMatchObject({ data: { failure: 'backup-damaged' } });
    writeFileSync(at('backup/0003.age'), bytes.subarray(0, bytes.length - 1));
    expect(await secretariat('restore', ...desk(), '--from', at('backup'), '--identity', age.file)).toMatchObject({ data: { failure: 'backup-unreadable' } });
    writeFileSync(at('backup/0003.age'), bytes);
  });
});

test('the recovery key opens what a vanished member wrote, for a successor and into a file', async () => {
  const words = [...desk(), ...recovery(), '--compartment', 'arms:SENSITIVE', '--successor', 'Benoît Morel', '--out', at('recovered.age'), '--recipient', age.recipient];
  const recovered = await succeed('recover', ...words);
  expect(recovered).toMatchObject({ epochs: 1, unreadable: 0, successor: 'Benoît Morel' });
  const grant = await programme.grantOf(laptop(ben));
  expect(compartmentOf(grant, 'arms', 'SENSITIVE').epochs).toEqual(compartment.epochs);
  const decrypter = new Decrypter();
  decrypter.addIdentity(age.identity);
  const file = jsonFromBytes(await decrypter.decrypt(new Uint8Array(readFileSync(at('recovered.age')))));
  expect(fieldOf(file, 'letters')).toHaveLength(Number(recovered['letters']));
  expect(JSON.stringify(file)).toContain('Stays.');
});

test('the breach pack counts what a lost laptop held, by category and originator, without a word of it', async () => {
  const pack = await succeed('breach-pack', ...desk(), '--device', laptop(ana).device);
  expect(pack).toMatchObject({ holder: 'Ana Kovač', byKind: [{ name: 'note', records: 8 }, { name: 'subject', records: 1 }], byOriginator: [{ name: 'not stated', records: 9 }] });
  expect(JSON.stringify(pack)).not.toMatch(/Stays|CANARY/);
  expect(await succeed('breach-pack', ...desk(), '--person', 'ana kovac')).toMatchObject({ devices: [laptop(ana).device], records: pack['records'] });
  expect(await secretariat('breach-pack', ...desk())).toMatchObject({ data: { failure: 'person-or-device' } });
  expect(await secretariat('breach-pack', ...desk(), '--device', 'none')).toMatchObject({ data: { failure: 'device-unknown' } });
});

test('the breach pack counts persons by the category that is in force', async () => {
  const before = await succeed('breach-pack', ...desk(), '--device', laptop(ana).device);
  const category = (key: string, name: string, on: string) => ({ key, order: key, category: name, ground: 'Decision', on, by: '' });
  const subject = subjectKind.schema.parse({ name: 'CANARY Person', categories: [category('b'.repeat(22), 'witness', '2025-03-01'), category('a'.repeat(22), 'suspect', '2025-01-01')] });
  const firearm = subjectKind.schema.parse({ schema: 'Firearm', name: 'CANARY Zastava M70' });
  await pen.send([await pen.writeRecord('subject', subject), await pen.writeRecord('subject', firearm)]);
  const pack = await succeed('breach-pack', ...desk(), '--device', laptop(ana).device);
  expect(pack).toMatchObject({ aboutPersons: Number(before['aboutPersons']) + 1 });
  expect(pack['byCategory']).toEqual(expect.arrayContaining([{ name: 'witness', records: 1 }]));
  expect(JSON.stringify(pack)).not.toMatch(/suspect|CANARY/);
});
