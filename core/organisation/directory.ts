import { z } from 'zod';
import { canonicalBytes, canonicalHash, jsonFromBytes } from '../crypto/canonical.ts';
import type { SealKey, SignPublicKey, SignSecretKey } from '../crypto/keys.ts';
import { fromBase64, open, seal, toBase64 } from '../crypto/sodium.ts';
import type { CompartmentId, CountryCode, DeviceId, Instant, JwgId, MarkingId, PersonId } from '../ids.ts';
import { failed, ok, type Result } from '../result.ts';
import { instant, openCertificate, type Certificate } from './certificate.ts';
import { directoryBody, type CutOff, type DirectoryBody } from './directory-body.ts';
import { keyBytes } from './key-text.ts';
import type { RemovalOrder } from './removal-order.ts';
import { openStatement, signStatement, type SignedStatement } from './signed-statement.ts';

export type { DirectoryBody } from './directory-body.ts';

const entry = z.strictObject({
  v: z.literal(1),
  number: z.number().int().min(1).max(9_999_999_999),
  /** Hash of the entry before; `null` for the first. */
  previous: z.string().regex(/^[0-9a-f]{64}$/).nullable(),
  at: instant,
  body: directoryBody,
});
type DirectoryEntry = z.output<typeof entry>;

/** One entry in the directory's database; names and memberships are inside the seal. */
export interface DirectoryDocument {
  readonly _id: string;
  readonly v: 1;
  /** Nonce and ciphertext, base64. */
  readonly sealed: string;
}

const directoryDocument = z.object({
  _id: z.string().regex(/^entry-\d{10}$/),
  v: z.literal(1),
  sealed: z.string().max(4_000_000),
});

export interface CertifiedDevice {
  readonly device: DeviceId;
  readonly person: PersonId;
  readonly name: string;
  readonly country: CountryCode;
  readonly institution: string;
  readonly signKey: SignPublicKey;
  /** Every group the person is or was in: earlier letters stay genuine after a membership ends. */
  readonly jwgs: readonly JwgId[];
  readonly from: Instant;
  readonly until: Instant | null;
}

/** Where the log ends, and what it says up to there. */
export interface DirectoryState {
  readonly head: { readonly number: number; readonly hash: string } | null;
  /** The newest certificate of each person. */
  readonly people: ReadonlyMap<PersonId, Certificate>;
  readonly devices: ReadonlyMap<DeviceId, CertifiedDevice>;
  readonly compartments: ReadonlyMap<CompartmentId, { readonly jwg: JwgId; readonly marking: MarkingId; readonly epoch: number }>;
  /** By compartment and removed device: the last letter that counts, `null` for none (cut-off.ts). */
  readonly cutOffs: ReadonlyMap<CompartmentId, ReadonlyMap<DeviceId, CutOff['last']>>;
  /** Keys of the epochs, sealed to the recovery key (recovery-key.ts), by compartment and number. */
  readonly recovery: ReadonlyMap<CompartmentId, ReadonlyMap<number, string>>;
  /** All that was ever ordered to go, oldest first. */
  readonly removals: readonly RemovalOrder[];
  /** When each epoch's key came in place of the one before, by compartment and number. */
  readonly turnedAt: ReadonlyMap<CompartmentId, ReadonlyMap<number, Instant>>;
  /** Who verifies what third countries' members send, by group. */
  readonly administrators: ReadonlyMap<JwgId, readonly PersonId[]>;
}

export const emptyDirectory: DirectoryState = {
  head: null,
  people: new Map(),
  devices: new Map(),
  compartments: new Map(),
  cutOffs: new Map(),
  recovery: new Map(),
  removals: [],
  turnedAt: new Map(),
  administrators: new Map(),
};

const entryId = (number: number) => `entry-${String(number).padStart(10, '0')}`;
const sealContext = (number: number) => `rapporteur/directory/${number}`;

/** The next entry after a head: signed by the organisation, linked to the one before, sealed for the members. */
export function writeDirectoryEntry(
  head: DirectoryState['head'],
  value: DirectoryBody,
  at: Instant,
  keys: { readonly directory: SealKey<'directory'>; readonly sign: SignSecretKey },
): { readonly document: DirectoryDocument; readonly head: { readonly number: number; readonly hash: string } } {
  const written = entry.parse({ v: 1, number: (head?.number ?? 0) + 1, previous: head?.hash ?? null, at, body: value });
  const signed = signStatement('directory-entry', written, keys.sign);
  const sealed = seal(keys.directory, canonicalBytes(signed), sealContext(written.number));
  return {
    document: { _id: entryId(written.number), v: 1, sealed: toBase64(sealed) },
    head: { number: written.number, hash: canonicalHash(written) },
  };
}

export type DirectoryFailure =
  | 'directory-malformed'
  | 'directory-cannot-open'
  | 'directory-bad-signature'
  | 'directory-broken-link'
  | 'directory-gap';

/**
 * Opens the log and follows it from where it was left. Documents may come in any order; those of
 * another kind and entries before the head are passed over. Facts of a failure: `{number}`.
 *
 * `directory-gap`: an entry is missing between others, the server withholds it.
 * `directory-broken-link`: an entry does not continue what this device has seen: another history.
 */
