import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { writeReceipt } from '../../core/letters/receipt.ts';
import { ordersDatabaseOf } from '../../core/organisation/erase-order.ts';
import { verifyProfile } from '../../core/organisation/verify-profile.ts';
import { compartmentOf, type Compartment } from './a-parcel.ts';
import { penOf, type Pen } from './letter-writer.ts';
import { aDescription, aProgramme, newLaptop, type Laptop, type Programme } from './programme.ts';
import { secretariat, succeed } from './secretariat.ts';

vi.setConfig({ testTimeout: 180_000 });

let programme: Programme;
let ana: Laptop;
let ben: Laptop;
let compartment: Compartment;
let pen: Pen;

const desk = () => ['--keys', programme.keys, '--couchdb', programme.couchdb];

beforeAll(async () => {
  programme = await aProgramme();
  [ana, ben] = [newLaptop('Ana Kovač'), newLaptop('Benoît Morel')];
  await programme.admit(ana, ['arms']);
  await programme.admit(ben, ['arms']);
  compartment = compartmentOf(await programme.grantOf(ana), 'arms', 'SENSITIVE');
  pen = penOf(programme, ana, compartment);
}, 240_000);
afterAll(() => programme.close());

interface Status {
  readonly compartments: readonly { compartment: string; parcels: number; letters: number; bytes: number; gaps: object[]; unreadable: number; delivered: object[] }[];
  readonly devices: readonly { device: string; letters: number; newest: string | null; removed: boolean; silent: boolean }[];
  readonly orders: readonly { unconfirmed: string[] }[];
}
const statusNow = async () => (await succeed('status', ...desk())) as unknown as Status;
const ours = (status: Status) => status.compartments.find((one) => one.compartment === compartment.id);

test('status counts parcels, letters and sizes, and who delivered', async () => {
  await pen.deliver('One.', 'Two.');
  await pen.deliver('Three.');
  const status = await statusNow();
  expect(ours(status)).toMatchObject({ parcels: 2, letters: 3, gaps: [], unreadable: 0, delivered: [{ device: ana.device, letters: 3, lastNumber: 3 }] });
  expect(ours(status)?.bytes).toBeGreaterThan(2 * 4096);
  expect(status.devices.find((one) => one.device === ben.device)).toMatchObject({ letters: 0, newest: null, silent: false });
});

