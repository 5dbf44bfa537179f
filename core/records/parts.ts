import { z } from 'zod';
import type { CountryCode, Day, FileId, ItemKey, JwgId, MarkingId, PersonId, PieceId, RecordId } from '../ids.ts';

/** Schemas of the pieces that several kinds share. Lengths are limits against hostile input, not style. */

const id = <Name extends string>() =>
  z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .transform((text) => text as Name);

export const recordId = id<RecordId>();
export const jwgId = id<JwgId>();
export const markingId = id<MarkingId>();
export const personId = id<PersonId>();
export const itemKey = id<ItemKey>();
export const country = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .transform((text) => text as CountryCode);
export const day = z.iso.date().transform((text) => text as Day);
/** Local time of day, `HH:MM`. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const line = z.string().trim().max(300);
export const requiredLine = line.min(1);
/** Plain text of several lines. */
export const paragraph = z.string().max(20_000);
/** Fractional-index order key. */
export const order = z.string().regex(/^[\dA-Za-z]{1,120}$/);

/**
 * Rich text as a tree of the editor's nodes; never HTML. The marks and nodes that the editor
 * offers are the only ones accepted, so a hostile record cannot bring others.
 */
export interface RichTextNode {
  readonly type: string;
  readonly text?: string | undefined;
  readonly attrs?: Readonly<Record<string, string | number | boolean | null>> | undefined;
  readonly marks?: readonly { readonly type: string }[] | undefined;
  readonly content?: readonly RichTextNode[] | undefined;
}

const nodeTypes = [
  'doc', 'paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'blockquote', 'hardBreak', 'text', 'horizontalRule',
] as const;
const markTypes = ['bold', 'italic', 'underline', 'strike', 'highlight'] as const;

export const richText: z.ZodType<RichTextNode> = z.lazy(() =>
  z.strictObject({
    type: z.enum(nodeTypes),
    text: z.string().max(200_000).optional(),
    attrs: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
    marks: z.array(z.strictObject({ type: z.enum(markTypes) })).max(5).optional(),
    content: z.array(richText).max(20_000).optional(),
  }),
);

/** Europol handling codes. H3 needs its restriction in words. */
export const handling = z.strictObject({
  code: z.enum(['H0', 'H1', 'H2', 'H3']),
  provider: line.optional(),
  restriction: paragraph.optional(),
});
export type Handling = z.infer<typeof handling>;

/** Europol 4x4: source A, B, C or X; information 1 to 4. Not the Admiralty scale. */
export const evaluation = z.strictObject({
  source: z.enum(['A', 'B', 'C', 'X']),
  information: z.enum(['1', '2', '3', '4']),
});
export type Evaluation = z.infer<typeof evaluation>;

/** Somebody with a right to it wants the record kept as it is: on which ground, who entered that, from which day, and until when; without an end until it is lifted. */
export const legalHold = z.strictObject({
  ground: requiredLine,
  on: day,
  by: line.default(''),
  until: day.nullable().default(null),
  /** On which ground it was lifted, when and by whom. Absent while it stands; the hold stays with it in what the record says. */
  lifted: z.strictObject({ ground: requiredLine, on: day, by: line.default('') }).optional(),
});

/** Recorded consent of the originator, or permission of a provider: who, when, and the reference. */
export const consent = z.strictObject({
  by: requiredLine,
  on: day,
  reference: requiredLine,
  /** What it covers: for an originator who may receive; for a provider, dissemination or court use. */
  covers: z.enum(['release', 'dissemination', 'judicial-use']),
  recipients: z.array(z.string().max(120)).max(200),
});
export type Consent = z.infer<typeof consent>;

/** Grounds for a transfer of personal data to a third country: Directive (EU) 2016/680 Arts 36 to 38. */
export const transferGround = z.strictObject({
  article: z.enum(['36-adequacy', '37-safeguards', '38-derogation']),
  explanation: requiredLine,
  on: day,
});
export type TransferGround = z.infer<typeof transferGround>;

/** What the clearance policy needs to know of every record, whatever its kind. Defaults restrict nothing. */
export const safeguards = z.strictObject({
  originator: line.default(''),
  handling: z.array(handling).max(4).default([]),
  evaluation: evaluation.nullable().default(null),
  /** Countries (alpha-3) and institutions that may receive it; `null`: no list, the group decides. */
  releasableTo: z.array(z.string().max(120)).max(200).nullable().default(null),
  consents: z.array(consent).max(50).default([]),
  aboutPersons: z.boolean().default(false),
  transferGround: transferGround.nullable().default(null),
  /** Not before this day. */
  embargo: day.nullable().default(null),
  /** Groups for which a person confirmed that the H3 restriction allows them. */
  h3ConfirmedFor: z.array(jwgId).max(50).default([]),
  /** LIMITE on what was received: for EU and Member-State administrations only, never for third countries. */
  limite: z.boolean().default(false),
  tlp: z.enum(['RED', 'AMBER+STRICT', 'AMBER', 'GREEN', 'CLEAR']).nullable().default(null),
});
export type Safeguards = z.infer<typeof safeguards>;

/** Whether what is in a file may be evidence. */
export const evidenceStatuses = ['not-said', 'intelligence-only', 'under-request', 'evidence'] as const;

/** Somebody was given the file, outside the app. */
export const handOver = z.strictObject({
  to: requiredLine,
  on: day,
  why: line.default(''),
});
export type HandOver = z.infer<typeof handOver>;

/**
 * A file that belongs to a record: what it is, from whom it came, what it may be used for, who was
 * given it. Its content lies beside the ledger (core/files); `file` says where and opens it. Any kind
 * takes it with `attachments` in its schema and in its `lists`.
 */
export const attachment = z.object({
  key: itemKey,
  order,
  name: requiredLine,
  mediaType: z.string().max(120).default(''),
  /** Bytes. */
  size: z.number().int().min(0).default(0),
  /** Of the content as it was taken in. */
  sha256: z.string().regex(/^(?:[0-9a-f]{64})?$/).default(''),
  file: z
    .strictObject({
      id: z.string().regex(/^[\w-]{22}$/).transform((text) => text as FileId),
      key: z.string().regex(/^[\w-]{43}$/),
      root: z.string().regex(/^[0-9a-f]{64}$/).transform((text) => text as PieceId),
    })
    .nullable()
    .default(null),
  receivedFrom: line.default(''),
  receivedOn: day.nullable().default(null),
  evidence: z.enum(evidenceStatuses).default('not-said'),
  /** The request it was obtained under, and the limits of use that came with it; or where the original is. */
  evidenceDetail: paragraph.default(''),
  handOvers: z.array(handOver).max(200).default([]),
});
export type Attachment = z.infer<typeof attachment>;

export const attachments = z.array(attachment).max(500).default([]);
