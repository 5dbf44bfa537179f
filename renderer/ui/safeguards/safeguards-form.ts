import { safeguards, type Consent, type Handling, type Safeguards } from '../../../core/records/parts.ts';

/** What the form holds while it is being filled in: parts may still be missing. */
export type Filling<Whole> = { readonly [Part in keyof Whole]?: Whole[Part] | undefined };

/** Part of the form whose content is not complete, by its path: `consents.0.by`. */
export type Problems = ReadonlySet<string>;

/** Safeguards of a form or a draft, which may hold anything or nothing of them. */
export function safeguardsForm(value: unknown): Safeguards {
  const blank = safeguards.parse({});
  return typeof value === 'object' && value !== null ? { ...blank, ...(value as Partial<Safeguards>) } : blank;
}

/**
 * What is missing before the record can be saved: what the schema demands, and the two that the
 * handling codes demand of people: H3 its restriction, H1 and H2 whose permission is needed.
 */
export function safeguardsProblems(value: Safeguards): Problems {
  const parsed = safeguards.safeParse(value);
  const problems = new Set(parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.')));
  for (const one of value.handling) {
    if (one.code === 'H3' && isEmpty(one.restriction)) problems.add('handling.H3.restriction');
    if ((one.code === 'H1' || one.code === 'H2') && isEmpty(one.provider)) problems.add(`handling.${one.code}.provider`);
  }
  return problems;
}

function isEmpty(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

/** The codes with one put on or taken off, in their order; what was written for it comes back when it does. */
export function withCode(codes: readonly Handling[], code: Handling['code'], on: boolean): Handling[] {
  const others = codes.filter((one) => one.code !== code);
  const added: readonly Handling[] = on ? [{ code }] : [];
  return [...others, ...added].toSorted((one, other) => one.code.localeCompare(other.code));
}

export function withCodeChanged(codes: readonly Handling[], code: Handling['code'], change: Partial<Handling>): Handling[] {
  return codes.map((one) => (one.code === code ? { ...one, ...change } : one));
}

/** A consent that is still to be filled in. Its day is missing until somebody names it. */
export function blankConsent(by: string): Consent {
  return { covers: 'release', by, on: '' as Consent['on'], reference: '', recipients: [] };
}
