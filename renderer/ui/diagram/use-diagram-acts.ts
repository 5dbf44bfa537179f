import type { DraftId, JwgId, MarkingId, RecordId } from '../../../core/ids.ts';
import { useEngine } from '../engine-client/engine-context.tsx';
import { useNewDraft } from '../kit/new-record.ts';
import { tellFailure } from '../kit/tell-failure.tsx';
import { offerUndo } from '../kit/undo.ts';
import { useWords } from '../words/words.ts';
import type { Diagram } from './use-diagram.ts';

/** A record being written beside the drawing: a new one by its draft, or one that is there. */
export type Written = { readonly kind: 'subject' | 'relation' } & ({ readonly record: RecordId } | { readonly draft: DraftId });

/** What a new subject or relation begins with: the case, group and level of where the diagram is. */
export interface DiagramGround {
  readonly case: RecordId | null;
  readonly jwg: JwgId | null;
  readonly level: MarkingId;
}

export interface DiagramActs {
  readonly addSubject: () => Promise<void>;
  /** A relation between two of these, or from the first to one that is chosen in the form. */
  readonly draw: (between: readonly RecordId[]) => Promise<void>;
  readonly write: (kind: 'subject' | 'relation', record: RecordId) => void;
  /** A subject of elsewhere becomes one of the case too. */
  readonly takeIn: (record: RecordId) => Promise<void>;
  readonly hide: (records: readonly RecordId[]) => void;
  /** A relation into the bin, and back at a press. */
  readonly bin: (record: RecordId) => Promise<void>;
}

export function useDiagramActs(diagram: Diagram, ground: DiagramGround, open: (written: Written) => void, choose: (records: readonly RecordId[]) => void): DiagramActs {
  const say = useWords('diagram');
  const engine = useEngine();
  const newDraft = useNewDraft();
  const begin = async (kind: Written['kind'], value: Readonly<Record<string, unknown>>) => {
    const draft = await newDraft(kind, { ...ground, value });
    if (draft.ok) open({ kind, draft: draft.value });
    else tellFailure(draft.failure);
  };
  const takeIn = async (record: RecordId) => {
    const opened = await engine.notebook.open('subject', record);
    if (!opened.ok) return tellFailure(opened.failure);
    const undo = crypto.randomUUID();
    const otherCases = [...new Set([...opened.value.value.otherCases, diagram.of.record])];
    const answer = await engine.lists.change({ kind: 'subject', records: [record], act: 'edit', fields: { otherCases }, undo });
    if (!answer.ok) return tellFailure(answer.failure);
    const [skipped] = answer.value.skipped;
    if (skipped !== undefined) return tellFailure({ code: skipped.why });
    offerUndo(say('takenIn'), () => void engine.lists.undo(undo).then((back) => (back.ok ? undefined : tellFailure(back.failure))));
  };
  const bin = async (record: RecordId) => {
    const answer = await engine.notebook.bin(record);
    if (!answer.ok) return tellFailure(answer.failure);
    choose([]);
    offerUndo(say('binned'), () => void engine.notebook.restore(record).then((back) => (back.ok ? undefined : tellFailure(back.failure))));
  };
  return {
    addSubject: () => begin('subject', {}),
    draw: ([from, to]) => begin('relation', { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }),
    write: (kind, record) => open({ kind, record }),
    takeIn,
    hide: (records) => {
      diagram.hide(records);
      choose([]);
    },
    bin,
  };
}
