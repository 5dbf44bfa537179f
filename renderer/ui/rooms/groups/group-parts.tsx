import { Tabs } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { JwgId } from '../../../../core/ids.ts';
import type { RecordKind, RecordValue } from '../../../../core/records/kinds.ts';
import type { RecordRow } from '../../../engine/api.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { RecordList, type RecordListParts } from '../../kit/record-list/record-list.tsx';
import { nearDayInWords, today } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { listOfGroup } from './list-of-group.ts';
import { GroupPeople } from './group-people.tsx';
import classes from './groups.module.css';

type Part = 'overview' | 'cases' | 'meetings' | 'actions' | 'requests' | 'contacts' | 'people';

export interface GroupPartsProps {
  /** `null`: the group is in no profile, so that no record can belong to it. */
  readonly jwg: JwgId | null;
  readonly members: RecordValue<'jwg'>['members'];
  readonly overview: ReactNode;
}

/** A group part by part: each list is whole, with its filter, its order and its acts. */
export function GroupParts({ jwg, members, overview }: GroupPartsProps) {
  const say = useWords('groups');
  const [part, setPart] = useState<Part>('overview');
  const counts = useCounts(jwg);
  const parts: readonly Part[] = jwg === null ? ['overview', 'people'] : ['overview', 'cases', 'meetings', 'actions', 'requests', 'contacts', 'people'];
  return (
    <Tabs value={part} onChange={(next) => setPart((next ?? 'overview') as Part)} keepMounted={false}>
      <Tabs.List aria-label={say('parts.label')} className={classes['tabs'] ?? ''}>
        {parts.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {say(`parts.${one}`)}
            {(counts[one] ?? 0) === 0 ? null : <span className={classes['count']}> {counts[one]}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="overview">{overview}</Tabs.Panel>
      {jwg === null ? null : (
        <>
          <Tabs.Panel value="cases"><Of kind="case" jwg={jwg} list={{ columns: ['phase', 'countries', 'lead'], facets: ['phase', 'countries', 'crimeAreas'] }} /></Tabs.Panel>
          <Tabs.Panel value="meetings"><Of kind="meeting" jwg={jwg} list={{ columns: ['series', 'place', 'stage'], facets: ['series', 'stage'], group: { by: 'day', as: 'coming' }, aside: dayAside }} /></Tabs.Panel>
          <Tabs.Panel value="actions"><Of kind="action" jwg={jwg} list={{ columns: ['owner', 'case'], facets: ['status', 'owner'], sort: { by: 'due' }, group: { by: 'due', as: 'near', closed: { field: 'status', values: ['done', 'dropped'] } }, aside: dueAside, isUrgent: isLate }} /></Tabs.Panel>
          <Tabs.Panel value="requests"><Of kind="request" jwg={jwg} list={{ columns: ['instrument', 'toCountry', 'status'], facets: ['status', 'instrument', 'toCountry'], sort: { by: 'due' }, group: 'status' }} /></Tabs.Panel>
          <Tabs.Panel value="contacts"><Of kind="contact" jwg={jwg} list={{ columns: ['role', 'institution', 'country'], facets: ['country', 'languages'], group: 'country' }} /></Tabs.Panel>
        </>
      )}
      <Tabs.Panel value="people"><GroupPeople jwg={jwg} members={members} /></Tabs.Panel>
    </Tabs>
  );
}

/** The records of a kind that belong to the group. */
function Of<Kind extends RecordKind>({ kind, jwg, list }: { kind: Kind; jwg: JwgId; list: RecordListParts<Kind> }) {
  return (
    <div className={classes['list']}>
      <RecordList kind={kind} filter={{ jwg }} within={`group ${kind}`} {...list} />
    </div>
  );
}

/** How many there are of each, without a row of them. */
function useCounts(jwg: JwgId | null): Partial<Record<Part, number>> {
  return { cases: useCount('case', jwg), meetings: useCount('meeting', jwg), actions: useCount('action', jwg), requests: useCount('request', jwg), contacts: useCount('contact', jwg) };
}

function useCount(kind: RecordKind, jwg: JwgId | null): number {
  return useEngineQuery(['records', kind, 'count', 'jwg', jwg], async (engine) => (jwg === null ? 0 : (await engine.lists.query(listOfGroup(kind, jwg), { from: 0, count: 0 })).all)).data ?? 0;
}

function dayAside({ value }: RecordRow<'meeting'>) {
  return value.day ? nearDayInWords(value.day) : null;
}

function dueAside({ value }: RecordRow<'action'>) {
  return value.due ? nearDayInWords(value.due) : null;
}

function isLate({ value }: RecordRow<'action'>): boolean {
  return value.status === 'open' && Boolean(value.due) && (value.due ?? '') < today();
}
