import { beforeAll, describe, expect, test } from 'vitest';
import { aClock, ana, anEngine, anOpenEngine, codeOf, freshName, good, passphrase, sensitive } from '../../../test/builders/engines.ts';
import { anAccreditation, anOrganisation, traffickingGroup, unprotectedGroup } from '../../../test/builders/profiles.ts';
import { cryptoReady } from '../../../core/crypto/sodium.ts';
import type { MarkingId } from '../../../core/ids.ts';
import { openJoinRequest } from '../../../core/organisation/join-request.ts';
import { keyToText } from '../../../core/organisation/key-text.ts';
import { absentHost } from '../absent-host.ts';
import type { ChannelConfiguration, EngineHost } from '../api.ts';

const restricted = 'R-UE' as MarkingId;
const day = 86_400_000;

beforeAll(() => cryptoReady);

/** A host that remembers what it was told. */
function aHost(): EngineHost & { readonly told: (ChannelConfiguration | 'forget')[] } {
  const told: (ChannelConfiguration | 'forget')[] = [];
  return {
    ...absentHost,
    told,
    async configureChannel(configuration) {
      told.push(configuration);
      return 'configured';
    },
    async forgetChannel() {
      told.push('forget');
    },
  };
}

describe('a profile file', () => {
  test('is summarised without keeping anything', async () => {
    const now = aClock();
    const organisation = anOrganisation(now());
    const { engine } = anEngine(await freshName(), { now });
    const summary = good(await engine.organisation.inspect(organisation.file()));
    expect(summary).toMatchObject({ organisation: 'Programme secretariat', jwgs: ['JWG Trafficking', 'JWG Unprotected'] });
    expect(summary.fingerprint).toMatch(/^(\d{5} ){5}\d{5}$/);
    expect(await engine.vault.state()).toEqual({ state: 'none' });
  });

  test('that is forged, out of date or no profile makes no vault', async () => {
    const now = aClock();
    const organisation = anOrganisation(now());
    const { engine } = anEngine(await freshName(), { now });
    const other = anOrganisation(now());
    const tampered = new TextEncoder().encode(
      JSON.stringify({ ...JSON.parse(new TextDecoder().decode(organisation.file())), signature: JSON.parse(new TextDecoder().decode(other.file())).signature }),
    );
    const join = (file: Uint8Array) => engine.organisation.createAndJoin(file, ana, passphrase);
    expect(codeOf(await join(tampered))).toBe('profile-bad-signature');
    expect(codeOf(await join(new Uint8Array([1, 2])))).toBe('profile-unreadable');
    const file = organisation.file();
    now.ms += 31 * day;
    expect(codeOf(await join(file))).toBe('profile-expired');
    expect(await engine.vault.state()).toEqual({ state: 'none' });
  });
});

