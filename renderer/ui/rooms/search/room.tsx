import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { SearchAnswer, SearchQuestion } from '../../../engine/api.ts';
import { useEngineQueryKept } from '../../engine-client/engine-context.tsx';
import { askedSearch } from '../../kit/asked-search.ts';
import { useCommand } from '../../kit/commands.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { OnePane } from '../../kit/room-layout.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { useWords } from '../../words/words.ts';
import { Hits } from './hits.tsx';
import { KindChoice } from './kind-choice.tsx';
import { isNarrowed, Narrowing } from './narrowing.tsx';
import classes from './search.module.css';

const atFirst = 50;

/** Everything in the notebook by its words: names in any spelling, numbers in any format. */
export function SearchRoom() {
  const say = useWords('search');
  const question = askedSearch.use();
  const [most, setMost] = useState(atFirst);
  const ask = (change: Partial<SearchQuestion>) => {
    setMost(atFirst);
    askedSearch.set({ ...question, ...change });
  };
  const asks = question.text.trim() !== '' || isNarrowed(question);
  const answer = useEngineQueryKept(['search', JSON.stringify(question), most], (engine) => engine.search.find({ ...question, most }), { enabled: asks });
  const found = asks ? answer.data : undefined;
  useShownMarking(found?.hits.map(({ row }) => row.level));
  return (
    <OnePane label={say('label')} wide>
      <SearchField text={question.text} onChange={(text) => ask({ text })} />
      <Narrowing question={question} answer={found} onChange={ask} />
      {found === undefined ? null : <KindChoice question={question} answer={found} onChange={ask} />}
      <div role="status" className={classes['said']}>{found === undefined ? null : <Said question={question} answer={found} />}</div>
      {asks ? null : <EmptyState>{say('empty')}</EmptyState>}
      {found === undefined ? null : <Hits text={question.text} answer={found} />}
      {found === undefined || found.hits.length >= found.total ? null : <Button onClick={() => setMost(most + atFirst)}>{say('more')}</Button>}
    </OnePane>
  );
}

function SearchField({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const say = useWords('search');
  const field = useRef<HTMLInputElement>(null);
  const write = () => {
    field.current?.focus();
    field.current?.select();
  };
  useEffect(write, []);
  useCommand('find-everywhere', write);
  useCommand('find-here', write);
  const press = (event: KeyboardEvent) => {
    const first = document.querySelector<HTMLElement>('[data-hits] [data-row]');
    if (first === null || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return;
    event.preventDefault();
    if (event.key === 'Enter') first.click();
    else first.focus();
  };
  return (
    <TextInput
      ref={field}
      type="search"
      size="md"
      aria-label={say('field')}
      placeholder={say('placeholder')}
      maxLength={500}
      value={text}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={press}
    />
  );
}

/** How much was found, and on what terms. */
function Said({ question, answer }: { question: SearchQuestion; answer: SearchAnswer }) {
  const say = useWords('search');
  const text = question.text.trim();
  const none = text === '' ? say('nothingWithin') : say(isNarrowed(question) ? 'nothingNarrowed' : 'nothing', { text: `“${text}”` });
  return (
    <>
      <p>{answer.total === 0 ? none : say('count', { count: answer.total })}</p>
      {answer.someOnly ? <p>{say('someOnly')}</p> : answer.withErrors && answer.total > 0 ? <p>{say('withErrors')}</p> : null}
      {answer.indexing === null ? null : <p>{say('indexing', answer.indexing)}</p>}
    </>
  );
}
