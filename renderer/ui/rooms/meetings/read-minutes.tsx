import { Button } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import type { ItemKey } from '../../../../core/ids.ts';
import { correctionsOf, type NumberedCorrection } from '../../../../core/meetings/corrections.ts';
import { CountryName } from '../../kit/country-field.tsx';
import { MarkingBadge } from '../../kit/marking-badge.tsx';
import { dayInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { inOrder } from '../../kit/keyed-items.ts';
import { expected, informed } from '../../../../core/meetings/attendance.ts';
import { outcomesOf, type Outcome } from '../../../../core/meetings/item-outcome.ts';
import { numbersOf } from '../../../../core/meetings/line-numbers.ts';
import type { Attendance, MeetingForm } from './meeting-form.ts';
import type { Passage } from './correction-dialog.tsx';
import { BesideText, CorrectionNotes, MarkedText, type CorrectionActs } from './correction-notes.tsx';
import { LineText } from './taken-lines.tsx';
import marks from './corrections.module.css';
import classes from './read-minutes.module.css';

/** Corrections to approved minutes, each beside what it corrects. */
export interface CorrectedProps {
  readonly all: readonly NumberedCorrection[];
  readonly acts: CorrectionActs;
  readonly onCorrect: (passage: Passage) => void;
}

export interface ReadMinutesProps {
  readonly value: Omit<MeetingForm, 'typing'>;
  /** Absent: the minutes are not approved. */
  readonly corrected?: CorrectedProps;
}

const noActs: CorrectionActs = { decide: () => undefined, mayWithdraw: () => false, withdraw: () => undefined };

/** The minutes as a reader has them: attendance, then item by item. */
export function ReadMinutes({ value, corrected }: ReadMinutesProps) {
  const say = useWords('meetings');
  const notesOf = (of: ItemKey | null) => (corrected === undefined ? [] : correctionsOf(corrected.all, of, value));
  const acts = corrected?.acts ?? noActs;
  const agenda = inOrder(value.agenda);
  const numbers = numbersOf(value);
  const people = expected(value.attendance);
  const next = [value.next.day === null ? '' : dayInWords(value.next.day), value.next.start ?? '', value.next.place].filter((one) => one !== '');
  return (
    <article className={classes['minutes']} lang={value.language} data-corrected={(corrected?.all.length ?? 0) > 0 || undefined}>
      <CorrectionsOfWhole notes={notesOf(null)} acts={acts} />
      {(['present', 'apologies', 'absent', 'invited'] as const).map((presence) => (
        <People key={presence} title={say(`read.${presence}`)} people={people.filter((one) => one.presence === presence)} />
      ))}
      <People title={say('read.informed')} people={informed(value.attendance)} />
      {agenda.length === 0 ? <p className={classes['quiet']}>{say('read.noMinutes')}</p> : null}
      {agenda.map((item, at) => {
        const lines = inOrder(value.lines.filter((line) => line.item === item.key));
        return (
          <section key={item.key}>
            <BesideText notes={notesOf(item.key)} acts={acts}>
              <h2>
                {`${String(at + 1)}. `}<MarkedText text={item.title} notes={notesOf(item.key)} /> {item.level === null ? null : <MarkingBadge level={item.level} />}
              </h2>
            </BesideText>
            <OutcomeRead outcomes={outcomesOf(item, value.lines)} />
            {item.parked ? <p className={classes['quiet']}>{say('agenda.parkedLong')}</p> : null}
            {lines.length === 0 ? <p className={classes['quiet']}>{say('read.nothing')}</p> : lines.map((line) => (
              <BesideText key={line.key} notes={notesOf(line.key)} acts={acts}>
                <CorrectableLine text={line.text} {...(corrected === undefined ? {} : { onCorrect: (text: string) => corrected.onCorrect({ of: line.key, text }) })}>
                  <LineText line={line} number={numbers.get(line.key)} text={<MarkedText text={line.text} notes={notesOf(line.key)} />} />
                </CorrectableLine>
              </BesideText>
            ))}
          </section>
        );
      })}
      <Titles title={say('read.annexes')} titles={inOrder(value.annexes).map((one) => one.title)} />
      <Titles title={say('read.distribution')} titles={inOrder(value.distribution).map((one) => [one.name, one.institution].filter((part) => part !== '').join(', '))} />
      {next.length === 0 ? null : (
        <section>
          <h2>{say('read.next')}</h2>
          <p>{next.join(' · ')}</p>
        </section>
      )}
    </article>
  );
}

/** Corrections that name no line: above the minutes. */
function CorrectionsOfWhole({ notes, acts }: { notes: readonly NumberedCorrection[]; acts: CorrectionActs }) {
  const say = useWords('meetings');
  if (notes.length === 0) return null;
  return (
    <section>
      <h2>{say('corrections.ofWhole')}</h2>
      <CorrectionNotes notes={notes} acts={acts} />
    </section>
  );
}

/** A line with what corrects it within reach; words that are selected in it are proposed as the passage. */
function CorrectableLine({ text, onCorrect, children }: { text: string; onCorrect?: (passage: string) => void; children: ReactNode }) {
  const say = useWords('meetings');
  const selected = useRef('');
  if (onCorrect === undefined) return children;
  const begin = () => {
    const words = selected.current.trim();
    onCorrect(words !== '' && text.includes(words) ? words : text);
  };
  return (
    <div className={marks['line']}>
      {children}
      <Button variant="subtle" size="compact-xs" className={marks['correct'] ?? ''} aria-label={say('corrections.correctLine', { text })} onPointerDown={() => (selected.current = window.getSelection()?.toString() ?? '')} onClick={begin}>
        {say('corrections.correct')}
      </Button>
    </div>
  );
}

function OutcomeRead({ outcomes }: { outcomes: readonly Outcome[] }) {
  const say = useWords('meetings');
  return outcomes.length === 0 ? null : <p className={classes['outcome']}>{say('outcome.of', { what: outcomes.map((one) => say(`outcome.${one}`)).join(', ') })}</p>;
}

function People({ title, people }: { title: string; people: readonly Attendance[] }) {
  if (people.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className={classes['people']}>
        {people.map((one) => (
          <li key={one.key}>
            <span className={classes['name']}>{one.name}</span> {one.institution}
            {one.country === null ? null : (
              <>
                {one.institution === '' ? '' : ', '}
                <CountryName code={one.country} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Titles({ title, titles }: { title: string; titles: readonly string[] }) {
  if (titles.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ol className={classes['titles']}>
        {titles.map((one, at) => (
          <li key={`${String(at)} ${one}`}>{one}</li>
        ))}
      </ol>
    </section>
  );
}
