import { Link } from 'wouter';
import type { RecordView } from '../../../engine/api.ts';
import { byOrder } from '../../../../core/records/order.ts';
import { useNamed } from '../../engine-client/titles.ts';
import { countryName } from '../../kit/country-name.ts';
import { pathOfRecord } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { useWords } from '../../words/words.ts';
import classes from './cases.module.css';

/** Who leads the case and who works on it, each with the way to their contact. */
export function CaseTeam({ view }: { view: RecordView<'case'> }) {
  const say = useWords('cases');
  const named = useNamed();
  const { lead, team } = view.value;
  if (lead === '' && team.length === 0) return null;
  return (
    <Section title={say('team.title')} count={team.length + (lead === '' ? 0 : 1)}>
      <table className={classes['table']}>
        <thead className="only-heard">
          <tr>
            <th>{say('team.name')}</th>
            <th>{say('team.role')}</th>
            <th>{say('team.country')}</th>
          </tr>
        </thead>
        <tbody>
          {lead === '' ? null : (
            <tr>
              <td>{lead}</td>
              <td colSpan={2}>{say('fields.lead')}</td>
            </tr>
          )}
          {team.toSorted(byOrder).map(({ key, name, role, country, contact }) => {
            const known = contact === null ? null : named(contact);
            return (
              <tr key={key}>
                <td>{contact === null || known === null || known === undefined ? name : <Link href={pathOfRecord('contact', contact)}>{name}</Link>}</td>
                <td>{role}</td>
                <td>{country === null ? '' : countryName(country)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}
