import type { DerivationParameters } from '../../../core/crypto/keys.ts';
import type { Instant } from '../../../core/ids.ts';
import type { EraseOrder } from '../../../core/organisation/erase-order.ts';
import { openPairing, writePairing } from '../../../core/organisation/pairing.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { PersonInput } from '../api.ts';
import { acceptProfile, keptState } from '../organisation/kept-profile.ts';
import { PieceStore } from '../files/piece-store.ts';
import type { ErasingGround } from '../pouch-seam/pouch-ground.ts';
import type { Session } from '../session.ts';
import type { NotebookDatabase } from '../store/notebook-database.ts';
import { measuredStrength } from '../vault/measured-strength.ts';
import type { OpenVault, Vault, VaultSeed } from '../vault/vault.ts';
import { BackingUp } from './backup/backing-up.ts';
import { attachedFiles, filesHere } from './backup/attached-files.ts';
import type { BackupArchive } from './backup/backup-archive.ts';
import { BackupRuns } from './backup/backup-watch.ts';
import { bringFilesBack } from './backup/bring-files-back.ts';
import { restore, unite, type RestoreParts } from './backup/take-backup.ts';
import { openerOf } from './backup/backup-seal.ts';
import { readBackupRecipient } from './backup/backup-recipient.ts';
import type { BackupProgress, DevicesApi, FilesBack, MadeLaptop, NewVaultFailure, PreparedErasure } from './devices-api.ts';
import { acknowledgeDevices, knownDevicesState, listDevices } from './device-list.ts';
import { isErasing, removeDatabases } from './erase-everything.ts';
import { carryOut, eraseEverything, heldByOrder, heldHere, orderIn, preparedErasure, statesByHand } from './erasing.ts';
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
  /** An order was carried out; `all`: nothing is left. */
  erased(all: boolean): void;
}

export interface Devices {
  readonly api: DevicesApi;
  /** What an order that came over the network asks of the laptop as a whole. */
  readonly erasing: ErasingGround;
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
  const runs = new BackupRuns((progress) => parts.backupProgress(progress));
  const backing = new BackingUp({ database: parts.database, now: parts.now, runs });
  const restoring = restoreParts(parts, runs);
  const api: DevicesApi = {
    list: async () => whenOpen(parts, listDevices, []),
    acknowledge: (devices) => whenOpen(parts, (session) => acknowledgeDevices(session, devices), locked),
    held: () => whenOpen(parts, (session) => heldHere(session), { records: 0, drafts: 0, undelivered: 0, onHold: 0 }),
    prepareErasure: () => whenOpen(parts, async (session) => ok(await prepare(session, null)), locked),
    erase: () => parts.inTurn(async () => (prepared?.order === null ? eraseEverything(parts) : failed('receipt-missing'))),
    inspectOrder: (file) =>
      whenOpen(
        parts,
        async (session) => {
          const order = await orderIn(session, file);
          return order.ok ? ok(await prepare(session, order.value)) : order;
        },
        locked,
      ),
    carryOutOrder: () => parts.inTurn(async () => carryOutPrepared(parts, prepared?.order ?? null)),
    pair: (passphrase) => parts.inTurn(() => pair(parts, passphrase)),
    joinAsSecond: (input) => parts.inTurn(() => joinAsSecond(parts, input)),
    canBackUpForKit: () => whenOpen(parts, async (session) => (await readBackupRecipient(session.states)) !== null, false),
    backUp: (request, out) => whenOpen(parts, (session) => backing.backUp(session, request, out), locked),
    cancelBackUp: async () => runs.cancel(),
    filesForBackup: () => whenOpen(parts, (session) => filesHere(session, piecesOf(parts, session)), { count: 0, bytes: 0, elsewhere: 0 }),
    backupStanding: () => whenOpen(parts, (session) => backing.standing(session), { last: null, due: false }),
    inspectBackup: (file) => openerOf(file),
    restore: (input) => restore(restoring, input),
    uniteBackup: (input) => whenOpen(parts, (session) => unite(session, input, restoring.bringFilesBack), locked),
    successors: () => whenOpen(parts, async (session) => session.colleagues(), []),
    prepareHandOver: (handOver) => whenOpen(parts, (session) => prepareHandOver(session, handOver, parts.now()), locked),
    recordHandOver: (handOver) => whenOpen(parts, (session) => recordHandOver(session, handOver), locked),
  };
  return {
    api,
    erasing: erasingGround(parts),
    finishErasure: async () => {
      if (parts.session() === null && (await isErasing(parts.database))) await removeDatabases(parts.database, await parts.databases());
    },
  };
}

function piecesOf({ database }: DevicesParts, session: Session): PieceStore {
  return new PieceStore(database, session.vault.rows);
}

function restoreParts(parts: DevicesParts, runs: BackupRuns): RestoreParts {
  return {
    made: (person, passphrase, seed) => parts.inTurn(() => made(parts, person, passphrase, seed)),
    // Not in that turn: it may take many minutes, and a lock waits for nothing.
    bringFilesBack: (archive) => filesBack(parts, runs, archive),
  };
}

/** Ends with the session: what a lock interrupts can be brought back again. */
async function filesBack(parts: DevicesParts, runs: BackupRuns, { files, whole }: BackupArchive): Promise<FilesBack> {
  const session = parts.session();
  if (session === null) return { back: 0, damaged: [], outside: 0, whole, stopped: 'cancelled' };
  const watch = runs.begin(() => parts.session() === session);
  try {
    const named = await attachedFiles(session);
    return await bringFilesBack([...named.values()], { files, whole, pieces: piecesOf(parts, session), watch });
  } finally {
    runs.end();
  }
}

/** The order in a file that the person looked at. */
async function carryOutPrepared(parts: DevicesParts, order: EraseOrder | null): ReturnType<DevicesApi['carryOutOrder']> {
  return order === null ? failed('receipt-missing') : carryOut(parts, order, (session, held) => statesByHand(session, order, held));
}

function erasingGround(parts: DevicesParts): ErasingGround {
  return {
    weigh: (order) => whenOpen(parts, (session) => heldByOrder(parts, session, order), { records: 0, drafts: 0, undelivered: 0, onHold: 0 }),
    // Not waited for: who asks is part of the session that ends by it. What fails is done at the next contact.
    carryOut: (order, states) => void parts.inTurn(() => carryOut(parts, order, () => states)).catch(() => undefined),
  };
}

async function whenOpen<Value, Closed>(parts: DevicesParts, work: (session: Session) => Promise<Value>, closed: Closed): Promise<Value | Closed> {
  const session = parts.session();
  return session === null ? closed : work(session);
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
