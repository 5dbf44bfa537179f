/** Texts of a language by their keys, as the JSON files have them. */
export interface Texts {
  readonly [key: string]: string | Texts;
}

/**
 * The texts of a language with English wherever a key is missing, so that no part of the
 * interface ever shows a key. What French counts in millions (`_many`) is said as its plural.
 */
export function completed(english: Texts, other: Texts): Texts {
  const all = Object.entries({ ...english, ...other }).map(([key, value]) => {
    const base = english[key];
    return [key, typeof value === 'object' && typeof base === 'object' ? completed(base, value) : value] as const;
  });
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