describe('joining', () => {
  test('at first start makes vault, identity and request in one go', async () => {
    const now = aClock();
    const host = aHost();
    const organisation = anOrganisation(now());
    const name = await freshName();
    const { engine } = anEngine(name, { now, host });
    const { kit, request } = good(await engine.organisation.createAndJoin(organisation.file(), ana, passphrase));
    const me = await engine.vault.me();
    expect(me).toMatchObject({ organisation: 'Programme secretariat', standing: 'requested' });
    expect(kit.fingerprint).toBe(me.fingerprint);
    const opened = good(openJoinRequest(request.file, organisation.box, keyToText(organisation.sign.publicKey)));
    expect(opened).toMatchObject({ fingerprint: me.fingerprint, person: { id: me.person, name: 'Ana Perić', country: 'HRV' }, device: { id: me.device } });
    expect(host.told).toMatchObject([{ credential: opened.credential, databases: [{ name: 'd0123456789abcdef', marking: null }], ceiling: 'SENSITIVE' }]);
    await engine.end();
    expect(host.told.at(-1)).toBe('forget');
    const again = anEngine(name, { now, host });
    good(await again.engine.vault.unlock(passphrase));
    expect(await again.engine.vault.me()).toMatchObject({ person: me.person, device: me.device, standing: 'requested' });
    const second = await again.engine.organisation.joinRequest();
    expect(good(openJoinRequest(second?.file ?? new Uint8Array(), organisation.box, keyToText(organisation.sign.publicKey))).credential).toEqual(opened.credential);
    await again.engine.end();
  });

  test('later keeps what was written alone', async () => {
    const now = aClock();
    const { engine } = await anOpenEngine({ now });
    expect(await engine.organisation.joinRequest()).toBeNull();
    expect(await engine.organisation.surroundings()).toMatchObject({ jwgs: [], profileValidUntil: null, ceiling: { id: 'SENSITIVE' } });
    good(await engine.notebook.save({ kind: 'note', value: { title: 'alone' }, level: sensitive }));
    good(await engine.organisation.join(anOrganisation(now()).file()));
    expect(await engine.notebook.list('note')).toMatchObject([{ title: 'alone' }]);
    expect((await engine.organisation.surroundings()).jwgs).toHaveLength(2);
    await engine.end();
  });

  test('a renewed profile is taken, an older one and another organisation are not', async () => {
    const now = aClock();
    const organisation = anOrganisation(now());
    const { engine } = await anOpenEngine({ now });
    good(await engine.organisation.join(organisation.file()));
    good(await engine.organisation.join(organisation.file({ serial: 3 })));
    expect(codeOf(await engine.organisation.join(organisation.file()))).toBe('profile-older');
    expect(codeOf(await engine.organisation.join(anOrganisation(now()).file({ serial: 9 })))).toBe('profile-other-organisation');
    await engine.end();
  });

  test('a full disk refuses the profile and leaves the one before', async () => {
    const now = aClock();
    const { engine, database } = await anOpenEngine({ now });
    database.failWith = 'QuotaExceededError';
    expect(codeOf(await engine.organisation.join(anOrganisation(now()).file()))).toBe('storage-failed');
    expect((await engine.vault.me()).standing).toBe('alone');
    await engine.end();
  });

  test('an expired profile still says which groups and markings there are', async () => {
    const now = aClock();
    const { engine, name } = await anOpenEngine({ now });
    good(await engine.organisation.join(anOrganisation(now()).file()));
    await engine.end();
    now.ms += 60 * day;
    const again = anEngine(name, { now });
    good(await again.engine.vault.unlock(passphrase));
    expect((await again.engine.organisation.surroundings()).jwgs).toHaveLength(2);
    await again.engine.end();
  });
});

describe('what a profile allows', () => {
  test('an accreditation raises the ceiling until its day', async () => {
    const now = aClock();
    const { engine } = await anOpenEngine({ now });
    const accreditations = [anAccreditation('R-UE', '2026-11-30')];
    good(await engine.organisation.join(anOrganisation(now()).file({ accreditations })));
    expect((await engine.organisation.surroundings()).ceiling.id).toBe(restricted);
    good(await engine.notebook.save({ kind: 'note', value: { title: 'raised' }, level: restricted }));
    now.ms += 10 * day;
    expect((await engine.organisation.surroundings()).ceiling.id).toBe('SENSITIVE');
    expect(codeOf(await engine.notebook.save({ kind: 'note', value: { title: 'x' }, level: restricted }))).toBe('above-ceiling');
    expect(await engine.notebook.list('note')).toHaveLength(1);
    await engine.end();
  });

  test('an accreditation to a marking that nobody knows raises nothing', async () => {
    const now = aClock();
    const { engine } = await anOpenEngine({ now });
    good(await engine.organisation.join(anOrganisation(now()).file({ accreditations: [anAccreditation('COSMIC', '2027-01-01')] })));
    expect((await engine.organisation.surroundings()).ceiling.id).toBe('SENSITIVE');
    await engine.end();
  });

  test('records about persons need a group whose data protection is named', async () => {
    const now = aClock();
    const { engine } = await anOpenEngine({ now });
    good(await engine.organisation.join(anOrganisation(now()).file()));
    const about = (jwg: typeof traffickingGroup, aboutPersons: boolean) =>
      engine.notebook.save({ kind: 'note', value: { title: 'x', jwg, safeguards: { aboutPersons } }, level: sensitive });
    good(await about(traffickingGroup, true));
    good(await about(unprotectedGroup, false));
    expect(codeOf(await about(unprotectedGroup, true))).toBe('no-data-protection');
    await engine.end();
  });
});
