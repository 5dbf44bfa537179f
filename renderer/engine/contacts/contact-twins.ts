import { likenessOf, type ContactIdentity, type Likeness } from '../../../core/contacts/same-contact.ts';
import { nameKeys } from '../../../core/text/fold-name.ts';
import type { RecordRow } from '../api.ts';
import { rowValue, type Entry } from '../notebook/catalogue.ts';
import type { Ledger } from '../notebook/ledger.ts';
import type { ContactsApi } from './contacts-api.ts';

/** How many with one word of the name in common are compared; a word that more have tells nothing. */
const mostWithOneWord = 60;

interface Twins {
  readonly key: string;
  readonly one: Entry;
  readonly other: Entry;
  readonly why: NonNullable<Likeness>;
}

export interface TwinsParts {
  readonly ledger: Ledger;
  readonly rowOf: (entry: Entry) => RecordRow<'contact'>;
}

/** Contacts by the words of their names: only those with a word in common are compared, so that tens of thousands are quick. */
export class ContactTwins implements ContactsApi {
  private readonly parts: TwinsParts;
  private words: { readonly revision: number; readonly byWord: ReadonlyMap<string, readonly Entry[]> } | null = null;
  private found: { readonly revision: number; readonly twins: readonly Twins[] } | null = null;

  constructor(parts: TwinsParts) {
    this.parts = parts;
  }

  async known(identity: ContactIdentity): Promise<RecordRow<'contact'> | null> {
    const byWord = await this.byWord();
    const near = new Set([...wordsOf(identity.name)].flatMap((word) => byWord.get(word) ?? []));
    for (const entry of near) if (likenessOf(identity, identityOf(entry)) !== null) return this.parts.rowOf(entry);
    return null;
  }

  async pairs(apart: readonly string[], most: number): ReturnType<ContactsApi['pairs']> {
    const byWord = await this.byWord();
    const revision = this.words?.revision ?? 0;
    if (this.found?.revision !== revision) this.found = { revision, twins: twinsIn(byWord) };
    const left = new Set(apart);
    const twins = this.found.twins.filter(({ key }) => !left.has(key));
    return { total: twins.length, pairs: twins.slice(0, most).map(({ one, other, ...rest }) => ({ ...rest, one: this.parts.rowOf(one), other: this.parts.rowOf(other) })) };
  }

  private async byWord(): Promise<ReadonlyMap<string, readonly Entry[]>> {
    const { ledger } = this.parts;
    await ledger.ready();
    const revision = ledger.catalogue.revisionOf('contact');
    if (this.words?.revision === revision) return this.words.byWord;
    const byWord = new Map<string, Entry[]>();
    for (const entry of ledger.catalogue.ofKind('contact').values()) {
      if (entry.binned || entry.gone !== null) continue;
      for (const word of wordsOf(entry.title)) {
        const same = byWord.get(word);
        if (same === undefined) byWord.set(word, [entry]);
        else same.push(entry);
      }
    }
    this.words = { revision, byWord };
    return byWord;
  }
}

function twinsIn(byWord: ReadonlyMap<string, readonly Entry[]>): readonly Twins[] {
  const twins = new Map<string, Twins>();
  for (const group of byWord.values()) {
    if (group.length > mostWithOneWord) continue;
    group.forEach((one, at) => {
      for (const other of group.slice(at + 1)) {
        const key = [one.record, other.record].toSorted().join(' ');
        const why = twins.has(key) ? null : likenessOf(identityOf(one), identityOf(other));
        if (why !== null) twins.set(key, { key, one, other, why });
      }
    });
  }
  return [...twins.values()];
}

function wordsOf(name: string): ReadonlySet<string> {
  return new Set(nameKeys(name).flatMap((key) => key.split(' ')));
}

function identityOf(entry: Entry): ContactIdentity {
  const { name, institution, numbers, emails } = rowValue<'contact'>(entry);
  return { name: name ?? entry.title, institution: institution ?? '', numbers: numbers ?? [], emails: emails ?? [] };
}
