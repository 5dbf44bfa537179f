import i18next from 'i18next';
import { useMemo } from 'react';
import { recordKinds, type RecordKind } from '../../../core/records/kinds.ts';
import { withCapital } from './joined.ts';
import { useWords } from './words.ts';

/** What a list of items is called, and what happens to its items. */
export interface ListWords {
  readonly many: string;
  readonly one: string;
  readonly add: string;
  readonly none: string;
  readonly added: string;
  readonly removed: string;
  readonly back: string;
  readonly moved: string;
}

/** The words of one kind, with those that several kinds share behind them. */
export interface KindWords {
  readonly one: string;
  readonly many: string;
  readonly make: string;
  readonly untitled: string;
  readonly empty: string;
  readonly choose: string;
  readonly gone: string;
  /** What a field is called: `title`, or a part of an item, `agenda.<key>.title`. */
  readonly field: (path: string) => string;
  /** The help under a field; empty for most. */
  readonly help: (path: string) => string;
  /** The word for one of the values that a field may take; the value itself when it has none. */
  readonly choice: (path: string, value: string) => string;
  readonly list: (name: string) => ListWords;
}

type Texts = Readonly<Record<string, string | undefined>>;

/** How a kind's file looks to those who do not know which kind it is. */
interface KindFile {
  readonly one: string;
  readonly many: string;
  readonly new: string;
  readonly untitled: string;
  readonly empty: string;
  readonly choose: string;
  readonly gone: string;
  readonly fields: Texts;
  readonly help: Texts;
  readonly parts: Texts;
  readonly lists: Readonly<Record<string, ListWords | undefined>>;
  readonly choices: Readonly<Record<string, Texts | undefined>>;
}

/** Vocabularies that records.json has for several kinds, by the field's last name. */
const shared: Readonly<Record<string, string>> = {
  phase: 'phases', crimeAreas: 'crimeAreas', status: 'actionStatuses', stage: 'stages', role: 'roles', presence: 'presences', language: 'languages', languages: 'languages', translationInto: 'languages',
  project: 'projects', types: 'activityTypes', instrument: 'instruments', instruments: 'instruments',
};

function sharedVocabulary(kind: RecordKind, name: string): string | undefined {
  if (name === 'type') return kind === 'note' ? 'noteTypes' : kind === 'activity' ? 'activityTypes' : 'lineTypes';
  return shared[name];
}

interface Path {
  readonly name: string;
  readonly isPart: boolean;
}

function pathOf(field: string): Path {
  const [name = '', key, part] = field.split('.');
  return key === undefined || part === undefined ? { name, isPart: false } : { name: part, isPart: true };
}

type Lookup = (key: string) => unknown;

/** The words of a kind out of the two namespaces, `kinds` and `records`. */
function kindWordsFrom(kind: RecordKind, say: (key: string) => string, many: Lookup): KindWords {
  const own = i18next.t(kind, { ns: 'kinds', returnObjects: true }) as unknown as KindFile;
  const texts = (key: string) => many(key) as Texts;
  const unknown = say('fields.unknown');
  return {
    one: own.one,
    many: own.many,
    make: own.new,
    untitled: own.untitled,
    empty: own.empty,
    choose: own.choose,
    gone: own.gone,
    field: (field) => {
      const { name, isPart } = pathOf(field);
      const found = isPart ? (own.parts[name] ?? texts('parts')[name]) : (own.fields[name] ?? own.lists[name]?.many);
      return found === undefined ? (texts('fields')[name] ?? unknown) : withCapital(found);
    },
    help: (field) => own.help[pathOf(field).name] ?? '',
    choice: (field, value) => {
      const { name } = pathOf(field);
      const vocabulary = own.choices[name] === undefined ? sharedVocabulary(kind, name) : undefined;
      return own.choices[name]?.[value] ?? (vocabulary === undefined ? undefined : texts(vocabulary)[value]) ?? value;
    },
    list: (name) => own.lists[name] ?? (many('lists') as Readonly<Record<string, ListWords | undefined>>)[name] ?? { many: unknown, one: unknown, add: unknown, none: '', added: unknown, removed: unknown, back: unknown, moved: unknown },
  };
}

/** `const words = useKindWords('authority'); words.field('name')`. */
export function useKindWords(kind: RecordKind): KindWords {
  const say = useWords('records');
  return useMemo(() => kindWordsFrom(kind, (key) => say(key as 'fields.unknown'), (key) => say(key as 'fields', { returnObjects: true })), [kind, say]);
}

/** The word for a value, for what shows records of several kinds. */
export function useChoiceInWords(): (kind: RecordKind, field: string, value: string) => string {
  const wordsOf = useKindWordsOf();
  return (kind, field, value) => wordsOf(kind).choice(field, value);
}

/** The words of any kind, for what shows records of several. */
export function useKindWordsOf(): (kind: RecordKind) => KindWords {
  const say = useWords('records');
  return useMemo(() => {
    const entries = recordKinds.map((kind) => [kind, kindWordsFrom(kind, (key) => say(key as 'fields.unknown'), (key) => say(key as 'fields', { returnObjects: true }))] as const);
    const all = Object.fromEntries(entries) as Record<RecordKind, KindWords>;
    return (kind) => all[kind];
  }, [say]);
}
