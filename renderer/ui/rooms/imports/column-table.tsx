import { Select } from '@mantine/core';
import type { ContactField, ImportColumn } from '../../../engine/api.ts';
import { Section } from '../../kit/section.tsx';
import { useWords } from '../../words/words.ts';
import { changeImport, importState } from './import-state.ts';
import classes from './imports.module.css';

const notTaken = 'not-taken';

// Does not compile when a field has no place in the list of choices.
const offered: Readonly<Record<ContactField, true>> = {
  name: true, givenName: true, familyName: true, institution: true, role: true, country: true, office: true, mobile: true, fax: true, email: true, languages: true, address: true, remarks: true,
};
const contactFields = Object.keys(offered) as readonly ContactField[];

/** The columns of a table, some of what stands in each, and what each is. */
export function ColumnTable({ columns }: { columns: readonly ImportColumn[] }) {
  const say = useWords('imports');
  const { columns: chosen } = importState.use();
  if (columns.length === 0) return null;
  const choose = (index: number, value: string | null) => {
    const field = contactFields.find((one) => one === value) ?? null;
    changeImport({ columns: { ...chosen, [index]: field } });
  };
  const fields = [{ value: notTaken, label: say('notTaken') }, ...contactFields.map((value) => ({ value, label: say(`fields.${value}`) }))];
  return (
    <Section title={say('columns')}>
      <p className={classes['quiet']}>{say('columnsHelp')}</p>
      <table className={classes['columns']}>
        <thead>
          <tr>
            <th scope="col">{say('column')}</th>
            <th scope="col">{say('sample')}</th>
            <th scope="col">{say('meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ index, name, sample, field }) => {
            const called = name === '' ? say('unnamed', { number: index + 1 }) : name;
            const now = chosen[index] === undefined ? field : chosen[index];
            return (
              <tr key={index}>
                <th scope="row">{called}</th>
                <td>{sample.length === 0 ? <em className={classes['none']}>{say('noSample')}</em> : sample.map((one) => one.slice(0, 80)).join(' · ')}</td>
                <td>
                  <Select aria-label={called} data={fields} value={now ?? notTaken} onChange={(value) => choose(index, value)} allowDeselect={false} searchable />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}
