import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { compartmentOf } from './a-parcel.ts';
import { penOf } from './letter-writer.ts';
import { aDescription, aProgramme, newLaptop, type Laptop, type Programme } from './programme.ts';
import { passphrase, recoveryPassphrase, secretariat, secretariatWith, succeed } from './secretariat.ts';

vi.setConfig({ testTimeout: 180_000 });

let programme: Programme;
let [ana, ben]: [Laptop, Laptop] = [] as never;

const keys = () => ['--keys', programme.keys];
const desk = () => [...keys(), '--couchdb', programme.couchdb];
const at = (name: string) => join(programme.folder, name);
const out = () => ['--out', at('next.rapporteur-profile')];

beforeAll(async () => {
  programme = await aProgramme();
  [ana, ben] = [newLaptop('Ana Kovač'), newLaptop('Benoît Morel')];
  await programme.admit(ana, ['arms']);
  await programme.admit(ben, ['arms']);
}, 240_000);
afterAll(() => programme.close());

describe('groups, after the programme has begun', () => {
  const dataProtection = ['--controller', 'Secretariat', '--purpose', 'Investigation', '--legal-basis', 'Art. 8', '--officer', 'dpo@example.org'];

  test('one is added, gets its compartments, and takes in somebody who is a member already', async () => {
    const words = ['jwg', 'set', ...keys(), ...out(), '--id', 'humans', '--name', 'Trafficking in human beings', '--member', 'HRV:USKOK'];
    expect(await succeed(...words, '--dry-run')).toMatchObject({ changed: true, changes: ['Group humans: new.'] });
    expect(await succeed(...words, ...dataProtection)).toMatchObject({ serial: 2, group: { includesThirdCountries: false, fourEyes: false, dataProtection: { controller: 'Secretariat' } } });
    expect(await succeed(...words, ...dataProtection)).toMatchObject({ serial: 2, changed: false });
    await succeed('setup', ...desk());
    const join = ['member', 'join', ...desk(), '--person', 'Ana Kovač', '--jwg', 'humans'];
    expect(await succeed(...join)).toMatchObject({ changed: true, added: ['humans'], compartments: 4 });
    expect(await succeed(...join)).toMatchObject({ changed: false, added: [] });
    expect(compartmentOf(await programme.grantOf(ana), 'humans', 'SENSITIVE').epochs).toHaveLength(1);
  });

  test('a third country that joins makes it a group with third countries, unless that was decided by hand', async () => {
    const set = (...more: readonly string[]) => succeed('jwg', 'set', ...keys(), ...out(), '--id', 'humans', ...more);
    expect(await set('--add-member', 'ALB:SPAK')).toMatchObject({ group: { includesThirdCountries: true, members: [{ country: 'HRV' }, { country: 'ALB' }] } });
    expect(await set('--member', 'HRV:USKOK', '--third-countries', 'yes', '--four-eyes', 'yes')).toMatchObject({ group: { includesThirdCountries: true, fourEyes: true } });
    expect(await set('--short', 'Humans')).toMatchObject({ group: { includesThirdCountries: true, fourEyes: true, shortName: 'Humans', dataProtection: { officer: 'dpo@example.org' } } });
    expect(await set('--third-countries', 'members')).toMatchObject({ group: { includesThirdCountries: false } });
    expect(await succeed('jwg', 'list', ...keys())).toMatchObject({ groups: [{ belonging: ['Ana Kovač', 'Benoît Morel'] }, {}, { id: 'humans', belonging: ['Ana Kovač'], compartments: ['UNCLASSIFIED', 'SENSITIVE', 'R-UE'] }] });
  });

  test('its administrators are named once, and only from among its members', async () => {
    const name = (...more: readonly string[]) => secretariat('jwg', 'administrators', ...desk(), '--jwg', 'arms', '--person', 'Ana Kovač', ...more);
    expect(await name('--dry-run')).toMatchObject({ data: { changed: true, quarantine: false } });
    expect(await name()).toMatchObject({ data: { changed: true, administrators: [{ name: 'Ana Kovač' }] } });
    expect(await name()).toMatchObject({ data: { changed: false } });
    expect((await secretariat('jwg', 'administrators', ...desk(), '--jwg', 'humans', '--person', 'Benoît Morel')).data['failure']).toBe('not-of-the-group');
    expect((await secretariat('jwg', 'administrators', ...desk(), '--jwg', 'none', '--person', 'Ana Kovač')).data['failure']).toBe('group-unknown');
    expect(await succeed('jwg', 'set', ...keys(), ...out(), '--id', 'humans', '--quarantine', 'yes')).toMatchObject({ group: { quarantineThirdCountries: true } });
    expect(await succeed('jwg', 'set', ...keys(), ...out(), '--id', 'humans', '--quarantine', 'no')).toMatchObject({ group: { quarantineThirdCountries: false } });
  });

  test('slips are named and change nothing', async () => {
    const failureOf = async (...more: readonly string[]) => (await secretariat('jwg', 'set', ...keys(), ...out(), ...more)).data['failure'];
    expect(await failureOf('--id', 'new')).toBe('option-missing');
    expect(await failureOf('--id', 'humans', '--member', 'Croatia')).toBe('member-wrong');
    expect(await failureOf('--id', 'humans', '--four-eyes', 'maybe')).toBe('yes-or-no');
    expect(await failureOf('--id', 'two words', '--name', 'x', '--member', 'HRV:USKOK')).toBe('description-wrong');
    expect(await failureOf('--id', 'team', '--name', 'x', '--member', 'HRV:USKOK', '--local-team-of', 'none')).toBe('group-unknown');
    expect(await failureOf('--id', 'drugs', '--controller', 'Only this')).toBe('option-missing');
    const unknown = await secretariat('member', 'join', ...desk(), '--person', 'Ana Kovač', '--jwg', 'art');
    expect(unknown).toMatchObject({ data: { failure: 'group-unknown' } });
  });

  test('an old description does not take the new group away unnoticed; a complete one is written', async () => {
    const make = (description: string, ...more: readonly string[]) => secretariat('profile', 'make', ...keys(), '--description', description, ...out(), ...more);
    writeFileSync(at('old.json'), JSON.stringify(aDescription(programme.served.url)));
    expect(await make(at('old.json'))).toMatchObject({ data: { failure: 'group-dropped' } });
    const shown = await succeed('profile', 'show', ...keys(), '--description', at('whole.json'));
    expect(shown['written']).toEqual([at('whole.json'), at('whole-office.crt')]);
    expect(await make(at('whole.json'))).toMatchObject({ code: 0, data: { changed: false } });
    expect(await secretariat('profile', 'show', ...keys(), '--description', at('whole.json'))).toMatchObject({ data: { failure: 'file-there' } });
    expect(await make(at('old.json'), '--end-jwg', 'humans', '--dry-run')).toMatchObject({ code: 0, data: { changes: ['Group humans: ended.'] } });
  });

  test('a profile file that somebody holds is told: older, altered, cut short, another organisation\'s', async () => {
    const show = (file: string, office = keys()) => secretariat('profile', 'show', ...office, '--file', file);
    const first = at('organisation.rapporteur-profile');
    expect((await show(first)).data['standing']).toMatch(/^This is profile 1; the last one made is/);
    const file = JSON.parse(readFileSync(first, 'utf8')) as { profile: string };
    const other = Buffer.from(Buffer.from(file.profile, 'base64url').toString().replace('Firearms', 'Fireworks')).toString('base64url');
    writeFileSync(at('altered'), JSON.stringify({ ...file, profile: other }));
    expect(await show(at('altered'))).toMatchObject({ data: { failure: 'profile-bad-signature' } });
    writeFileSync(at('half'), readFileSync(first).subarray(0, 500));
    expect(await show(at('half'))).toMatchObject({ data: { failure: 'profile-file-unreadable' } });
    await succeed('organisation', 'create', '--keys', at('other.keys'), '--name', 'Another organisation');
    expect(await show(first, ['--keys', at('other.keys')])).toMatchObject({ data: { failure: 'profile-other-organisation' } });
    await succeed('profile', 'expire', ...keys(), '--out', at('ended'));
    expect((await show(at('ended'))).data['standing']).toContain('It has ended');
    await succeed('profile', 'renew', ...keys(), ...out(), '--until', '2099-12-31');
  });
});

