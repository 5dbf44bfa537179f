import { Button } from '@mantine/core';
import { recordKinds, type RecordKind } from '../../../../core/records/kinds.ts';
import type { SearchAnswer, SearchQuestion } from '../../../engine/api.ts';
import { useWords } from '../../words/words.ts';
import { useKindWordsOf } from '../../words/kind-words.ts';
import classes from './search.module.css';

/** The kinds in which something was found, with how much; one of them or all. */
export function KindChoice({ question, answer, onChange }: { question: SearchQuestion; answer: SearchAnswer; onChange: (change: Partial<SearchQuestion>) => void }) {
  const say = useWords('search');
  const words = useKindWordsOf();
  const chosen = question.kinds?.[0] ?? null;
  const offered = recordKinds.filter((kind) => (answer.kinds[kind] ?? 0) > 0 || kind === chosen);
  if (offered.length < 2 && chosen === null) return null;
  const choice = (kind: RecordKind | null, name: string, count: number) => (
    <Button key={name} size="compact-sm" aria-pressed={chosen === kind} aria-label={say('kindCount', { kind: name, count })} onClick={() => onChange({ kinds: kind === null ? [] : [kind] })}>
      {name} <span className={classes['count']}>{count}</span>
    </Button>
  );
  const all = offered.reduce((sum, kind) => sum + (answer.kinds[kind] ?? 0), 0);
  return (
    <div role="group" aria-label={say('kinds')} className={classes['kinds']}>
      {choice(null, say('all'), all)}
      {offered.map((kind) => choice(kind, words(kind).many, answer.kinds[kind] ?? 0))}
    </div>
  );
}
