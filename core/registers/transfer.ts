import { z } from 'zod';
import { hasCome } from '../clearance/days.ts';
import type { Day, FileId, MarkingId, ParcelId, RecordId, TransferId } from '../ids.ts';
import { consent, country, jwgId, line, markingId, recordId, transferGround, type Safeguards } from '../records/parts.ts';
import { recordKinds, type RecordKind } from '../records/kinds.ts';
import type { ReleaseBasis } from '../release/released.ts';

/** What stands in the register of transfers. Identifiers, never titles: what was erased is not named here. */

const transferId = z.string().regex(/^[\w-]{22}$/).transform((text) => text as TransferId);
const parcelId = z.string().regex(/^[0-9a-f]{64}$/).transform((text) => text as ParcelId);

/** A member country or institution of a group, or a person who was given something by name. */
const recipient = z.strictObject({ name: line, country: country.or(z.literal('')), institution: line });
export type Recipient = z.output<typeof recipient>;

/** The consents of originators and the permissions of providers that were in force. */
const permission = z.strictObject({ covers: consent.shape.covers, by: line, on: consent.shape.on, reference: line });

/** On what a release to a group rests that asks for a second person. */
const basis = z.strictObject({ type: z.enum(['batch', 'standing', 'programme']), by: z.string().max(300), reference: z.string().max(300) });

/** Records that went under the same conditions. */
const lot = z.strictObject({
  kind: z.enum(recordKinds as readonly [RecordKind, ...RecordKind[]]),
  level: markingId,
  records: z.array(recordId),
  /** Letters, where letters went. */
  letters: z.number().int().min(0).optional(),
  aboutPersons: z.boolean(),
  ground: transferGround.nullable(),
  permissions: z.array(permission),
  release: basis.nullable(),
});
export type Lot = z.output<typeof lot>;

const group = z.strictObject({ jwg: jwgId, name: line, members: z.array(recipient), thirdCountries: z.boolean() });
export type RecipientGroup = z.output<typeof group>;

/** Letters were sealed for a group: they are in the outbox, and go by whatever way comes first. */
const sealed = z.strictObject({
  act: z.literal('sealed'),
  transfer: transferId,
  group,
  level: markingId,
  /** What it was cleared for: a network, or a medium that is carried. */
  way: z.strictObject({ type: z.enum(['network', 'medium']), name: line }),
  parcels: z.array(parcelId),
  lots: z.array(lot),
});

/** The office has these parcels. */
const confirmed = z.strictObject({ act: z.literal('confirmed'), parcels: z.array(parcelId) });

/** Others took the place of parcels that had not gone, or none: an order of removal reached what they held. */
const resealed = z.strictObject({ act: z.literal('resealed'), instead: z.array(z.strictObject({ was: parcelId, now: z.array(parcelId) })) });

/** A pouch file was made to be carried: with what was sealed here, and what others wrote where everything was asked for. */
const carried = z.strictObject({
  act: z.literal('carried'),
  transfer: transferId,
  groups: z.array(group),
  medium: line,
  lots: z.array(lot),
  /** Attached files that went along. */
  files: z.number().int().min(0),
});

/** What leaves the app as a file, on paper, or by the clipboard. */
export const waysOut = ['pdf', 'docx', 'csv', 'vcard', 'ics', 'image', 'file', 'paper', 'clipboard', 'page'] as const;
export type WayOut = (typeof waysOut)[number];

const exported = z.strictObject({
  act: z.literal('exported'),
  transfer: transferId,
  as: z.enum(waysOut),
  purpose: z.enum(['own-use', 'circulation', 'judicial-proceedings']),
  recipients: z.array(recipient),
  lots: z.array(lot),
  /** The attached file of the one record. */
  file: z.string().regex(/^[\w-]{22}$/).transform((text) => text as FileId).optional(),
  /** A copy of a register. */
  register: z.enum(['transfers', 'consultations']).optional(),
});

/** A report for a successor was made, or cases were put into their hands. */
const handedOver = z.strictObject({
  act: z.literal('handed-over'),
  transfer: transferId,
  what: z.enum(['report', 'cases']),
  to: recipient,
  lots: z.array(lot),
});

/** A sealed file for a second person, with everything that would be released. */
const asked = z.strictObject({ act: z.literal('asked'), transfer: transferId, group: line, recipients: z.array(recipient), lots: z.array(lot) });

/** A backup: the whole notebook, sealed for the person. */
const backedUp = z.strictObject({ act: z.literal('backed-up'), transfer: transferId, records: z.number().int().min(0), lock: z.enum(['passphrase', 'kit']) });

/** How it ended with what was handed to the person. */
export const ends = ['saved', 'opened', 'printed', 'not-given'] as const;
export type TransferEnd = (typeof ends)[number];
const ended = z.strictObject({ act: z.literal('ended'), transfer: transferId, how: z.enum(ends) });

export const transferContent = z.discriminatedUnion('act', [sealed, confirmed, resealed, carried, exported, handedOver, asked, backedUp, ended]);
export type TransferContent = z.output<typeof transferContent>;
export type Act<Name extends TransferContent['act']> = Extract<TransferContent, { readonly act: Name }>;

/** Who stands behind a release, as it is kept. */
export function basisOf(release: ReleaseBasis | null): Lot['release'] {
  if (release === null) return null;
  return release.type === 'programme' ? release : { type: release.type, by: release.by, reference: release.id };
}

/** One record that goes, with what the register keeps of its safeguards. */
export interface Going {
  readonly record: RecordId;
  readonly kind: RecordKind;
  readonly level: MarkingId;
  readonly safeguards: Safeguards;
  readonly release?: ReleaseBasis | null;
  readonly letters?: number;
}

/** Records that go under the same conditions, together; each once. `today`: only what is in force by then is kept. */
export function lotsOf(going: Iterable<Going>, today: Day | null): Lot[] {
  const lots = new Map<string, Lot & { readonly seen: Set<RecordId> }>();
  for (const { record, kind, level, safeguards, release = null, letters } of going) {
    const { aboutPersons, transferGround: ground, consents } = safeguards;
    const conditions = {
      kind, level, aboutPersons,
      ground: ground !== null && hasCome(ground.on, today) ? ground : null,
      permissions: consents.filter((one) => hasCome(one.on, today)).map(({ covers, by, on, reference }) => ({ covers, by, on, reference })),
      release: basisOf(release),
    };
    const key = JSON.stringify(conditions);
    const same = lots.get(key) ?? { ...conditions, records: [], ...(letters === undefined ? {} : { letters: 0 }), seen: new Set<RecordId>() };
    lots.set(key, same);
    if (!same.seen.has(record)) same.records.push(record);
    same.seen.add(record);
    if (letters !== undefined) same.letters = (same.letters ?? 0) + letters;
  }
  return [...lots.values()].map(({ seen: _seen, ...lot }) => lot);
}

