import { createElement } from 'react';
import { csvOf } from '../../../../core/tables/csv.ts';
import type { ConsultationQuery, ConsultationRow } from '../../../engine/api.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import type { Engine } from '../../engine-client/start-engine.ts';
import { useConfirm } from '../../kit/confirm-dialog.tsx';
import { handOut } from '../../kit/hand-out.ts';
import { useMarkingOf } from '../../kit/marking-band.ts';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { tell } from '../../kit/undo.ts';
import { useTransferInWords } from '../../registers/transfer-in-words.ts';
import { dayInWords, dayOf, timeInWords, today } from '../../words/dates.ts';
import { useKindWordsOf } from '../../words/kind-words.ts';
import { decimalSign, numberInTable } from '../../words/numbers.ts';
import { useWords } from '../../words/words.ts';
import { highestOf } from './highest-of.ts';

const atOnce = 1000;
const columns = ['when', 'did', 'what', 'level', 'aboutPersons', 'words', 'found'] as const;

async function everyRow(engine: Engine, query: ConsultationQuery): Promise<readonly ConsultationRow[]> {
  const rows: ConsultationRow[] = [];
  for (;;) {
    const piece = await engine.registers.consultations(query, { from: rows.length, count: atOnce });
    rows.push(...piece.rows);
    if (piece.rows.length === 0 || rows.length >= piece.total) return rows;
  }
}

/** What was found, as a table without titles. Saving it is registered too. */
export function useSaveConsultations(): (query: ConsultationQuery) => Promise<void> {
  const say = useWords('registers');
  const engine = useEngine();
  const confirm = useConfirm();
  const markingOf = useMarkingOf();
  const transfer = useTransferInWords();
  const wordsOf = useKindWordsOf();
  const line = (row: ConsultationRow): readonly string[] => [
    `${dayInWords(dayOf(row.at))} ${timeInWords(row.at)}`,
    say(`log.dids.${row.did}`),
    row.transfer === null ? (row.kind === null ? '' : wordsOf(row.kind).one) : transfer.title(row.transfer),
    row.level === null ? '' : markingOf(row.level).short,
    row.aboutPersons ? say('columns.yes') : '',
    row.search?.words ?? row.justification,
    row.search === null ? '' : numberInTable(row.search.found),
  ];
  return async (query) => {
    const rows = await everyRow(engine, query);
    const highest = highestOf(rows.flatMap((row) => row.level ?? row.transfer?.levels ?? []).map(markingOf));
    if (!(await confirm({ title: say('log.exportTitle'), body: createElement('p', null, say('log.exportBody')), confirm: say('transfers.exportAct') }))) return;
    const suggestedName = `${say('log.fileName', { day: dayInWords(today()), level: highest?.short ?? '' }).trim().replaceAll('/', '-')}.csv`;
    const bytes = csvOf([columns.map((name) => say(`log.columns.${name}`)), ...rows.map(line)], decimalSign() === ',' ? ';' : ',');
    const out = await handOut(engine, { as: 'csv', records: [], register: 'consultations' }, { purpose: 'table', suggestedName, bytes });
    if (out.done === 'failed') tellFailure(out.failure);
    if (out.done === 'saved') tell(say('transfers.exported', { name: out.name }));
  };
}
