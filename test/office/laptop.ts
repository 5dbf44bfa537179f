import { createEngine, type Engine } from '../../renderer/engine/engine.ts';
import type { EngineHost, HostChannelState } from '../../renderer/engine/api.ts';
import { openPouchIn } from '../../renderer/engine/pouch/open-pouch.ts';
import { openInBrowser } from '../../renderer/engine/pouch/local-pouch.ts';
import { pause, type Pause } from '../../renderer/engine/pouch/patience.ts';
import type { Send } from '../../renderer/engine/pouch/wire.ts';
import { derivationFloor, type BoxPublicKey, type SignPair } from '../../core/crypto/keys.ts';
import { toBase64, fromBase64Url, toBase64Url } from '../../core/crypto/sodium.ts';
import type { CompartmentId, DeviceId, JwgId, MarkingId } from '../../core/ids.ts';
import type { Receipt } from '../../core/letters/receipt.ts';
import type { EraseOrderDocument } from '../../core/organisation/erase-order.ts';
import type { Stub } from '../../core/letters/stub.ts';
import type { CutOff, DirectoryBody } from '../../core/organisation/directory-body.ts';
import { FailingDatabase } from '../builders/engines.ts';
import type { Fault } from './faults.ts';
import type { Admission, GroupOfTests } from './test-office.ts';

export type { Admission, GroupOfTests };

export interface TestCompartment {
  readonly id: CompartmentId;
  readonly database: string;
  readonly files?: string;
  readonly jwg: JwgId;
  readonly marking: MarkingId;
  readonly epochs: readonly { readonly epoch: number; readonly key: string }[];
}

/** The office beside the tests, as the renderer reaches it. */
export interface Office {
  readonly id: string;
  readonly profile: Uint8Array;
  readonly compartments: readonly TestCompartment[];
  admit(request: Uint8Array, admission?: Admission): Promise<void>;
  faults(...faults: Fault[]): Promise<void>;
  clearFaults(): Promise<void>;
  /** How long each question and its answer are on their way from now on. */
  roundTrip(milliseconds: number): Promise<void>;
  /** Adds an entry to the directory. */
  enter(body: DirectoryBody): Promise<void>;
  /** A newer profile in which the group is otherwise. */
  renewedProfile(serial: number, group: GroupOfTests): Promise<Uint8Array>;
  turn(compartment: CompartmentId, removed: readonly CutOff[]): Promise<void>;
  /** Overwrites a parcel with a stub, as the secretariat does. */
  stub(database: string, stub: Stub): Promise<void>;
  /** Orders a device to erase compartments; `null`: everything on it. Answers the document of the order. */
  orderErasure(device: DeviceId, compartments: readonly CompartmentId[] | null): Promise<EraseOrderDocument>;
  /** Leaves a device's account nothing but the orders. */
  cutOff(device: DeviceId): Promise<void>;
  receipts(): Promise<readonly Receipt[]>;
  /** Requests since the last time this was asked. */
  asked(): Promise<readonly string[]>;
  admin(method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly body: unknown }>;
  /** The administrator's own authorization, for what members may not do. */
  authorization(): Promise<string>;
  remove(): Promise<void>;
}

async function post(path: string, body: unknown = {}): Promise<unknown> {
  const answer = await fetch(path, { method: 'POST', body: JSON.stringify(body) });
  const value = (await answer.json()) as unknown;
  if (!answer.ok) throw new Error(`the office said ${JSON.stringify(value)}`);
  return value;
}

export async function foundOffice(group: GroupOfTests = {}): Promise<Office> {
  return officeAs(await post('/office', group));
}

/** An office that was founded before: laptops of it were ended and begin again. */
export async function standingOffice(id: string): Promise<Office> {
  return officeAs(await post(`/office/${id}/again`));
}

function officeAs(described: unknown): Office {
  const made = described as { id: string; profile: string; compartments: Office['compartments'] };
  const at = `/office/${made.id}`;
  return {
    id: made.id,
    profile: bytesOf(made.profile),
    compartments: made.compartments,
    admit: async (request, admission = {}) => void (await post(`${at}/admit`, { request: toBase64Url(request), admission })),
    faults: async (...faults) => void (await post(`${at}/faults`, { faults })),
    clearFaults: async () => void (await post(`${at}/clear-faults`)),
    roundTrip: async (milliseconds) => void (await post(`${at}/round-trip`, { milliseconds })),
    enter: async (body) => void (await post(`${at}/enter`, { body })),
    turn: async (compartment, removed) => void (await post(`${at}/turn`, { compartment, removed })),
    stub: async (database, stub) => void (await post(`${at}/stub`, { database, stub })),
    renewedProfile: async (serial, group) => bytesOf(String(((await post(`${at}/renewed`, { serial, group })) as readonly string[])[0])),
    orderErasure: async (device, compartments) => (await post(`${at}/order-erasure`, { device, compartments })) as EraseOrderDocument,
    cutOff: async (device) => void (await post(`${at}/cut-off`, { device })),
    receipts: async () => (await post(`${at}/receipts`)) as readonly Receipt[],
    asked: async () => (await post(`${at}/asked`)) as readonly string[],
    admin: async (method, path, body) => (await post(`${at}/admin`, { method, path, body })) as { status: number; body: unknown },
    authorization: async () => String(((await post(`${at}/authorization`)) as readonly string[])[0]),
    remove: async () => void (await post(`${at}/remove`)),
  };
}