describe('keys', () => {
  test('turn without removing anybody; the recovery key opens the new ones too', async () => {
    const before = compartmentOf(await programme.grantOf(ana), 'arms', 'SENSITIVE');
    await penOf(programme, ana, before).deliver('Under the first key.');
    expect(await succeed('key', 'turn', ...desk(), '--compartment', 'arms:SENSITIVE', '--dry-run')).toMatchObject({ turned: 1 });
    expect(await succeed('key', 'turn', ...desk(), '--compartment', 'arms:SENSITIVE')).toMatchObject({ turned: 1, compartments: [{ epoch: 2 }] });
    for (const laptop of [ana, ben]) expect(compartmentOf(await programme.grantOf(laptop), 'arms', 'SENSITIVE').epochs.map((one) => one.epoch)).toEqual([1, 2]);
    expect(await secretariat('key', 'turn', ...desk(), '--compartment', 'none')).toMatchObject({ data: { failure: 'compartment-unknown' } });
    const checked = await succeed('recovery', 'check', ...desk(), '--recovery', `${programme.keys}.recovery`);
    expect(checked).toMatchObject({ opened: 10, missing: [] });
  });

  test('open with another passphrase after it was changed, and no more with the old', async () => {
    const next = { RAPPORTEUR_NEW_PASSPHRASE: 'a new horse in the new stable' };
    copyFileSync(programme.keys, at('copy.keys'));
    const change = (environment: object, ...more: readonly string[]) => secretariatWith({ RAPPORTEUR_PASSPHRASE: passphrase, RAPPORTEUR_RECOVERY_PASSPHRASE: recoveryPassphrase, ...environment }, 'passphrase', 'change', ...more);
    expect(await change({}, '--keys', at('copy.keys'))).toMatchObject({ data: { failure: 'passphrase-missing' } });
    expect(await change({ RAPPORTEUR_NEW_PASSPHRASE: 'short' }, '--keys', at('copy.keys'))).toMatchObject({ data: { failure: 'passphrase-too-short' } });
    expect(await change({ ...next, RAPPORTEUR_PASSPHRASE: 'wrong' }, '--keys', at('copy.keys'))).toMatchObject({ data: { failure: 'office-passphrase' } });
    expect(await change(next)).toMatchObject({ data: { failure: 'one-file-only' } });
    expect(await change(next, '--keys', at('copy.keys'), '--dry-run')).toMatchObject({ code: 0 });
    expect(await secretariat('jwg', 'list', '--keys', at('copy.keys'))).toMatchObject({ code: 0 });
    expect(await change(next, '--keys', at('copy.keys'))).toMatchObject({ code: 0 });
    expect(await secretariat('jwg', 'list', '--keys', at('copy.keys'))).toMatchObject({ data: { failure: 'office-passphrase' } });
    expect(await secretariatWith({ RAPPORTEUR_PASSPHRASE: next.RAPPORTEUR_NEW_PASSPHRASE }, 'jwg', 'list', '--keys', at('copy.keys'))).toMatchObject({ code: 0 });
    copyFileSync(`${programme.keys}.recovery`, at('copy.recovery'));
    expect(await change(next, '--recovery', at('copy.recovery'))).toMatchObject({ code: 0 });
    expect(await secretariat('recovery', 'check', ...desk(), '--recovery', at('copy.recovery'))).toMatchObject({ data: { failure: 'recovery-passphrase' } });
  });
});
