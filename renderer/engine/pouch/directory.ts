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
import { askRemote, useRemote } from './remote.ts';
import type { Send } from './wire.ts';

const stateName = 'pouch/directory';
/** Grant and log are kept as they came; what they open to is in memory only. */
const kept = z.object({ organisation: z.string(), grant: z.unknown(), entries: z.array(z.unknown()) });
type Kept = z.output<typeof kept>;

const entriesAtOnce = 200;
const lastEntry = 'entry-9999999999';

export interface OfficeDirectory {
  /** Reads what was kept. */
  load(): Promise<void>;
  /** Fetches the grant and the log's new entries. `true`: something is new. */
  refresh(signal: AbortSignal): Promise<Result<boolean, DeliveryFailure>>;
  grant(): Grant | null;
  state(): DirectoryState;
  membership(): Membership | null;
  /** Changes whenever something may open that did not before. */
  stamp(): string;
  readonly names: DirectoryNames;
}

/** The organisation's directory and this device's grant: who is who, which compartments, which keys. */
export function createOfficeDirectory(ground: PouchGround, send: Send, pause: Pause): OfficeDirectory {
  let documents: Kept | null = null;
  let grant: Grant | null = null;
  let state = emptyDirectory;

  async function load(): Promise<void> {
    const profile = ground.organisation.profile();
    const read = await ground.states.read(stateName, kept);
    if (profile === null || !read.ok || read.value === null) return;
    const { signKey } = profile.organisation;
    if (read.value.organisation !== signKey) return;
    grant = newestGrant([read.value.grant], ground.identity.box, ground.identity.device, signKey);
    if (grant === null) return;
    const opened = openDirectory(read.value.entries, grant.directoryKey, signKey);
    // A log that cannot be followed any more is fetched anew from its beginning: the office has it.
    if (!opened.ok) return;
    state = opened.value;
    documents = read.value;
  }

  async function refresh(signal: AbortSignal): Promise<Result<boolean, DeliveryFailure>> {
    const profile = ground.organisation.profile();
    if (profile === null) return failed('not-a-member');
    try {
      const came = await withPatience({ pause, signal, tries: 4 }, () => fetchNew(profile, signal));
      return await take(came, profile);
    } catch (cause) {
      if (!(cause instanceof WireFailure)) throw cause;
      // Before the secretariat has admitted this device its name is unknown there.
      const stranger = grant === null && (cause.code === 'session-expired' || cause.code === 'refused');
      return stranger ? failed('not-a-member') : { ok: false, failure: deliveryFailureOf(cause) };
    }
  }

  function fetchNew(profile: OrganisationProfile, signal: AbortSignal): Promise<Came> {
    return useRemote(profile.directoryDatabase, send, signal, async ({ database }) => {
      const grants = await askRemote(database.allDocs({ ...grantKeyRange(ground.identity.box.publicKey), include_docs: true }));
      const entries: unknown[] = [];
      let startkey = entryId(Math.max(1, state.head?.number ?? 1));
      for (;;) {
        const { rows } = await askRemote(database.allDocs({ startkey, endkey: lastEntry, limit: entriesAtOnce, include_docs: true }));
        entries.push(...rows.map((row) => withoutRevision(row.doc)));
        const last = rows.at(-1)?.id;
        if (rows.length < entriesAtOnce || last === undefined) break;
        startkey = `${last}0`;
      }
      return { grants: grants.rows.map((row) => withoutRevision(row.doc)), entries };
    });
  }

  async function take(came: Came, profile: OrganisationProfile): Promise<Result<boolean, DeliveryFailure>> {
    const { box, device } = ground.identity;
    const signKey = profile.organisation.signKey;
    const found = newestGrant(came.grants, box, device, signKey);
    if (found === null && grant === null) return failed('not-a-member');
    const newer = found !== null && (grant === null || found.serial > grant.serial) ? found : null;
    const holding = newer ?? grant;
    if (holding === null) return failed('not-a-member');
    if (!continuesLog(came.entries)) return failed('server-garbled', { number: state.head?.number ?? 0 });
    const next = openDirectory(came.entries, holding.directoryKey, signKey, state);
    if (!next.ok) return failed('server-garbled', next.failure.facts);
    if (newer === null && next.value.head?.number === state.head?.number) return ok(false);
    return keep({ newer, holding, next: next.value, came, organisation: signKey });
  }

  /** The first entry asked for is the last one known: without it the server shows an older log, or another one. */
  function continuesLog(entries: readonly unknown[]): boolean {
    const known = documents?.entries.at(-1);
    return known === undefined || JSON.stringify(entries[0]) === JSON.stringify(known);
  }

  async function keep({ newer, holding, next, came, organisation }: News): Promise<Result<boolean, DeliveryFailure>> {
    const known = documents?.entries ?? [];
    const value: Kept = {
      organisation,
      grant: newer === null ? documents?.grant : documentOf(came.grants, newer, ground),
      entries: [...known, ...came.entries.slice(known.length === 0 ? 0 : 1)],
    };
    const written = await ground.states.write([{ name: stateName, value }]);
    if (!written.ok) return failed(written.failure.code === 'storage-full' ? 'storage-full' : 'storage-failed');
    documents = value;
    grant = holding;
    state = next;
    if (newer !== null) await ground.organisation.membershipChanged();
    return ok(true);
  }

  function membership(): Membership | null {
    const profile = ground.organisation.profile();
    if (grant === null || profile === null) return null;
    const own = grant.compartments.map((one) => ({ name: one.database, marking: one.marking }));
    return { databases: [{ name: profile.directoryDatabase, marking: null }, ...own] };
  }

  return {
    load,
    refresh,
    grant: () => grant,
    state: () => state,
    membership,
    stamp: () => `${grant?.serial ?? 0}/${state.head?.number ?? 0}`,
    names: {
      nameOf: (person: PersonId) => state.people.get(person)?.person.name ?? null,
      signKeyOf: (device: DeviceId) => state.devices.get(device)?.signKey ?? null,
    },
  };
}

interface Came {
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
