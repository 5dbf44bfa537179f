import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RecordId } from '../../../../core/ids.ts';
import type { CaseContact, RecordView } from '../../../engine/api.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { countryName } from '../../kit/country-name.ts';
import { useDecide } from '../../kit/decisions/decide.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { useNewRecord } from '../../kit/new-record.ts';
import { pathOfRecord } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { joined } from '../../words/joined.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { compareWords } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import { LinkContactDialog } from './link-contact-dialog.tsx';
import classes from './cases.module.css';

/** Whom the case and its records name among the contacts, by name. */
export function useCaseContacts(record: RecordId): readonly CaseContact[] {
  const found = useEngineQuery(['records', 'any', 'contacts of', record], (engine) => engine.notebook.contactsOf(record)).data ?? [];
  return found.toSorted((one, other) => compareWords(one.row.title, other.row.title));
}

/** The people of a case: who handles, leads, attends, helps, and who was linked by hand; each as what, and how to reach them. */
export function CaseContacts({ view }: { view: RecordView<'case'> }) {
  const say = useWords('cases');
  const words = useKindWords('contact');
  const begin = useNewRecord();
  const contacts = useCaseContacts(view.record);
  const [linking, setLinking] = useState(false);
  useShownMarking(contacts.map(({ row }) => row.level));
  const add = async () => {
    const failure = await begin('contact', { case: view.record, jwg: view.value.jwg, level: view.level });
    if (failure !== null) tellFailure(failure);
  };
  const acts = (
    <span className={classes['sectionActs']}>
      <Button onClick={() => void add()}>{words.make}</Button>
      <Button {...(contacts.length === 0 ? { variant: 'filled' as const } : {})} onClick={() => setLinking(true)}>{say('contacts.link')}</Button>
    </span>
  );
  return (
    <>
      {contacts.length === 0 ? (
        <EmptyState act={acts}>{say('contacts.empty')}</EmptyState>
      ) : (
        <Section title={say('parts.contacts')} count={contacts.length} acts={acts}>
          <RowList label={say('parts.contacts')}>
            {contacts.map((one) => (
              <ContactRow key={one.row.record} one={one} view={view} />
            ))}
          </RowList>
        </Section>
      )}
      {linking ? <LinkContactDialog view={view} known={contacts.map(({ row }) => row.record)} onClose={() => setLinking(false)} /> : null}
    </>
  );
}

function ContactRow({ one: { row, ways }, view }: { one: CaseContact; view: RecordView<'case'> }) {
  const say = useWords('cases');
  const { decide } = useDecide(view);
  const waysInWords = useWaysInWords();
  const { institution = '', role = '', country = null, numbers = [] } = row.value;
  const isLinked = view.value.contacts.includes(row.record);
  const unlink = () => void decide({ contacts: view.value.contacts.filter((record) => record !== row.record) });
  return (
    <ListRow
      to={pathOfRecord('contact', row.record)}
      level={row.level}
      title={row.title}
      facts={
        <>
          {joined(role, institution, country === null ? '' : countryName(country))}
          <span className={classes['ways']}>{waysInWords(ways)}</span>
        </>
      }
      aside={numbers[0]?.number}
      {...(isLinked ? { beneath: <Button variant="subtle" size="compact-xs" aria-label={say('contacts.unlinkOf', { name: row.title })} onClick={unlink}>{say('contacts.unlink')}</Button> } : {})}
    />
  );
}

/** As what somebody stands in the case; meetings are counted rather than named, when there are several. */
function useWaysInWords(): (ways: CaseContact['ways']) => string {
  const say = useWords('cases');
  return (ways) => {
    const meetings = ways.filter((way) => way.as === 'attendance');
    const others = ways.filter((way) => way.as !== 'attendance' || meetings.length === 1);
    return joined(...others.map((way) => say(`contacts.ways.${way.as}`, { title: way.title })), meetings.length > 1 ? say('contacts.meetings', { count: meetings.length }) : '');
  };
}
