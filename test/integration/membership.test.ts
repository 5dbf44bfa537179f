import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { join } from 'node:path';
import { compartmentOf } from './a-parcel.ts';
import { aProgramme, newLaptop, type Laptop, type Programme } from './programme.ts';
import { secretariat, secretariatProcess } from './secretariat.ts';

// Every verb is a process of its own that derives a key from a passphrase.
vi.setConfig({ testTimeout: 180_000 });

let programme: Programme;
let ana: Laptop;

beforeAll(async () => {
  programme = await aProgramme();
  ana = newLaptop('Ana Kovač');
}, 240_000);
afterAll(() => programme.close());

describe('joining', () => {
  test('before admission the server knows nobody', async () => {
    const told = await programme.ask({ method: 'GET', path: `/${programme.profile.directoryDatabase}`, user: ana.credential });
    expect(told.status).toBe(401);
  });

  test('another fingerprint than the request\'s admits nobody', async () => {
    const answer = await programme.admit(ana, ['arms'], '--fingerprint', '00000 00000 00000 00000 00000 00000');
    expect(answer).toMatchObject({ code: 1, data: { failure: 'fingerprint-differs' } });
  });

  test('without a comparison a script admits nobody', async () => {
    const answer = await secretariat(
      'admit', '--keys', programme.keys, '--couchdb', programme.couchdb, '--request', programme.requestOf(ana), '--jwg', 'arms',
    );
    expect(answer).toMatchObject({ code: 1, data: { failure: 'fingerprint-not-compared' } });
    expect(answer.errors).toContain('Ana Kovač');
  });

  test('an admitted member finds a grant, opens the directory, and is in it', async () => {
    const answer = await programme.admit(ana, ['arms']);
    expect(answer).toMatchObject({ code: 0, data: { changed: true, name: 'Ana Kovač' } });
    const grant = await programme.grantOf(ana);
    expect(grant.user).toBe(ana.credential.user);
    expect(grant.compartments.map((one) => `${one.jwg} ${one.marking}`).toSorted()).toEqual(['arms SENSITIVE', 'arms UNCLASSIFIED']);
    const directory = await programme.directoryOf(ana, grant);
    expect(directory.devices.get(ana.device)).toMatchObject({ name: 'Ana Kovač', jwgs: ['arms'] });
    expect(directory.compartments.get(compartmentOf(grant, 'arms', 'SENSITIVE').id)).toMatchObject({ epoch: 1 });
  });

  test('admitting again changes nothing; a briefing opens R-UE/EU-R; a second group is added', async () => {
    expect((await programme.admit(ana, ['arms'])).data).toMatchObject({ changed: false });
    expect((await programme.admit(ana, ['arms'], '--briefing', '2025-01-31:2099-01-31')).data).toMatchObject({ changed: true, compartments: 3 });
    expect((await programme.admit(ana, ['drugs'])).data).toMatchObject({ changed: true, compartments: 6 });
    const grant = await programme.grantOf(ana);
    expect(grant.serial).toBe(3);
    expect((await programme.directoryOf(ana, grant)).people.get(ana.person)).toMatchObject({ serial: 3, briefing: { until: '2099-01-31' } });
  });

  test('a request with someone else\'s device is refused', async () => {
    const eve = { ...newLaptop('Eve'), device: ana.device, sign: ana.sign };
    expect(await programme.admit(eve, ['arms'])).toMatchObject({ code: 1, data: { failure: 'device-taken' } });
  });

  test('an unknown group, marking or day is named', async () => {
    expect(await programme.admit(ana, ['art'])).toMatchObject({ data: { failure: 'group-unknown' } });
    expect(await programme.admit(ana, ['arms'], '--clearance', 'X:2030-01-01')).toMatchObject({ data: { failure: 'marking-unknown' } });
    expect(await programme.admit(ana, ['arms'], '--clearance', 'C-UE:soon')).toMatchObject({ data: { failure: 'day-wrong' } });
  });
});

describe('the secretariat\'s command', () => {
  test('does everything once', async () => {
    const { keys, couchdb, folder } = programme;
    const description = join(folder, 'description.json');
    const out = join(folder, 'again.rapporteur-profile');
    expect((await secretariat('setup', '--keys', keys, '--couchdb', couchdb)).data).toMatchObject({ changed: 0, compartments: 6 });
    expect((await secretariat('profile', 'make', '--keys', keys, '--description', description, '--out', out)).data).toMatchObject({ serial: 1, changed: false });
    expect((await secretariat('organisation', 'create', '--keys', keys, '--name', 'Fight against organised crime')).data).toMatchObject({ made: false });
  });

  test('runs as a process, with words for people', async () => {
    const listed = await secretariatProcess('member', 'list', '--keys', programme.keys, '--couchdb', programme.couchdb);
    expect(listed).toMatchObject({ code: 0, errors: '' });
    expect(listed.out).toMatch(/^name +institution +groups/);
    expect(listed.out).toContain('Ana Kovač');
    const wrong = await secretariatProcess('member', 'list', '--keys', `${programme.keys}.none`, '--couchdb', programme.couchdb);
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.errors).toContain('There is no keys file');
  });

  test('says what is wrong in a sentence', async () => {
    const { keys } = programme;
    const sentenceOf = async (...words: string[]) => (await secretariat(...words)).data['sentence'];
    expect(await sentenceOf('organisation', 'create', '--keys', keys, '--name', 'Another')).toContain('is there already');
    expect(await sentenceOf('setup', '--keys', keys, '--couchdb', 'http://a:b@127.0.0.1:9')).toContain('does not answer');
    expect(await sentenceOf('setup', '--keys', keys, '--couchdb', 'ftp://x')).toContain('must look like');
    expect(await sentenceOf('setup', '--keys', `${keys}.none`, '--couchdb', programme.couchdb)).toContain('There is no keys file');
    expect(await sentenceOf('setup', '--keys', keys, '--couchdb', programme.couchdb.replace(/:[^:@/]+@/, ':wrong@'))).toContain('administrator');
    expect(await sentenceOf('setup', '--keys', keys, '--couchdb', programme.couchdb, '--passphrase-file', '/dev/null')).toContain('does not open');
  });
});
