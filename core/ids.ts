/**
 * Identifiers are opaque strings of their own type, so that a device cannot be passed where a
 * person is expected. Random ones are 128 bits in base64url (22 characters); hashes are SHA-256
 * in lower-case hexadecimal (64 characters).
 */
declare const idBrand: unique symbol;
type Id<Name extends string> = string & { readonly [idBrand]: Name };

export type RecordId = Id<'record'>;
export type DraftId = Id<'draft'>;
export type PersonId = Id<'person'>;
export type DeviceId = Id<'device'>;
export type JwgId = Id<'jwg'>;
export type CompartmentId = Id<'compartment'>;
export type MarkingId = Id<'marking'>;
export type NetworkId = Id<'network'>;
/** Key of one item of a list field (an agenda item, a line, an attendance). */
export type ItemKey = Id<'item'>;

/** SHA-256 of a change's header. */
export type ChangeHash = Id<'change-hash'>;
/** SHA-256 of a letter without its signature. */
export type LetterHash = Id<'letter-hash'>;
/** SHA-256 of a parcel's sealed bytes; the `_id` of its CouchDB document. */
export type ParcelId = Id<'parcel'>;
/** Names an attached file, in the record and in what its pieces are sealed with; random. */
export type FileId = Id<'file'>;
/** SHA-256 of a sealed piece of a file; the `_id` of its CouchDB document. */
export type PieceId = Id<'piece'>;
/** Names one chain of a register; random. */
export type ChainId = Id<'chain'>;
/** SHA-256 of an entry of a register, with the chain that it stands in. */
export type EntryHash = Id<'entry-hash'>;
/** Names something that left, in every entry about it; random. */
export type TransferId = Id<'transfer'>;

/** ISO 3166-1 alpha-3 code, or `XKX` for Kosovo*, which is in common use but not in ISO 3166. */
export type CountryCode = Id<'country'>;

/** Calendar day as `YYYY-MM-DD`, without a zone: deadlines and meeting days are local days. */
export type Day = Id<'day'>;

/** Milliseconds since 1970-01-01T00:00Z, from a clock that the caller hands in. */
export type Instant = number;
