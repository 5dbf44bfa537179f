import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { JwgId } from '../../../../core/ids.ts';
import type { AskedRelease, HeldRow } from '../../../engine/api.ts';
import { useEngine, useEngineQuery } from '../../engine-client/engine-context.tsx';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { paths } from '../../kit/paths.ts';
import { instantInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import classes from './pouch.module.css';
import { useReleaseFile } from './use-release-file.ts';
import { listed } from '../../words/language.ts';

/** Groups whose held records only wait for a second person, each asked for as one batch. */
export function AskRelease({ rows }: { readonly rows: readonly HeldRow[] }) {
  const waiting = rows.filter((row) => row.reasons.some((reason) => reason.code === 'release-not-confirmed'));
  const groups = [...new Map(waiting.flatMap((row) => (row.group === null ? [] : [[row.group, row.jwg ?? '']] as const)))];
  return groups.map(([group, name]) => <AskForGroup key={group} group={group} name={name} count={waiting.filter((row) => row.group === group).length} />);
}

function AskForGroup({ group, name, count }: { readonly group: JwgId; readonly name: string; readonly count: number }) {
  const say = useWords('pouch');
  const engine = useEngine();
  const { failure, saved, save } = useReleaseFile<AskedRelease>();
  const before = useEngineQuery(['pouch', 'releases'], (one) => one.departures.release.overview()).data?.asked.find((one) => one.jwg === group);
  return (
    <div className={classes['asking']} role="group" aria-label={say('release.group', { group: name })}>
      <div className={classes['askingHead']}>
        <p>{say('release.waits', { count, group: name })}</p>
        <Button onClick={() => void save(engine.departures.release.ask(group))}>{say(before === undefined ? 'release.ask' : 'release.ask-again')}</Button>
      </div>
      {failure === null ? null : <ErrorSentence failure={failure} />}
      {saved !== null || before === undefined ? null : (
        <p className={classes['what']}>
          {say('release.asked-before', { count: before.records, time: instantInWords(before.at) })} <Link href={paths.releases}>{say('release.open-answer')}</Link>
        </p>
      )}
      {saved === null ? null : (
        <p role="status">
          {say('release.asked', { count: saved.value.records, file: saved.name, who: namesOf(saved.value) })}{' '}
          {saved.value.leftOut === 0 ? null : say('release.left-out', { count: saved.value.leftOut })} <Link href={paths.releases}>{say('release.open-answer')}</Link>
        </p>
      )}
    </div>
  );
}

function namesOf({ seconds }: AskedRelease): string {
  const names = seconds.slice(0, 6).map((one) => `${one.name} (${one.institution})`);
  return listed(names, 'disjunction');
}
