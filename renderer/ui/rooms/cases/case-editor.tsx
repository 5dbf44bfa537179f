import { zodResolver } from '@hookform/resolvers/zod';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useLocation } from 'wouter';
import { kinds, type RecordInput } from '../../../../core/records/kinds.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { useCommand } from '../../kit/commands.ts';
import type { DraftKeeper } from '../../kit/draft-keeper.ts';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { useGoToMistake } from '../../kit/first-mistake.ts';
import { useForgetUntouched } from '../../kit/forget-untouched.ts';
import { MarkingBadge } from '../../kit/marking-badge.tsx';
import { paths } from '../../kit/paths.ts';
import { useRecordSaving } from '../../kit/record-saving.ts';
import { DetailPage, PageHead } from '../../kit/room-layout.tsx';
import { SavedState } from '../../kit/saved-state.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { useTouchedForm } from '../../kit/touched-form.ts';
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
  const touched = useTouchedForm(form, touch);
  const [title, jwg] = form.watch(['title', 'jwg']);
  useShownMarking(saving.level);
  useWhere({ case: opened.record, jwg: (jwg ?? null) as CaseForm['jwg'], level: saving.level });
  useCommand('done', () => void saving.save());
  useForgetUntouched(opened.draft, () => opened.record === null && !touched.current && title.trim() === '');
  useGoToMistake(saving.problems, saving.problems.size > 0);
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
  const [problems, setProblems] = useState(noProblems);
  const { write, refuse, ...saving } = useRecordSaving({ kind: 'case', opened, read: () => form.getValues(), amending: false });
  const discard = useDiscardCase(opened, saving.keeper, onDone);
  const save = async () => {
    const missing = safeguardsProblems(caseForm(form.getValues()).safeguards);
    setProblems(missing);
    const fits = await form.trigger(undefined, { shouldFocus: true });
    if (!fits || missing.size > 0) return refuse({ code: 'not-valid' });
    const saved = await write(kinds.case.schema.parse(form.getValues()));
    if (saved !== null && opened.record !== null) onDone();
    return saved;
  };
  return { ...saving, problems, save, discard };
}

/** Gives up what was typed; it comes back at a press. */
function useDiscardCase(opened: OpenCase, keeper: DraftKeeper, onDone: () => void): () => Promise<void> {
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
