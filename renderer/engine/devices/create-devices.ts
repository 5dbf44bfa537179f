import type { DerivationParameters } from '../../../core/crypto/keys.ts';
import type { Instant } from '../../../core/ids.ts';
import { openEraseOrder, type EraseOrder } from '../../../core/organisation/erase-order.ts';
import { writeErasureReceipt, type ErasureReceipt } from '../../../core/organisation/erasure-receipt.ts';
import { fingerprint } from '../../../core/organisation/fingerprint.ts';
import { openPairing, writePairing } from '../../../core/organisation/pairing.ts';
import { jsonFromBytes } from '../../../core/crypto/canonical.ts';
import { recordKinds } from '../../../core/records/kinds.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { PersonInput } from '../api.ts';
import { acceptProfile, keptState } from '../organisation/kept-profile.ts';
import type { Session } from '../session.ts';
import type { NotebookDatabase } from '../store/notebook-database.ts';
import { attempted } from '../store/storage-failure.ts';
import { measuredStrength } from '../vault/measured-strength.ts';
import type { OpenVault, Vault, VaultSeed } from '../vault/vault.ts';
import { BackingUp } from './backup/backing-up.ts';
import { filesOutside } from './backup/files-outside.ts';
import { restore, unite, type RestoreParts } from './backup/take-backup.ts';
import { openerOf } from './backup/backup-seal.ts';
import { readBackupRecipient } from './backup/backup-recipient.ts';
import type { BackupProgress, DevicesApi, HeldHere, MadeLaptop, NewVaultFailure, PreparedErasure } from './devices-api.ts';
import { acknowledgeDevices, knownDevicesState, listDevices } from './device-list.ts';
import { eraseCompartments, heldOfCompartments } from './erase-compartments.ts';
import { destroyKeySlots, isErasing, removeDatabases } from './erase-everything.ts';
import { prepareHandOver, recordHandOver } from './hand-over.ts';

/** What the engine lends to everything that concerns the laptop as a whole. */
export interface DevicesParts {
  readonly database: NotebookDatabase;
  readonly vault: Vault;
  readonly now: () => Instant;
  readonly parameters: () => DerivationParameters;
  session(): Session | null;
  begin(vault: OpenVault): Promise<Session>;
  /** Ends the session and wipes its keys. */
  leave(): Promise<void>;
  /** One vault operation at a time. */
  inTurn<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Every database that is this app's. */
  databases(): Promise<readonly string[]>;
  backupProgress(progress: BackupProgress): void;
}

export interface Devices {
  readonly api: DevicesApi;
  /** Ends an erasure that a crash or a power cut interrupted. */
  finishErasure(): Promise<void>;
}

const locked = failed('vault-locked');

/** The laptop as a whole: erasing, pairing, backup, hand-over. */
export function createDevices(parts: DevicesParts): Devices {
  let prepared: { readonly order: EraseOrder | null } | null = null;
  const prepare = async (session: Session, order: EraseOrder | null): Promise<PreparedErasure> => {
    const erasure = await preparedErasure(parts, session, order);
    prepared = { order };
    return erasure;
  };
  const backing = new BackingUp({ database: parts.database, now: parts.now, progress: (progress) => parts.backupProgress(progress) });
  const making: RestoreParts['made'] = (person, passphrase, seed) => made(parts, person, passphrase, seed);
  const api: DevicesApi = {
    list: async () => whenOpen(parts, listDevices, []),
    acknowledge: (devices) => whenOpen(parts, (session) => acknowledgeDevices(session, devices), locked),
    held: () => whenOpen(parts, heldHere, { records: 0, drafts: 0, undelivered: 0 }),
    prepareErasure: () => whenOpen(parts, async (session) => ok(await prepare(session, null)), locked),
    erase: () => parts.inTurn(async () => (prepared?.order === null ? eraseEverything(parts) : failed('receipt-missing'))),
    inspectOrder: (file) =>
      whenOpen(
        parts,
        async (session) => {
          const order = orderIn(session, file);
          return order.ok ? ok(await prepare(session, order.value)) : order;
        },
        locked,
      ),
    carryOutOrder: () => parts.inTurn(async () => (prepared?.order ? carryOut(parts, prepared.order) : failed('receipt-missing'))),
    pair: (passphrase) => parts.inTurn(() => pair(parts, passphrase)),
    joinAsSecond: (input) => parts.inTurn(() => joinAsSecond(parts, input)),
    canBackUpForKit: () => whenOpen(parts, async (session) => (await readBackupRecipient(session.states)) !== null, false),
    backUp: (lock) => whenOpen(parts, (session) => backing.backUp(session, lock), locked),
    cancelBackUp: async () => backing.cancel(),
    backupSaved: () => whenOpen(parts, (session) => backing.saved(session), locked),
    filesOutsideBackup: () => whenOpen(parts, (session) => filesOutside(session, parts.database), { count: 0, bytes: 0 }),
    backupStanding: () => whenOpen(parts, (session) => backing.standing(session), { last: null, due: false }),
    inspectBackup: async (file) => openerOf(file),
    restore: (input) => parts.inTurn(() => restore({ made: making }, input)),
    uniteBackup: (input) => whenOpen(parts, (session) => unite(session, input), locked),
    successors: () => whenOpen(parts, async (session) => session.colleagues(), []),
    prepareHandOver: (handOver) => whenOpen(parts, (session) => prepareHandOver(session, handOver, parts.now()), locked),
    recordHandOver: (handOver) => whenOpen(parts, (session) => recordHandOver(session, handOver), locked),
  };
  return {
    api,
    finishErasure: async () => {
      if (parts.session() === null && (await isErasing(parts.database))) await removeDatabases(parts.database, await parts.databases());
    },
  };
}

