import { Button, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RecordId } from '../../../../core/ids.ts';
import { minutesLanguages, type MinutesLanguage } from '../../../../core/minutes/labels/languages.ts';
import type { RecordValue } from '../../../../core/records/kinds.ts';
import { byOrder } from '../../../../core/records/order.ts';
import type { Failure } from '../../../../core/result.ts';
import { sizeInWords } from '../../attachments/file-words.ts';
import { useEngineQuery, useSettings } from '../../engine-client/engine-context.tsx';
import { useCommand } from '../../kit/commands.ts';
import { Desk, DeskAct, DeskRemark } from '../../kit/desk.tsx';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { Facts } from '../../kit/facts.tsx';
import { useHandOut } from '../../kit/hand-out.ts';
import { MarkingBadge } from '../../kit/marking-badge.tsx';
import { Notice } from '../../kit/notice.tsx';
import { paths } from '../../kit/paths.ts';
import { useNamedInRecord } from '../../kit/persons-named.ts';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { languageNow } from '../../words/language.ts';
import { numberInWords } from '../../words/numbers.ts';
import { useWords } from '../../words/words.ts';
import type { Payload } from '../../../../electron/preload/bridge.ts';
import { PdfPages } from '../../pdf/pdf-pages.tsx';
import { Refusals } from './refusals.tsx';
import classes from './export.module.css';
import { usePrinted, type Printed } from './use-printed.ts';

const formats = ['pdf', 'docx'] as const;
type Format = (typeof formats)[number];

/** What the person chose here, what the settings say, or what the interface speaks; `null` until the settings are known. */
function useLanguageOfLabels() {
  const settings = useSettings();
  const [chosen, choose] = useState<MinutesLanguage | null>(null);
  return [chosen ?? (settings === undefined ? null : (settings.minutesLanguage ?? languageNow())), choose] as const;
}

/** The minutes as they would leave: their pages in the language chosen, what speaks against it, and what failed. */
function useExport(meeting: RecordId) {
  const [language, setLanguage] = useLanguageOfLabels();
  const [h3Confirmed, setH3Confirmed] = useState(false);
  const [broken, setBroken] = useState<Uint8Array | null>(null);
  const { printed, making, failure } = usePrinted(meeting, language === null ? null : { language, h3Confirmed });
  // Asked as if nothing were confirmed, so that the question stays when it has been answered.
  const reasons = useEngineQuery(['records', 'any', 'refusals', meeting], (engine) => engine.minutes.refusals(meeting, { language: 'en' })).data ?? [];
  const opened = useEngineQuery(['records', 'meeting', 'open', meeting], (engine) => engine.notebook.open('meeting', meeting)).data;
  const view = opened?.ok === true ? opened.value : null;
  useShownMarking(printed?.job.level ?? view?.level ?? null);
  const failed = broken !== null && broken === printed?.pdf ? { code: 'print-failed' } : failure;
  return { language, setLanguage, h3Confirmed, setH3Confirmed, setBroken, printed, making, failed, reasons, view };
}

/** The page as it will be printed, beside its few choices. */
export function ExportPage({ meeting }: { meeting: RecordId }) {
  const say = useWords('export');
  const [format, setFormat] = useState<Format>('pdf');
  const { printed, making, failed, view, ...leaving } = useExport(meeting);
  const named = useNamedInRecord(meeting);
  const ways = (
    <>
      <Link href={paths.meeting(meeting)}>{say('back')}</Link>
      <Link href={paths.checkMinutes}>{say('check.link')}</Link>
    </>
  );
  return (
    <Desk
      pagesLabel={say('pages')}
      pages={printed === null ? null : <PdfPages pdf={printed.pdf} onFailed={() => leaving.setBroken(printed.pdf)} />}
      making={making}
      makingWords={say('making')}
      choicesLabel={say('choices')}
      title={say('title')}
      {...(view === null ? {} : { of: view.value.title })}
      ways={ways}
    >
      <Choices language={leaving.language} onLanguage={leaving.setLanguage} format={format} onFormat={setFormat} />
      <Refusals reasons={leaving.reasons} h3Confirmed={leaving.h3Confirmed} onConfirm={leaving.setH3Confirmed} />
      {named === '' ? null : <Notice>{named}</Notice>}
      <SaveAct meeting={meeting} format={format} printed={making || failed !== null || view === null ? null : printed} distribution={view?.value.distribution ?? []} />
      {failed === null ? null : <ErrorSentence failure={failed} />}
      {printed === null ? null : <About printed={printed} format={format} />}
      {view === null || printed === null ? null : <DeskRemark>{say(view.standing === 'approved' ? 'approved' : 'draft')}</DeskRemark>}
    </Desk>
  );
}

