import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { RecordId } from '../../core/ids.ts';
import { couchdbAt } from '../../server/couchdb/couchdb.ts';
import { compartmentOf } from './a-parcel.ts';
import { penOf, type Pen } from './letter-writer.ts';
import { aProgramme, newLaptop, type Laptop, type Programme } from './programme.ts';
import { passphrase, secretariat, secretariatAt, serve, succeed } from './secretariat.ts';

vi.setConfig({ testTimeout: 180_000 });

let programme: Programme;
let ana: Laptop;
let pen: Pen;
const year = 365 * 24 * 60 * 60 * 1000;

const desk = () => ['--keys', programme.keys, '--couchdb', programme.couchdb];

beforeAll(async () => {
  programme = await aProgramme();
  ana = newLaptop('Ana Kovač');
  await programme.admit(ana, ['arms']);
  pen = penOf(programme, ana, compartmentOf(await programme.grantOf(ana), 'arms', 'SENSITIVE'));
}, 240_000);
afterAll(() => programme.close());

describe('a command given twice', () => {
  test('orders a removal once; what came since is ordered by the next', async () => {
    const record = 'w'.repeat(22) as RecordId;
    const words = ['removal', 'carry-out', ...desk(), '--compartment', 'arms:SENSITIVE', '--record', record, '--kind', 'erasure', '--ground', 'Order 9'];
    const ordersAfter = async () => ((await succeed(...words))['orders'] as object[]).length;
    await pen.send([await pen.write('To erase.', record)]);
    expect(await ordersAfter()).toBe(1);
    expect(await ordersAfter()).toBe(1);
    await pen.send([await pen.write('Written since.', record)]);
    expect(await ordersAfter()).toBe(2);
    expect(await ordersAfter()).toBe(2);
  });

  test('gives one erase order, and lays it down again where the server has lost it', async () => {
    const out = join(programme.folder, 'order.json');
    const words = ['erase', 'order', ...desk(), '--device', ana.device, '--out', out];
    const first = await succeed(...words);
    expect(first).toMatchObject({ changed: true });
    expect(await succeed(...words)).toMatchObject({ order: first['order'], changed: false });
    const couchdb = couchdbAt(programme.couchdb);
    if (!couchdb.ok) throw new Error(couchdb.failure.code);
    const database = `o${programme.profile.directoryDatabase.slice(1)}`;
    const { _id } = JSON.parse(readFileSync(out, 'utf8')) as { _id: string };
    const path = `/${database}/${_id}`;
    const statusOf = async () => {
      const answer = await couchdb.value.ask('GET', path);
      return answer.ok && answer.value.status;
    };
    expect(await statusOf()).toBe(200);
    await couchdb.value.ask('DELETE', `/${database}`);
    await succeed('setup', ...desk());
    expect(await statusOf()).toBe(404);
    expect(await succeed(...words)).toMatchObject({ order: first['order'] });
    expect(await statusOf()).toBe(200);
  });
});

test('a server that never held the organisation is left alone', async () => {
  const other = await serve('--memory');
  const elsewhere = ['--keys', programme.keys, '--couchdb', other.couchdb ?? ''];
  try {
    expect(await secretariat('member', 'suspend', ...elsewhere, '--person', 'Ana Kovač')).toMatchObject({ data: { failure: 'server-without-directory' } });
    expect(await secretariat('status', ...elsewhere)).toMatchObject({ data: { failure: 'server-without-directory' } });
    expect(await secretariat('setup', ...elsewhere)).toMatchObject({ data: { failure: 'server-lost' } });
    const couchdb = couchdbAt(other.couchdb ?? '');
    const databases = couchdb.ok ? await couchdb.value.ask('GET', '/_all_dbs') : couchdb;
    expect(JSON.stringify(databases)).not.toContain(programme.profile.directoryDatabase);
  } finally {
    await other.stop();
  }
});

