import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { LinkGraph } from '../../../core/diagram/link-graph.ts';
import { ringPlaces, rowPlaces, withNewcomers, type Places } from '../../../core/diagram/places.ts';
import type { RecordId } from '../../../core/ids.ts';
import { arrange } from './canvas/arrange.ts';
import type { DiagramOf } from './diagram-of.ts';
import { useLinkGraph } from './use-link-graph.ts';
import { usePlan, type PlanHandle } from './use-plan.ts';

/** `links`: what hangs together stands together; `rows`: one row for each sort of subject. */
export type Arrangement = 'links' | 'rows';

/** A diagram as it is shown, and what can be done with it. */
export interface Diagram {
  readonly of: DiagramOf;
  readonly graph: LinkGraph;
  /** Of every subject that is shown. */
  readonly places: Places;
  readonly expanded: ReadonlySet<RecordId>;
  /** Subjects of it that the person took off. */
  readonly hidden: ReadonlySet<RecordId>;
  readonly isArranging: boolean;
  /** Another number whenever everything stands elsewhere, so that all of it is brought into sight. */
  readonly round: number;
  readonly expand: (record: RecordId) => void;
  readonly fold: (record: RecordId) => void;
  readonly hide: (records: readonly RecordId[]) => void;
  readonly showAll: () => void;
  readonly move: (places: Places) => void;
  readonly arrange: (how: Arrangement) => void;
}

const none: ReadonlySet<RecordId> = new Set();

/** The diagram of a case or of a subject; `undefined` until it is known what it holds and how it was left. */
export function useDiagram(of: DiagramOf): Diagram | undefined {
  const handle = usePlan(of);
  const graph = useLinkGraph(of, handle?.plan.expanded ?? none, handle?.plan.hidden ?? none);
  const known = handle?.plan.places;
  const places = useMemo(() => {
    if (graph === undefined || known === undefined) return new Map();
    return known.size === 0 ? ringPlaces(graph.subjects, graph.relations) : withNewcomers(known, graph.subjects, graph.relations);
  }, [graph, known]);
  const arranging = useArranging(handle, graph);
  const acts = useDiagramActs(handle, places);
  if (handle === undefined || graph === undefined) return undefined;
  const { expanded, hidden } = handle.plan;
  return { of, graph, places, expanded, hidden, ...arranging, ...acts };
}

function useDiagramActs(handle: PlanHandle | undefined, places: Places) {
  // What stands somewhere is kept with every change, so that nothing moves that nobody moved.
  const expand = (record: RecordId) => handle?.change({ places, expanded: new Set([...handle.plan.expanded, record]) });
  const fold = (record: RecordId) => handle?.change({ places, expanded: without(handle.plan.expanded, [record]) });
  const hide = (records: readonly RecordId[]) => handle?.change({ places, hidden: new Set([...handle.plan.hidden, ...records]) });
  const showAll = () => handle?.change({ places, hidden: none });
  const move = (moved: Places) => handle?.change({ places: new Map([...places, ...moved]) });
  return { expand, fold, hide, showAll, move };
}

function without(records: ReadonlySet<RecordId>, gone: readonly RecordId[]): ReadonlySet<RecordId> {
  return new Set([...records].filter((one) => !gone.includes(one)));
}

/** Arranges what was never arranged as soon as it is known, and anything when asked. */
function useArranging(handle: PlanHandle | undefined, graph: LinkGraph | undefined) {
  const [isAsked, setAsked] = useState(false);
  const [round, setRound] = useState(0);
  const stop = useRef<() => void>(() => undefined);
  const byRelations = useCallback((what: LinkGraph, keep: (places: Places) => void) => {
    stop.current();
    const arranging = arrange(what);
    stop.current = arranging.stop;
    void arranging.places.then((places) => {
      setAsked(false);
      setRound((now) => now + 1);
      keep(places);
    });
  }, []);
  useEffect(() => () => stop.current(), []);
  const isNew = handle?.isNew === true && graph !== undefined && graph.subjects.length > 0;
  const changeForNow = handle?.changeForNow;
  useEffect(() => {
    if (isNew && graph !== undefined && changeForNow !== undefined) byRelations(graph, (places) => changeForNow({ places }));
  }, [isNew, graph, changeForNow, byRelations]);
  const arrangeNow = (how: Arrangement) => {
    if (graph === undefined || handle === undefined) return;
    if (how === 'links') {
      setAsked(true);
      return byRelations(graph, (places) => handle.change({ places }));
    }
    stop.current();
    setAsked(false);
    setRound((now) => now + 1);
    handle.change({ places: rowPlaces(graph.subjects) });
  };
  return { isArranging: isNew || isAsked, round, arrange: arrangeNow };
}
