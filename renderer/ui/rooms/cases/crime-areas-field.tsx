import { MultiSelect } from '@mantine/core';
import { Controller } from 'react-hook-form';
import { crimeAreas } from '../../../../core/records/case.ts';
import { useWords } from '../../words/words.ts';
import type { CaseFormHandle } from './case-editor.tsx';

export function CrimeAreasField({ form }: { form: CaseFormHandle }) {
  const say = useWords('cases');
  const records = useWords('records');
  return (
    <Controller
      control={form.control}
      name="crimeAreas"
      render={({ field }) => (
        <MultiSelect
          label={say('fields.crimeAreas')}
          data={crimeAreas.map((one) => ({ value: one, label: records(`crimeAreas.${one}`) }))}
          value={field.value ?? []}
          onChange={field.onChange}
          onBlur={field.onBlur}
          hidePickedOptions
          searchable
        />
      )}
    />
  );
}
