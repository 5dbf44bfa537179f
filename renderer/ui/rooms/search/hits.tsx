import { Link } from 'wouter';
import type { Excerpt, SearchAnswer, SearchHit } from '../../../engine/api.ts';
import { useEngineQueryKept } from '../../engine-client/engine-context.tsx';
import { FoundRuns } from '../../kit/found-runs.tsx';
import { markOnPage } from '../../kit/found-words.ts';
import { ListGroup } from '../../kit/list-group.tsx';
import { MarkingBadge } from '../../kit/marking-badge.tsx';
import { bandOf, useMarkingOf } from '../../kit/marking-band.ts';
import { pathOfRecord } from '../../kit/paths.ts';
import { nearDayInWords } from '../../words/dates.ts';
import { useKindWordsOf } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import classes from './search.module.css';

/** What was found, by kind; the kind with the best first. */
export function Hits({ text, answer }: { text: string; answer: SearchAnswer }) {
  const say = useWords('search');
  const words = useKindWordsOf();
  const records = answer.hits.map(({ row }) => row.record);
  const excerpts = useEngineQueryKept(['search', 'excerpts', text, ...records], (engine) => engine.search.excerpts(text, records), { enabled: records.length > 0 }).data ?? [];
  const excerptOf = new Map(excerpts.map((one) => [one.record, one] as const));
  const kinds = [...Map.groupBy(answer.hits, ({ row }) => row.kind)];
  return (
    <div data-hits className={classes['hits']} role="region" aria-label={say('results')}>
      {kinds.map(([kind, hits]) => (
        <ListGroup key={kind} title={words(kind).many}>
          {hits.map((hit) => (
            <Hit key={hit.row.record} hit={hit} excerpt={excerptOf.get(hit.row.record)} />
          ))}
        </ListGroup>
      ))}
    </div>
  );
}

function Hit({ hit: { row, day }, excerpt }: { hit: SearchHit; excerpt: Excerpt | undefined }) {
  const say = useWords('search');
  const words = useKindWordsOf()(row.kind);
  const marking = useMarkingOf()(row.level);
  const path = pathOfRecord(row.kind, row.record);
  const title = row.title === '' ? words.untitled : row.title;
  return (
    <li className={classes['hit']} data-band={bandOf(marking)}>
      <Link href={path} className={classes['row'] ?? ''} data-row onClick={() => markOnPage(path, excerpt?.words ?? [])}>
        <span className={classes['title']}>{row.title !== '' && excerpt !== undefined ? <FoundRuns runs={excerpt.title} /> : title}</span>
        <span className={classes['aside']}>
          <MarkingBadge level={row.level} /> {nearDayInWords(day)}
        </span>
        {excerpt?.parts.map(({ field, runs }) => (
          <span key={`${field} ${runs[0]?.text ?? ''}`} className={classes['excerpt']}>
            <span className={classes['fieldName']}>{fieldInWords(words, field)}</span> <FoundRuns runs={runs} />
          </span>
        ))}
        {excerpt === undefined || excerpt.why.length === 0 ? null : (
          <span className={classes['why']}>{excerpt.why.map(({ how, found }) => say(`why.${how}`, { found })).join(' · ')}</span>
        )}
      </Link>
    </li>
  );
}

type Words = ReturnType<ReturnType<typeof useKindWordsOf>>;

/** The field, or for a part of a list what its items are called. */
function fieldInWords(words: Words, field: string): string {
  const [name = '', part] = field.split('.');
  const list = part === undefined ? '' : words.list(name).one;
  return list !== '' && list !== words.list('').one ? list : words.field(name);
}

