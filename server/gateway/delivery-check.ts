/**
 * Looks into a delivery before it reaches CouchDB. `_bulk_docs` also writes `_local` documents, and
 * those never see `validate_doc_update` (seen on CouchDB 3.5), so a list of paths alone would leave
 * members a place where anything can be put. What a parcel must look like is the function's business.
 */
export type DeliveryCheck = 'parcels' | 'not-json' | 'not-parcels';

const parcelId = /^[0-9a-f]{64}$/;

/** Whether a `_bulk_docs` body holds nothing but new documents under parcel ids. */
export function checkDelivery(body: Uint8Array): DeliveryCheck {
  let delivery: unknown;
  try {
    delivery = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return 'not-json';
  }
  if (typeof delivery !== 'object' || delivery === null) return 'not-parcels';
  const { docs, new_edits: newEdits, ...others } = delivery as { docs?: unknown; new_edits?: unknown };
  if (Object.keys(others).length > 0 || (newEdits !== undefined && newEdits !== true)) return 'not-parcels';
  return Array.isArray(docs) && docs.every(isParcelLike) ? 'parcels' : 'not-parcels';
}

function isParcelLike(document: unknown): boolean {
  return typeof document === 'object' && document !== null && '_id' in document && typeof document._id === 'string' && parcelId.test(document._id);
}
