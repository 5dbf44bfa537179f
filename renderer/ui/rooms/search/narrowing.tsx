import { Button, Select } from '@mantine/core';
import type { JwgId, MarkingId, PersonId } from '../../../../core/ids.ts';
import type { SearchAnswer, SearchQuestion } from '../../../engine/api.ts';
import { useSurroundings } from '../../engine-client/engine-context.tsx';
import { useNamed } from '../../engine-client/titles.ts';
import { CaseSelect } from '../../kit/case-select.tsx';
import { countryName } from '../../kit/country-name.ts';
import { DayInput } from '../../kit/day-field.tsx';
import { Disclosure } from '../../kit/disclosure.tsx';
import { useMarkingOf } from '../../kit/marking-band.ts';
import { dayInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import classes from './search.module.css';

interface NarrowingProps {
  readonly question: SearchQuestion;
  readonly answer: SearchAnswer | undefined;
  readonly onChange: (change: Partial<SearchQuestion>) => void;
}

const limits = ['from', 'until', 'case', 'jwg', 'level', 'country', 'author'] as const;
const none: Partial<SearchQuestion> = { from: null, until: null, case: null, jwg: null, level: null, country: null, author: null };

/** Whether anything but words limits what is looked for. */
export function isNarrowed(question: SearchQuestion): boolean {
  return limits.some((one) => (question[one] ?? null) !== null) || (question.kinds ?? []).length > 0;
}

/** Limits by day, case, group, level, country and author, folded away until they are wanted. */
export function Narrowing({ question, answer, onChange }: NarrowingProps) {
  const say = useWords('search');
  const names = useNames(question, answer);
  const set = names.chosen.length > 0;
  const select = (name: 'jwg' | 'level' | 'country' | 'author', label: string, choose: (value: string | null) => Partial<SearchQuestion>) => (
    <Select label={label} data={names.offered[name]} value={question[name] ?? null} onChange={(value) => onChange(choose(value))} clearable searchable={names.offered[name].length > 8} />
  );
  return (
    <Disclosure title={say('narrow')} now={set ? names.chosen.join(' · ') : say('noLimits')}>
      <div className={classes['limits']}>
        <DayInput label={say('from')} day={question.from ?? null} onChange={(from) => onChange({ from })} />
        <DayInput label={say('until')} day={question.until ?? null} onChange={(until) => onChange({ until })} />
        <CaseSelect label={say('case')} value={question.case ?? null} onChange={(chosen) => onChange({ case: chosen })} />
        {select('jwg', say('group'), (value) => ({ jwg: value as JwgId | null }))}
        {select('level', say('level'), (value) => ({ level: value as MarkingId | null }))}
        {select('country', say('country'), (value) => ({ country: value }))}
        {select('author', say('author'), (value) => ({ author: value as PersonId | null }))}
        <Button className={classes['clear'] ?? ''} disabled={!set} onClick={() => onChange(none)}>{say('clear')}</Button>
      </div>
    </Disclosure>
  );
}

/** What can be chosen, and what is, in words. What is chosen is offered even where nothing is found. */
function useNames(question: SearchQuestion, answer: SearchAnswer | undefined) {
  const say = useWords('search');
  const marking = useMarkingOf();
  const named = useNamed();
  const jwgs = useSurroundings()?.jwgs ?? [];
  const also = <Value extends string>(values: readonly Value[], chosen: Value | null | undefined) => [...new Set([...values, ...(chosen === null || chosen === undefined ? [] : [chosen])])];
  const authors = answer?.authors ?? [];
  const authorName = (person: PersonId) => authors.find((one) => one.person === person)?.name || say('unknownAuthor');
  const offered = {
    jwg: jwgs.map((one) => ({ value: one.id as string, label: one.name })),
    level: also(answer?.levels ?? [], question.level).map((one) => ({ value: one as string, label: marking(one).full })),
    country: also(answer?.countries ?? [], question.country).map((one) => ({ value: one, label: countryName(one) })),
    author: also(authors.map((one) => one.person), question.author).map((one) => ({ value: one as string, label: authorName(one) })),
  };
  const labelOf = (name: keyof typeof offered) => offered[name].find((one) => one.value === (question[name] ?? null))?.label;
  const { from, until } = question;
  const days = [from === null || from === undefined ? '' : say('fromDay', { day: dayInWords(from) }), until === null || until === undefined ? '' : say('untilDay', { day: dayInWords(until) })];
  const inCase = question.case === null || question.case === undefined ? '' : (named(question.case)?.title ?? '');
  const chosen = [...days, inCase, ...(['jwg', 'level', 'country', 'author'] as const).map((name) => labelOf(name) ?? '')].filter((one) => one !== '');
  return { offered, chosen };
}
