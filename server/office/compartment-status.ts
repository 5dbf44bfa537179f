import type { DeviceId } from '../../core/ids.ts';
import { examineChains, type ChainLink } from '../../core/letters/letter-chain.ts';
import { parseTime } from '../../core/ledger/hybrid-clock.ts';
import type { HybridTime } from '../../core/ledger/change.ts';
import { isBeyondCutOff } from '../../core/organisation/cut-off.ts';
import { ok, type Result } from '../../core/result.ts';
import type { ServerFailure } from '../sentences.ts';
import type { Desk } from './desk.ts';
import type { OfficeCompartment } from './office-book.ts';
import { lastLetters, linksOf, readCompartment, type ReadDocument } from './parcel-reader.ts';
import { newestEpoch } from './provisioning.ts';

/** What one device has delivered into one compartment. */
export interface DeliveredByDevice {
  readonly device: DeviceId;
  readonly letters: number;
  readonly lastNumber: number;
  /** When the newest change among its letters was made, by that laptop's clock; the server notes no times. */
  readonly newest: number;
}

export interface CompartmentStatus {
  readonly compartment: OfficeCompartment['id'];
  readonly jwg: string;
  readonly marking: string;
  readonly epoch: number;
  readonly parcels: number;
  readonly stubs: number;
  readonly bytes: number;
  readonly letters: number;
  /** Parcels sealed with a key from before the last turn; expected of history, worth a look when new ones come. */
  readonly underOldKeys: number;
  readonly unreadable: number;
  readonly refusedLetters: number;
  readonly beyondCutOff: number;
  readonly gaps: readonly { readonly device: DeviceId; readonly from: number; readonly to: number }[];
  readonly forks: readonly { readonly device: DeviceId; readonly number: number }[];
  readonly withheld: readonly { readonly device: DeviceId; readonly number: number }[];
  readonly delivered: readonly DeliveredByDevice[];
}

/** Reads a whole compartment and counts; what the letters say is opened for its numbers and not kept. */
export async function statusOfCompartment(desk: Desk, compartment: OfficeCompartment): Promise<Result<CompartmentStatus, ServerFailure>> {
  const directory = await desk.directory();
  if (!directory.ok) return directory;
  const count = { parcels: 0, stubs: 0, bytes: 0, letters: 0, underOldKeys: 0, unreadable: 0, refusedLetters: 0, beyondCutOff: 0 };
  const links: ChainLink[] = [];
  const newest = new Map<DeviceId, number>();
  const { epoch } = newestEpoch(compartment);
  const place = { compartment, directory: directory.value, profile: desk.profile, organisationSignKey: desk.book().sign.public };
  const read = await readCompartment(desk.couchdb, place, (document) => {
    count.bytes += document.bytes;
    links.push(...linksOf(document));
    if (document.kind === 'stub') count.stubs += 1;
    if (document.kind === 'unreadable') count.unreadable += 1;
    if (document.kind !== 'parcel') return;
    count.parcels += 1;
    count.letters += document.letters.length;
    count.refusedLetters += document.refused;
    if (document.epoch < epoch) count.underOldKeys += 1;
    for (const { letter, hash } of document.letters) {
      if (isBeyondCutOff(directory.value, compartment.id, { device: letter.device, number: letter.number, hash })) count.beyondCutOff += 1;
    }
    noteNewest(document, newest);
  });
  if (!read.ok) return read;
  const { gaps, forks, withheld } = examineChains(links);
  const { id, jwg, marking } = compartment;
  return ok({ compartment: id, jwg, marking, epoch, ...count, gaps, forks, withheld, delivered: deliveredBy(links, newest) });
}

function noteNewest(document: Extract<ReadDocument, { kind: 'parcel' }>, newest: Map<DeviceId, number>): void {
  for (const { letter } of document.letters) {
    for (const change of letter.changes) {
      const ms = madeAt(change.header.time);
      if (ms > (newest.get(letter.device) ?? 0)) newest.set(letter.device, ms);
    }
  }
}

function madeAt(time: HybridTime): number {
  return parseTime(time)?.ms ?? 0;
}

function deliveredBy(links: readonly ChainLink[], newest: ReadonlyMap<DeviceId, number>): readonly DeliveredByDevice[] {
  const last = lastLetters(links);
  return [...Map.groupBy(links, (one) => one.device)].map(([device, own]) => ({
    device,
    letters: new Set(own.map((one) => one.hash)).size,
    lastNumber: last.get(device)?.number ?? 0,
    newest: newest.get(device) ?? 0,
  }));
}
