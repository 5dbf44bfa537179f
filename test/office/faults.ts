/** What may go wrong with one request on its way, and with which. A fault is used up by `times` requests. */
export type Fault = {
  /** Part of the request's line: `POST _bulk_docs`, `_changes`; absent: any. */
  readonly on?: string;
  times?: number;
} & (
  | { readonly kind: 'answer'; readonly status: number; readonly body: unknown; readonly headers?: Record<string, string> }
  /** The server never hears of it. */
  | { readonly kind: 'hang-up' }
  /** The server does it, and its answer never arrives. */
  | { readonly kind: 'lose-the-answer' }
  /** The answer ends after so many bytes. */
  | { readonly kind: 'cut'; readonly after: number }
);

/** The first fault that is meant for this request, counted down. */
export function takeFault(faults: Fault[], method: string, path: string): Fault | null {
  const line = `${method} ${path.split('/').slice(1).join('/')}`;
  const index = faults.findIndex((one) => one.on === undefined || line.includes(one.on));
  const fault = faults[index];
  if (fault === undefined) return null;
  fault.times = (fault.times ?? 1) - 1;
  if (fault.times <= 0) faults.splice(index, 1);
  return fault;
}
