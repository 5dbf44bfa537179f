import { MultiSelect, Select } from '@mantine/core';
import { useMemo } from 'react';
import type { FieldPath, FieldValues } from 'react-hook-form';
import { useWords } from '../words/words.ts';
import { countryChoices, countryName } from './country-name.ts';
import { useField, type FieldProps } from './fields.tsx';

/** A country in words; Kosovo* in the programme's wording. */
export function CountryName({ code }: { code: string }) {
  return countryName(code);
}

/** Countries of the region first, then all others. */
export function useCountryGroups() {
  const say = useWords('kit');
  return useMemo(() => {
    const { region, others } = countryChoices();
    return [
      { group: say('country.region'), items: [...region] },
      { group: say('country.others'), items: [...others] },
    ];
  }, [say]);
}

export interface CountryInputProps {
  readonly label: string;
  readonly country: string | null;
  readonly onChange: (country: string | null) => void;
  readonly error?: string;
  readonly required?: boolean;
}

/** One country, outside a form. */
export function CountryInput({ label, country, onChange, error, required }: CountryInputProps) {
  const say = useWords('kit');
  return (
    <Select
      label={label}
      data={useCountryGroups()}
      value={country}
      onChange={onChange}
      error={error}
      withAsterisk={required ?? false}
      allowDeselect={false}
      searchable
      nothingFoundMessage={say('country.none')}
      maxDropdownHeight={280}
    />
  );
}

/** One country of a form: its code or `null`. */
export function CountryField<Values extends FieldValues, Name extends FieldPath<Values>, Output>(props: FieldProps<Values, Name, Output>) {
  const say = useWords('kit');
  const { field, common } = useField(props);
  return (
    <Select
      {...common}
      data={useCountryGroups()}
      value={typeof field.value === 'string' && field.value !== '' ? field.value : null}
      onChange={field.onChange}
      allowDeselect={false}
      searchable
      clearable={props.required !== true}
      nothingFoundMessage={say('country.none')}
      maxDropdownHeight={280}
    />
  );
}

/** Several countries of a form: an array of codes. */
export function CountriesField<Values extends FieldValues, Name extends FieldPath<Values>, Output>(props: FieldProps<Values, Name, Output>) {
  const say = useWords('kit');
  const { field, common } = useField(props);
  return (
    <MultiSelect
      {...common}
      data={useCountryGroups()}
      value={Array.isArray(field.value) ? (field.value as string[]) : []}
      onChange={field.onChange}
      searchable
      hidePickedOptions
      nothingFoundMessage={say('country.none')}
      maxDropdownHeight={280}
    />
  );
}
