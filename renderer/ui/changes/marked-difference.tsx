import { useMemo } from 'react';
import { useWords } from '../words/words.ts';
import { wordDifference } from './word-difference.ts';
import classes from './marked-difference.module.css';

/** One text as it became another: what went is struck, what came is underlined. */
export function MarkedDifference({ before, after }: { before: string; after: string }) {
  const say = useWords('records');
  const stretches = useMemo(() => wordDifference(before, after), [before, after]);
  if (before === after) return <p className={classes['quiet']}>{say('difference.same')}</p>;
  return (
    <p className={classes['text']}>
      {stretches.map((piece, at) => {
        // Stretches have no identity but their place; they are made anew with every text.
        const key = `${String(at)} ${piece.of}`;
        if (piece.of === 'one') return <del key={key} className={classes['removed']}>{piece.text}</del>;
        return piece.of === 'other' ? <ins key={key} className={classes['inserted']}>{piece.text}</ins> : <span key={key}>{piece.text}</span>;
      })}
    </p>
  );
}

/** One of two texts side by side: the words that the other does not have are marked. */
export function MarkedAgainst({ text, other, language }: { text: string; other: string; language?: string | undefined }) {
  const say = useWords('records');
  const stretches = useMemo(() => wordDifference(text, other), [text, other]);
  if (text === '') return <p className={classes['quiet']}>{say('empty')}</p>;
  return (
    <p className={classes['text']} lang={language}>
      {stretches
        .filter((piece) => piece.of !== 'other')
        .map((piece, at) => {
          const key = `${String(at)} ${piece.of}`;
          return piece.of === 'one' ? <mark key={key} className={classes['own']}>{piece.text}</mark> : <span key={key}>{piece.text}</span>;
        })}
    </p>
  );
}
