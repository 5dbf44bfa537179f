import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { writeReceipt } from '../../core/letters/receipt.ts';
import { isBeyondCutOff } from '../../core/organisation/cut-off.ts';
import { eraseOrderKeyRange, openEraseOrder, ordersDatabaseOf } from '../../core/organisation/erase-order.ts';
import { writeErasureReceipt } from '../../core/organisation/erasure-receipt.ts';
import { unwrapForRecovery } from '../../core/organisation/recovery-key.ts';
import { deriveFromPassphrase } from '../../core/crypto/sodium.ts';
import { openRecoveryFile, recoveryPairOf } from '../../server/office/recovery-file.ts';
import { compartmentOf, type Compartment } from './a-parcel.ts';
import { penOf, type Pen } from './letter-writer.ts';
import { aProgramme, newLaptop, secondLaptop, type Laptop, type Programme } from './programme.ts';
import { recoveryPassphrase, secretariat, succeed } from './secretariat.ts';

vi.setConfig({ testTimeout: 180_000 });

let programme: Programme;
let [ana, ben, second]: [Laptop, Laptop, Laptop] = [] as never;
let compartment: Compartment;
let pen: Pen;

const desk = () => ['--keys', programme.keys, '--couchdb', programme.couchdb];
const statusOf = async (laptop: Laptop, database: string) => (await programme.ask({ method: 'GET', path: `/${database}/_all_docs`, user: laptop.credential })).status;

beforeAll(async () => {
  programme = await aProgramme();
  [ana, ben] = [newLaptop('Ana Kovač'), newLaptop('Benoît Morel')];
  second = secondLaptop(ana);
  await programme.admit(ana, ['arms']);
  await programme.admit(ben, ['arms']);
  compartment = compartmentOf(await programme.grantOf(ana), 'arms', 'SENSITIVE');
  pen = penOf(programme, ana, compartment);
}, 240_000);
afterAll(() => programme.close());

describe('members', () => {
  test('a second laptop of the same person has its own account and the person\'s groups', async () => {
    expect(await programme.admit(second, [])).toMatchObject({ code: 0, data: { changed: true, devices: 2 } });
    const grant = await programme.grantOf(second);
    expect(grant.user).toBe(second.credential.user);
    expect((await programme.grantOf(ana)).user).toBe(ana.credential.user);
    const directory = await programme.directoryOf(second, grant);
    expect(directory.people.get(ana.person)?.devices.map((one) => one.id)).toEqual([ana.device, second.device]);
    expect(await statusOf(second, compartment.database)).toBe(200);
    expect(await programme.admit({ ...newLaptop('Eve'), credential: ana.credential }, ['arms'])).toMatchObject({ data: { failure: 'account-taken' } });
  });

  test('are listed, and briefed by name', async () => {
    const briefed = await succeed('member', 'brief', ...desk(), '--person', 'ana kovač', '--briefing', '2025-01-31:2099-01-31');
    expect(briefed).toMatchObject({ changed: true, compartments: 3 });
    const { members } = (await succeed('member', 'list', ...desk())) as { members: { name: string; devices: number; state: string; briefedUntil: string | null }[] };
    expect(members.map(({ name, devices, briefedUntil, state }) => [name, devices, briefedUntil, state])).toEqual([
      ['Ana Kovač', 2, '2099-01-31', 'member'],
      ['Benoît Morel', 1, null, 'member'],
    ]);
    expect(await secretariat('member', 'brief', ...desk(), '--person', 'Nobody', '--clearance', 'C-UE:2099-01-01')).toMatchObject({ data: { failure: 'member-unknown' } });
    const wrongly = async (...words: readonly string[]) => (await secretariat('member', 'brief', ...desk(), '--person', 'ana kovac', ...words)).data['failure'];
    expect(await wrongly('--briefing', '2025-01-31')).toBe('vetting-half');
    expect(await wrongly('--clearance', 'C-UE')).toBe('vetting-half');
    expect(await wrongly('--briefing', '2026-01-31:2025-01-31')).toBe('days-reversed');
    // A briefing that has ended opens nothing.
    expect(await succeed('member', 'brief', ...desk(), '--person', 'Ana Kovač', '--briefing', '2020-01-31:2021-01-31')).toMatchObject({ compartments: 2 });
  });

  test('a suspended member is kept out and comes back', async () => {
    await succeed('member', 'suspend', ...desk(), '--person', 'Benoît Morel');
    expect([401, 403]).toContain(await statusOf(ben, compartment.database));
    expect([401, 403]).toContain(await statusOf(ben, programme.profile.directoryDatabase));
    expect(await statusOf(ben, ordersDatabaseOf(programme.profile.directoryDatabase))).toBe(200);
    await succeed('member', 'suspend', ...desk(), '--person', 'Benoît Morel', '--lift');
    expect(await statusOf(ben, compartment.database)).toBe(200);
  });
});