async function whenOpen<Value, Closed>(parts: DevicesParts, work: (session: Session) => Promise<Value>, closed: Closed): Promise<Value | Closed> {
  const session = parts.session();
  return session === null ? closed : work(session);
}

// ── Erasing ─────────────────────────────────────────────────────────────────────────────────────

async function heldHere(session: Session): Promise<HeldHere> {
  await session.ready();
  const underWay = (await session.letters.outbox()).reduce((sum, parcel) => sum + parcel.letters.length, 0);
  const unsent = session.ledger.unsent.recordCount;
  const records = recordKinds.reduce((sum, kind) => sum + session.notebook.rows(kind).length + session.notebook.rows(kind, { binned: true }).length, 0);
  return { records, drafts: (await session.drafts.list()).length, undelivered: unsent + underWay };
}

async function preparedErasure(parts: DevicesParts, session: Session, order: EraseOrder | null): Promise<PreparedErasure> {
  const { person, name, device, deviceKeys } = session.identity;
  const { records, drafts, undelivered } = order === null ? await heldHere(session) : await heldOf(parts, session, order);
  const receipt: ErasureReceipt = {
    v: 1,
    person, name, device,
    fingerprint: fingerprint(deviceKeys.publicKey),
    at: parts.now(),
    order: order?.id ?? null,
    compartments: order === null ? null : [...order.compartments],
    erased: { records, drafts },
    undelivered,
  };
  return { receipt, block: writeErasureReceipt(receipt, deviceKeys.secretKey) };
}

async function heldOf({ database }: DevicesParts, session: Session, order: EraseOrder): Promise<HeldHere> {
  await session.ready();
  const held = await heldOfCompartments(session, database, order.compartments);
  const unsent = [...session.ledger.unsent.byRecord().keys()].filter((record) => held.records.has(record));
  return { records: held.records.size, drafts: held.drafts.length, undelivered: unsent.length };
}

/** Keys first. From the moment the slots are gone nothing opens any more, whatever else is still there. */
async function eraseEverything(parts: DevicesParts): Promise<Result<null, 'vault-locked' | 'storage-failed'>> {
  if (parts.session() === null) return locked;
  const names = await parts.databases();
  const destroyed = await attempted(() => destroyKeySlots(parts.database));
  if (!destroyed.ok) return failed('storage-failed');
  await parts.leave();
  const removed = await attempted(() => removeDatabases(parts.database, names));
  return removed.ok ? ok(null) : failed('storage-failed');
}

function orderIn(session: Session, file: Uint8Array) {
  const profile = session.organisation.profile();
  if (profile === null) return failed('not-joined');
  const { box, device } = session.identity;
  return openEraseOrder(jsonFromBytes(file), box, device, profile.organisation.signKey);
}

async function carryOut(parts: DevicesParts, order: EraseOrder): Promise<Result<null, 'vault-locked' | 'storage-failed'>> {
  const session = parts.session();
  if (session === null) return locked;
  const erased = await session.ledger.exclusively(() => attempted(() => eraseCompartments(session, parts.database, order.compartments)));
  await parts.leave();
  return erased.ok ? ok(null) : failed('storage-failed');
}

// ── The second laptop ───────────────────────────────────────────────────────────────────────────

async function pair(parts: DevicesParts, passphrase: string): ReturnType<DevicesApi['pair']> {
  const session = parts.session();
  if (session === null) return locked;
  const profile = session.organisation.profile();
  if (profile === null) return failed('not-joined');
  const confirmed = await parts.vault.confirm(passphrase);
  if (!confirmed.ok) return confirmed;
  const { name, country, institution, identityKeys, device } = session.identity;
  const pairing = { person: { name, country, institution }, identity: identityKeys, organisation: profile.organisation.signKey, from: device };
  return ok(writePairing(pairing, parts.parameters(), parts.now()));
}

async function joinAsSecond(parts: DevicesParts, input: Parameters<DevicesApi['joinAsSecond']>[0]): ReturnType<DevicesApi['joinAsSecond']> {
  const now = parts.now();
  const accepted = acceptProfile(input.profile, now, null);
  if (!accepted.ok) return accepted;
  if (!(await measuredStrength(input.passphrase)).accepted) return failed('weak-passphrase');
  const pairing = openPairing(input.pairing, input.code, now);
  if (!pairing.ok) return pairing;
  const { person, identity, organisation, from } = pairing.value;
  if (organisation !== accepted.value.profile.organisation.signKey) return failed('pairing-other-organisation');
  return made(parts, person, input.passphrase, { identityKeys: identity, states: [keptState(accepted.value), knownDevicesState([from])] });
}

async function made(parts: DevicesParts, person: PersonInput, passphrase: string, seed: VaultSeed): Promise<Result<MadeLaptop, NewVaultFailure>> {
  const vault = await parts.vault.create(person, passphrase, seed);
  if (!vault.ok) return vault;
  // Should the fresh notebook not open, the kit is given all the same: the vault is there.
  const session = await parts.begin(vault.value.opened).catch(() => null);
  return ok({ kit: vault.value.kit, request: session?.organisation.joinRequest() ?? null });
}
