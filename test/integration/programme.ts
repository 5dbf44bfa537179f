import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cryptoReady, deriveFromPassphrase, newBoxPair, newSignPair } from '../../core/crypto/sodium.ts';
import type { BoxPair, SignPair } from '../../core/crypto/keys.ts';
import type { DeviceId, PersonId } from '../../core/ids.ts';
import { openDirectory, type DirectoryState } from '../../core/organisation/directory.ts';
import { ordersDatabaseOf } from '../../core/organisation/erase-order.ts';
import { fingerprint } from '../../core/organisation/fingerprint.ts';
import { grantKeyRange, newestGrant, type Grant } from '../../core/organisation/grant.ts';
import { newCredential, writeJoinRequest, type Credential } from '../../core/organisation/join-request.ts';
import { keyToText } from '../../core/organisation/key-text.ts';
import type { OrganisationProfile } from '../../core/organisation/profile.ts';
import { verifyProfile } from '../../core/organisation/verify-profile.ts';
import { openOffice } from '../../server/office/office-file.ts';
import { httpsClient, type Asked, type Told } from './https-client.ts';
import { passphrase, secretariat, serve, succeed, type Answer, type Served } from './secretariat.ts';

/**
 * A whole programme for a test: keys, profile, gateway, and behind it the embedded server, or the
 * CouchDB that COUCHDB_URL names (with an administrator's account in it).
 */
export interface Programme {
  readonly served: Served;
  readonly folder: string;
  readonly keys: string;
  readonly profile: OrganisationProfile;
  /** The signed profile file, as members get it. */
  readonly profileFile: Uint8Array;
  readonly couchdb: string;
  readonly real: boolean;
  ask(asked: Asked): Promise<Told>;
  /** Writes a laptop's join request to a file; returns its path. */
  requestOf(laptop: Laptop): string;
  admit(laptop: Laptop, jwgs: readonly string[], ...more: readonly string[]): Promise<Answer>;
  grantOf(laptop: Laptop): Promise<Grant>;
  directoryOf(laptop: Laptop, grant: Grant): Promise<DirectoryState>;
  close(): Promise<void>;
}

export interface Laptop {
  readonly name: string;
  readonly person: PersonId;
  readonly device: DeviceId;
  readonly identity: SignPair;
  readonly sign: SignPair;
  readonly box: BoxPair;
  readonly credential: Credential;
}

/** A laptop with an identity of its own; nothing is asked of anyone yet. */
export function newLaptop(name: string): Laptop {
  const [identity, sign] = [newSignPair(), newSignPair()];
  return {
    name,
    person: keyToText(identity.publicKey) as PersonId,
    device: keyToText(sign.publicKey) as DeviceId,
    identity,
    sign,
    box: newBoxPair(),
    credential: newCredential(),
  };
}

/** Another laptop of the same person: the same identity, everything else new. */
export function secondLaptop(first: Laptop): Laptop {
  return { ...newLaptop(first.name), person: first.person, identity: first.identity };
}

export const group = (id: string, name: string, countries: readonly string[]) => ({
  id,
  name,
  shortName: name,
  crimeAreas: ['trafficking'],
  members: countries.map((country) => ({ country, institution: 'Prosecution service' })),
});

/** What the secretariat writes by hand; the certificate stands beside it. */
export function aDescription(url: string): object {
  return {
    validUntil: new Date(Date.now() + 200 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10),
    jwgs: [group('arms', 'Firearms', ['HRV', 'SRB', 'MNE']), group('drugs', 'Drugs', ['ALB', 'FRA'])],
    networks: [{ id: 'office', name: 'Office', accreditation: 'R-UE', server: { url, certificate: 'server.crt' }, addressRanges: ['127.0.0.0/8'] }],
    accreditations: [{ devices: null, by: 'Security authority', reference: 'SA 12', marking: 'R-UE', until: '2099-12-31' }],
  };
}

