import { z } from 'zod';
import type { DeviceId, PersonId } from '../../../core/ids.ts';
import { emptyDirectory, openDirectory, type DirectoryState } from '../../../core/organisation/directory.ts';
import { grantKeyRange, newestGrant, type Grant } from '../../../core/organisation/grant.ts';
import type { OrganisationProfile } from '../../../core/organisation/profile.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { DeliveryFailure } from '../api.ts';
import type { DirectoryNames, Membership, PouchGround } from '../pouch-seam/pouch-ground.ts';
import { deliveryFailureOf, WireFailure } from './answers.ts';
import { withPatience, type Pause } from './patience.ts';
import { stateOf, type DatabaseState } from './polling.ts';
import { askRemote, useRemote } from './remote.ts';
import type { Send } from './wire.ts';

const stateName = 'pouch/directory';
/** Grant and log are kept as they came; what they open to is in memory only. */
const kept = z.object({ organisation: z.string(), grant: z.unknown(), entries: z.array(z.unknown()) });
type Kept = z.output<typeof kept>;

const entriesAtOnce = 200;
const lastEntry = 'entry-9999999999';

/** The organisation's directory and this device's grant: who is who, which compartments, which keys. */
export class OfficeDirectory {
  readonly names: DirectoryNames = {
    nameOf: (person: PersonId) => this.known.people.get(person)?.person.name ?? null,
    signKeyOf: (device: DeviceId) => this.known.devices.get(device)?.signKey ?? null,
    certificates: () => [...this.known.people.values()],
  };
  private readonly ground: PouchGround;
  private readonly send: Send;
  private readonly pause: Pause;
  private documents: Kept | null = null;
  private held: Grant | null = null;
  private known: DirectoryState = emptyDirectory;
  /** The state of the directory in which everything was fetched; `null`: not asked yet. */
  private fetchedIn: DatabaseState | null = null;

  constructor(ground: PouchGround, send: Send, pause: Pause) {
    this.ground = ground;
    this.send = send;
    this.pause = pause;
  }

  grant(): Grant | null {
    return this.held;
  }

  state(): DirectoryState {
    return this.known;
  }

  /** Changes whenever something may open that did not before: another grant, entry or profile. */
  stamp(): string {
    return `${this.held?.serial ?? 0}/${this.known.head?.number ?? 0}/${this.ground.organisation.profile()?.serial ?? 0}`;
  }

  membership(): Membership | null {
    const profile = this.ground.organisation.profile();
    if (this.held === null || profile === null) return null;
    const own = this.held.compartments.flatMap(({ database, files, marking }) => [database, ...(files === undefined ? [] : [files])].map((name) => ({ name, marking })));
    return { databases: [{ name: profile.directoryDatabase, marking: null }, ...own] };
  }

  /** Reads what was kept. */
  async load(): Promise<void> {
    const profile = this.ground.organisation.profile();
    const read = await this.ground.states.read(stateName, kept);
    if (profile === null || !read.ok || read.value === null) return;
    const { signKey } = profile.organisation;
    if (read.value.organisation !== signKey) return;
    const { box, device } = this.ground.identity;
    this.held = newestGrant([read.value.grant], box, device, signKey);
    if (this.held === null) return;
    const opened = openDirectory(read.value.entries, this.held.directoryKey, signKey);
    // A log that cannot be followed any more is fetched anew from its beginning: the office has it.
    if (!opened.ok) return;
    this.known = opened.value;
    this.documents = read.value;
  }

  /** Fetches the grant and the log's new entries. `true`: something is new. */
  async refresh(signal: AbortSignal): Promise<Result<boolean, DeliveryFailure>> {
    const profile = this.ground.organisation.profile();
    if (profile === null) return failed('not-a-member');
    try {
      const came = await withPatience({ pause: this.pause, signal, tries: 4 }, () => this.fetchNew(profile, signal));
      if (came === 'nothing-new') return ok(false);
      const taken = await this.take(came, profile.organisation.signKey);
      if (taken.ok) this.fetchedIn = came.state;
      return taken;
    } catch (cause) {
      if (!(cause instanceof WireFailure)) throw cause;
      // Before the secretariat has admitted this device its name is unknown there.
      const stranger = this.held === null && (cause.code === 'session-expired' || cause.code === 'refused');
      return stranger ? failed('not-a-member') : { ok: false, failure: deliveryFailureOf(cause) };
    }
  }

