import { Select } from '@mantine/core';
import { useState } from 'react';
import { crimeAreas } from '../../../../core/records/case.ts';
import type { RecordRow } from '../../../engine/api.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { countryName } from '../../kit/country-name.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { pathOfRecord } from '../../kit/paths.ts';
import { OnePane } from '../../kit/room-layout.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { joined } from '../../words/joined.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import { ContactViews } from './views.tsx';
import classes from './contacts.module.css';
import { compareWords } from '../../words/language.ts';

type Row = RecordRow<'contact'>;

/** "Whom do I call in Montenegro about firearms?": two choices, then names with their numbers. */
export function WhomToCall() {
  const say = useWords('contacts');
  const words = useKindWords('contact');
  const [country, setCountry] = useState<string | null>(null);
  const [area, setArea] = useState<string | null>(null);
  const answer = useEngineQuery(['records', 'contact', 'list'], (engine) => engine.notebook.list('contact'));
  const rows = (answer.data ?? []).filter((row) => row.value.active !== false);
  const countries = [...new Set(rows.flatMap((row) => row.value.country ?? []))].map((one) => ({ value: one as string, label: countryName(one) })).toSorted((one, other) => compareWords(one.label, other.label));
  const fits = rows.filter((row) => (country === null || row.value.country === country) && (area === null || aboutOf(row).includes(area)));
  // Who has the area on the card stands before whoever is only in the country.
  const shown = (area === null ? fits : [...fits, ...rows.filter((row) => country !== null && row.value.country === country && aboutOf(row).length === 0)]).toSorted(byName);
  useShownMarking(shown.map((row) => row.level));
  return (
    <OnePane label={say('views.call')}>
      <ContactViews view="call" />
      <div className={classes['ask']}>
        <Select label={say('callIn')} data={countries} value={country} onChange={setCountry} searchable clearable autoFocus />
        <Select label={say('callAbout')} data={crimeAreas.map((one) => ({ value: one, label: words.choice('crimeAreas', one) }))} value={area} onChange={setArea} clearable />
      </div>
      {!answer.isPending && shown.length === 0 ? <EmptyState>{say('callNobody')}</EmptyState> : null}
      <RowList label={say('views.call')}>
        {shown.map((row) => (
          <ListRow key={row.record} to={pathOfRecord('contact', row.record)} level={row.level} title={row.title} facts={factsOf(row, words.choice)} aside={row.value.numbers?.[0]?.number ?? row.value.emails?.[0]?.address} />
        ))}
      </RowList>
    </OnePane>
  );
}

function aboutOf(row: Row): readonly string[] {
  return row.value.crimeAreas ?? [];
}

function factsOf({ value }: Row, word: (path: string, value: string) => string): string {
  const desks = (value.memberships ?? []).map((one) => word('memberships.*.network', one.network));
  return joined(value.role, value.institution, value.country ? countryName(value.country) : '', ...desks.slice(0, 2), (value.languages ?? []).map((one) => word('languages', one)).join(', '));
}

function byName(one: Row, other: Row): number {
  return compareWords(one.value.sortName || one.title, other.value.sortName || other.title);
}
