import { Menu } from '@mantine/core';
import { standingHold } from '../../../../core/persons/legal-hold.ts';
import { today } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { useHoldInWords } from '../hold-words.ts';

/** To the bin; where a legal hold stands, the sentence that says whose and until when stands in its place. */
export function BinItem({ value, onBin }: { readonly value: object; readonly onBin: () => void }) {
  const say = useWords('kit');
  const inWords = useHoldInWords();
  const hold = standingHold(value, today());
  if (hold === null) return <Menu.Item onClick={onBin}>{say('record.bin')}</Menu.Item>;
  // Reached by the arrows and read like any item; a press does nothing and leaves it open.
  return (
    <Menu.Item aria-disabled closeMenuOnClick={false} maw={280}>
      {say('hold.noBin', { hold: inWords(hold) })}
    </Menu.Item>
  );
}
