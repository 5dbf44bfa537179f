import { Button } from '@mantine/core';
import { judgeRequest, usualBases, type RequestWarning } from '../../../../core/cooperation/judge-request.ts';
import { useSurroundings } from '../../engine-client/engine-context.tsx';
import { countryName } from '../../kit/country-name.ts';
import type { RecordEditing } from '../../kit/record-page/record-editing.ts';
import { dayInWords, today } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { tableWords } from '../../words/table-words.ts';
import { useWords } from '../../words/words.ts';
import classes from './requests.module.css';

type Editing = RecordEditing<'request'>;

/** What the country table says of the plan, with its source and the usual way. It warns; nothing is forbidden. */
export function RequestJudgement({ editing }: { editing: Editing }) {
  const say = useWords('requests');
  const { form } = editing;
  const table = useSurroundings()?.countryTable;
  const [from, to, instrument, bases, route, translationInto, sent] = form.watch(['fromCountry', 'toCountry', 'instrument', 'bases', 'route', 'translationInto', 'sent']);
  if (table === undefined || from === null || to === null) return null;
  const on = sent ?? today();
  const warnings = judgeRequest(table, { from, to, instrument, bases, route, translationInto }, on);
  const usual = usualBases(table, [from, to], on).filter((one) => !bases.includes(one));
  return (
    <aside className={classes['judgement']} aria-label={say('judgement.label')} aria-live="polite">
      {warnings.length === 0 ? <p>{say('judgement.nothing', { from: countryName(from), to: countryName(to) })}</p> : null}
      {warnings.map((warning) => (
        <Warning key={`${warning.about} ${warning.choice} ${warning.country ?? ''}`} warning={warning} form={form} />
      ))}
      {bases.length > 0 || usual.length === 0 ? null : <UsualBases bases={usual} form={form} />}
      <p className={classes['quiet']}>{say('judgement.asOf', { day: dayInWords(table.asOf) })}</p>
    </aside>
  );
}

interface WarningProps {
  readonly warning: RequestWarning;
  readonly form: Editing['form'];
}

function Warning({ warning, form }: WarningProps) {
  const say = useWords('requests');
  const word = useChoiceWord();
  const { type, about, choice, country, entry, instead } = warning;
  const facts = { choice: word(about, choice), country: country === null ? '' : countryName(country) };
  return (
    <div className={classes['warning']} data-type={type}>
      <p>
        <strong>{say(`judgement.${type}`)}</strong> {say(`judgement.about.${about}-${type}`, facts)}
      </p>
      {entry === null ? null : <p className={classes['quiet']}>{joined(tableWords(entry.remark), tableWords(entry.source), entry.from === null ? '' : say('judgement.since', { day: dayInWords(entry.from) }))}</p>}
      {instead.length === 0 ? null : (
        <div className={classes['instead']}>
          {instead.map((one) => (
            <Button key={one} onClick={() => take(form, about, choice, one)}>{say('judgement.take', { choice: word(about, one) })}</Button>
          ))}
        </div>
      )}
    </div>
  );
}

function UsualBases({ bases, form }: { bases: readonly string[]; form: Editing['form'] }) {
  const say = useWords('requests');
  const word = useChoiceWord();
  return (
    <div className={classes['warning']}>
      <p>{say('judgement.usual')}</p>
      <div className={classes['instead']}>
        {bases.map((one) => (
          <Button key={one} onClick={() => take(form, 'basis', '', one)}>{word('basis', one)}</Button>
        ))}
      </div>
    </div>
  );
}

function useChoiceWord(): (about: RequestWarning['about'], choice: string) => string {
  const words = useKindWords('request');
  const field = { instrument: 'instrument', basis: 'bases', route: 'route', language: 'translationInto' } as const;
  return (about, choice) => (choice === '' ? '' : words.choice(field[about], choice));
}

/** Puts the usual way where the unusual one stands. */
function take(form: Editing['form'], about: RequestWarning['about'], choice: string, next: string): void {
  const options = { shouldDirty: true } as const;
  const lists = { basis: 'bases', language: 'translationInto' } as const;
  if (about === 'instrument' || about === 'route') return form.setValue(about, next as never, options);
  const name = lists[about];
  const others = (form.getValues(name) as readonly string[]).filter((one) => about === 'language' || one !== choice);
  form.setValue(name, [...new Set([...others, next])] as never, options);
}
