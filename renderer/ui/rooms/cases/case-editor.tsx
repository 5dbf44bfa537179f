import { zodResolver } from '@hookform/resolvers/zod';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { kinds, type RecordInput } from '../../../../core/records/kinds.ts';
import { useCommand } from '../../kit/commands.ts';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { useGoToMistake } from '../../kit/first-mistake.ts';
import { useForgetUntouched } from '../../kit/forget-untouched.ts';
import { MarkingBadge } from '../../kit/marking-badge.tsx';
import type { OpenedRecord } from '../../kit/record-page/opened-record.ts';
import { useDiscard } from '../../kit/record-page/record-acts.ts';
import { useRecordSaving } from '../../kit/record-saving.ts';
import { DetailPage, PageHead } from '../../kit/room-layout.tsx';
import { SavedState } from '../../kit/saved-state.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { useTouchedForm } from '../../kit/touched-form.ts';
import { useWhere } from '../../kit/where.ts';
import { safeguardsProblems, type Problems } from '../../safeguards/safeguards-form.ts';
import { useWords } from '../../words/words.ts';
import { CaseFields } from './case-fields.tsx';
import { caseForm, type CaseForm } from './case-form.ts';

export interface CaseEditorProps {
  readonly opened: OpenedRecord<'case'>;
  /** After a save or a discard: back to reading, where there is a case to read. */
  readonly onDone: () => void;
}

export type CaseFormHandle = ReturnType<typeof useCaseForm>;

export function useCaseForm(opened: OpenedRecord<'case'>) {
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

function useSaveCase(opened: OpenedRecord<'case'>, form: CaseFormHandle, onDone: () => void) {
  const [problems, setProblems] = useState(noProblems);
  const { write, refuse, ...saving } = useRecordSaving({ kind: 'case', opened, read: () => form.getValues(), amending: false });
  const discard = useDiscard({ kind: 'case', draft: opened.draft, record: opened.record, keeper: saving.keeper, onReload: onDone });
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
