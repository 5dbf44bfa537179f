/**
 * Expected failures travel as values; broken invariants throw.
 *
 * A failure has a `code` for the program (one map turns codes into the person's words) and
 * optional `facts` that the sentence needs: a limit, a date, a number of seconds. Facts never
 * carry what a person wrote.
 */
export interface Failure<Code extends string = string> {
  readonly code: Code;
  readonly facts?: Readonly<Record<string, string | number>>;
}

export type Result<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure<Code> };

/** A result that holds a value. */
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** A result that holds a failure with its code and, where the sentence needs them, its facts. */
export function failed<Code extends string>(
  code: Code,
  facts?: Failure['facts'],
): { readonly ok: false; readonly failure: Failure<Code> } {
  return { ok: false, failure: facts === undefined ? { code } : { code, facts } };
}
