import { ActionIcon, Button, TextInput } from '@mantine/core';
import { CountryInput } from '../../kit/country-field.tsx';
import { countryName } from '../../kit/country-name.ts';
import { offerUndo } from '../../kit/undo.ts';
import { useWords } from '../../words/words.ts';
import type { CaseFormHandle } from './case-editor.tsx';
import { inOrder, withReference, type CaseForm, type NationalReference } from './case-form.ts';
import classes from './cases.module.css';

/** What the case is in each country: authority and file number, one row each. */
export function NationalReferences({ form }: { form: CaseFormHandle }) {
  const say = useWords('cases');
  const rows = inOrder((form.watch('nationalReferences') ?? []) as CaseForm['nationalReferences']);
  const countries = (form.watch('countries') ?? []) as CaseForm['countries'];
  const put = (next: readonly NationalReference[]) => form.setValue('nationalReferences', [...next], { shouldDirty: true });
  const change = (row: NationalReference, next: Partial<NationalReference>) => put(rows.map((one) => (one.key === row.key ? { ...one, ...next } : one)));
  const remove = (row: NationalReference) => {
    put(rows.filter((one) => one.key !== row.key));
    offerUndo(say('references.removed'), () => put([...((form.getValues('nationalReferences') ?? []) as CaseForm['nationalReferences']), row]));
  };
  const nextCountry = countries.find((code) => !rows.some((row) => row.country === code)) ?? countries[0] ?? ('MNE' as NationalReference['country']);
  return (
    <fieldset className={classes['references']}>
      <legend>{say('references.title')}</legend>
      {rows.length === 0 ? <p className={classes['quiet']}>{say('references.empty')}</p> : null}
      {rows.map((row) => (
        <div key={row.key} className={classes['reference']} role="group" aria-label={countryName(row.country)}>
          <CountryInput label={say('references.country')} country={row.country} onChange={(code) => (code === null ? undefined : change(row, { country: code as NationalReference['country'] }))} />
          <TextInput label={say('references.authority')} value={row.authority} maxLength={300} onChange={(event) => change(row, { authority: event.currentTarget.value })} />
          <TextInput label={say('references.reference')} value={row.reference} maxLength={300} onChange={(event) => change(row, { reference: event.currentTarget.value })} />
          <ActionIcon variant="subtle" aria-label={say('references.remove', { country: countryName(row.country) })} onClick={() => remove(row)}>
            ×
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button onClick={() => put(withReference(rows, nextCountry))}>{say('references.add')}</Button>
      </div>
    </fieldset>
  );
}
