import { Button, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { MarkingId } from '../../../../core/ids.ts';
import type { Marking } from '../../../../core/markings/marking.ts';
import type { ReportDocument } from '../../../../core/report/report-document.ts';
import { reportCsv } from '../../../../core/report/report-csv.ts';
import type { Failure } from '../../../../core/result.ts';
import { isAbove } from '../../../../core/markings/scheme.ts';
import type { Payload } from '../../../../electron/preload/bridge.ts';
import { sizeInWords } from '../../attachments/file-words.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { useCommand } from '../../kit/commands.ts';
import { Desk, DeskAct, DeskRemark } from '../../kit/desk.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { Facts } from '../../kit/facts.tsx';
import { handOut } from '../../kit/hand-out.ts';
import { useHighestOf, useMarkingOf, useMarkings } from '../../kit/marking-band.ts';
import { paths } from '../../kit/paths.ts';
import { OnePane } from '../../kit/room-layout.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { PdfPages } from '../../pdf/pdf-pages.tsx';
import { decimalSign, numberInTable, numberInWords } from '../../words/numbers.ts';
import { useWords } from '../../words/words.ts';
import { reportPaths } from './address.ts';
import classes from './report.module.css';
import { useExportedReport, type ExportedReport, type ExportSubject } from './exported-report.ts';
import { usePrintedReport, type PrintedReport } from './use-printed-report.ts';

const formats = ['pdf', 'docx', 'csv'] as const;
type Format = (typeof formats)[number];

/** The report as it will be printed, beside its few choices. */
export function ReportExportPage({ subject }: { subject: ExportSubject }) {
  const say = useWords('report');
  const exported = useExportedReport(subject);
  if (exported === null) return <OnePane label={say('views.frozen')}><EmptyState act={<Link href={reportPaths.frozen}>{say('views.frozen')}</Link>}>{say('frozen.gone')}</EmptyState></OnePane>;
  return exported === undefined ? null : <ExportDesk exported={exported} />;
}

function ExportDesk({ exported }: { exported: ExportedReport }) {
  const say = useWords('report');
  const [format, setFormat] = useState<Format>('pdf');
  const { marking, proposed, choose } = useDocumentMarking(exported.levels);
  const [broken, setBroken] = useState<Uint8Array | null>(null);
  const document = marking === null ? null : exported.document(marking);
  const { printed, failure, making } = usePrintedReport(document, marking, say('document.page'));
  useShownMarking(marking?.id ?? null);
  const seen = broken !== null && broken === printed?.pdf ? { code: 'print-failed' } : failure;
  return (
    <Desk
      pagesLabel={say('export.pages')}
      pages={printed === null ? null : <PdfPages pdf={printed.pdf} onFailed={() => setBroken(printed.pdf)} />}
      making={making}
      makingWords={say('export.making')}
      choicesLabel={say('export.choices')}
      title={say('export.title')}
      {...(document === null ? {} : { of: document.title })}
      ways={
        <>
          <Link href={exported.back}>{say('export.back')}</Link>
          <Link href={paths.checkMinutes}>{say('export.check')}</Link>
        </>
      }
    >
      <div className={classes['format']}>
        <SegmentedControl fullWidth aria-label={say('export.format')} data={formats.map((value) => ({ value, label: say(`export.formats.${value}`) }))} value={format} onChange={setFormat} />
        <DeskRemark>{say(`export.formatHelp.${format}`)}</DeskRemark>
      </div>
      <MarkingChoice marking={marking} proposed={proposed} onChoose={choose} />
      {document === null || marking === null ? null : <SaveAct exported={exported} document={document} marking={marking} format={format} printed={making || seen !== null ? null : printed} />}
      {seen === null ? null : <ErrorSentence failure={seen} />}
      {printed === null ? null : <Facts facts={[[say('export.facts.pages'), numberInWords(printed.pages)], [say('export.facts.size'), sizeInWords(printed.pdf.length)]]} />}
      <DeskRemark>{say('export.names')}</DeskRemark>
    </Desk>
  );
}

/** The marking of the document: the highest of what was counted, unless the person says another. */
function useDocumentMarking(levels: readonly MarkingId[]) {
  const [lowest] = useMarkings();
  const markingOf = useMarkingOf();
  const proposed = useHighestOf(levels) ?? lowest ?? null;
  const [chosen, choose] = useState<MarkingId | null>(null);
  return { proposed, marking: chosen === null ? proposed : markingOf(chosen), choose };
}

function MarkingChoice({ marking, proposed, onChoose }: { marking: Marking | null; proposed: Marking | null; onChoose: (level: MarkingId) => void }) {
  const say = useWords('report');
  const markings = useMarkings();
  return (
    <div className={classes['format']}>
      <Select
        label={say('export.marking')}
        description={say('export.markingHelp')}
        data={markings.map((one) => ({ value: one.id, label: one.full }))}
        value={marking?.id ?? null}
        onChange={(value) => value !== null && onChoose(value)}
        allowDeselect={false}
      />
      {marking !== null && proposed !== null && isAbove(proposed, marking) ? <DeskRemark>{say('export.lower', { level: marking.full })}</DeskRemark> : null}
    </div>
  );
}

interface SaveActProps {
  readonly exported: ExportedReport;
  readonly document: ReportDocument;
  readonly marking: Marking;
  readonly format: Format;
  readonly printed: PrintedReport | null;
}

/** The one button. */
function SaveAct({ exported, document, marking, format, printed }: SaveActProps) {
  const say = useWords('report');
  const engine = useEngine();
  const fileOf = useFileOf();
  const [saved, setSaved] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const isReady = format !== 'pdf' || printed !== null;
  const save = async () => {
    const bytes = await fileOf(format, document, printed);
    if (bytes === null) return;
    const suggestedName = `${exported.fileName} ${marking.short}`.replaceAll('/', '-');
    const out = await handOut(engine, { as: format, records: exported.records }, { purpose: purposes[format], suggestedName: `${suggestedName}.${format}`, bytes });
    if (out.done === 'not') return;
    setFailure(out.done === 'failed' ? out.failure : null);
    setSaved(out.done === 'saved' ? say('export.saved', { name: out.name }) : '');
  };
  useCommand('done', () => void save(), { enabled: isReady });
  useCommand('export', () => void save(), { enabled: isReady });
  return (
    <DeskAct>
      <Button variant="filled" disabled={!isReady} onClick={() => void save()}>{say('export.save')}</Button>
      <span role="status">{saved}</span>
      {failure === null ? null : <ErrorSentence failure={failure} />}
    </DeskAct>
  );
}

const purposes: Readonly<Record<Format, Payload<'file:save'>['purpose']>> = { pdf: 'report', docx: 'report-document', csv: 'table' };

/** The bytes of a format; `null` while they are not there. */
function useFileOf(): (format: Format, document: ReportDocument, printed: PrintedReport | null) => Promise<Uint8Array<ArrayBuffer> | null> {
  const say = useWords('report');
  return async (format, document, printed) => {
    if (format === 'pdf') return printed?.pdf ?? null;
    if (format === 'docx') return (await import('./report-docx.ts')).reportDocx(document, say('document.page'));
    const head = (name: 'section' | 'code' | 'name' | 'by' | 'part' | 'value') => say(`document.csv.${name}`);
    return reportCsv(document, { heads: [head('section'), head('code'), head('name'), head('by'), head('part'), head('value')], number: numberInTable, separator: decimalSign() === ',' ? ';' : ',' });
  };
}