test('nothing is signed by a clock that is far from the server\'s; reading goes on with a warning', async () => {
  const wrong = Date.now() - 2 * year;
  const refused = await secretariatAt(wrong, 'member', 'suspend', ...desk(), '--person', 'Ana Kovač');
  expect(refused).toMatchObject({ code: 1, data: { failure: 'clock-differs' } });
  const read = await secretariatAt(wrong, 'member', 'list', ...desk());
  expect(read).toMatchObject({ code: 0, data: { members: [{ state: 'member' }] } });
  expect(read.errors).toContain('This computer\'s clock says');
});

test('file names are meant from where the person stands, not from where the program is', () => {
  const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));
  const env = { ...process.env, RAPPORTEUR_PASSPHRASE: passphrase, npm_lifecycle_event: 'server', INIT_CWD: programme.folder };
  const listed = spawnSync(process.execPath, [main, 'jwg', 'list', '--keys', basename(programme.keys)], { env, encoding: 'utf8' });
  expect(listed).toMatchObject({ status: 0, stderr: '' });
  expect(listed.stdout).toContain('belonging: Ana Kovač');
});

test('a keys file that was cut short, and a description that is not JSON, are named', async () => {
  const [keys, description] = [join(programme.folder, 'half.keys'), join(programme.folder, 'half.json')];
  writeFileSync(keys, readFileSync(programme.keys).subarray(0, 900));
  expect(await secretariat('member', 'list', '--keys', keys, '--couchdb', programme.couchdb)).toMatchObject({ data: { failure: 'office-unreadable' } });
  writeFileSync(description, '{\n  "validUntil": "2099-01-01",\n  "jwgs": [,]\n}');
  const made = await secretariat('profile', 'make', '--keys', programme.keys, '--description', description, '--out', `${description}.out`);
  expect(made.data['sentence']).toMatch(/line 3/);
});

describe('a keys file from an old copy', () => {
  test('does not open the door again to whoever was removed since; the recovery key brings its keys up to date', async () => {
    const old = join(programme.folder, 'old.keys');
    const [ben, cem] = [newLaptop('Benoît Morel'), newLaptop('Cem Arslan')];
    await programme.admit(ben, ['arms']);
    copyFileSync(programme.keys, old);
    await programme.admit(cem, ['drugs']);
    await succeed('member', 'remove', ...desk(), '--person', 'Benoît Morel');
    const withOld = ['--keys', old, '--couchdb', programme.couchdb];
    const database = compartmentOf(await programme.grantOf(ana), 'arms', 'SENSITIVE').database;
    const seenBy = async (laptop: Laptop) => (await programme.ask({ method: 'GET', path: `/${database}`, user: laptop.credential })).status;
    expect(await secretariat('setup', ...withOld)).toMatchObject({ data: { failure: 'keys-behind' } });
    expect(await secretariat('member', 'suspend', ...withOld, '--person', 'Ana Kovač')).toMatchObject({ data: { failure: 'keys-behind' } });
    for (const marking of ['UNCLASSIFIED', 'SENSITIVE', 'R-UE']) {
      expect(await succeed('recover', ...withOld, '--recovery', `${programme.keys}.recovery`, '--compartment', `arms:${marking}`)).toMatchObject({ restored: 1 });
    }
    await succeed('setup', ...withOld);
    expect([401, 403]).toContain(await seenBy(ben));
    expect(await seenBy(ana)).toBe(200);
    const { members } = (await succeed('member', 'list', ...withOld)) as { members: { name: string; state: string }[] };
    expect(members.map(({ name, state }) => [name, state])).toEqual([['Ana Kovač', 'member'], ['Benoît Morel', 'removed'], ['Cem Arslan', 'member']]);
    expect(compartmentOf(await programme.grantOf(ana), 'arms', 'SENSITIVE').epochs.map((one) => one.epoch)).toEqual([1, 2]);
  });
});