interface ChoicesProps {
  readonly language: MinutesLanguage | null;
  readonly onLanguage: (language: MinutesLanguage) => void;
  readonly format: Format;
  readonly onFormat: (format: Format) => void;
}

function Choices({ language, onLanguage, format, onFormat }: ChoicesProps) {
  const say = useWords('export');
  return (
    <>
      <Select
        label={say('language')}
        description={say('language-help')}
        data={minutesLanguages.map((one) => ({ value: one, label: say(`languages.${one}`) }))}
        value={language}
        onChange={(value) => value !== null && onLanguage(value)}
        allowDeselect={false}
      />
      <div className={classes['format']}>
        <SegmentedControl fullWidth aria-label={say('format')} data={formats.map((value) => ({ value, label: say(`formats.${value}`) }))} value={format} onChange={onFormat} />
        <DeskRemark>{say(`formatHelp.${format}`)}</DeskRemark>
      </div>
    </>
  );
}

/** The one button. It saves what is shown, byte for byte. */
function SaveAct({ meeting, format, printed, distribution }: { meeting: RecordId; format: Format; printed: Printed | null; distribution: RecordValue<'meeting'>['distribution'] }) {
  const say = useWords('export');
  const handOut = useHandOut();
  const [saved, setSaved] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async () => {
    if (printed === null) return;
    const recipients = distribution.toSorted(byOrder).map(({ name, country, institution }) => ({ name, country: country ?? ('' as const), institution }));
    const departure = { as: format, records: [meeting], purpose: recipients.length === 0 ? 'own-use' : 'circulation', recipients } as const;
    const out = await handOut(departure, await fileOf(printed, format));
    if (out.done === 'not') return;
    setFailure(out.done === 'failed' ? out.failure : null);
    setSaved(out.done === 'saved' ? say('saved', { name: out.name }) : '');
  };
  useCommand('done', () => void save(), { enabled: printed !== null });
  useCommand('export', () => void save(), { enabled: printed !== null });
  return (
    <DeskAct>
      <Button variant="filled" disabled={printed === null} onClick={() => void save()}>
        {say('act')}
      </Button>
      <span role="status">{saved}</span>
      {failure === null ? null : <ErrorSentence failure={failure} />}
    </DeskAct>
  );
}

/** The file as it leaves: the pages that are shown, or the same words for a word processor. */
async function fileOf({ job, pdf }: Printed, format: Format): Promise<Payload<'file:save'>> {
  if (format === 'pdf') return { purpose: 'minutes', suggestedName: job.suggestedName, bytes: pdf };
  const { minutesDocx } = await import('./minutes-docx.ts');
  return { purpose: 'report-document', suggestedName: job.suggestedName.replace(/\.pdf$/, '.docx'), bytes: await minutesDocx(job) };
}

function About({ printed, format }: { printed: Printed; format: Format }) {
  const say = useWords('export');
  return (
    <>
      <Facts
        facts={[
          [say('facts.marking'), <MarkingBadge key="marking" level={printed.job.level} />],
          ...(format === 'pdf' ? [[say('facts.pages'), numberInWords(printed.pages)] as const, [say('facts.size'), sizeInWords(printed.pdf.length)] as const] : []),
          [say('facts.file'), format === 'pdf' ? printed.job.suggestedName : printed.job.suggestedName.replace(/\.pdf$/, '.docx')],
        ]}
      />
      <DeskRemark>{say(format === 'pdf' ? 'inside' : 'insideWord')}</DeskRemark>
    </>
  );
}
