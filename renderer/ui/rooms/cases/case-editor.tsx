import { zodResolver } from '@hookform/resolvers/zod';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useLocation } from 'wouter';
import type { MarkingId } from '../../../../core/ids.ts';
import { kinds, type RecordInput } from '../../../../core/records/kinds.ts';
import type { Failure } from '../../../../core/result.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { useCommand } from '../../kit/commands.ts';
import { useDraftKeeper } from '../../kit/draft-keeper.ts';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { useForgetUntouched } from '../../kit/forget-untouched.ts';
import { MarkingBadge } from '../../kit/marking-badge.tsx';
import { paths } from '../../kit/paths.ts';
import { DetailPage, PageHead } from '../../kit/room-layout.tsx';
import { SavedState } from '../../kit/saved-state.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { offerUndo } from '../../kit/undo-toast.tsx';
import { useWhere } from '../../kit/where.ts';
import { safeguardsProblems, type Problems } from '../../safeguards/safeguards-form.ts';
import { useWords } from '../../words/words.ts';
import { CaseFields } from './case-fields.tsx';
import { caseForm, type CaseForm } from './case-form.ts';
import type { OpenCase } from './open-case.ts';

export interface CaseEditorProps {
  readonly opened: OpenCase;
  /** After a save or a discard: back to reading, where there is a case to read. */
  readonly onDone: () => void;
}

export type CaseFormHandle = ReturnType<typeof useCaseForm>;

export function useCaseForm(opened: OpenCase) {
  return useForm<RecordInput<'case'>, unknown, CaseForm>({
    defaultValues: caseForm(opened.value) as RecordInput<'case'>,
    resolver: zodResolver(kinds.case.schema),
    mode: 'onTouched',
  });
}

/** A case being written: kept as a draft at every pause, saved as one change. */
export function CaseEditor({ opened, onDone }: CaseEditorProps) {
  const say = useWords('cases');
  const form = useCaseForm(opened);
  const saving = useSaveCase(opened, form, onDone);
  const { touch } = saving.keeper;
  const touched = useRef(false);
  const [title, jwg] = form.watch(['title', 'jwg']);
  useShownMarking(saving.level);
  useWhere({ case: opened.record, jwg: (jwg ?? null) as CaseForm['jwg'], level: saving.level });
  useCommand('done', () => void saving.save());
  useEffect(() => {
    const watching = form.watch(() => {
      touched.current = true;
      touch();
    });
    return () => watching.unsubscribe();
  }, [form, touch]);
  useForgetUntouched(opened.draft, () => opened.record === null && !touched.current && title.trim() === '');
  useEffect(() => {
    if (saving.problems.size > 0) document.querySelector<HTMLElement>('[data-pane] [aria-invalid="true"]')?.focus();
  }, [saving.problems]);
  return (
    <DetailPage>
      <PageHead
        title={title.trim() === '' ? say(opened.record === null ? 'newCase' : 'untitled') : title}
        facts={
          <>
            <MarkingBadge level={saving.level} /> <SavedState saving={saving.keeper.saving} />
          </>
        }
        acts={
          <>
            <Button variant="subtle" onClick={() => void saving.discard()}>{say(opened.record === null ? 'acts.discard' : 'acts.cancel')}</Button>
            <Button variant="filled" onClick={() => void saving.save()}>{say('acts.save')}</Button>
          </>
        }
      />
      {saving.failure === null ? null : <ErrorSentence failure={saving.failure} />}
      <CaseFields form={form} level={saving.level} onLevel={saving.setLevel} atLeast={opened.atLeast} problems={saving.problems} />
    </DetailPage>
  );
}

const noProblems: Problems = new Set();

function useSaveCase(opened: OpenCase, form: CaseFormHandle, onDone: () => void) {
  const engine = useEngine();
  const [, go] = useLocation();
  const [level, chooseLevel] = useState(opened.level);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [problems, setProblems] = useState(noProblems);
  const keeper = useDraftKeeper({ draft: opened.draft, kind: 'case', record: opened.record, heads: opened.heads, level, read: () => form.getValues() });
  const refuse = (why: Failure) => {
    setFailure(why);
    keeper.failed(why);
  };
  const discard = useDiscardCase(opened, keeper, onDone);
  const save = async () => {
    const missing = safeguardsProblems(caseForm(form.getValues()).safeguards);
    setProblems(missing);
    const fits = await form.trigger(undefined, { shouldFocus: true });
    if (!fits || missing.size > 0) return refuse({ code: 'not-valid' });
    const mark = keeper.mark();
    const value = kinds.case.schema.parse(form.getValues());
    const known = opened.record === null ? {} : { record: opened.record, heads: opened.heads };
    const answer = await engine.notebook.save({ kind: 'case', value, level, draft: opened.draft, ...known });
    if (!answer.ok) return refuse(answer.failure);
    keeper.settle(answer.value.at, mark);
    if (opened.record === null) go(paths.case(answer.value.record), { replace: true });
    else onDone();
  };
  const setLevel = (next: MarkingId) => {
    chooseLevel(next);
    keeper.touch();
  };
  return { keeper, level, setLevel, failure, problems, save, discard };
}

/** Gives up what was typed; it comes back at a press. */
function useDiscardCase(opened: OpenCase, keeper: ReturnType<typeof useDraftKeeper>, onDone: () => void): () => Promise<void> {
  const say = useWords('cases');
  const engine = useEngine();
  const [, go] = useLocation();
  return async () => {
    await keeper.keep();
    const typed = await engine.drafts.open(opened.draft);
    keeper.settle(null);
    const gone = await engine.drafts.discard(opened.draft);
    if (!gone.ok) return tellFailure(gone.failure);
    if (opened.record === null) go(paths.cases);
    else onDone();
    if (typed === null) return;
    offerUndo(say('discarded'), () => {
      void engine.drafts.keep(typed).then((kept) => {
        if (!kept.ok) tellFailure(kept.failure);
        else go(opened.record === null ? paths.caseDraft(opened.draft) : paths.case(opened.record));
      });
    });
  };
}
