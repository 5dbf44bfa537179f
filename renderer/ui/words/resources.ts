/** Texts of a language by their keys, as the JSON files have them. */
export interface Texts {
  readonly [key: string]: string | Texts;
}

/** The texts of another language: every key of the first one, in its own words. */
export type Twin<Model> = { readonly [Key in keyof Model]: Model[Key] extends string ? string : Twin<Model[Key]> };

/** What French counts in millions (`_many`) is said as its plural (`_other`), unless it has words of its own. */
export function withMillions(texts: Texts): Texts {
  const all = Object.entries(texts).map(([key, value]) => [key, typeof value === 'string' ? value : withMillions(value)] as const);
  const millions = all.flatMap(([key, value]) => (key.endsWith('_other') ? [[key.replace(/_other$/, '_many'), value] as const] : []));
  return Object.fromEntries([...millions, ...all]);
}

/** Every text with its path: `unlock.title` → `Unlock`. */
export function flattened(texts: Texts, above = ''): ReadonlyMap<string, string> {
  const rows = Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${above}${key}`, value] as const] : [...flattened(value, `${above}${key}.`)],
  );
  return new Map(rows);
}
