import type { JwgId } from '../../../../core/ids.ts';
import type { HeldRow } from '../../../engine/api.ts';
import { usePouchPreview } from '../../engine-client/delivery.ts';
import { useEngineQuery, useMe } from '../../engine-client/engine-context.tsx';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { pathOfDraft, pathOfRecord } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { instantInWords } from '../../words/dates.ts';
import { useKindWordsOf } from '../../words/kind-words.ts';
import { reasonInWords } from '../../words/reasons.ts';
import { useWords } from '../../words/words.ts';

/** Rows that the overview names; the Pouch has all of them. */
const most = 12;

/** What was written for the group and is not with its members: drafts first, then what is held, with the first reason. */
export function StaysHere({ jwg }: { jwg: JwgId }) {
  const say = useWords('groups');
  const wordsOf = useKindWordsOf();
  const reasons = useWords('reasons');
  const isMember = useMe()?.standing === 'member';
  const drafts = (useEngineQuery(['drafts', 'all'], (engine) => engine.drafts.list()).data ?? []).filter((one) => one.jwg === jwg);
  const held: readonly HeldRow[] = (usePouchPreview({ enabled: isMember })?.stays ?? []).filter((one) => one.group === jwg);
  useShownMarking([...drafts, ...held].map((one) => one.level));
  if (drafts.length === 0 && held.length === 0) return null;
  return (
    <Section title={say('stays.title')} count={drafts.length + held.length}>
      <RowList label={say('stays.title')}>
        {drafts.slice(0, most).map((one) => (
          <ListRow
            key={one.draft}
            to={one.record === null ? pathOfDraft(one.kind, one.draft) : pathOfRecord(one.kind, one.record)}
            level={one.level}
            title={one.title || wordsOf(one.kind).untitled}
            facts={say('stays.draft', { kind: wordsOf(one.kind).one })}
            aside={instantInWords(one.savedAt)}
          />
        ))}
        {held.slice(0, Math.max(0, most - drafts.length)).map((one) => (
          <ListRow key={one.record} to={pathOfRecord(one.kind, one.record)} level={one.level} title={one.title || wordsOf(one.kind).untitled} facts={reasonInWords(one.reasons[0], reasons)} />
        ))}
      </RowList>
      {drafts.length + held.length > most ? <p>{say('stays.more', { count: drafts.length + held.length - most })}</p> : null}
    </Section>
  );
}