test('status names what is missing and what ends soon', async () => {
  const soon = new Date(Date.now() + 20 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  await succeed('member', 'brief', ...desk(), '--person', 'Benoît Morel', '--briefing', `2025-01-31:${soon}`);
  const { due } = (await succeed('status', ...desk())) as { due?: { what: string; of: string; until: string | null }[] };
  expect(due?.map(({ what, of, until }) => [what, of, until])).toEqual([
    ['data-protection', 'arms', null],
    ['data-protection', 'drugs', null],
    ['briefing', 'Benoît Morel', soon],
  ]);
});

test('status names a gap, and what cannot be opened', async () => {
  await pen.write('Four, which never arrives.');
  await pen.deliver('Five.');
  const stranger = { ...compartment, epochs: compartment.epochs.map((one) => ({ ...one, epoch: 9 })) };
  await penOf(programme, ben, stranger).deliver('Sealed with a key of the future.');
  expect(ours(await statusNow())).toMatchObject({ gaps: [{ device: ana.device, from: 4, to: 4 }], unreadable: 1 });
});

test('status lists whose confirmation of an erase order is missing', async () => {
  await succeed('member', 'suspend', ...desk(), '--person', 'Benoît Morel');
  const ordered = await succeed('erase', 'order', ...desk(), '--device', ben.device, '--out', join(programme.folder, 'order.json'));
  expect(JSON.parse(readFileSync(join(programme.folder, 'order.json'), 'utf8'))).toMatchObject({ v: 1 });
  expect((await statusNow()).orders).toMatchObject([{ unconfirmed: [ben.device] }]);
  const { organisation, directoryDatabase } = programme.profile;
  const receipt = { v: 1 as const, order: String(ordered['order']), device: ben.device, done: 'erased' as const, at: Date.now() };
  const document = writeReceipt(receipt, ben.credential.user, ben.sign.secretKey, organisation.boxKey);
  const path = `/${ordersDatabaseOf(directoryDatabase)}/_bulk_docs`;
  const told = await programme.ask({ method: 'POST', path, body: { docs: [document] }, user: ben.credential });
  expect(told.body).toMatchObject([{ ok: true }]);
  expect((await statusNow()).orders).toEqual([]);
  expect(await secretariat('erase', 'order', ...desk(), '--device', 'none')).toMatchObject({ data: { failure: 'device-unknown' } });
});

test('a profile is renewed and ended, each once; who is in force is certified as long as it is', async () => {
  const out = join(programme.folder, 'renewed.rapporteur-profile');
  const renew = () => succeed('profile', 'renew', '--keys', programme.keys, '--until', '2099-06-30', '--out', out);
  expect(await renew()).toMatchObject({ serial: 2, changed: true });
  expect(await renew()).toMatchObject({ serial: 2, changed: false });
  const organisationKey = programme.profile.organisation.signKey;
  const renewed = verifyProfile(new Uint8Array(readFileSync(out)), { now: Date.now(), organisationKey, serial: 1 });
  expect(renewed.ok && renewed.value).toMatchObject({ jwgs: programme.profile.jwgs, validUntil: Date.UTC(2099, 5, 30, 23, 59, 59, 999) });
  expect(await succeed('setup', ...desk())).toMatchObject({ members: 2 });
  expect(await succeed('setup', ...desk())).toMatchObject({ changed: 0 });
  const directory = await programme.directoryOf(ana, await programme.grantOf(ana));
  expect(directory.people.get(ana.person)?.until).toBe(renewed.ok ? renewed.value.validUntil : 0);
  expect(await succeed('profile', 'expire', '--keys', programme.keys, '--out', out)).toMatchObject({ serial: 3 });
  expect(await succeed('profile', 'expire', '--keys', programme.keys, '--out', out)).toMatchObject({ serial: 3, changed: false });
  expect(verifyProfile(new Uint8Array(readFileSync(out)), { now: Date.now(), organisationKey })).toMatchObject({ failure: { code: 'profile-expired' } });
  expect(await secretariat('setup', ...desk())).toMatchObject({ data: { failure: 'profile-expired' } });
  expect((await renew())['serial']).toBe(4);
  expect(await secretariat('profile', 'renew', '--keys', programme.keys, '--until', '2020-01-01', '--out', out)).toMatchObject({ data: { failure: 'day-passed' } });
});

test('new groups and a local team get compartments; their members are given the keys', async () => {
  const description = aDescription(programme.served.url) as { jwgs: { id: string }[] };
  const team = { ...description.jwgs[0], id: 'arms-team', name: 'Local team of Firearms', shortName: 'Local team', localTeamOf: 'arms' };
  const path = join(programme.folder, 'wider.json');
  writeFileSync(path, JSON.stringify({ ...description, jwgs: [...description.jwgs, team] }));
  const made = await succeed('profile', 'make', '--keys', programme.keys, '--description', path, '--out', join(programme.folder, 'wider.rapporteur-profile'));
  expect(made).toMatchObject({ changed: true });
  const rehearsed = await succeed('setup', ...desk(), '--dry-run');
  expect(rehearsed).toMatchObject({ dryRun: true, compartments: 9 });
  expect(await succeed('setup', ...desk())).toMatchObject({ compartments: 9, changed: rehearsed['changed'] });
  const lawyer = newLaptop('Mira Petrović');
  expect(await programme.admit(lawyer, ['arms-team'])).toMatchObject({ code: 0, data: { compartments: 2 } });
  expect((await programme.grantOf(lawyer)).compartments.every((one) => one.jwg === 'arms-team')).toBe(true);
});
