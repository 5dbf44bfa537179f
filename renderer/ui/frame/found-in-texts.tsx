import { Spotlight } from '@mantine/spotlight';
import { useLocation } from 'wouter';
import { useEngineQueryKept } from '../engine-client/engine-context.tsx';
import { askedSearch } from '../kit/asked-search.ts';
import { keysOf } from '../kit/commands.ts';
import { Kbd } from '../kit/kbd.tsx';
import { MarkingBadge } from '../kit/marking-badge.tsx';
import { pathOfRecord, paths } from '../kit/paths.ts';
import { useShownMarking } from '../kit/shown-marking.ts';
import { useKindWordsOf } from '../words/kind-words.ts';
import { useWords } from '../words/words.ts';
import classes from './palette.module.css';

const fewBest = 5;

/** The best few of the search, besides those whose title says so already, and the way to all of them. */
export function FoundInTexts({ query, besides }: { query: string; besides: readonly string[] }) {
  const say = useWords('search');
  const words = useKindWordsOf();
  const [, go] = useLocation();
  const answer = useEngineQueryKept(['search', 'palette', query], (engine) => engine.search.find({ text: query, most: fewBest * 3, palette: true }), { eachTime: true }).data;
  const best = (answer?.someOnly === true ? [] : (answer?.hits ?? []))
    .map(({ row }) => ({ row, path: pathOfRecord(row.kind, row.record) }))
    .filter(({ path }) => !besides.includes(path))
    .slice(0, fewBest);
  useShownMarking(best.map(({ row }) => row.level));
  const everywhere = () => {
    askedSearch.set({ text: query });
    go(paths.search);
  };
  return (
    <Spotlight.ActionsGroup label={say('best')}>
      {best.map(({ row, path }) => (
        <Spotlight.Action key={path} onClick={() => go(path)}>
          <span className={classes['offer']}>
            <span className={classes['title']}>
              {row.title === '' ? words(row.kind).untitled : row.title} · {words(row.kind).one}
            </span>
            <MarkingBadge level={row.level} />
          </span>
        </Spotlight.Action>
      ))}
      <Spotlight.Action onClick={everywhere}>
        <span className={classes['offer']}>
          {say('everywhere', { text: query })}
          {keysOf['find-everywhere'] === undefined ? null : <Kbd keys={keysOf['find-everywhere']} />}
        </span>
      </Spotlight.Action>
    </Spotlight.ActionsGroup>
  );
}