describe('removing', () => {
  test('a dry run changes nothing and says what would be', async () => {
    const before = await programme.grantOf(ben);
    const rehearsed = await succeed('member', 'remove', ...desk(), '--person', 'Ana Kovač', '--dry-run', '--erase');
    expect(rehearsed).toMatchObject({ dryRun: true, turned: 3, changed: false });
    expect((await programme.grantOf(ben)).serial).toBe(before.serial);
    expect(await statusOf(ana, compartment.database)).toBe(200);
    expect(await succeed('member', 'remove', ...desk(), '--person', 'Ana Kovač', '--dry-run')).toMatchObject({ turned: 3 });
  });

  test('one device: the keys turn, its last letter is on record, the other laptop goes on', async () => {
    await pen.deliver('First.', 'Second.');
    const removed = await succeed('member', 'remove', ...desk(), '--person', 'Ana Kovač', '--device', ana.device, '--erase');
    expect(removed).toMatchObject({ turned: 3, devices: [ana.device] });
    expect([401, 403]).toContain(await statusOf(ana, compartment.database));
    expect(await statusOf(second, compartment.database)).toBe(200);
    const grant = await programme.grantOf(second);
    const turned = compartmentOf(grant, 'arms', 'SENSITIVE');
    expect(turned.epochs.map((one) => one.epoch)).toEqual([1, 2]);
    expect(compartmentOf(await programme.grantOf(ben), 'arms', 'SENSITIVE').epochs).toEqual(turned.epochs);
    const directory = await programme.directoryOf(second, grant);
    expect(directory.compartments.get(compartment.id)?.epoch).toBe(2);
    expect(directory.cutOffs.get(compartment.id)?.get(ana.device)).toEqual(pen.last());
    const late = await pen.write('Written after.');
    expect(isBeyondCutOff(directory, compartment.id, { device: ana.device, number: late.letter.number, hash: late.hash })).toBe(true);
  });

  test('its erase order is found without membership and opens on that device only', async () => {
    const { startkey, endkey } = eraseOrderKeyRange(ana.box.publicKey);
    const query = new URLSearchParams({ include_docs: 'true', startkey: JSON.stringify(startkey), endkey: JSON.stringify(endkey) });
    const path = `/${ordersDatabaseOf(programme.profile.directoryDatabase)}/_all_docs?${query.toString()}`;
    const told = await programme.ask({ method: 'GET', path, user: ana.credential });
    const [document] = (told.body as { rows: { doc: unknown }[] }).rows.map((row) => row.doc);
    const order = openEraseOrder(document, ana.box, ana.device, programme.profile.organisation.signKey);
    expect(order.ok && order.value.compartments).toContain(compartment.id);
    expect(openEraseOrder(document, ben.box, ben.device, programme.profile.organisation.signKey).ok).toBe(false);
  });

  test('an order for everything is given once, confirmed by receipt, and status lists erased and silent devices', async () => {
    const order = (...more: readonly string[]) => succeed('erase', 'order', ...desk(), '--device', ana.device, '--everything', ...more);
    expect(await order('--dry-run')).toMatchObject({ dryRun: true, compartments: null });
    const given = await order();
    expect(given).toMatchObject({ changed: true, compartments: null });
    expect(await order()).toMatchObject({ changed: false, order: given['order'] });
    expect(await secretariat('erase', 'order', ...desk(), '--device', ana.device, '--everything', '--compartment', 'arms')).toMatchObject({ data: { failure: 'everything-or-some' } });
    const erasures = async () => ((await succeed('status', ...desk())) as unknown as { erasures: { order: string; name: string; everything: boolean; confirmed: object | null }[] }).erasures;
    expect((await erasures()).map((one) => [one.everything, one.confirmed])).toEqual([[false, null], [true, null]]);
    const done = { v: 1 as const, order: String(given['order']), device: ana.device, done: 'erased' as const, at: 1_750_000_000_000, erased: { records: 3, drafts: 1, undelivered: 2 } };
    const document = writeReceipt(done, ana.credential.user, ana.sign.secretKey, programme.profile.organisation.boxKey);
    await programme.ask({ method: 'POST', path: `/${ordersDatabaseOf(programme.profile.directoryDatabase)}/_bulk_docs`, body: { docs: [document] }, user: ana.credential });
    expect((await erasures()).at(-1)).toMatchObject({ name: ana.name, everything: true, confirmed: { erased: { records: 3, undelivered: 2 } } });
  });

  test('a receipt that came as a file confirms its order; an altered one and one of no order do not', async () => {
    const [first] = ((await succeed('status', ...desk())) as unknown as { erasures: { order: string }[] }).erasures;
    const receipt = { v: 1 as const, person: ana.person, name: ana.name, device: ana.device, fingerprint: '', at: 1_750_000_000_000, order: first?.order ?? null, compartments: [compartment.id], erased: { records: 2, drafts: 0 }, undelivered: 1 };
    const file = join(programme.folder, 'receipt.txt');
    const note = (text: string) => {
      writeFileSync(file, text);
      return secretariat('erase', 'receipt', ...desk(), '--file', file);
    };
    const block = writeErasureReceipt(receipt, ana.sign.secretKey);
    expect(await note('nothing')).toMatchObject({ data: { failure: 'receipt-unreadable' } });
    expect(await note(writeErasureReceipt(receipt, ben.sign.secretKey))).toMatchObject({ data: { failure: 'receipt-altered' } });
    expect(await note(writeErasureReceipt({ ...receipt, order: null }, ana.sign.secretKey))).toMatchObject({ data: { failure: 'receipt-not-ours' } });
    expect(await note(block)).toMatchObject({ code: 0, data: { changed: true, erased: { records: 2, undelivered: 1 } } });
    expect(await note(block)).toMatchObject({ code: 0, data: { changed: false } });
    const { orders } = (await succeed('status', ...desk())) as unknown as { orders: { order: string }[] };
    expect(orders.map((one) => one.order)).not.toContain(first?.order);
  });

  test('again changes nothing; the removed device does not come back with its old keys', async () => {
    expect(await succeed('member', 'remove', ...desk(), '--person', 'Ana Kovač', '--device', ana.device)).toMatchObject({ turned: 0, changed: false });
    expect(await programme.admit(ana, ['arms'])).toMatchObject({ data: { failure: 'device-ended' } });
    expect(await succeed('setup', ...desk())).toMatchObject({ changed: 0 });
  });

  test('the whole member', async () => {
    expect(await succeed('member', 'remove', ...desk(), '--person', 'Ana Kovač')).toMatchObject({ turned: 3 });
    expect([401, 403]).toContain(await statusOf(second, compartment.database));
    const grant = await programme.grantOf(ben);
    expect(compartmentOf(grant, 'arms', 'SENSITIVE').epochs.map((one) => one.epoch)).toEqual([1, 2, 3]);
    const directory = await programme.directoryOf(ben, grant);
    expect(directory.cutOffs.get(compartment.id)?.get(second.device)).toBeNull();
    expect(directory.people.get(ana.person)?.jwgs.every((one) => one.until !== null)).toBe(true);
  });

  test('every key was sealed to the recovery key', async () => {
    const recovery = openRecoveryFile(`${programme.keys}.recovery`, recoveryPassphrase, deriveFromPassphrase);
    if (!recovery.ok) throw new Error(recovery.failure.code);
    const grant = await programme.grantOf(ben);
    const directory = await programme.directoryOf(ben, grant);
    for (const { epoch, key } of compartmentOf(grant, 'arms', 'SENSITIVE').epochs) {
      const wrapped = directory.recovery.get(compartment.id)?.get(epoch) ?? '';
      expect(unwrapForRecovery(wrapped, { compartment: compartment.id, epoch }, recoveryPairOf(recovery.value))).toEqual({ ok: true, value: key });
    }
  });
});
