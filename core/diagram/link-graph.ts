import { categoryInForce, type PersonCategory } from '../persons/category.ts';
import type { Day, MarkingId, RecordId } from '../ids.ts';
import type { RecordValue } from '../records/kinds.ts';

export type SubjectSchema = RecordValue<'subject'>['schema'];
type Relation = RecordValue<'relation'>;

/** A row of a list, as far as the diagram reads it. */
export interface GraphRow<Value> {
  readonly record: RecordId;
  readonly level: MarkingId;
  readonly title: string;
  readonly value: Partial<Value>;
}

export type SubjectRow = GraphRow<RecordValue<'subject'>>;
export type RelationRow = GraphRow<Relation>;

/** A subject in the diagram. */
export interface GraphSubject {
  readonly record: RecordId;
  readonly level: MarkingId;
  readonly name: string;
  readonly schema: SubjectSchema;
  /** Of a person: the category in force. */
  readonly category: PersonCategory | null;
  /** It belongs to none of the cases that the diagram is of: a relation led to it. */
  readonly outside: boolean;
  /** Subjects that it has a relation with and that are not shown: what expanding it would bring. */
  readonly leadsTo: number;
}

/** A relation between two subjects of the diagram. */
export interface GraphRelation extends Pick<Relation, 'from' | 'to' | 'type' | 'label' | 'nature'> {
  readonly record: RecordId;
  readonly level: MarkingId;
  readonly since: Day | null;
  readonly until: Day | null;
}

export interface LinkGraph {
  /** Those that the diagram is of first, as they came; then those that relations led to. */
  readonly subjects: readonly GraphSubject[];
  readonly relations: readonly GraphRelation[];
}

export interface GraphSource {
  /** The subjects that the diagram is of: those of a case, or one. */
  readonly own: readonly SubjectRow[];
  /** What is in none of these is outside; where there are none, nothing is. */
  readonly cases: ReadonlySet<RecordId>;
  /** Subjects at the other ends of their relations. What is restricted is not among them, and then is not shown. */
  readonly others: readonly SubjectRow[];
  readonly relations: readonly RelationRow[];
  /** Subjects whose relations are followed beyond what the diagram is of. */
  readonly expanded: ReadonlySet<RecordId>;
  /** Taken off the picture by the person. */
  readonly hidden: ReadonlySet<RecordId>;
}

/** What the diagram shows: its own subjects, whatever expanding leads to, and the relations between all of these. */
export function graphOf(source: GraphSource): LinkGraph {
  const { own, others, cases, expanded, hidden } = source;
  const rows = new Map([...others, ...own].map((row) => [row.record, row] as const));
  const relations = source.relations.flatMap((row) => relationOf(row, rows));
  const neighbours = neighboursOf(relations);
  const ownIds = own.map((row) => row.record);
  const shown = reached(ownIds, neighbours, expanded, hidden);
  const subjects = [...shown].flatMap((record) => {
    const row = rows.get(record);
    if (row === undefined) return [];
    const leadsTo = [...(neighbours.get(record) ?? [])].filter((other) => !shown.has(other) && !hidden.has(other)).length;
    return [{ ...subjectOf(row), outside: cases.size > 0 && casesOf(row).every((one) => !cases.has(one)), leadsTo }];
  });
  return { subjects, relations: relations.filter(({ from, to }) => shown.has(from) && shown.has(to)) };
}

/** Own subjects and, from one that is shown and expanded to the next, those at the other ends. */
function reached(own: readonly RecordId[], neighbours: ReadonlyMap<RecordId, ReadonlySet<RecordId>>, expanded: ReadonlySet<RecordId>, hidden: ReadonlySet<RecordId>): ReadonlySet<RecordId> {
  const shown = new Set(own.filter((record) => !hidden.has(record)));
  // A set hands out what is added to it while it is walked.
  for (const record of shown) {
    if (!expanded.has(record)) continue;
    for (const other of neighbours.get(record) ?? []) if (!hidden.has(other)) shown.add(other);
  }
  return shown;
}

function neighboursOf(relations: readonly GraphRelation[]): ReadonlyMap<RecordId, ReadonlySet<RecordId>> {
  const found = new Map<RecordId, Set<RecordId>>();
  const add = (from: RecordId, to: RecordId) => {
    if (from === to) return;
    const known = found.get(from);
    if (known === undefined) found.set(from, new Set([to]));
    else known.add(to);
  };
  for (const { from, to } of relations) {
    add(from, to);
    add(to, from);
  }
  return found;
}

/** A relation whose two ends are known; none otherwise. */
function relationOf({ record, level, value }: RelationRow, rows: ReadonlyMap<RecordId, SubjectRow>): readonly GraphRelation[] {
  const { from, to, type = 'UnknownLink', label = '', nature = 'assessment', since = null, until = null } = value;
  if (from === undefined || to === undefined || !rows.has(from) || !rows.has(to)) return [];
  return [{ record, level, from, to, type, label, nature, since, until }];
}

/** Every case that a subject belongs to. */
export function casesOf({ value }: SubjectRow): readonly RecordId[] {
  return [value.case ?? null, ...(value.otherCases ?? [])].filter((one) => one !== null);
}

function subjectOf({ record, level, title, value }: SubjectRow): Omit<GraphSubject, 'outside' | 'leadsTo'> {
  const schema = value.schema ?? 'Person';
  return { record, level, name: title, schema, category: schema === 'Person' ? categoryInForce(value.categories ?? []) : null };
}
