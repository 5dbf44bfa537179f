import { useMemo } from 'react';
import { natureOf } from '../../../../core/records/field-nature.ts';
import { kinds, type RecordKind } from '../../../../core/records/kinds.ts';
import { foldName } from '../../../../core/text/fold-name.ts';
import type { ListWord } from '../../../engine/api.ts';
import { useSurroundings } from '../../engine-client/engine-context.tsx';
import { countryChoices } from '../country-name.ts';
import { useKindWords, type KindWords } from '../../words/kind-words.ts';

interface Named {
  readonly field: string;
  readonly value: string;
  readonly folded: string;
}

/** What was typed as the engine takes it: each word with the values (countries, phases, groups) that are called so. */
export function useTypedWords(kind: RecordKind, typed: string): readonly ListWord[] {
  const words = useKindWords(kind);
  const groups = useSurroundings()?.jwgs;
  const vocabulary = useMemo(() => vocabularyOf(kind, words, groups ?? []), [kind, words, groups]);
  return useMemo(
    () => typed.split(/\s+/).filter((text) => foldName(text) !== '').map((text) => ({ text, values: valuesCalled(foldName(text), vocabulary) })),
    [typed, vocabulary],
  );
}

function vocabularyOf(kind: RecordKind, words: KindWords, groups: readonly { readonly id: string; readonly name: string; readonly shortName: string }[]): readonly Named[] {
  const { region, others } = countryChoices();
  return (kinds[kind].row as readonly string[]).flatMap((field): readonly Named[] => {
    const nature = natureOf(kind, field);
    const named = (value: string, name: string): Named => ({ field, value, folded: foldName(name) });
    if (nature?.type === 'choice') return nature.choices.map((value) => named(value, words.choice(field, value)));
    if (nature?.type === 'country') return [...region, ...others].map(({ value, label }) => named(value, label));
    return nature?.type === 'group' ? groups.map((group) => named(group.id, `${group.name} ${group.shortName}`)) : [];
  });
}

function valuesCalled(word: string, vocabulary: readonly Named[]): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = {};
  for (const { field, value, folded } of vocabulary) if (` ${folded}`.includes(` ${word}`)) (found[field] ??= []).push(value);
  return found;
}
