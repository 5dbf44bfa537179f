import { createElement } from 'react';
import { csvOf } from '../../../../core/tables/csv.ts';
import type { TransferDetails, TransferQuery, TransferRow } from '../../../engine/api.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import type { Engine } from '../../engine-client/start-engine.ts';
import { useConfirm } from '../../kit/confirm-dialog.tsx';
import { handOut } from '../../kit/hand-out.ts';
import { useMarkingOf } from '../../kit/marking-band.ts';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { tell } from '../../kit/undo.ts';
import { membersInWords, recipientInWords, useTransferInWords } from '../../registers/transfer-in-words.ts';
import { dayInWords, dayOf, timeInWords, today } from '../../words/dates.ts';
import { decimalSign, numberInTable } from '../../words/numbers.ts';
import { useWords } from '../../words/words.ts';
import { highestOf } from './highest-of.ts';

const atOnce = 500;
const columns = ['when', 'what', 'how', 'recipients', 'records', 'letters', 'level', 'aboutPersons', 'ground', 'permissions', 'release', 'result', 'since'] as const;

async function everyRow(engine: Engine, query: TransferQuery): Promise<readonly TransferRow[]> {
  const rows: TransferRow[] = [];
  for (;;) {
    const piece = await engine.registers.transfers(query, { from: rows.length, count: atOnce });
    rows.push(...piece.rows);
    if (piece.rows.length === 0 || rows.length >= piece.total) return rows;
  }
}

/** What was found, as a table: no titles, so that it says nothing of what was erased. Saving it is registered too. */
export function useSaveTransfers(): (query: TransferQuery) => Promise<void> {
  const say = useWords('registers');
  const engine = useEngine();
  const confirm = useConfirm();
  const markingOf = useMarkingOf();
  const line = useLine();
  return async (query) => {
    const rows = await everyRow(engine, query);
    const highest = highestOf(rows.flatMap((row) => row.levels).map(markingOf));
    const body = createElement('p', null, highest === null ? say('transfers.exportPlain') : say('transfers.exportLevel', { level: highest.full }));
    if (!(await confirm({ title: say('transfers.exportTitle'), body, confirm: say('transfers.exportAct') }))) return;
    const lines: (readonly string[])[] = [columns.map((name) => say(`columns.${name}`))];
    for (const row of rows) {
      const details = await engine.registers.transfer(row.transfer);
      if (details !== null) lines.push(line(details));
    }
    const suggestedName = `${say('transfers.fileName', { day: dayInWords(today()), level: highest?.short ?? '' }).trim().replaceAll('/', '-')}.csv`;
    const out = await handOut(engine, { as: 'csv', records: [], register: 'transfers' }, { purpose: 'table', suggestedName, bytes: csvOf(lines, decimalSign() === ',' ? ';' : ',') });
    if (out.done === 'failed') tellFailure(out.failure);
    if (out.done === 'saved') tell(say('transfers.exported', { name: out.name }));
  };
}

function useLine(): (details: TransferDetails) => readonly string[] {
  const say = useWords('registers');
  const words = useTransferInWords();
  const markingOf = useMarkingOf();
  const time = (at: number) => `${dayInWords(dayOf(at))} ${timeInWords(at)}`;
  return (details) => {
    const { at, groups, recipients, records, letters, levels, aboutPersons, lots, since } = details;
    const grounds = lots.flatMap(({ ground }) => (ground === null ? [] : [say('details.groundLine', { ground: say(`details.grounds.${ground.article}`), explanation: ground.explanation, day: dayInWords(ground.on) })]));
    const permissions = lots.flatMap((lot) => lot.permissions.map((one) => say(`details.covers.${one.covers}`, { by: one.by, day: dayInWords(one.on), reference: one.reference })));
    const releases = lots.flatMap(({ release }) => (release === null ? [] : [say(`details.releases.${release.type}`, { by: release.by, reference: release.reference })]));
    return [
      time(at), words.title(details), words.way(details),
      [...groups.map(membersInWords), ...recipients.map(recipientInWords)].join('; '),
      `${numberInTable(records)}${words.what(details) === '' ? '' : ` (${words.what(details)})`}`, letters === 0 ? '' : numberInTable(letters),
      highestOf(levels.map(markingOf))?.short ?? '', aboutPersons ? say('columns.yes') : '',
      each(grounds), each(permissions), each(releases),
      words.result(details), since === null ? '' : time(since),
    ];
  };
}

function each(lines: readonly string[]): string {
  return [...new Set(lines)].join('; ');
}
