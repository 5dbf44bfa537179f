import { readFileSync } from 'node:fs';

/** One folder under server/design for each kind of database. */
export type DatabaseKind = 'compartment' | 'files' | 'directory' | 'orders';

export interface DesignDocument {
  readonly _id: '_design/rapporteur';
  readonly language: 'javascript';
  readonly validate_doc_update: string;
}

/** The design document of a kind of database, put together from its reviewable files. */
export function designDocument(kind: DatabaseKind): DesignDocument {
  const source = readFileSync(new URL(`../design/${kind}/validate_doc_update.js`, import.meta.url), 'utf8');
  return { _id: '_design/rapporteur', language: 'javascript', validate_doc_update: source.trim() };
}
