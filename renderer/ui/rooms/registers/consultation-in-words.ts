import type { ConsultationRow, NamedRecord } from '../../../engine/api.ts';
import type { RecordId } from '../../../../core/ids.ts';
import { useTransferInWords } from '../../registers/transfer-in-words.ts';
import { joined, quoted, withSmallBeginning } from '../../words/joined.ts';
import { useKindWordsOf } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';

/** A line of the log in words, with the title that its record has now; `null` of a record: it is not here any more. */
export function useConsultationInWords(): {
  readonly title: (row: ConsultationRow, named: (record: RecordId) => NamedRecord | null | undefined) => string;
  readonly facts: (row: ConsultationRow) => string;
} {
  const say = useWords('registers');
  const transfer = useTransferInWords();
  const wordsOf = useKindWordsOf();
  return {
    title(row, named) {
      if (row.transfer !== null) return transfer.title(row.transfer);
      if (row.search !== null) return say('log.searched', { words: quoted(row.search.words) });
      const kind = row.kind ?? 'note';
      if (row.revealed === 'quarantined') return say('log.quarantined', { kind: withSmallBeginning(wordsOf(kind).one) });
      const known = row.record === null ? null : named(row.record);
      const title = known === undefined ? '…' : known === null ? withSmallBeginning(say('notHere')) : known.title || wordsOf(kind).untitled;
      return say(row.did === 'revealed' ? 'log.restricted' : 'log.opened', { title });
    },
    facts(row) {
      const { search, kind, transfer: left } = row;
      if (left !== null) return joined(transfer.result(left), transfer.what(left), transfer.way(left));
      if (search !== null) return joined(say('log.found', { count: search.found }), kind === null ? '' : say('log.within', { many: withSmallBeginning(wordsOf(kind).many) }));
      return joined(kind === null ? '' : wordsOf(kind).one, row.justification === '' ? '' : say('log.justification', { words: row.justification }));
    },
  };
}