  /** One small question when the directory stands as it did, where the server has names for its states. */
  private fetchNew({ directoryDatabase }: OrganisationProfile, signal: AbortSignal): Promise<Came | 'nothing-new'> {
    return useRemote(directoryDatabase, this.send, signal, async (remote) => {
      const { database } = remote;
      const state = await stateOf(directoryDatabase, remote, this.fetchedIn);
      if (state === 'still') return 'nothing-new';
      // Asked for side by side: on a long line the way there and back is what takes the time.
      const asked = askRemote(database.allDocs({ ...grantKeyRange(this.ground.identity.box.publicKey, this.held?.serial), include_docs: true }));
      asked.catch(() => undefined);
      const entries: unknown[] = [];
      let startkey = entryId(this.known.head?.number ?? 1);
      for (;;) {
        const { rows } = await askRemote(database.allDocs({ startkey, endkey: lastEntry, limit: entriesAtOnce, include_docs: true }));
        entries.push(...rows.map((row) => withoutRevision(row.doc)));
        const last = rows.at(-1)?.id;
        if (rows.length < entriesAtOnce || last === undefined) break;
        startkey = `${last}0`;
      }
      return { grants: (await asked).rows.map((row) => withoutRevision(row.doc)), entries, state };
    });
  }

  private async take(came: Came, signKey: string): Promise<Result<boolean, DeliveryFailure>> {
    const { box, device } = this.ground.identity;
    const found = newestGrant(came.grants, box, device, signKey);
    const newer = found !== null && found.serial > (this.held?.serial ?? 0) ? found : null;
    const holding = newer ?? this.held;
    if (holding === null) return failed('not-a-member');
    if (!this.continuesLog(came.entries)) return failed('server-garbled', { number: this.known.head?.number ?? 0 });
    const next = openDirectory(came.entries, holding.directoryKey, signKey, this.known);
    if (!next.ok) return failed('server-garbled', next.failure.facts);
    if (newer === null && next.value.head?.number === this.known.head?.number) return ok(false);
    return this.keep({ newer, holding, next: next.value, came, organisation: signKey });
  }

  /** The first entry asked for is the last one known: without it the server shows an older log, or another one. */
  private continuesLog(entries: readonly unknown[]): boolean {
    const known = this.documents?.entries.at(-1);
    return known === undefined || JSON.stringify(entries[0]) === JSON.stringify(known);
  }

  private async keep({ newer, holding, next, came, organisation }: News): Promise<Result<boolean, DeliveryFailure>> {
    const known = this.documents?.entries ?? [];
    const value: Kept = {
      organisation,
      grant: newer === null ? this.documents?.grant : documentOf(came.grants, newer, this.ground),
      entries: [...known, ...came.entries.slice(known.length === 0 ? 0 : 1)],
    };
    const written = await this.ground.states.write([{ name: stateName, value }]);
    if (!written.ok) return failed(written.failure.code === 'storage-full' ? 'storage-full' : 'storage-failed');
    this.documents = value;
    this.held = holding;
    this.known = next;
    if (newer !== null) await this.ground.organisation.membershipChanged();
    return ok(true);
  }
}

interface Came {
  readonly state: DatabaseState;
  readonly grants: readonly unknown[];
  readonly entries: readonly unknown[];
}

interface News {
  readonly newer: Grant | null;
  readonly holding: Grant;
  readonly next: DirectoryState;
  readonly came: Came;
  readonly organisation: string;
}

function documentOf(grants: readonly unknown[], found: Grant, ground: PouchGround): unknown {
  const id = `${grantKeyRange(ground.identity.box.publicKey).startkey.slice(0, -6)}${String(found.serial).padStart(6, '0')}`;
  return grants.find((one) => idOf(one) === id);
}

function idOf(document: unknown): string {
  return typeof document === 'object' && document !== null ? String((document as { readonly _id?: unknown })._id) : '';
}

function entryId(number: number): string {
  return `entry-${String(number).padStart(10, '0')}`;
}

/** CouchDB's revision says nothing here and differs between servers. */
function withoutRevision(document: unknown): unknown {
  if (typeof document !== 'object' || document === null) return document;
  const { _rev, ...rest } = document as Readonly<Record<string, unknown>>;
  void _rev;
  return rest;
}
