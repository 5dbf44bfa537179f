import type { ComboboxItem, OptionsFilter } from '@mantine/core';
import { foldName } from '../../../../core/text/fold-name.ts';

/** Offers whose name holds every word typed, in whatever spelling; the offer to write it down stays at the end. */
export const foldedFilter: OptionsFilter = ({ options, search, limit }) => {
  const words = foldName(search).split(' ').filter((word) => word !== '');
  const found: ComboboxItem[] = [];
  for (const option of options as ComboboxItem[]) {
    if (option.value.startsWith('make:')) {
      found.push(option);
      continue;
    }
    if (found.length >= limit) continue;
    const name = foldName(option.label);
    if (words.every((word) => name.includes(word))) found.push(option);
  }
  return found;
};
