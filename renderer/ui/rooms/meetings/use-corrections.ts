import { useState } from 'react';
import { numberedCorrections, standingCorrections, type Correction, type NumberedCorrection } from '../../../../core/meetings/corrections.ts';
import type { ItemKey } from '../../../../core/ids.ts';
import type { RecordView } from '../../../engine/api.ts';
import { withAmendments } from '../../changes/with-amendments.ts';
import { useEngine, useEngineQuery, useMe } from '../../engine-client/engine-context.tsx';
import { withItem } from '../../kit/decisions/decide.ts';
import { withItemChanged } from '../../kit/keyed-items.ts';
import { reportSaved } from '../../kit/saved-state.tsx';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { today } from '../../words/dates.ts';
import { ownCorrections } from './own-corrections.ts';

/** What is proposed: which words of which part, how they should read, and why. */
export type Proposal = Pick<Correction, 'of' | 'passage' | 'wording' | 'reason'>;
/** What is decided of a correction, by whom and when. */
export type Decision = Pick<Correction, 'decision' | 'decidedAs' | 'decidedOn' | 'decidedBy' | 'decidedAt'>;

export interface Corrections {
  /** Those that the approval covers and those that came since. */
  readonly all: readonly NumberedCorrection[];
  readonly busy: boolean;
  /** Each resolves with whether it is kept; a failure is told. */
  readonly propose: (proposal: Proposal) => Promise<boolean>;
  readonly decide: (correction: ItemKey, decision: Decision) => Promise<boolean>;
  /** Those that the person proposed: only they withdraw them. */
  readonly own: ReadonlySet<ItemKey>;
  readonly withdraw: (correction: ItemKey) => Promise<boolean>;
}

const undecided: Decision = { decision: null, decidedAs: null, decidedOn: null, decidedBy: '', decidedAt: null };

/** The corrections of approved minutes: proposed by an amendment, decided by an amendment that is signed with all that stands beside the text, withdrawn by an amendment as they were proposed. */
export function useCorrections(view: RecordView<'meeting'>): Corrections {
  const engine = useEngine();
  const me = useMe();
  const [busy, setBusy] = useState(false);
  const now = withAmendments(view);
  const corrections = standingCorrections(view.value.corrections, now.corrections);
  const entries = useEngineQuery(['records', 'meeting', 'history', view.record], ({ notebook }) => notebook.history(view.record)).data ?? [];
  const keep = async (next: readonly Correction[], sign: boolean): Promise<boolean> => {
    const { kind, record, heads, level } = view;
    const saved = await engine.notebook.amend({ kind, record, heads, level, value: { ...now, corrections: [...next] } });
    const answer = saved.ok && sign ? await engine.notebook.approve(record, saved.value.heads) : saved;
    if (answer.ok) reportSaved(answer.value.at);
    else tellFailure(answer.failure);
    return answer.ok;
  };
  const whileBusy = async (work: Promise<boolean>): Promise<boolean> => {
    setBusy(true);
    try {
      return await work;
    } finally {
      setBusy(false);
    }
  };
  return {
    all: numberedCorrections(corrections),
    busy,
    propose: (proposal) => whileBusy(keep(withItem(now.corrections, { ...proposal, by: me?.name ?? '', on: today(), ...undecided }), false)),
    decide: (correction, decision) => whileBusy(keep(withItemChanged(now.corrections, correction, decision), true)),
    own: ownCorrections(entries),
    withdraw: (correction) => whileBusy(keep(withItemChanged(now.corrections, correction, { ...undecided, decision: 'withdrawn', decidedOn: today() }), false)),
  };
}
