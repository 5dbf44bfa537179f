import { useMemo } from 'react';
import { casesOf, graphOf, type LinkGraph, type RelationRow, type SubjectRow } from '../../../core/diagram/link-graph.ts';
import type { RecordId } from '../../../core/ids.ts';
import { useEngineQueryKept } from '../engine-client/engine-context.tsx';
import type { Engine } from '../engine-client/start-engine.ts';
import { compareWords } from '../words/language.ts';
import type { DiagramOf } from './diagram-of.ts';

interface Gathered {
  readonly own: readonly SubjectRow[];
  readonly others: readonly SubjectRow[];
  readonly relations: readonly RelationRow[];
}

/** The subjects and relations of a diagram as they stand in the notebook; `undefined` until they are known. */
export function useLinkGraph(of: DiagramOf, expanded: ReadonlySet<RecordId>, hidden: ReadonlySet<RecordId>): LinkGraph | undefined {
  const beyond = [...expanded].sort();
  const gathered = useEngineQueryKept(['records', 'any', 'diagram', of.kind, of.record, ...beyond], (engine) => gather(engine, of, beyond)).data;
  return useMemo(() => {
    if (gathered === undefined) return undefined;
    const cases = new Set(of.kind === 'case' ? [of.record] : gathered.own.flatMap(casesOf));
    return graphOf({ ...gathered, cases, expanded, hidden });
  }, [gathered, of.kind, of.record, expanded, hidden]);
}

/**
 * Relations are asked for twice: those of the subjects shown anyway and of the expanded ones, then those
 * of whom these lead to, so that what runs between them is there and it can be said what they lead to.
 */
async function gather(engine: Engine, of: DiagramOf, expanded: readonly RecordId[]): Promise<Gathered> {
  const own = await engine.notebook.list('subject', of.kind === 'case' ? { link: of.record } : { only: [of.record] });
  const first = await engine.notebook.list('relation', { linkAny: [...own.map((row) => row.record), ...expanded] });
  const relations = await engine.notebook.list('relation', { linkAny: endsOf(first) });
  const isOwn = new Set(own.map((row) => row.record));
  const others = await engine.notebook.list('subject', { only: endsOf(relations).filter((record) => !isOwn.has(record)) });
  return { own: own.toSorted((one, other) => compareWords(one.title, other.title)), others, relations };
}

function endsOf(relations: readonly RelationRow[]): readonly RecordId[] {
  return [...new Set(relations.flatMap(({ value }) => [value.from, value.to].filter((one) => one !== undefined)))];
}
