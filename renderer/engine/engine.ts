import { cryptoReady } from '../../core/crypto/sodium.ts';
import type { Instant } from '../../core/ids.ts';
import { verifyProfile } from '../../core/organisation/verify-profile.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { absentHost } from './absent-host.ts';
import { answering } from './answering.ts';
import type { EngineApi, EngineEvent, EngineHost, Me, MinutesApi, OrganisationApi, PouchApi, SampleApi, UnlockFailure, VaultApi, VaultState } from './api.ts';
import { createDepartures } from './departures/create-departures.ts';
import { createLowering } from './lowering/create-lowering.ts';
import { createDevices, type Devices } from './devices/create-devices.ts';
import { createInvitations } from './invitations/create-invitations.ts';
import { createMinutes } from './minutes/create-minutes.ts';
import type { MinutesGround } from './minutes-seam/minutes-ground.ts';
import { acceptProfile, keptState, summaryOf } from './organisation/kept-profile.ts';
import { openSession } from './open-session.ts';
import { openPouch } from './pouch/open-pouch.ts';
import type { OpenThePouch } from './pouch-seam/pouch-ground.ts';
import { reportsWhenAsked } from './report/reports-when-asked.ts';
import type { Session } from './session.ts';
import { beginSample } from './sample/begin-sample.ts';
import { defaultSettings, keepSettings, readSettings } from './settings/settings.ts';
import { NotebookDatabase } from './store/notebook-database.ts';
import { isDiskFull } from './store/room.ts';
import { WriteQueue } from './store/write-queue.ts';
import { calibrate, type Calibration } from './vault/calibration.ts';
import { measuredStrength } from './vault/measured-strength.ts';
import { closeVault, Vault, type OpenVault } from './vault/vault.ts';
import * as whenLocked from './when-locked.ts';

/** What an engine is made of; everything but the name has the app's own default. */
export interface EngineParts {
  /** Name of the IndexedDB database. */
  readonly name: string;
  readonly sample?: boolean;
  readonly now?: () => Instant;
  readonly host?: EngineHost;
  readonly database?: NotebookDatabase;
  readonly calibrate?: () => Calibration;
  /** Which build of the app this is; a snapshot of the catalogue made by another is not used. */
  readonly build?: string;
  /** Milliseconds without a write after which the snapshot is brought up to date. */
  readonly snapshotRest?: number;
  readonly openPouch?: OpenThePouch;
  readonly createMinutes?: (ground: MinutesGround) => MinutesApi;
  /** Every database that goes when this laptop is erased; the notebook's own where nothing is said. */
  readonly databases?: () => Promise<readonly string[]>;
}

const usualSnapshotRest = 5000;

/** An engine that can also let go of its database: for tests that open it again. */
export type Engine = EngineApi & { readonly end: () => Promise<void> };

/**
 * Puts the engine together. It runs anywhere there is IndexedDB; `worker.ts` only exposes it. One
 * vault operation at a time: unlocking twice at once must not open twice.
 */
export function createEngine(parts: EngineParts): Engine {
  return new EngineRoom(parts).api();
}

class EngineRoom {
  private readonly parts: EngineParts;
  private readonly now: () => Instant;
  private readonly database: NotebookDatabase;
  private readonly vault: Vault;
  private readonly calibrate: () => Calibration;
  private readonly listeners = new Set<(event: EngineEvent) => void>();
  private readonly turns = new WriteQueue();
  private readonly devices: Devices;
  private host: EngineHost;
  private session: Session | null = null;

  constructor(parts: EngineParts) {
    this.parts = parts;
    this.now = parts.now ?? (() => Date.now());
    this.host = parts.host ?? absentHost;
    this.database = parts.database ?? new NotebookDatabase(parts.name);
    this.calibrate = parts.calibrate ?? (() => calibrate(() => performance.now()));
    this.vault = new Vault({
      database: this.database,
      now: this.now,
      calibrate: this.calibrate,
      sample: parts.sample ?? false,
    });
    this.devices = createDevices({
      database: this.database,
      vault: this.vault,
      now: this.now,
      parameters: () => this.calibrate().parameters,
      session: () => this.session,
      begin: (vault) => this.begin(vault),
      leave: () => this.leave(),
      inTurn: (work) => this.inTurn(work),
      databases: parts.databases ?? (async () => [parts.name]),
      backupProgress: (progress) => this.emit({ type: 'backup', progress }),
      erased: (all) => this.emit({ type: 'erased', all }),
    });
  }

