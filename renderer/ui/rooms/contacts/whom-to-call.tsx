import { Select } from '@mantine/core';
import { useState } from 'react';
import { crimeAreas } from '../../../../core/records/case.ts';
import type { ListQuery, RecordRow } from '../../../engine/api.ts';
import { useEngineQueryKept } from '../../engine-client/engine-context.tsx';
import { countryName } from '../../kit/country-name.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { pathOfRecord } from '../../kit/paths.ts';
import { OnePane } from '../../kit/room-layout.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { today } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { compareWords, localeNow } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import { ContactViews } from './views.tsx';
import classes from './contacts.module.css';

type Row = RecordRow<'contact'>;

/** More than anybody reads; two choices make it few. */
const most = 200;

/** "Whom do I call in Montenegro about firearms?": two choices, then names with their numbers. */
export function WhomToCall() {
  const say = useWords('contacts');
  const words = useKindWords('contact');
  const [country, setCountry] = useState<string | null>(null);
  const [area, setArea] = useState<string | null>(null);
  const all = useContacts({});
  const fits = useContacts({ ...(country === null ? {} : { country: [country] }), ...(area === null ? {} : { crimeAreas: [area] }) });
  // Who has the area on the card stands before whoever is only in the country.
  const others = useContacts(country === null || area === null ? null : { country: [country], crimeAreas: [''] });
  const shown = [...(fits?.rows ?? []), ...(others?.rows ?? [])] as readonly Row[];
  const more = (fits?.total ?? 0) + (others?.total ?? 0) - shown.length;
  const countries = (all?.facets['country'] ?? []).filter(({ value }) => value !== '').map(({ value }) => ({ value, label: countryName(value) })).toSorted((one, other) => compareWords(one.label, other.label));
  useShownMarking(shown.map((row) => row.level));
  return (
    <OnePane label={say('views.call')}>
      <ContactViews view="call" />
      <div className={classes['ask']}>
        <Select label={say('callIn')} data={countries} value={country} onChange={setCountry} searchable clearable autoFocus />
        <Select label={say('callAbout')} data={crimeAreas.map((one) => ({ value: one, label: words.choice('crimeAreas', one) }))} value={area} onChange={setArea} clearable />
      </div>
      {fits !== undefined && shown.length === 0 ? <EmptyState>{say('callNobody')}</EmptyState> : null}
      <RowList label={say('views.call')}>
        {shown.map((row) => (
          <ListRow key={row.record} to={pathOfRecord('contact', row.record)} level={row.level} title={row.title} facts={factsOf(row, words.choice)} aside={row.value.numbers?.[0]?.number ?? row.value.emails?.[0]?.address} />
        ))}
      </RowList>
      {more > 0 ? <p className={classes['quiet']}>{say('callMore', { count: more })}</p> : null}
    </OnePane>
  );
}

/** Contacts that can be called, narrowed; nobody for `null`. */
function useContacts(only: ListQuery['only'] | null) {
  const query: ListQuery = { kind: 'contact', filter: {}, words: [], only: { active: ['true'], ...only }, sort: { by: 'title', descending: false }, group: null, facets: ['country'], locale: localeNow(), today: today() };
  const answer = useEngineQueryKept(['records', 'contact', 'call', JSON.stringify(query)], (engine) => engine.lists.query(query, { from: 0, count: most }), { enabled: only !== null }).data;
  return only === null ? undefined : answer;
}

function factsOf({ value }: Row, word: (path: string, value: string) => string): string {
  const desks = (value.memberships ?? []).map((one) => word('memberships.*.network', one.network));
  return joined(value.role, value.institution, value.country ? countryName(value.country) : '', ...desks.slice(0, 2), (value.languages ?? []).map((one) => word('languages', one)).join(', '));
}