function bytesOf(text: string): Uint8Array {
  const bytes = fromBase64Url(text);
  if (!bytes.ok) throw new Error('not base64url');
  return bytes.value;
}

const networks: Readonly<Record<string, HostChannelState>> = {
  nowhere: { network: null, name: '', reachable: false, accreditation: null, loweredTo: null },
  hotel: { network: 'hotel', name: 'Hotel', reachable: true, accreditation: 'UNCLASSIFIED', loweredTo: null },
  office: { network: 'office', name: 'Office', reachable: true, accreditation: 'R-UE', loweredTo: null },
};

/** What the main process would say. */
export class StandInHost implements EngineHost {
  at: HostChannelState = networks['office'] as HostChannelState;

  go(to: 'nowhere' | 'hotel' | 'office'): void {
    this.at = networks[to] as HostChannelState;
  }
  async configureChannel(): Promise<'configured'> {
    return 'configured';
  }
  async forgetChannel(): Promise<void> {}
  async channelState(): Promise<HostChannelState> {
    return this.at;
  }
  async lowerChannel(to: MarkingId | 'nothing' | null): Promise<HostChannelState> {
    this.at = { ...this.at, loweredTo: to };
    return this.at;
  }
}

export interface Laptop {
  readonly name: string;
  /** The device's own keys, for what only it could sign. */
  readonly deviceKeys: () => SignPair;
  /** Its key for what is sealed to it. */
  readonly boxKey: () => BoxPublicKey;
  readonly line: Line;
  /** Its store: a write can be made to fail as the browser makes it fail. */
  readonly database: FailingDatabase;
  /** Takes the store away without any farewell, as the end of the process does. */
  readonly kill: () => void;
  readonly engine: Engine;
  readonly host: StandInHost;
  /** The office's server, as this laptop's main process would reach it. */
  readonly send: Send;
}

/** What lies between this laptop and the office, if not a good line. */
export interface Line {
  readonly pause?: Pause;
  /** How the time passes between two looks of the pouch that delivers by itself; absent: it does not. */
  readonly rest?: Pause;
  /** The laptop's clock, if it is not right. */
  readonly now?: () => number;
  /** The notebook that is opened, if not a new one: one of before, or a copy of another laptop's. */
  readonly name?: string;
  /** What the names of its local pouches begin with: two laptops with one key would share them here. */
  readonly pouches?: string;
  readonly send?: (usual: Send) => Send;
}

export const passphrase = 'correct horse battery staple on the desk';
let laptops = 0;

/** One laptop with its own notebook. `again`: the same notebook after a restart of the app. */
export function aLaptop(office: Office, again?: Laptop, line: Line = again?.line ?? {}): Laptop {
  laptops += again === undefined ? 1 : 0;
  const name = again?.name ?? line.name ?? `laptop-${laptops}-${crypto.randomUUID()}`;
  const host = again?.host ?? new StandInHost();
  let authorization = '';
  let keys: SignPair | null = null;
  let box: BoxPublicKey | null = null;
  let dead = false;
  const usual: Send = (database, path, init) => {
    if (dead) return Promise.reject(new TypeError('the process has ended'));
    const headers = new Headers(init.headers);
    headers.set('authorization', authorization);
    return fetch(`/sync/${office.id}/${database}${path === '' ? '' : `/${path}`}`, { ...init, headers });
  };
  const send = line.send?.(usual) ?? usual;
  const database = new FailingDatabase(name);
  const engine = createEngine({
    name,
    database,
    host,
    ...(line.now === undefined ? {} : { now: line.now }),
    calibrate: () => ({ parameters: derivationFloor, time: 300 }),
    openPouch: (ground) => {
      const { user, password } = ground.identity.credential;
      keys = ground.identity.deviceKeys;
      box = ground.identity.box.publicKey;
      authorization = `Basic ${toBase64(new TextEncoder().encode(`${user}:${password}`))}`;
      return openPouchIn(ground, { send, openDatabase: (local) => openInBrowser(`${line.pouches ?? ''}${local}`), ...(line.rest === undefined ? {} : { rest: line.rest }), pause: line.pause ?? ((milliseconds, signal) => pause(Math.min(milliseconds, 5), signal)) });
    },
  });
  const deviceKeys = () => {
    if (keys === null) throw new Error('the vault was never opened');
    return keys;
  };
  const boxKey = () => {
    if (box === null) throw new Error('the vault was never opened');
    return box;
  };
  const kill = () => {
    dead = true;
    database.close();
  };
  return { name, engine, database, host, send, deviceKeys, boxKey, line, kill };
}

/** A laptop whose owner has joined the programme and was let in. */
export async function aMember(
  office: Office,
  person: { readonly name: string; readonly admission?: Admission | 'not-yet'; readonly line?: Line; readonly country?: string; readonly institution?: string },
): Promise<Laptop> {
  const laptop = aLaptop(office, undefined, person.line);
  const joined = await laptop.engine.organisation.createAndJoin(office.profile, { name: person.name, country: person.country ?? 'HRV', institution: person.institution ?? 'State Attorney' }, passphrase);
  if (!joined.ok) throw new Error(joined.failure.code);
  if (person.admission !== 'not-yet') await office.admit(joined.value.request.file, person.admission);
  return laptop;
}

/** The same notebook after the process was killed and the app started again. */
export async function afterKill(office: Office, laptop: Laptop): Promise<Laptop> {
  laptop.kill();
  const again = aLaptop(office, laptop);
  const me = await again.engine.vault.unlock(passphrase);
  if (!me.ok) throw new Error(me.failure.code);
  return again;
}
