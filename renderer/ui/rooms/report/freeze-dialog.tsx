import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { JwgId, MarkingId } from '../../../../core/ids.ts';
import { isAbove } from '../../../../core/markings/scheme.ts';
import type { Failure } from '../../../../core/result.ts';
import type { Project } from '../../../../core/records/projects.ts';
import type { Logframe } from '../../../engine/api.ts';
import { useEngine, useSurroundings } from '../../engine-client/engine-context.tsx';
import { useCommand } from '../../kit/commands.ts';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { useHighestOf, useMarkingOf, useMarkings } from '../../kit/marking-band.ts';
import { MarkingPicker } from '../../kit/marking-picker.tsx';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { offerUndo } from '../../kit/undo.ts';
import { useWords } from '../../words/words.ts';
import { reportPaths, type Period } from './address.ts';
import { usePeriodInWords } from './period-words.ts';
import classes from './report.module.css';

export interface FreezeDialogProps {
  readonly logframe: Logframe;
  readonly period: Period;
  readonly project: Project;
  readonly onClose: () => void;
}

/** What freezing does, what the report is called, at which level, and who receives it. */
export function FreezeDialog({ logframe, period, project, onClose }: FreezeDialogProps) {
  const say = useWords('report');
  const kit = useWords('kit');
  const records = useWords('records');
  const inWords = usePeriodInWords();
  const groups = useSurroundings()?.jwgs ?? [];
  const highest = useHighestOf(logframe.levels);
  const [lowest] = useMarkings();
  const markingOf = useMarkingOf();
  const facts = { project: records(`projects.${project}`), period: inWords(period.span) };
  const [title, setTitle] = useState(say('freezing.suggested', facts));
  const [remarks, setRemarks] = useState('');
  const [level, setLevel] = useState<MarkingId>(highest?.id ?? lowest?.id ?? ('UNCLASSIFIED' as MarkingId));
  const [jwg, setJwg] = useState<JwgId | null>(null);
  const { freeze, failure, busy } = useFreeze(onClose);
  const act = () => void freeze({ span: period.span, project, title: title.trim(), remarks, level, jwg });
  useCommand('done', act, { enabled: title.trim() !== '' && !busy });
  return (
    <Modal opened onClose={onClose} title={say('freezing.title')} size="lg" closeButtonProps={{ 'aria-label': kit('close') }} attributes={{ header: { role: 'presentation' } }}>
      <form
        className={classes['freezing']}
        onSubmit={(event) => {
          event.preventDefault();
          act();
        }}
      >
        <p>{say('freezing.what', facts)}</p>
        <p>{say('freezing.once')}</p>
        {logframe.unsaid === 0 ? null : <p>{say('freezing.unsaid', { count: logframe.unsaid })}</p>}
        <TextInput label={say('freezing.name')} required maxLength={300} value={title} onChange={(event) => setTitle(event.currentTarget.value)} data-autofocus />
        <Textarea label={say('freezing.remarks')} description={say('freezing.remarksHelp')} maxLength={20_000} minRows={2} value={remarks} onChange={(event) => setRemarks(event.currentTarget.value)} />
        <MarkingPicker level={level} onChange={setLevel} />
        {highest !== null && isAbove(highest, markingOf(level)) ? <p>{say('export.lower', { level: markingOf(level).full })}</p> : null}
        {groups.length === 0 ? null : <Select label={say('freezing.group')} description={say('freezing.groupHelp')} data={groups.map((one) => ({ value: one.id, label: one.name }))} value={jwg} onChange={setJwg} clearable />}
        {failure === null ? null : <ErrorSentence failure={failure} />}
        <div className={classes['acts']}>
          <Button onClick={onClose}>{kit('cancel')}</Button>
          <Button type="submit" variant="filled" loading={busy} disabled={title.trim() === ''}>{say('freezing.act')}</Button>
        </div>
      </form>
    </Modal>
  );
}

/** Freezes, shows what was kept, and offers to take it back. */
function useFreeze(onClose: () => void) {
  const say = useWords('report');
  const engine = useEngine();
  const [, go] = useLocation();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const freeze = async (request: Parameters<typeof engine.report.freeze>[0]) => {
    setBusy(true);
    const frozen = await engine.report.freeze(request);
    setBusy(false);
    if (!frozen.ok) return setFailure(frozen.failure);
    const { record } = frozen.value;
    onClose();
    go(reportPaths.frozenReport(record));
    offerUndo(say('freezing.done'), () => {
      void engine.notebook.bin(record).then((answer) => {
        if (!answer.ok) tellFailure(answer.failure);
      });
    });
  };
  return { freeze, failure, busy };
}