export function openDirectory(
  documents: readonly unknown[],
  key: SealKey<'directory'>,
  organisationSignKey: string,
  from: DirectoryState = emptyDirectory,
): Result<DirectoryState, DirectoryFailure> {
  const entries = documents
    .map((one) => directoryDocument.safeParse(one))
    .flatMap((one) => (one.success ? [one.data] : []))
    .filter((one) => from.head === null || one._id > entryId(from.head.number))
    .toSorted((one, other) => (one._id < other._id ? -1 : 1));
  let state = from;
  for (const document of entries) {
    const next = follow(state, document, key, organisationSignKey);
    if (!next.ok) return next;
    state = next.value;
  }
  return ok(state);
}

function follow(
  state: DirectoryState,
  document: DirectoryDocument,
  key: SealKey<'directory'>,
  organisationSignKey: string,
): Result<DirectoryState, DirectoryFailure> {
  const number = (state.head?.number ?? 0) + 1;
  if (document._id !== entryId(number)) return failed('directory-gap', { number });
  const sealed = fromBase64(document.sealed);
  if (!sealed.ok) return failed('directory-malformed', { number });
  const plain = open(key, sealed.value, sealContext(number));
  if (!plain.ok) return failed('directory-cannot-open', { number });
  const opened = openStatement('directory-entry', entry, jsonFromBytes(plain.value), keyBytes(organisationSignKey));
  if (!opened.ok) {
    return failed(opened.failure.code === 'malformed' ? 'directory-malformed' : 'directory-bad-signature', { number });
  }
  const found = opened.value;
  if (found.number !== number || found.previous !== (state.head?.hash ?? null)) return failed('directory-broken-link', { number });
  const applied = apply(state, found, organisationSignKey);
  if (!applied.ok) return failed(applied.failure.code, { number });
  return ok({ ...applied.value, head: { number, hash: canonicalHash(found) } });
}

function apply(state: DirectoryState, { body, at }: DirectoryEntry, organisationSignKey: string): Result<DirectoryState, DirectoryFailure> {
  switch (body.type) {
    case 'certificate':
      return applyCertificate(state, body.certificate, organisationSignKey);
    case 'compartment': {
      const { compartment, jwg, marking, epoch } = body;
      return ok({ ...state, compartments: new Map(state.compartments).set(compartment, { jwg, marking, epoch }) });
    }
    case 'turn':
      return ok(applyTurn(state, body, at));
    case 'recovery': {
      const wrapped = new Map(state.recovery.get(body.compartment)).set(body.epoch, body.wrapped);
      return ok({ ...state, recovery: new Map(state.recovery).set(body.compartment, wrapped) });
    }
    case 'removal':
      return ok(state.removals.some((one) => one.id === body.order.id) ? state : { ...state, removals: [...state.removals, body.order] });
    case 'administrators':
      return ok({ ...state, administrators: new Map(state.administrators).set(body.jwg, body.persons) });
  }
}

function applyTurn(state: DirectoryState, turn: Extract<DirectoryBody, { type: 'turn' }>, at: Instant): DirectoryState {
  const known = state.compartments.get(turn.compartment);
  const compartments = known === undefined ? state.compartments : new Map(state.compartments).set(turn.compartment, { ...known, epoch: turn.epoch });
  const cutOffs = new Map(state.cutOffs.get(turn.compartment));
  // A device is cut off once: a later turn never lets more of it count.
  for (const { device, last } of turn.removed) if (!cutOffs.has(device)) cutOffs.set(device, last);
  const turnedAt = new Map(state.turnedAt.get(turn.compartment)).set(turn.epoch, at);
  return {
    ...state,
    compartments,
    cutOffs: new Map(state.cutOffs).set(turn.compartment, cutOffs),
    turnedAt: new Map(state.turnedAt).set(turn.compartment, turnedAt),
  };
}

function applyCertificate(state: DirectoryState, signed: SignedStatement, organisationSignKey: string): Result<DirectoryState, DirectoryFailure> {
  const opened = openCertificate(signed, organisationSignKey);
  if (!opened.ok) return failed(opened.failure.code === 'malformed' ? 'directory-malformed' : 'directory-bad-signature');
  const certificate = opened.value;
  const before = state.people.get(certificate.person.id);
  if (before !== undefined && before.serial >= certificate.serial) return ok(state);
  const devices = new Map(state.devices);
  for (const device of certificate.devices) {
    const known = devices.get(device.id);
    // A device belongs to one person for good, whatever a later certificate says.
    if (known !== undefined && known.person !== certificate.person.id) continue;
    devices.set(device.id, certifiedDevice(certificate, device, known));
  }
  return ok({ ...state, devices, people: new Map(state.people).set(certificate.person.id, certificate) });
}

function certifiedDevice(
  certificate: Certificate,
  device: Certificate['devices'][number],
  known: CertifiedDevice | undefined,
): CertifiedDevice {
  const { person } = certificate;
  const jwgs = new Set([...(known?.jwgs ?? []), ...certificate.jwgs.map((one) => one.jwg)]);
  return {
    device: device.id,
    person: person.id,
    name: person.name,
    country: person.country,
    institution: person.institution,
    signKey: keyBytes<SignPublicKey>(device.signKey),
    jwgs: [...jwgs],
    from: device.from,
    until: device.until,
  };
}
