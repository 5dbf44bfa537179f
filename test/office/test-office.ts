import { cryptoReady, fromBase64Url, newSealKey, randomId, toBase64Url } from '../../core/crypto/sodium.ts';
import type { CompartmentId, Day, DeviceId, JwgId, MarkingId, PersonId } from '../../core/ids.ts';
import { signCertificate, type Certificate } from '../../core/organisation/certificate.ts';
import { defaultProfile } from '../../core/organisation/default-profile.ts';
import { emptyDirectory, openDirectory, writeDirectoryEntry, type DirectoryBody, type DirectoryState } from '../../core/organisation/directory.ts';
import { ordersDatabaseOf, writeEraseOrder, type EraseOrderDocument } from '../../core/organisation/erase-order.ts';
import { openReceipt, type Receipt } from '../../core/letters/receipt.ts';
import { writeStub, type Stub } from '../../core/letters/stub.ts';
import { writeGrant } from '../../core/organisation/grant.ts';
import { openJoinRequest, type JoinRequestContent } from '../../core/organisation/join-request.ts';
import { keyBytes } from '../../core/organisation/key-text.ts';
import type { OrganisationProfile } from '../../core/organisation/profile.ts';
import { signProfile } from '../../core/organisation/sign-profile.ts';
import type { BoxPublicKey, SealKey } from '../../core/crypto/keys.ts';
import type { Couchdb } from '../../server/couchdb/couchdb.ts';
import { ensureDatabase, ensureDesign, ensureSecurity, ensureUser } from '../../server/couchdb/provision.ts';
import { completedCompartments } from '../../server/office/compartments.ts';
import { trafficking } from './groups.ts';
import { boxPairOf, newOfficeBook, signPairOf, type OfficeBook, type OfficeCompartment } from '../../server/office/office-book.ts';

const day = 24 * 60 * 60 * 1000;

export interface Admission {
  readonly jwgs?: readonly JwgId[];
  /** Markings whose compartments are granted; all of them when absent. */
  readonly markings?: readonly MarkingId[];
  readonly briefed?: boolean;
}

/** What the one group of a test is other than usual. */
export type GroupOfTests = Partial<OrganisationProfile['jwgs'][number]>;

/**
 * A programme's office for tests: its own organisation, keys, databases and accounts on a server
 * that others may be using too. `remove` takes all of it away again.
 */
export class TestOffice {
  readonly profileFile: Uint8Array;
  readonly profile: OrganisationProfile;
  private readonly couchdb: Couchdb;
  private book: OfficeBook;
  private log: DirectoryState = emptyDirectory;
  private readonly admitted = new Map<DeviceId, { request: JoinRequestContent; admission: Admission; grants: number }>();

  private constructor(couchdb: Couchdb, book: OfficeBook, profile: OrganisationProfile) {
    this.couchdb = couchdb;
    this.book = book;
    this.profile = profile;
    this.profileFile = signProfile(profile, signPairOf(book).secretKey);
  }

  static async open(couchdb: Couchdb, group: GroupOfTests = {}): Promise<TestOffice> {
    await cryptoReady;
    const empty = newOfficeBook('Programme under test');
    const profile = testProfile(empty, group);
    const book: OfficeBook = { ...empty, compartments: [...completedCompartments(empty, profile)] };
    const office = new TestOffice(couchdb, book, profile);
    await office.database(book.directory.database, book.directory.role, 'directory');
    await office.database(ordersDatabaseOf(book.directory.database), book.orders?.role ?? '', 'orders');
    for (const one of book.compartments) await office.database(one.database, one.role, 'compartment');
    for (const one of book.compartments) await office.database(one.files ?? '', one.role, 'files');
    for (const one of book.compartments) {
      await office.enter({ type: 'compartment', compartment: one.id, jwg: one.jwg, marking: one.marking, epoch: one.epochs.length });
    }
    return office;
  }

  /** The profile with its group otherwise, signed anew under the next serial. */
  renewed(serial: number, group: GroupOfTests): Uint8Array {
    const jwgs = this.profile.jwgs.map((one) => ({ ...one, ...group }));
    return signProfile({ ...this.profile, serial, jwgs }, signPairOf(this.book).secretKey);
  }

  compartments(): readonly OfficeCompartment[] {
    return this.book.compartments;
  }

  /** Certifies the person and the device of a join request, makes the account, and writes the grant. */
  async admit(file: Uint8Array, admission: Admission = {}): Promise<void> {
    const opened = openJoinRequest(file, boxPairOf(this.book), this.book.sign.public);
    if (!opened.ok) throw new Error(opened.failure.code);
    const request = opened.value;
    await this.certify(request, admission);
    const granted = this.granted(admission);
    done(await ensureUser(this.couchdb, { name: request.credential.user, password: request.credential.password, roles: [this.book.directory.role, this.book.orders?.role ?? '', ...granted.map((one) => one.role)] }));
    await this.grant(request, granted, admission);
  }

