import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { RecordId } from '../../../../core/ids.ts';
import type { RecordValue } from '../../../../core/records/kinds.ts';
import type { RecordRow } from '../../../engine/api.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { useNamed } from '../../engine-client/titles.ts';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { useNewRecord } from '../../kit/new-record.ts';
import { pathOfRecord, paths } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { dayInWords } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import classes from './subjects.module.css';

/** How this subject hangs together with others, whichever of the two the relation was written from. */
export function SubjectRelations({ record, value }: { record: RecordId; value: RecordValue<'subject'> }) {
  const say = useWords('subjects');
  const begin = useNewRecord();
  const rows = useEngineQuery(['records', 'relation', 'list', 'link', record], (engine) => engine.notebook.list('relation', { link: record })).data ?? [];
  useShownMarking(rows.map((row) => row.level));
  const add = async () => {
    const failure = await begin('relation', { case: value.case, jwg: value.jwg, value: { from: record } });
    if (failure !== null) tellFailure(failure);
  };
  return (
    <Section title={say('relations.title')} count={rows.length} acts={<RelationActs record={record} onAdd={() => void add()} />}>
      {rows.length === 0 ? (
        <p className={classes['quiet']}>{say('relations.none')}</p>
      ) : (
        <RowList label={say('relations.title')}>
          {rows.map((row) => (
            <RelationRow key={row.record} row={row} of={record} />
          ))}
        </RowList>
      )}
    </Section>
  );
}

function RelationActs({ record, onAdd }: { record: RecordId; onAdd: () => void }) {
  const say = useWords('subjects');
  return (
    <span className={classes['sectionActs']}>
      <Button component={Link} href={paths.diagram('subject', record)}>{say('relations.diagram')}</Button>
      <Button onClick={onAdd}>{say('relations.add')}</Button>
    </span>
  );
}

function RelationRow({ row, of }: { row: RecordRow<'relation'>; of: RecordId }) {
  const say = useWords('subjects');
  const words = useKindWords('relation');
  const named = useNamed();
  const { from, to, label, type = 'UnknownLink', nature = 'assessment', since, until } = row.value;
  const isFrom = from === of;
  const other = isFrom ? to : from;
  const name = (other === undefined ? '' : named(other)?.title) || say('relations.unnamed');
  const how = label === undefined || label === '' ? words.choice('type', type) : label;
  return (
    <ListRow
      to={pathOfRecord('relation', row.record)}
      level={row.level}
      title={say(isFrom ? 'relations.to' : 'relations.from', { type: how, name })}
      facts={joined(words.choice('nature', nature), label ? words.choice('type', type) : '', since ? say('relations.sinceDay', { day: dayInWords(since) }) : '', until ? say('relations.untilDay', { day: dayInWords(until) }) : '')}
    />
  );
}
