import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RecordId } from '../../../../core/ids.ts';
import type { Watched } from '../../../engine/api.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { useConfirm } from '../../kit/confirm-dialog.tsx';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { Notice } from '../../kit/notice.tsx';
import { pathOfRecord } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { tell } from '../../kit/undo.ts';
import { useKindWordsOf } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import { NamesDialog } from './names-dialog.tsx';
import classes from './protection.module.css';

/** Whether names are watched, and how many; never which. What was found when they were typed is told until one leaves the page. */
export function WatchedNames({ record, marks }: { record: RecordId; marks: number }) {
  const say = useWords('protection');
  const engine = useEngine();
  const confirm = useConfirm();
  const [typing, setTyping] = useState(false);
  const [watched, setWatched] = useState<Watched | null>(null);
  const stop = async () => {
    if (!(await confirm({ title: say('watch.stopTitle'), body: say('watch.stopAbout'), confirm: say('watch.stop'), loss: true }))) return;
    const answer = await engine.protection.unwatch(record);
    if (!answer.ok) return tellFailure(answer.failure);
    setWatched(null);
    tell(say('watch.stopped'));
  };
  const acts = (
    <div className={classes['acts']}>
      {marks === 0 ? null : <Button variant="subtle" onClick={() => void stop()}>{say('watch.stop')}</Button>}
      <Button {...(marks === 0 ? { variant: 'filled' as const } : {})} onClick={() => setTyping(true)}>{say(marks === 0 ? 'watch.begin' : 'watch.more')}</Button>
    </div>
  );
  return (
    <Section title={say('watch.title')} acts={acts}>
      <p>{marks === 0 ? say('watch.none') : say('watch.some', { count: marks })}</p>
      {watched === null ? null : <Found watched={watched} />}
      {typing ? <NamesDialog record={record} onClose={() => setTyping(false)} onWatched={setWatched} /> : null}
    </Section>
  );
}

function Found({ watched: { found } }: { watched: Watched }) {
  const say = useWords('protection');
  const wordsOf = useKindWordsOf();
  useShownMarking(found.map((one) => one.level));
  if (found.length === 0) return <Notice>{say('watch.foundNothing')}</Notice>;
  return (
    <>
      <Notice>{say('watch.found', { count: found.length })}</Notice>
      <RowList label={say('watch.foundList')}>
        {found.map((one) => (
          <ListRow key={one.record} to={pathOfRecord(one.kind, one.record)} level={one.level} title={one.title || wordsOf(one.kind).untitled} facts={wordsOf(one.kind).one} />
        ))}
      </RowList>
    </>
  );
}