  private granted({ jwgs = [trafficking], markings }: Admission): readonly OfficeCompartment[] {
    return this.book.compartments.filter((one) => jwgs.includes(one.jwg) && (markings === undefined || markings.includes(one.marking)));
  }

  private async certify(request: JoinRequestContent, { jwgs = [trafficking], briefed = true }: Admission): Promise<void> {
    const { person, device, credential } = request;
    const from = Date.now() - day;
    const certificate: Certificate = {
      v: 1,
      serial: (this.log.people.get(person.id)?.serial ?? 0) + 1,
      person,
      user: credential.user,
      devices: [...this.devicesOf(person.id), { ...device, from, until: null }],
      jwgs: jwgs.map((jwg) => ({ jwg, from, until: null })),
      clearance: null,
      briefing: briefed ? { acknowledged: '2026-01-05' as Day, until: '2099-12-31' as Day } : null,
      from,
      until: Date.now() + 3650 * day,
    };
    await this.enter({ type: 'certificate', certificate: signCertificate(certificate, signPairOf(this.book).secretKey) });
  }

  private devicesOf(person: PersonId): Certificate['devices'] {
    return this.log.people.get(person)?.devices ?? [];
  }

  private async grant(request: JoinRequestContent, granted: readonly OfficeCompartment[], admission: Admission): Promise<void> {
    const { device, credential } = request;
    const serial = (this.admitted.get(device.id)?.grants ?? 0) + 1;
    this.admitted.set(device.id, { request, admission, grants: serial });
    const document = writeGrant(
      {
        v: 1,
        device: device.id,
        serial,
        at: Date.now(),
        user: credential.user,
        directoryKey: this.book.directory.key,
        compartments: granted.map(({ id, database, files, jwg, marking, epochs }) => ({ id, database, ...(files === undefined ? {} : { files }), jwg, marking, epochs })),
      },
      keyBytes<BoxPublicKey>(device.boxKey),
      signPairOf(this.book).secretKey,
    );
    await this.put(this.book.directory.database, document);
  }

  /** Turns the key of a compartment because these devices no longer belong; everyone who stays is granted the next. */
  async turn(compartment: CompartmentId, removed: Extract<DirectoryBody, { type: 'turn' }>['removed']): Promise<void> {
    const epoch = (this.book.compartments.find((one) => one.id === compartment)?.epochs.length ?? 0) + 1;
    const next = { epoch, key: toBase64Url(newSealKey()) };
    this.book = { ...this.book, compartments: this.book.compartments.map((one) => (one.id === compartment ? { ...one, epochs: [...one.epochs, next] } : one)) };
    for (const [device, { request, admission }] of this.admitted) {
      if (!removed.some((one) => one.device === device)) await this.grant(request, this.granted(admission), admission);
    }
    await this.enter({ type: 'turn', compartment, epoch, removed });
  }

  /** Overwrites a parcel with a stub, as the secretariat does. */
  async stub(database: string, stub: Stub): Promise<void> {
    const compartment = this.book.compartments.find((one) => one.id === stub.compartment);
    const newest = compartment?.epochs.at(-1);
    if (newest === undefined) throw new Error('no such compartment');
    const document = writeStub(stub, { epoch: newest.epoch, key: keyBytes<SealKey<'compartment'>>(newest.key) }, signPairOf(this.book).secretKey);
    const there = await this.couchdb.ask('GET', `/${database}/${stub.parcel}`);
    const rev = there.ok ? (there.value.body as { readonly _rev?: string })._rev : undefined;
    await this.put(database, { ...document, ...(rev === undefined ? {} : { _rev: rev }) });
  }

  /** Orders a device to erase, as the secretariat does; `null`: everything on it. Answers the order's document. */
  async orderErasure(device: DeviceId, compartments: readonly CompartmentId[] | null): Promise<EraseOrderDocument> {
    const request = this.admitted.get(device)?.request;
    if (request === undefined) throw new Error('no such device');
    const order = { v: 1 as const, id: randomId<string>(), device, compartments: compartments === null ? null : [...compartments], at: Date.now() };
    const document = writeEraseOrder(order, keyBytes<BoxPublicKey>(request.device.boxKey), signPairOf(this.book).secretKey);
    await this.put(ordersDatabaseOf(this.book.directory.database), document);
    return document;
  }

