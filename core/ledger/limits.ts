import type { FieldPath } from './change.ts';

/**
 * What a change may hold at most, made here or arriving. A change must fit into one parcel, and a
 * parcel with its padding and base64 into CouchDB's `max_document_size` of 512 KB (docs/sync.md).
 */
export const changeLimits = {
  /** Bytes of the canonical content. */
  contentBytes: 300_000,
  fields: 20_000,
  /** Heads of one record that a change may name: more than any group has devices. */
  parents: 512,
} as const;

const path = /^[A-Za-z]\w{0,63}(\.[\w-]{1,64}\.[A-Za-z]\w{0,63})?$/;

/** `title`, or `agenda.<item key>.title`. Nothing that JavaScript gives a meaning of its own fits first. */
export function isFieldPath(text: string): text is FieldPath {
  return path.test(text);
}
