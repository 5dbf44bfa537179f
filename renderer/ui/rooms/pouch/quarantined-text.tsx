import type { QuarantinedLetter } from '../../../engine/api.ts';
import { useValueInWords } from '../../changes/value-in-words.ts';
import { instantInWords } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import classes from './pouch.module.css';

/** What a letter in quarantine would write, change by change; marked as not part of the notebook. */
export function QuarantinedText({ letter }: { letter: QuarantinedLetter }) {
  const say = useWords('arrivals');
  const words = useKindWords(letter.kind);
  const inWords = useValueInWords();
  return (
    <section className={classes['quarantined']} aria-label={say('quarantine.readOf', { title: letter.title })}>
      <p>
        <strong>{say('quarantine.notPart')}</strong>
      </p>
      {letter.entries.map((entry) => (
        <div key={entry.change}>
          <p className={classes['up']}>{joined(entry.author, instantInWords(entry.at))}</p>
          <dl className={classes['written']}>
            {entry.fields
              .map((one) => ({ field: one.field, text: inWords(letter.kind, one.field, one.after) }))
              .filter((one) => one.text !== '')
              .map((one) => (
                <div key={one.field}>
                  <dt>{words.field(one.field)}</dt>
                  <dd>{one.text}</dd>
                </div>
              ))}
          </dl>
        </div>
      ))}
    </section>
  );
}