  /** Leaves an account its one role for orders, as a removal does. */
  async cutOff(device: DeviceId): Promise<void> {
    const request = this.admitted.get(device)?.request;
    if (request === undefined) throw new Error('no such device');
    done(await ensureUser(this.couchdb, { name: request.credential.user, password: request.credential.password, roles: [this.book.orders?.role ?? ''] }));
  }

  /** The receipts on the server that a certified device signed. */
  async receipts(): Promise<readonly Receipt[]> {
    const answer = await this.couchdb.ask('GET', `/${ordersDatabaseOf(this.book.directory.database)}/_all_docs?include_docs=true`);
    const { rows } = (answer.ok ? answer.value.body : { rows: [] }) as { readonly rows: readonly { readonly doc: unknown }[] };
    const opened = rows.map((row) => openReceipt(row.doc, boxPairOf(this.book), (device) => this.log.devices.get(device)?.signKey));
    return opened.flatMap((one) => (one.ok ? [one.value] : []));
  }

  async enter(body: DirectoryBody): Promise<void> {
    const directory = keyBytes<SealKey<'directory'>>(this.book.directory.key);
    const { document } = writeDirectoryEntry(this.log.head, body, Date.now(), { directory, sign: signPairOf(this.book).secretKey });
    await this.put(this.book.directory.database, document);
    const next = openDirectory([document], directory, this.book.sign.public, this.log);
    if (!next.ok) throw new Error(next.failure.code);
    this.log = next.value;
  }

  private async put(database: string, document: { readonly _id: string }): Promise<void> {
    const answer = await this.couchdb.ask('PUT', `/${database}/${document._id}`, document);
    if (!answer.ok || answer.value.status !== 201) throw new Error(`the server did not take ${document._id}`);
  }

  private async database(name: string, role: string, kind: 'compartment' | 'files' | 'directory' | 'orders'): Promise<void> {
    done(await ensureDatabase(this.couchdb, name));
    done(await ensureSecurity(this.couchdb, name, role));
    done(await ensureDesign(this.couchdb, name, kind));
  }

  /** Takes databases and accounts off the server. */
  async remove(): Promise<void> {
    for (const name of [this.book.directory.database, ordersDatabaseOf(this.book.directory.database), ...this.book.compartments.flatMap((one) => [one.database, one.files ?? ''])]) {
      await this.couchdb.ask('DELETE', `/${name}`);
    }
    for (const { request } of this.admitted.values()) {
      const path = `/_users/${encodeURIComponent(`org.couchdb.user:${request.credential.user}`)}`;
      const found = await this.couchdb.ask('GET', path);
      const rev = found.ok ? (found.value.body as { readonly _rev?: string })._rev : undefined;
      if (rev !== undefined) await this.couchdb.ask('DELETE', `${path}?rev=${rev}`);
    }
  }
}

function testProfile(book: OfficeBook, given: GroupOfTests): OrganisationProfile {
  const network = (id: string, name: string, accreditation: string | null) => ({
    id,
    name,
    accreditation,
    server: { url: 'https://127.0.0.1:1', certificate: '', pins: [`${'A'.repeat(43)}=`] },
    addressRanges: [],
    interfaces: [],
  });
  const group = (id: JwgId, name: string) => ({
    id,
    name,
    shortName: name,
    crimeAreas: [],
    members: [{ country: 'HRV', institution: 'State Attorney' }],
    dataProtection: { controller: 'Ministry', purpose: 'Investigation', legalBasis: 'Directive (EU) 2016/680', officer: 'Officer' },
  });
  const plain = defaultProfile({
    organisation: { name: book.organisation.name, signKey: book.sign.public, boxKey: book.box.public },
    directoryDatabase: book.directory.database,
    serial: 1,
    issued: Date.now() - day,
    validUntil: Date.now() + 365 * day,
    jwgs: [group(trafficking, 'JWG Trafficking')] as never,
    networks: [network('hotel', 'Hotel', 'UNCLASSIFIED'), network('office', 'Office', 'R-UE')] as never,
    accreditations: [{ devices: null, by: 'Authority', reference: 'A-1', marking: 'R-UE', until: '2099-12-31' }] as never,
  });
  const medium = (id: string, name: string, accreditation: string) => ({ id, name, accreditation });
  const removableMedia = [medium('stick', 'Encrypted stick', 'SENSITIVE'), medium('vault-disk', 'Disk of the registry', 'R-UE')] as never;
  return { ...plain, removableMedia, jwgs: plain.jwgs.map((one) => ({ ...one, ...given })) };
}

function done(result: { readonly ok: boolean }): void {
  if (!result.ok) throw new Error('the server refused what the office asked');
}

/** Bytes of base64url text. */
export function bytesOf(text: string): Uint8Array {
  const bytes = fromBase64Url(text);
  if (!bytes.ok) throw new Error('not base64url');
  return bytes.value;
}
