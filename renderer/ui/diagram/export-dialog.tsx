import { Button, Modal, Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExportPurpose } from '../../../core/clearance/export.ts';
import type { MarkingId, RecordId } from '../../../core/ids.ts';
import type { Failure } from '../../../core/result.ts';
import type { Exportable } from '../../engine/api.ts';
import { useEngine } from '../engine-client/engine-context.tsx';
import { ErrorSentence } from '../kit/error-sentence.tsx';
import { handOut, type HandedOut } from '../kit/hand-out.ts';
import { useHighestOf } from '../kit/marking-band.ts';
import { useAskBeforeLeaving } from '../kit/persons-named.ts';
import { tell } from '../kit/undo.ts';
import { dayInWords, today } from '../words/dates.ts';
import { useWords } from '../words/words.ts';
import { exportedGraph, pictureBytes, usePicture, type PictureFormat } from './exported-picture.ts';
import type { Diagram } from './use-diagram.ts';
import classes from './diagram.module.css';

const purposes = ['own-use', 'circulation', 'judicial-proceedings'] as const satisfies readonly ExportPurpose[];
const formats = ['png', 'svg'] as const satisfies readonly PictureFormat[];

const pictureFailed: HandedOut = { done: 'failed', failure: { code: 'picture-failed' } };

export interface ExportDialogProps {
  readonly diagram: Diagram;
  readonly title: string;
  /** Of the case or the subject: its name stands above the picture. */
  readonly level: MarkingId;
  readonly onEnd: () => void;
}

/** Before a picture of the diagram leaves: what for, what stays out of it for that, and as what kind of file. */
export function ExportDialog({ diagram, title, level, onEnd }: ExportDialogProps) {
  const say = useWords('diagram');
  const kit = useWords('kit');
  const engine = useEngine();
  const mayLeave = useAskBeforeLeaving();
  const [purpose, setPurpose] = useState<ExportPurpose>('own-use');
  const [format, setFormat] = useState<PictureFormat>('png');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const exportable = useExportable(diagram, purpose);
  const graph = exportedGraph(diagram.graph, exportable?.allowed ?? []);
  const marking = useHighestOf([level, ...graph.subjects.map((one) => one.level), ...graph.relations.map((one) => one.level)]);
  const draw = usePicture(diagram, title);
  const save = async () => {
    const records = [...graph.subjects, ...graph.relations].map((one) => one.record);
    if (marking === null || !(await mayLeave(records))) return;
    setBusy(true);
    const bytes = await pictureBytes(draw(graph, marking.full), format);
    const suggestedName = `${say('export.fileName', { title, day: dayInWords(today()), level: marking.short }).replaceAll('/', '-').slice(0, 180)}.${format}`;
    const out = bytes === null ? pictureFailed : await handOut(engine, { as: 'image', records, purpose }, { purpose: format === 'png' ? 'picture' : 'drawing', suggestedName, bytes });
    setBusy(false);
    if (out.done === 'failed') return setFailure(out.failure);
    if (out.done === 'not') return;
    tell(say('export.saved', { name: out.name }));
    onEnd();
  };
  const nothing = exportable !== undefined && graph.subjects.length === 0;
  return (
    <Modal opened onClose={onEnd} title={say('export.title')} closeButtonProps={{ 'aria-label': kit('close') }} attributes={{ header: { role: 'presentation' } }}>
      <div className={classes['export']}>
        <p>{marking === null ? '' : kit('list.exportAsk.level', { level: marking.full })}</p>
        <Choice label={say('export.purpose')} choices={purposes} words={(one) => say(`export.purposes.${one}`)} value={purpose} onChange={setPurpose} />
        <StaysOut exportable={exportable} of={diagram.graph.subjects.length + diagram.graph.relations.length} />
        <Choice label={say('export.format')} choices={formats} words={(one) => say(`export.formats.${one}`)} value={format} onChange={setFormat} />
        {nothing ? <p role="alert">{say('export.nothing')}</p> : null}
        {failure === null ? null : <ErrorSentence failure={failure} />}
        <div className={classes['exportActs']}>
          <Button onClick={onEnd}>{kit('cancel')}</Button>
          <Button variant="filled" loading={busy} disabled={exportable === undefined || nothing} onClick={() => void save()} data-autofocus>
            {say('export.act')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly Value[];
  readonly words: (value: Value) => string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, choices, words, value, onChange }: ChoiceProps<Value>) {
  return (
    <Radio.Group label={label} value={value} onChange={(next) => onChange(choices.find((one) => one === next) ?? value)}>
      <div className={classes['choices']}>
        {choices.map((one) => (
          <Radio key={one} value={one} label={words(one)} />
        ))}
      </div>
    </Radio.Group>
  );
}

function StaysOut({ exportable, of }: { exportable: Exportable | undefined; of: number }) {
  const say = useWords('kit');
  const count = exportable === undefined ? 0 : of - exportable.allowed.length;
  if (exportable === undefined || count === 0) return null;
  return (
    <div role="status">
      <p>{say('list.exportAsk.refused', { count })}</p>
      <ul className={classes['reasons']}>
        {exportable.refused.map((one) => (
          <li key={one.code}>{`${String(one.count)}: ${say(`list.refusals.${one.code}`)}`}</li>
        ))}
      </ul>
    </div>
  );
}

/** What of the diagram may leave for that purpose: each subject and each relation is asked about. */
function useExportable({ graph }: Diagram, purpose: ExportPurpose): Exportable | undefined {
  const engine = useEngine();
  const records: readonly RecordId[] = [...graph.subjects, ...graph.relations].map((one) => one.record);
  return useQuery({ queryKey: ['exportable', purpose, ...records], queryFn: () => engine.lists.exportable(records, purpose), gcTime: 0, staleTime: 0 }).data;
}
