import { Button } from '@mantine/core';
import type { ImportItem, ImportPreview } from '../../../engine/api.ts';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { Section } from '../../kit/section.tsx';
import { useWords } from '../../words/words.ts';
import { AgendaPreview } from './agenda-preview.tsx';
import { ProblemList } from './problem-list.tsx';
import type { ImportNow } from './use-import.ts';
import classes from './imports.module.css';

/** What would be made and what not, then the one press that makes it. */
export function ImportPreviewSection({ now }: { now: ImportNow }) {
  const say = useWords('imports');
  const { state, becomes, preview, reading, make } = now;
  const count = countOf(now);
  const missing = missingOf(now);
  const words = reading && preview === undefined ? say('reading') : count === 0 ? say('nothing') : say(`willMake.${becomes}`, { count });
  const act = becomes === 'agenda' && state.into === null ? 'newMeeting' : becomes;
  return (
    <Section title={say('preview')}>
      <p role="status" className={classes['said']}>{words}{missing !== null && count > 0 ? ` ${say(missing)}` : ''}</p>
      {preview === undefined ? null : <Preview preview={preview} />}
      {state.failure === null ? null : <ErrorSentence failure={state.failure} />}
      <div className={classes['acts']}>
        <Button variant="filled" disabled={count === 0 || reading || missing !== null} onClick={() => void make()}>
          {say(`make.${act}`, { count })}
        </Button>
      </div>
    </Section>
  );
}

function countOf({ state, becomes, fitting, preview }: ImportNow): number {
  if (becomes === 'files') return fitting.length;
  return becomes === 'agenda' ? (preview?.agenda ?? []).filter((_, at) => !state.without.includes(at)).length : (preview?.total ?? 0);
}

/** What the person has still to say before anything is made. */
function missingOf({ state, becomes, meetings, meetingTitle }: ImportNow): 'noteTitleMissing' | 'meetingTitleMissing' | 'meetingGone' | null {
  if (becomes === 'files') return state.title.trim() === '' ? 'noteTitleMissing' : null;
  if (becomes !== 'agenda') return null;
  if (state.into === null) return meetingTitle === '' ? 'meetingTitleMissing' : null;
  return meetings.some((row) => row.record === state.into) ? null : 'meetingGone';
}

function Preview({ preview }: { preview: ImportPreview & { readonly unreadable: number } }) {
  const say = useWords('imports');
  const beyond = preview.total - preview.items.length;
  return (
    <>
      {preview.unreadable === 0 ? null : <p className={classes['refusal']}>{say('unreadable', { count: preview.unreadable })}</p>}
      {preview.items.length === 0 ? null : (
        <ol className={classes['scroll']} aria-label={say('items')} tabIndex={0}>
          {preview.items.map((item, index) => <Item key={index} item={item} />)}
          {beyond > 0 ? <li className={classes['quiet']}>{say('more', { count: beyond })}</li> : null}
        </ol>
      )}
      <AgendaPreview items={preview.agenda} />
      <ProblemList problems={preview.problems} count={preview.problemCount} />
    </>
  );
}

function Item({ item }: { item: ImportItem }) {
  const say = useWords('imports');
  const facts = [...item.facts, ...(item.files === 0 ? [] : [say('withFiles', { count: item.files })])];
  return (
    <li className={classes['item']}>
      <span className={classes['name']}>{item.title}</span>
      <span className={classes['facts']}>{facts.join(' · ')}</span>
    </li>
  );
}
