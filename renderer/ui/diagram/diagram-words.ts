import { useMemo } from 'react';
import type { GraphRelation, GraphSubject } from '../../../core/diagram/link-graph.ts';
import type { TFunction } from 'i18next';
import { dayInWords } from '../words/dates.ts';
import { joined } from '../words/joined.ts';
import { useKindWords, type KindWords } from '../words/kind-words.ts';
import { useWords } from '../words/words.ts';

/** What subjects and relations are called in a diagram: on the canvas, in the list beside it, and in what is exported. */
export interface DiagramWords {
  readonly nameOf: (subject: GraphSubject) => string;
  /** What a subject is: the category of a person that has one, otherwise the sort of subject. */
  readonly whatOf: (subject: GraphSubject) => string;
  /** How two subjects hang together; empty where nothing is known but that they do. */
  readonly howOf: (relation: GraphRelation) => string;
  /** The same, said even then. */
  readonly typeOf: (relation: GraphRelation) => string;
  readonly natureOf: (relation: GraphRelation) => string;
  /** From when to when; empty where neither is known. */
  readonly whenOf: (relation: Pick<GraphRelation, 'since' | 'until'>) => string;
}

export function useDiagramWords(): DiagramWords {
  const say = useWords('diagram');
  const subjects = useKindWords('subject');
  const relations = useKindWords('relation');
  return useMemo(() => wordsFrom(say, subjects, relations), [say, subjects, relations]);
}

function wordsFrom(say: TFunction<'diagram'>, subjects: KindWords, relations: KindWords): DiagramWords {
  const howOf = ({ label, type }: GraphRelation) => label || (type === 'UnknownLink' ? '' : relations.choice('type', type));
  return {
    nameOf: ({ name }) => name || subjects.untitled,
    whatOf: ({ schema, category }) => (category === null || category === 'not-decided' ? subjects.choice('schema', schema) : subjects.choice('categories.*.category', category)),
    howOf,
    typeOf: (relation) => howOf(relation) || relations.choice('type', relation.type),
    natureOf: ({ nature }) => relations.choice('nature', nature),
    whenOf: ({ since, until }) => {
      if (since !== null && until !== null) return say('when.both', { since: dayInWords(since), until: dayInWords(until) });
      return joined(since === null ? '' : say('when.since', { day: dayInWords(since) }), until === null ? '' : say('when.until', { day: dayInWords(until) }));
    },
  };
}
