import { defaultScheme } from '../../../core/markings/default-scheme.ts';
import { handOverLabelsOf } from '../../../core/hand-over/hand-over-labels.ts';
import { kosovoFootnotes } from '../../../core/minutes/kosovo-footnote.ts';
import { labelsOf } from '../../../core/minutes/labels/labels-of.ts';
import { english } from '../../../renderer/ui/words/en/index.ts';
import { french } from '../../../renderer/ui/words/fr/index.ts';
import { flattened } from '../../../renderer/ui/words/resources.ts';

/**
 * The words of a paper that Rapporteur says in English and never in French. For papers whose own texts are
 * French: a single label that was left in English is found, whatever stands around it.
 */
export function englishWordsIn(paper: string): readonly string[] {
  const said = new Set(wordsOf(paper.replaceAll(/\s+/g, ' ').replaceAll(official, '')));
  return [...said].filter((word) => inEnglish.has(word) && !inFrench.has(word));
}

/** What must be said where Kosovo* is named is official in English, and may stand beside its translation. */
const official = kosovoFootnotes('en', 'en').map((note) => note.text).join(' ');

const wordsOf = (text: string) => text.toLowerCase().replaceAll(/\{\{?\w+\}?\}/g, ' ').match(/\p{L}{3,}/gu) ?? [];

/** Every text in a set of labels, those too that are made from a number or from names. */
function textsIn(labels: unknown): readonly string[] {
  if (typeof labels === 'string') return [labels];
  if (typeof labels !== 'object' || labels === null) return [];
  return Object.values(labels).flatMap(textsIn);
}

const catalogue = (rooms: object) => Object.values(rooms as typeof english).flatMap((room) => [...flattened(room).values()]);
// Markings are what they are in every language; the name of the app and of formats too.
const everywhere = [...defaultScheme.markings.flatMap(({ short, full }) => [short, full]), 'Rapporteur', 'Electron'];
const inEnglish = new Set([...catalogue(english), ...textsIn(labelsOf('en')), ...textsIn(handOverLabelsOf('en'))].flatMap(wordsOf));
const inFrench = new Set([...catalogue(french), ...textsIn(labelsOf('fr')), ...textsIn(handOverLabelsOf('fr')), ...everywhere].flatMap(wordsOf));
