import type { IndexKey } from '../../../core/crypto/keys.ts';
import type { RecordId } from '../../../core/ids.ts';
import { combinationsOfText, type NameCombination } from '../../../core/protection/name-combinations.ts';
import { isAlone, markOf, watchKeyOf } from '../../../core/protection/name-watch.ts';
import type { WatchedPerson } from './watched-persons.ts';

/** Derived combinations that are remembered until the notebook is locked: texts repeat their names. */
const mostRemembered = 20_000;

/** Lets everything else in the worker have its turn: each derivation blocks it for some hundredths of a second. */
const breath = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** The marks under one salt: whom they are of, and whether single words are among them. */
interface OfSalt {
  readonly salt: string;
  readonly alone: boolean;
  readonly persons: readonly { readonly person: WatchedPerson; readonly pairs: ReadonlySet<number>; readonly words: ReadonlySet<number> }[];
}

/** Says whom texts may name. What was derived once is remembered in memory and nowhere else. */
export class NameChecker {
  private readonly derived = new Map<string, IndexKey>();

  /** In the order of `persons`. `stale` stops it early: nobody wants the answer any more. */
  async named(texts: readonly string[], persons: readonly WatchedPerson[], stale: () => boolean = () => false): Promise<readonly WatchedPerson[]> {
    const salts = bySalt(persons);
    if (salts.length === 0) return [];
    const alone = salts.some((one) => one.alone);
    const combinations = new Set(texts.flatMap((text) => combinationsOfText(text, { alone })));
    const found = new Set<RecordId>();
    for (const combination of combinations) {
      for (const of of salts) {
        if (isAlone(combination) && !of.alone) continue;
        const key = this.derived.get(`${of.salt} ${combination}`) ?? (await this.derive(combination, of.salt));
        if (stale()) return [];
        for (const { person, pairs, words } of of.persons) if ((isAlone(combination) ? words : pairs).has(markOf(key, person.record))) found.add(person.record);
      }
    }
    return persons.filter(({ record }) => found.has(record));
  }

  forget(): void {
    this.derived.clear();
  }

  private async derive(combination: NameCombination, salt: string): Promise<IndexKey> {
    await breath();
    const key = watchKeyOf(combination, salt);
    if (this.derived.size >= mostRemembered) this.derived.clear();
    this.derived.set(`${salt} ${combination}`, key);
    return key;
  }
}

function bySalt(persons: readonly WatchedPerson[]): readonly OfSalt[] {
  const salts = new Set(persons.flatMap(({ marks }) => marks.map(({ salt }) => salt)));
  return [...salts].map((salt) => {
    const of = persons.flatMap((person) => {
      const marks = person.marks.filter((one) => one.salt === salt);
      const numbers = (alone: boolean) => new Set(marks.filter((one) => one.alone === alone).map(({ mark }) => mark));
      return marks.length === 0 ? [] : [{ person, pairs: numbers(false), words: numbers(true) }];
    });
    return { salt, alone: of.some(({ words }) => words.size > 0), persons: of };
  });
}
