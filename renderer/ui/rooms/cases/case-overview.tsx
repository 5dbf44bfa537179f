import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import type { RecordView } from '../../../engine/api.ts';
import { RecordAttachments } from '../../attachments/record-attachments.tsx';
import { useSurroundings } from '../../engine-client/engine-context.tsx';
import { countryName } from '../../kit/country-name.ts';
import { Facts } from '../../kit/facts.tsx';
import { paths } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { useSafeguardsInWords } from '../../safeguards/safeguards-in-words.ts';
import { dayInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { inOrder } from './case-form.ts';
import { CaseTeam } from './case-team.tsx';
import { ClosingSummary } from './closing-summary.tsx';
import { PhaseHistory } from './phase-history.tsx';
import { ActionRows, BeginButton, NoteRows, type CaseRows } from './case-rows.tsx';
import classes from './cases.module.css';

const few = 4;

/** The summary, the facts, and what happened last. */
export function CaseOverview({ view, rows }: { view: RecordView<'case'>; rows: CaseRows }) {
  const say = useWords('cases');
  const [, go] = useLocation();
  const { value, record } = view;
  const open = rows.actions.filter((row) => (row.value.status ?? 'open') === 'open');
  return (
    <>
      {value.summary.trim() === '' ? null : <p className={classes['summary']}>{value.summary}</p>}
      <div className={classes['facts']}>
        <CaseFacts view={view} />
      </div>
      <ClosingSummary view={view} />
      <CaseTeam view={view} />
      <References view={view} />
      <RecordAttachments view={view} />
      <Section title={say('overview.openActions')} count={open.length} acts={<BeginButton kind="action" view={view} />}>
        {open.length === 0 ? <p className={classes['quiet']}>{say('overview.noActions')}</p> : <ActionRows rows={open.slice(0, few)} label={say('overview.openActions')} />}
      </Section>
      <PhaseHistory record={record} />
      <Section title={say('overview.lastNotes')} acts={<BeginButton kind="note" view={view} />}>
        {rows.notes.total === 0 ? <p className={classes['quiet']}>{say('overview.noNotes')}</p> : <NoteRows rows={rows.notes.last} label={say('overview.lastNotes')} />}
        {rows.notes.total > rows.notes.last.length ? (
          <Button variant="subtle" onClick={() => go(paths.casePart(record, 'notes'))}>
            {say('overview.allNotes', { count: rows.notes.total })}
          </Button>
        ) : null}
      </Section>
    </>
  );
}

function CaseFacts({ view }: { view: RecordView<'case'> }) {
  const say = useWords('cases');
  const records = useWords('records');
  const { value } = view;
  const group = useSurroundings()?.jwgs.find((one) => one.id === value.jwg);
  const safeguards = useSafeguardsInWords()(value.safeguards);
  return (
    <Facts
      facts={[
        [say('fields.jwg'), group?.name ?? say('overview.noGroup')],
        [say('fields.reference'), value.reference],
        [records('fields.project'), value.project === null ? '' : records(`projects.${value.project}`)],
        [say('fields.countries'), value.countries.map(countryName).join(', ')],
        [say('fields.crimeAreas'), value.crimeAreas.map((one) => records(`crimeAreas.${one}`)).join(', ')],
        [say('fields.phase'), records(`phases.${value.phase}`)],
        [say('fields.jit'), value.jit],
        [say('fields.opened'), value.opened === null ? '' : dayInWords(value.opened)],
        [records('safeguards.title'), safeguards],
      ]}
    />
  );
}

function References({ view }: { view: RecordView<'case'> }) {
  const say = useWords('cases');
  const references = inOrder(view.value.nationalReferences);
  if (references.length === 0) return null;
  return (
    <Section title={say('references.title')} count={references.length}>
      <table className={classes['table']}>
        <thead className="only-heard">
          <tr>
            <th>{say('references.country')}</th>
            <th>{say('references.authority')}</th>
            <th>{say('references.reference')}</th>
          </tr>
        </thead>
        <tbody>
          {references.map((row) => (
            <tr key={row.key}>
              <td>{countryName(row.country)}</td>
              <td>{row.authority}</td>
              <td>{row.reference}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
