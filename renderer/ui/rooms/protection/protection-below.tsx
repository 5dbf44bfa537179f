import { Button } from '@mantine/core';
import type { RecordId } from '../../../../core/ids.ts';
import type { RecordValue } from '../../../../core/records/kinds.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { countryName } from '../../kit/country-name.ts';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { useNewRecord } from '../../kit/new-record.ts';
import { pathOfRecord } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { nearDayInWords } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import { WatchedNames } from './watched-names.tsx';
import { WhoReads } from './who-reads.tsx';

interface Below {
  readonly record: RecordId;
  readonly value: RecordValue<'protection'>;
}

/** The watch over the names, the requests to the unit, and who can read all this. */
export function ProtectionBelow({ record, value }: Below) {
  return (
    <>
      <WatchedNames key={record} record={record} marks={value.marks.length} />
      <Referrals record={record} value={value} />
      <WhoReads jwg={value.jwg} />
    </>
  );
}

/** Requests that refer this person to a protection unit, and a new one that says their code name. */
function Referrals({ record, value }: Below) {
  const say = useWords('protection');
  const words = useKindWords('request');
  const begin = useNewRecord();
  const rows = useEngineQuery(['records', 'request', 'list', 'link', record], (engine) => engine.notebook.list('request', { link: record })).data ?? [];
  useShownMarking(rows.map((row) => row.level));
  const refer = async () => {
    const failure = await begin('request', {
      case: value.case,
      jwg: value.jwg,
      value: { title: say('referral.titleOf', { codeName: value.codeName }), instrument: 'witness-protection-referral', protection: record, toAuthority: value.unit, toCountry: value.country, theirReference: value.unitReference },
    });
    if (failure !== null) tellFailure(failure);
  };
  return (
    <Section title={say('referral.many')} count={rows.length} acts={<Button onClick={() => void refer()}>{say('referral.begin')}</Button>}>
      {rows.length === 0 ? <p>{say('referral.none')}</p> : null}
      <RowList label={say('referral.many')}>
        {rows.map((row) => {
          const { due, sent, status = 'draft', toCountry } = row.value;
          return (
            <ListRow
              key={row.record}
              to={pathOfRecord('request', row.record)}
              level={row.level}
              title={row.title || words.untitled}
              facts={joined(words.choice('status', status), toCountry ? countryName(toCountry) : '')}
              aside={due ? nearDayInWords(due) : sent ? nearDayInWords(sent) : undefined}
            />
          );
        })}
      </RowList>
    </Section>
  );
}
