import type { SealKey } from '../../core/crypto/keys.ts';
import type { DeviceId, ParcelId } from '../../core/ids.ts';
import { openParcel } from '../../core/letters/parcel.ts';
import { isStub, openStub, type Stub } from '../../core/letters/stub.ts';
import { verifyLetters, type LetterContext, type VerifiedLetter } from '../../core/letters/verify-letter.ts';
import type { ChainLink } from '../../core/letters/letter-chain.ts';
import type { DirectoryState } from '../../core/organisation/directory.ts';
import { keyBytes } from '../../core/organisation/key-text.ts';
import { erasedByOrders } from '../../core/organisation/removal-order.ts';
import type { OrganisationProfile } from '../../core/organisation/profile.ts';
import { ok, type Result } from '../../core/result.ts';
import { fieldOf, refusedBy, type Couchdb, type CouchdbFailure } from '../couchdb/couchdb.ts';
import type { OfficeCompartment } from './office-book.ts';

/** A document of a compartment, opened. */
export type ReadDocument =
  | {
      readonly kind: 'parcel';
      readonly id: ParcelId;
      readonly rev: string;
      readonly uploader: string;
      readonly epoch: number;
      /** Of the document as the server holds it. */
      readonly bytes: number;
      readonly letters: readonly VerifiedLetter[];
      /** Letters inside that failed a check; laptops refuse them too. */
      readonly refused: number;
    }
  | { readonly kind: 'stub'; readonly id: ParcelId; readonly rev: string; readonly bytes: number; readonly stub: Stub }
  /** No key for it, or not what it claims to be. */
  | { readonly kind: 'unreadable'; readonly id: string; readonly rev: string; readonly bytes: number; readonly uploader: string };

const documentsAtOnce = 50;

/** Hands over every document of a compartment, in the order of their ids, a page at a time. */
export async function forEachDocument(
  couchdb: Couchdb,
  database: string,
  visit: (document: object) => void | Promise<void>,
): Promise<Result<number, CouchdbFailure>> {
  let count = 0;
  let startkey = '';
  for (;;) {
    const path = `/${database}/_all_docs?include_docs=true&limit=${documentsAtOnce}&startkey=${encodeURIComponent(JSON.stringify(startkey))}`;
    const answer = await couchdb.ask('GET', path);
    if (!answer.ok) return answer;
    const rows = fieldOf(answer.value.body, 'rows');
    if (answer.value.status !== 200 || !Array.isArray(rows)) return refusedBy(answer.value, `/${database}/_all_docs`);
    for (const document of rows.map((row: unknown) => fieldOf(row, 'doc'))) {
      if (typeof document !== 'object' || document === null || idOf(document).startsWith('_design/')) continue;
      count += 1;
      await visit(document);
    }
    const last = fieldOf(rows.at(-1), 'id');
    if (rows.length < documentsAtOnce || typeof last !== 'string') return ok(count);
    startkey = `${last}\u0000`;
  }
}

/** What is needed to open and check what a compartment holds. */
export interface ReadingPlace {
  readonly compartment: Pick<OfficeCompartment, 'id' | 'jwg' | 'marking' | 'database' | 'epochs'>;
  readonly directory: DirectoryState;
  readonly profile: Pick<OrganisationProfile, 'markings'>;
  readonly organisationSignKey: string;
}

/** Opens one document and checks every letter in it, exactly as a laptop does. */
export function readDocument(document: object, place: ReadingPlace): ReadDocument {
  const { compartment, directory, profile } = place;
  const keys = compartment.epochs.map(({ epoch, key }) => ({ epoch, key: keyBytes<SealKey<'compartment'>>(key) }));
  const about = { id: idOf(document) as ParcelId, rev: textIn(document, '_rev'), bytes: JSON.stringify(document).length };
  const uploader = textIn(document, 'uploader');
  if (isStub(document)) {
    const stub = openStub(document, compartment.id, keys, place.organisationSignKey);
    return stub.ok ? { kind: 'stub', ...about, stub: stub.value } : { kind: 'unreadable', ...about, uploader };
  }
  const parcel = openParcel(document, compartment.id, keys);
  if (!parcel.ok) return { kind: 'unreadable', ...about, uploader };
  const context: LetterContext = {
    compartment: compartment.id,
    jwg: compartment.jwg,
    marking: compartment.marking,
    scheme: { markings: profile.markings },
    devices: directory.devices,
    erasures: erasedByOrders(directory.removals),
  };
  const checked = verifyLetters(parcel.value.letters, context);
  const letters = checked.flatMap((one) => (one.ok ? [one.value] : []));
  return { kind: 'parcel', ...about, uploader, epoch: parcel.value.epoch, letters, refused: checked.length - letters.length };
}

/** Opens a whole compartment, one document after another. */
export function readCompartment(
  couchdb: Couchdb,
  place: ReadingPlace,
  visit: (document: ReadDocument) => void | Promise<void>,
): Promise<Result<number, CouchdbFailure>> {
  return forEachDocument(couchdb, place.compartment.database, (document) => visit(readDocument(document, place)));
}

/** The last letter of each device, following its numbers as far as they go without a gap or a doubt. */
export function lastLetters(links: readonly ChainLink[]): ReadonlyMap<DeviceId, Pick<ChainLink, 'number' | 'hash'>> {
  const last = new Map<DeviceId, Pick<ChainLink, 'number' | 'hash'>>();
  for (const link of links.toSorted((one, other) => one.number - other.number)) {
    const before = last.get(link.device);
    const follows = before === undefined ? link.number === 1 : link.number === before.number + 1 && link.previous === before.hash;
    if (follows) last.set(link.device, { number: link.number, hash: link.hash });
  }
  return last;
}

/** What a chain keeps of a letter, or of one that a stub says has gone. */
export function linksOf(document: ReadDocument): readonly ChainLink[] {
  if (document.kind === 'parcel') {
    return document.letters.map(({ letter, hash }) => ({ device: letter.device, number: letter.number, hash, previous: letter.previous, seen: letter.seen }));
  }
  return document.kind === 'stub' ? document.stub.removed.map(({ device, number, hash, previous }) => ({ device, number, hash, previous, seen: {} })) : [];
}

function idOf(document: object): string {
  return textIn(document, '_id');
}

function textIn(document: object, name: string): string {
  const value = fieldOf(document, name);
  return typeof value === 'string' ? value : '';
}
