import type { TransferRow } from '../../engine/api.ts';
import { ListRow, RowList } from '../kit/list-row.tsx';
import { useHighestOf, useMarkingOf } from '../kit/marking-band.ts';
import { paths } from '../kit/paths.ts';
import { instantInWords } from '../words/dates.ts';
import { joined } from '../words/joined.ts';
import { useWords } from '../words/words.ts';
import { useTransferInWords } from './transfer-in-words.ts';

/** Transfers as rows: what was done and for whom, what it was, when, and what became of it. */
export function TransferRows({ label, rows }: { label: string; rows: readonly TransferRow[] }) {
  return (
    <RowList label={label}>
      {rows.map((row) => (
        <Row key={row.transfer} row={row} />
      ))}
    </RowList>
  );
}

function Row({ row }: { row: TransferRow }) {
  const say = useWords('registers');
  const words = useTransferInWords();
  const markingOf = useMarkingOf();
  const highest = useHighestOf(row.levels);
  return (
    <ListRow
      to={paths.transfer(row.transfer)}
      level={highest?.id ?? null}
      title={words.title(row)}
      aside={instantInWords(row.at)}
      facts={joined(
        words.result(row), words.what(row), highest === null ? '' : markingOf(highest.id).short, words.way(row),
        row.aboutPersons ? say('aboutPersons') : '', row.groups.some((group) => group.thirdCountries) ? say('thirdCountries') : '', row.elsewhere ? say('elsewhere') : '',
      )}
    />
  );
}
