import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { RecordId } from '../../../../core/ids.ts';
import type { RecordView } from '../../../engine/api.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { LinkDiagram } from '../../diagram/link-diagram.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import type { PageAddress } from '../../kit/page-identity.ts';
import { paths } from '../../kit/paths.ts';
import { useOpenedRecord } from '../../kit/record-page/opened-record.ts';
import { NewRecordButton } from '../../kit/record-room/new-record-button.tsx';
import { DetailPage } from '../../kit/room-layout.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { useWhere } from '../../kit/where.ts';
import { useWords } from '../../words/words.ts';
import { CaseActions, CaseMeetings, CaseNotes, useCaseRows, type CaseRows } from './case-rows.tsx';
import { CaseEditor } from './case-editor.tsx';
import { CaseHead } from './case-head.tsx';
import { CaseContacts, useCaseContacts } from './case-contacts.tsx';
import { CaseFilesPart, useCaseFiles } from './case-files.tsx';
import { CaseAuthorities, CaseLinked, CaseLinkedBeneath, useCaseAuthorities, useLinked } from './case-linked.tsx';
import { CaseOverview } from './case-overview.tsx';
import { CaseTimeline } from './case-timeline.tsx';
import classes from './cases.module.css';

export const caseParts = ['overview', 'notes', 'meetings', 'actions', 'requests', 'proceedings', 'contacts', 'authorities', 'subjects', 'diagram', 'protection', 'advisory', 'files', 'timeline'] as const;
export type CasePart = (typeof caseParts)[number];

const linkedParts = [['requests', 'request'], ['proceedings', 'proceedings'], ['protection', 'protection'], ['advisory', 'activity']] as const;

function useLinkedCounts(record: RecordId): Partial<Record<CasePart, number>> {
  return {
    requests: useLinked('request', record).length,
    proceedings: useLinked('proceedings', record).length,
    contacts: useCaseContacts(record).length,
    authorities: useCaseAuthorities(record).length,
    subjects: useLinked('subject', record).length,
    protection: useLinked('protection', record).length,
    advisory: useLinked('activity', record).length,
    files: useCaseFiles(record).reduce((sum, one) => sum + one.attachments.length, 0),
  };
}

/** A case that has only a draft, or one whose draft goes on. */
export function CaseDraftPage({ address, onDone }: { address: PageAddress; onDone: () => void }) {
  const say = useWords('cases');
  const { opened } = useOpenedRecord('case', address);
  if (opened === undefined) return null;
  if (opened === null) return <DetailPage><EmptyState act={<NewRecordButton kind="case" prominent />}>{say('gone')}</EmptyState></DetailPage>;
  return <CaseEditor key={opened.draft} opened={opened} onDone={onDone} />;
}

/** One case: read, with all that belongs to it, or edited. */
export function CasePage({ record, part }: { record: RecordId; part: CasePart }) {
  const say = useWords('cases');
  const [editing, setEditing] = useState(false);
  const answer = useEngineQuery(['records', 'case', 'open', record], (engine) => engine.notebook.open('case', record));
  // The drafts tell whether the case is being edited; its own answer is not refreshed by them.
  const draft = useEngineQuery(['drafts', 'of', record], async (engine) => (await engine.drafts.list()).find((one) => one.record === record)?.draft ?? null);
  if (answer.isPending || draft.isPending) return null;
  if (answer.data?.ok !== true) return <DetailPage><EmptyState act={<NewRecordButton kind="case" prominent />}>{say('gone')}</EmptyState></DetailPage>;
  if (editing) return <CaseDraftPage address={{ record }} onDone={() => setEditing(false)} />;
  return <ReadCase view={answer.data.value} part={part} drafted={draft.data !== null} onEdit={() => setEditing(true)} />;
}

interface ReadCaseProps {
  readonly view: RecordView<'case'>;
  readonly part: CasePart;
  readonly drafted: boolean;
  readonly onEdit: () => void;
}

function ReadCase({ view, part, drafted, onEdit }: ReadCaseProps) {
  const say = useWords('cases');
  const [, go] = useLocation();
  const rows = useCaseRows(view.record);
  const linked = useLinkedCounts(view.record);
  useShownMarking(view.level);
  useWhere({ case: view.record, jwg: view.value.jwg, level: view.level });
  const counts: Partial<Record<CasePart, number>> = { notes: rows.notes.total, meetings: rows.meetings.length, actions: rows.actions.length, ...linked, files: (linked.files ?? 0) + view.value.attachments.length };
  return (
    <DetailPage>
      <CaseHead view={view} drafted={drafted} onEdit={onEdit} />
      <Tabs value={part} onChange={(next) => go(paths.casePart(view.record, (next ?? 'overview') as CasePart))} keepMounted={false}>
        <Tabs.List aria-label={say('parts.label')} className={classes['tabs'] ?? ''}>
          {caseParts.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {say(`parts.${one}`)}
              {(counts[one] ?? 0) === 0 ? null : <span className={classes['count']}> {counts[one]}</span>}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <CasePanels view={view} rows={rows} />
      </Tabs>
    </DetailPage>
  );
}

function CasePanels({ view, rows }: { view: RecordView<'case'>; rows: CaseRows }) {
  return (
    <>
      <Tabs.Panel value="overview">
        <CaseOverview view={view} rows={rows} />
      </Tabs.Panel>
      <Tabs.Panel value="notes">
        <CaseNotes view={view} total={rows.notes.total} />
      </Tabs.Panel>
      <Tabs.Panel value="meetings">
        <CaseMeetings view={view} rows={rows.meetings} />
        <CaseLinkedBeneath kind="series" view={view} />
      </Tabs.Panel>
      <Tabs.Panel value="actions">
        <CaseActions view={view} rows={rows.actions} />
      </Tabs.Panel>
      {linkedParts.map(([one, kind]) => (
        <Tabs.Panel key={one} value={one}>
          <CaseLinked kind={kind} view={view} />
        </Tabs.Panel>
      ))}
      <Tabs.Panel value="contacts">
        <CaseContacts view={view} />
      </Tabs.Panel>
      <Tabs.Panel value="authorities">
        <CaseAuthorities view={view} />
      </Tabs.Panel>
      <Tabs.Panel value="subjects">
        <CaseLinked kind="subject" view={view} />
        <CaseLinkedBeneath kind="relation" view={view} />
      </Tabs.Panel>
      <Tabs.Panel value="files">
        <CaseFilesPart view={view} />
      </Tabs.Panel>
      <Tabs.Panel value="diagram">
        <LinkDiagram of={{ kind: 'case', record: view.record }} title={view.title} ground={{ case: view.record, jwg: view.value.jwg, level: view.level }} />
      </Tabs.Panel>
      <Tabs.Panel value="timeline">
        <CaseTimeline view={view} />
      </Tabs.Panel>
    </>
  );
}
