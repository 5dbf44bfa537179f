import { MultiSelect, TagsInput } from '@mantine/core';
import { useMemo } from 'react';
import { useCountryGroups } from '../kit/country-field.tsx';
import { useWords } from '../words/words.ts';
import classes from './safeguards.module.css';

export interface RecipientsInputProps {
  /** Country codes (alpha-3) and names of institutions, in one list as the record holds them. */
  readonly recipients: readonly string[];
  readonly onChange: (recipients: string[]) => void;
  readonly suggestions?: readonly string[];
}

/** Countries and institutions that may receive something. */
export function RecipientsInput({ recipients, onChange, suggestions }: RecipientsInputProps) {
  const say = useWords('records');
  const groups = useCountryGroups();
  const codes = useMemo(() => new Set(groups.flatMap((group) => group.items.map((one) => one.value))), [groups]);
  const countries = recipients.filter((one) => codes.has(one));
  const institutions = recipients.filter((one) => !codes.has(one));
  return (
    <div className={classes['columns']}>
      <MultiSelect
        label={say('safeguards.countries')}
        data={groups}
        value={countries}
        onChange={(next) => onChange([...next, ...institutions])}
        searchable
        hidePickedOptions
        maxDropdownHeight={280}
      />
      <TagsInput
        label={say('safeguards.institutions')}
        description={say('safeguards.institutionsHelp')}
        data={[...(suggestions ?? [])]}
        value={institutions}
        maxTags={100}
        onChange={(next) => onChange([...countries, ...next.map((one) => one.slice(0, 120))])}
      />
    </div>
  );
}
