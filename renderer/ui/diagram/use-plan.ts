import { useCallback, useEffect, useRef, useState } from 'react';
import type { Place, Places } from '../../../core/diagram/places.ts';
import type { RecordId } from '../../../core/ids.ts';
import type { DiagramPlan } from '../../engine/api.ts';
import { useSettings } from '../engine-client/engine-context.tsx';
import { useKeepSettings } from '../engine-client/keep-settings.ts';
import { useKeepTyped } from '../kit/keep-typed.ts';
import type { DiagramOf } from './diagram-of.ts';

/** How a diagram is looked at: where its subjects stand, what is expanded, what is taken off it. */
export interface Plan {
  readonly places: Places;
  readonly expanded: ReadonlySet<RecordId>;
  readonly hidden: ReadonlySet<RecordId>;
}

/** As the person changes it; kept in the sealed settings at the next pause. */
export interface PlanHandle {
  readonly plan: Plan;
  /** It was never arranged, or nothing of that was kept. */
  readonly isNew: boolean;
  readonly change: (change: Partial<Plan>) => void;
  /** The same for what comes out the same each time: not kept before the person changes something. */
  readonly changeForNow: (change: Partial<Plan>) => void;
}

const pause = 1200;
/** More diagrams than one works on in a season. */
const mostKept = 24;
const farthest = 1_000_000;

/** The plan of a diagram; `undefined` until it is known whether one was kept. */
export function usePlan(of: DiagramOf): PlanHandle | undefined {
  const kept = useSettings()?.diagrams;
  const [changed, setChanged] = useState<Plan | null>(null);
  const keep = useKeepPlan(of.record, kept);
  const own = kept?.find((one) => one.of === of.record);
  const plan = changed ?? (own === undefined ? newPlan(of) : planOf(own));
  const latest = useRef(plan);
  useEffect(() => {
    latest.current = plan;
  });
  const changeForNow = useCallback((some: Partial<Plan>) => {
    latest.current = { ...latest.current, ...some };
    setChanged(latest.current);
  }, []);
  const change = useCallback(
    (some: Partial<Plan>) => {
      changeForNow(some);
      keep(latest.current);
    },
    [changeForNow, keep],
  );
  return kept === undefined ? undefined : { plan, isNew: plan.places.size === 0, change, changeForNow };
}

function newPlan({ kind, record }: DiagramOf): Plan {
  return { places: new Map(), expanded: new Set(kind === 'subject' ? [record] : []), hidden: new Set() };
}

function planOf({ places, expanded, hidden }: DiagramPlan): Plan {
  const all = Object.entries(places) as unknown as readonly [RecordId, readonly [number, number]][];
  return { places: new Map(all.map(([record, [x, y]]) => [record, { x, y }] as const)), expanded: new Set(expanded), hidden: new Set(hidden) };
}

function whole({ x, y }: Place): readonly [number, number] {
  const within = (length: number) => Math.round(Math.min(farthest, Math.max(-farthest, length)));
  return [within(x), within(y)];
}

/** Keeps a plan at the next pause; when the page goes or the notebook locks before that, at once. */
function useKeepPlan(of: RecordId, kept: readonly DiagramPlan[] | undefined): (plan: Plan) => void {
  const keepSettings = useKeepSettings();
  const latest = useRef(kept);
  const waiting = useRef<{ readonly timer: number; readonly plan: Plan } | null>(null);
  useEffect(() => {
    latest.current = kept;
  });
  const keepNow = useCallback(async () => {
    if (waiting.current === null) return;
    const { timer, plan } = waiting.current;
    window.clearTimeout(timer);
    waiting.current = null;
    const others = (latest.current ?? []).filter((one) => one.of !== of);
    await keepSettings({ diagrams: [keptPlan(of, plan), ...others].slice(0, mostKept) });
  }, [keepSettings, of]);
  useKeepTyped(keepNow);
  useEffect(() => () => void keepNow(), [keepNow]);
  return useCallback(
    (plan) => {
      if (waiting.current !== null) window.clearTimeout(waiting.current.timer);
      waiting.current = { plan, timer: window.setTimeout(() => void keepNow(), pause) };
    },
    [keepNow],
  );
}

function keptPlan(of: RecordId, { places, expanded, hidden }: Plan): DiagramPlan {
  const all = [...places].map(([record, place]) => [record, whole(place)] as const);
  return { of, places: Object.fromEntries(all), expanded: [...expanded], hidden: [...hidden] };
}