/** Sets a programme up from nothing, with the secretariat's own commands. */
export async function aProgramme(describe: (url: string) => object = aDescription): Promise<Programme> {
  await cryptoReady;
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-programme-'));
  const [keys, profilePath] = [join(folder, 'office.keys'), join(folder, 'organisation.rapporteur-profile')];
  const given = process.env['COUCHDB_URL'];
  const real = given !== undefined && given !== '';
  const served = await serve(...(real ? ['--couchdb', given] : ['--memory']));
  const couchdb = real ? given : (served.couchdb ?? '');
  writeFileSync(join(folder, 'server.crt'), served.certificate);
  writeFileSync(join(folder, 'description.json'), JSON.stringify(describe(served.url)));
  await succeed('organisation', 'create', '--keys', keys, '--recovery', `${keys}.recovery`, '--name', 'Fight against organised crime');
  await succeed('profile', 'make', '--keys', keys, '--description', join(folder, 'description.json'), '--out', profilePath);
  await succeed('setup', '--keys', keys, '--couchdb', couchdb);
  const profileFile = new Uint8Array(readFileSync(profilePath));
  const profile = verifyProfile(profileFile, { now: Date.now() });
  if (!profile.ok) throw new Error(profile.failure.code);
  const shared = { served, folder, keys, profile: profile.value, profileFile, couchdb, real, ask: httpsClient(served.url, served.certificate) };
  return { ...shared, ...memberships(shared), close: () => close(shared) };
}

type Shared = Pick<Programme, 'served' | 'folder' | 'keys' | 'profile' | 'couchdb' | 'real' | 'ask'>;

function memberships(shared: Shared): Pick<Programme, 'requestOf' | 'admit' | 'grantOf' | 'directoryOf'> {
  const { folder, keys, profile, couchdb, ask } = shared;
  const requestOf = (laptop: Laptop) => {
    const path = join(folder, `${laptop.credential.user}.rapporteur`);
    writeFileSync(path, requestBytes(laptop, profile));
    return path;
  };
  const read = async (laptop: Laptop, range: { startkey: string; endkey: string }) => {
    const query = new URLSearchParams({ include_docs: 'true', startkey: JSON.stringify(range.startkey), endkey: JSON.stringify(range.endkey) });
    const path = `/${profile.directoryDatabase}/_all_docs?${query.toString()}`;
    const told = await ask({ method: 'GET', path, user: laptop.credential });
    if (told.status !== 200) throw new Error(`the directory answered ${told.status}`);
    return (told.body as { rows: { doc: unknown }[] }).rows.map((row) => row.doc);
  };
  return {
    requestOf,
    admit(laptop, jwgs, ...more) {
      const compared = ['--fingerprint', fingerprint(laptop.identity.publicKey)];
      const groups = jwgs.flatMap((jwg) => ['--jwg', jwg]);
      return secretariat('admit', '--keys', keys, '--couchdb', couchdb, '--request', requestOf(laptop), ...groups, ...compared, ...more);
    },
    async grantOf(laptop) {
      const grant = newestGrant(await read(laptop, grantKeyRange(laptop.box.publicKey)), laptop.box, laptop.device, profile.organisation.signKey);
      if (grant === null) throw new Error('no grant');
      return grant;
    },
    async directoryOf(laptop, grant) {
      const documents = await read(laptop, { startkey: 'entry-', endkey: 'entry.' });
      const state = openDirectory(documents, grant.directoryKey, profile.organisation.signKey);
      if (!state.ok) throw new Error(state.failure.code);
      return state.value;
    },
  };
}

function requestBytes(laptop: Laptop, profile: OrganisationProfile): Uint8Array {
  return writeJoinRequest({
    organisation: profile.organisation,
    made: Date.now(),
    person: { id: laptop.person, name: laptop.name, country: 'HRV', institution: 'USKOK' },
    identity: laptop.identity,
    device: { id: laptop.device, signKey: laptop.sign.publicKey, boxKey: laptop.box.publicKey },
    credential: laptop.credential,
  });
}

/** Ends the server and, on a real CouchDB, removes exactly what was made there. */
async function close(shared: Shared): Promise<void> {
  await shared.served.stop();
  const office = openOffice(shared.keys, passphrase, deriveFromPassphrase);
  if (shared.real && office.ok) {
    const { book } = office.value;
    const url = new URL(shared.couchdb);
    const authorization = `Basic ${Buffer.from(`${url.username}:${url.password}`).toString('base64')}`;
    const remove = (path: string) => fetch(url.origin + path, { method: 'DELETE', headers: { authorization } });
    for (const database of [book.directory.database, ordersDatabaseOf(book.directory.database), ...book.compartments.flatMap((one) => [one.database, ...(one.files === undefined ? [] : [one.files])])]) await remove(`/${database}`);
    for (const user of book.members.flatMap((one) => [one.user, ...one.accounts.map((each) => each.user)])) {
      const path = `/_users/org.couchdb.user:${user}`;
      const there = await fetch(url.origin + path, { method: 'HEAD', headers: { authorization } });
      await remove(`${path}?rev=${(there.headers.get('etag') ?? '').replaceAll('"', '')}`);
    }
  }
  rmSync(shared.folder, { recursive: true, force: true });
}
