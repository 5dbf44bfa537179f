import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Day, MarkingId } from '../../../../core/ids.ts';
import type { FieldPath, FieldValue } from '../../../../core/ledger/change.ts';
import type { Failure } from '../../../../core/result.ts';
import type { LoweringView, ReviewBegun } from '../../../engine/api.ts';
import { useEngine, useMe } from '../../engine-client/engine-context.tsx';
import { pathOfRecord } from '../../kit/paths.ts';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { offerUndo } from '../../kit/undo.ts';
import { today } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { useKeepReview } from './keep-review.ts';
import { goes, groupsOf, takenOf, type PlannedGroup } from './planned-groups.ts';

/** On what the copy rests, as it is typed. */
export interface GroundTyped {
  readonly ground: string;
  readonly reviewer: string;
  readonly by: string;
  readonly on: Day | null;
  readonly reference: string;
  readonly read: boolean;
}

export interface Review {
  readonly plan: LoweringView;
  readonly groups: readonly PlannedGroup[];
  readonly off: ReadonlySet<string>;
  readonly written: ReadonlyMap<FieldPath, FieldValue>;
  readonly typed: GroundTyped;
  /** The person pressed the button: what is missing is said. */
  readonly asked: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly goes: (group: PlannedGroup) => boolean;
  readonly turn: (group: PlannedGroup, on: boolean) => void;
  readonly write: (path: FieldPath, value: FieldValue) => void;
  readonly type: (typed: Partial<GroundTyped>) => void;
  readonly make: () => Promise<void>;
  /** Nothing of it is kept; back to the record. */
  readonly leave: () => Promise<void>;
}

/** What a person takes into the copy and how they write it, kept at every pause until it is made or left. */
export function useReview(plan: LoweringView, level: MarkingId, begun: ReviewBegun | null): Review {
  const say = useWords('lowering');
  const engine = useEngine();
  const [, go] = useLocation();
  const me = useMe()?.name ?? '';
  const groups = groupsOf(plan.fields);
  const { turned, setTurned, written, setWritten, given, setGiven, heads, readAnew } = useTyped(plan, begun);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const typed: GroundTyped = { ground: '', reviewer: me, by: plan.originator, on: today(), reference: '', read: false, ...given };
  const off = new Set(groups.filter((one) => !(turned.get(one.id) ?? one.proposed)).map((one) => one.id));
  const { read: _read, ...said } = given;
  const end = useKeepReview(plan.record, { level, turned: Object.fromEntries(turned), written: Object.fromEntries(written), typed: said });
  const make = async () => {
    setAsked(true);
    const { ground, reviewer, by, on, reference, read } = typed;
    if ([ground, reviewer, by, reference].some((one) => one.trim() === '') || on === null || on > today() || !read) return;
    setBusy(true);
    const made = await engine.lowering.make({
      record: plan.record, level, heads: [...heads], taken: takenOf(groups, off, written),
      ground, reviewer, consent: { by, on, reference },
    });
    setBusy(false);
    setFailure(made.ok ? null : made.failure);
    if (!made.ok) return made.failure.code === 'changed-meanwhile' ? readAnew() : undefined;
    await end();
    const { record } = made.value;
    go(pathOfRecord(plan.kind, record));
    offerUndo(say('made'), () => void engine.notebook.bin(record).then((gone) => (gone.ok ? go(pathOfRecord(plan.kind, plan.record)) : tellFailure(gone.failure))));
  };
  return {
    plan, groups, off, written, typed, asked, busy, failure,
    goes: (group) => goes(group, off, groups),
    turn: (group, on) => setTurned(new Map([...turned, [group.id, on]])),
    write: (path, value) => setWritten((before) => new Map([...before, [path, value]])),
    type: (part) => setGiven((before) => ({ ...before, ...part })),
    make,
    leave: async () => {
      await end();
      go(pathOfRecord(plan.kind, plan.record));
    },
  };
}

/** What was chosen, written and said so far, from what was begun before. */
function useTyped(plan: LoweringView, begun: ReviewBegun | null) {
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(() => new Map(Object.entries(begun?.turned ?? {})));
  const [written, setWritten] = useState<ReadonlyMap<FieldPath, FieldValue>>(() => new Map(Object.entries(begun?.written ?? {})));
  const [given, setGiven] = useState<Partial<GroundTyped>>(() => begun?.typed ?? {});
  // Those of the text that the person began to read: should it change beneath them, they are told and read it anew.
  const [heads, setHeads] = useState(plan.heads);
  const readAnew = () => {
    setHeads(plan.heads);
    setGiven((before) => ({ ...before, read: false }));
  };
  return { turned, setTurned, written, setWritten, given, setGiven, heads, readAnew };
}