  api(): Engine {
    const session = (): Session | null => this.session;
    const consulting = answering(whenLocked.consulting, () => this.session?.consulting);
    return {
      vault: this.vaultApi(),
      organisation: this.organisationApi(),
      notebook: { ...answering(whenLocked.notebook, () => this.session?.notebook), open: consulting.open },
      lists: { ...answering(whenLocked.lists, () => this.session?.lists), query: consulting.query },
      drafts: answering(whenLocked.drafts, () => this.session?.drafts),
      minutes: answering(whenLocked.minutes, async () => (await this.whole())?.minutes),
      pouch: this.pouchApi(),
      devices: this.devices.api,
      imports: answering(whenLocked.imports, async () => (await this.whole())?.imports),
      invitations: createInvitations(session),
      departures: createDepartures(session),
      lowering: createLowering(session),
      search: { ...answering(whenLocked.search, () => this.session?.search), find: consulting.find },
      report: reportsWhenAsked(session),
      sample: { begin: () => this.inTurn(() => this.beginSample()) },
      files: answering(whenLocked.files, () => this.session?.files.api),
      carrying: answering(whenLocked.carrying, async () => (await this.whole())?.pouch.carrying),
      registers: answering(whenLocked.registers, () => this.session?.registers),
      contacts: answering(whenLocked.contacts, () => this.session?.contacts),
      protection: answering(whenLocked.protection, () => this.session?.protection.api),
      connect: (host) => {
        this.host = host;
      },
      subscribe: (listener) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      },
      end: async () => {
        await this.lock();
        this.database.close();
      },
    };
  }

  private beginSample(): ReturnType<SampleApi['begin']> {
    const { database, vault, now } = this;
    return beginSample({ isSample: this.parts.sample === true, database, vault, now, begin: (opened) => this.begin(opened), leave: () => this.leave() });
  }

  private vaultApi(): VaultApi {
    return {
      state: () => this.inTurn(() => this.state()),
      strength: measuredStrength,
      createAlone: (person, passphrase) =>
        this.inTurn(async () => {
          const made = await this.vault.create(person, passphrase);
          if (!made.ok) return made;
          // Should the fresh notebook not open, the kit is given all the same: the vault is there.
          await this.begin(made.value.opened).catch(() => undefined);
          return ok(made.value.kit);
        }),
      unlock: (passphrase) =>
        this.inTurn(async () => (this.session === null ? this.opened(await this.vault.unlock(passphrase)) : ok(this.session.me()))),
      unlockWithKit: (code, next) =>
        this.inTurn(async () => {
          const opened = await this.opened(await this.vault.unlockWithKit(code, next));
          // Whoever opens with the kit has it.
          if (opened.ok && this.session !== null) await this.vault.confirmKit(this.session.vault.rows, (await this.session.kit()).made);
          return opened;
        }),
      changePassphrase: (current, next) => this.inTurn(() => this.vault.changePassphrase(current, next)),
      kit: () => this.open().kit(),
      newKit: (passphrase) => this.inTurn(async () => (this.session === null ? failed('vault-locked') : this.vault.newKit(passphrase, this.session.identity))),
      confirmKit: () => this.inTurn(async () => (this.session === null ? failed('vault-locked') : this.vault.confirmKit(this.session.vault.rows, (await this.session.kit()).made))),
      derivationTime: () => this.inTurn(() => this.vault.derivationTime()),
      lock: () => this.lock(),
      me: async () => this.open().me(),
      settings: async () => (this.session === null ? defaultSettings : readSettings(this.session.states)),
      changeSettings: (change) =>
        this.inTurn(async () => {
          if (this.session === null) return failed('storage-failed');
          // Switched on, it goes: whatever was paused or stopped before is not meant any more.
          if (change.deliversByItself === true) await this.session.pouch.api.goOn();
          return keepSettings(this.session.states, change);
        }),
    };
  }

  private organisationApi(): OrganisationApi {
    return {
      inspect: async (file) => {
        await cryptoReady;
        const profile = verifyProfile(file, { now: this.now() });
        return profile.ok ? ok(summaryOf(profile.value)) : profile;
      },
      createAndJoin: (file, person, passphrase) =>
        this.inTurn(async () => {
          const accepted = acceptProfile(file, this.now(), null);
          if (!accepted.ok) return accepted;
          const made = await this.vault.create(person, passphrase, { states: [keptState(accepted.value)] });
          if (!made.ok) return made;
          const session = await this.begin(made.value.opened);
          const request = session.organisation.joinRequest();
          if (request === null) throw new Error('the profile that was just kept is not there');
          return ok({ kit: made.value.kit, request });
        }),
      join: (file) => this.inTurn(async () => (this.session === null ? failed('storage-failed') : this.session.organisation.join(file))),
      joinRequest: async () => this.session?.organisation.joinRequest() ?? null,
      profile: async () => this.session?.organisation.details() ?? null,
      colleagues: async () => this.session?.colleagues() ?? [],
      surroundings: async () => this.session?.organisation.surroundings() ?? whenLocked.surroundings,
    };
  }

  /** What only asks or stops need not wait until the session knows of every record. */
  private pouchApi(): PouchApi {
    const { troubles, channel, lower, cancel, pause, goOn } = answering(whenLocked.pouch, () => this.session?.pouch.api);
    return {
      ...answering(whenLocked.pouch, async () => (await this.whole())?.pouch.api),
      troubles, channel, lower, cancel, pause, goOn,
      quarantined: answering(whenLocked.consulting, async () => (await this.whole())?.consulting).quarantined,
    };
  }

  /** The session once it knows of every record; `null` when there is none, or none any more. */
  private async whole(): Promise<Session | null> {
    await this.session?.ready();
    return this.session;
  }

  private open(): Session {
    if (this.session === null) throw new Error('asked while the vault is locked');
    return this.session;
  }

  private async state(): Promise<VaultState> {
    if (this.session === null) {
      await this.devices.finishErasure();
      return this.vault.state();
    }
    const unreadableRows = this.session.unreadableRows();
    return unreadableRows === 0 ? { state: 'open' } : { state: 'open', unreadableRows };
  }

  private async opened<Code extends string>(vault: Result<OpenVault, Code>): Promise<Result<Me, Code | Extract<UnlockFailure, 'damaged' | 'store-full'>>> {
    if (!vault.ok) {
      this.emit({ type: 'vault', state: await this.state() });
      return vault;
    }
    if (this.session !== null) {
      closeVault(vault.value);
      return ok(this.session.me());
    }
    try {
      return ok((await this.begin(vault.value)).me());
    } catch {
      // The key is right, but the rows cannot be read at all.
      return failed((await isDiskFull()) ? 'store-full' : 'damaged');
    }
  }

  private async begin(vault: OpenVault): Promise<Session> {
    const session = await openSession(vault, {
      database: this.database,
      now: this.now,
      host: this.forwardingHost(),
      emit: (event) => this.emit(event),
      build: this.parts.build ?? '',
      snapshotRest: this.parts.snapshotRest ?? usualSnapshotRest,
      openPouch: this.parts.openPouch ?? openPouch,
      erasing: this.devices.erasing,
      createMinutes: this.parts.createMinutes ?? createMinutes,
    }).catch((error: unknown) => {
      closeVault(vault);
      throw error;
    });
    this.session = session;
    this.emit({ type: 'vault', state: await this.state() });
    session.organisation.introduce();
    return session;
  }

  private async lock(): Promise<void> {
    await this.inTurn(() => this.leave());
  }

  private async leave(): Promise<void> {
    const { session } = this;
    if (session === null) return;
    this.session = null;
    this.emit({ type: 'vault', state: { state: 'locked', retryAt: null } });
    await session.close();
    await this.host.forgetChannel().catch(() => undefined);
  }

  /** The host may be connected, or replaced, after the session began. */
  private forwardingHost(): EngineHost {
    return {
      configureChannel: (configuration) => this.host.configureChannel(configuration),
      forgetChannel: () => this.host.forgetChannel(),
      channelState: () => this.host.channelState(),
      lowerChannel: (to) => this.host.lowerChannel(to),
    };
  }

  private async inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    await cryptoReady;
    const value = await this.turns.run(work);
    if (value === 'closed') throw new Error('vault operations are never closed');
    return value;
  }

  private emit(event: EngineEvent): void {
    for (const listener of this.listeners) {
      try {
        listener(event);
      } catch {
        // What was written is written, whatever a listener makes of the news.
      }
    }
  }
}
