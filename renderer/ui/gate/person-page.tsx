import { Button } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { PersonInput } from '../../engine/api.ts';
import type { Failure } from '../../../core/result.ts';
import { CountryField } from '../kit/country-field.tsx';
import { ErrorSentence } from '../kit/error-sentence.tsx';
import { TextField } from '../kit/fields.tsx';
import { useWords } from '../words/words.ts';
import { DerivationProgress } from './derivation-progress.tsx';
import { GateActs, GatePage } from './gate-page.tsx';
import { NewPassphrase, useNewPassphrase } from './new-passphrase.tsx';
import classes from './person-page.module.css';

interface PersonForm {
  name: string;
  country: string | null;
  institution: string;
}

interface PersonPageProps {
  readonly title: string;
  readonly onBack: () => void;
  /** Makes the notebook; the failure, or nothing when it is made. */
  readonly make: (person: PersonInput, passphrase: string) => Promise<Failure | null>;
}

/** Who one is, and the passphrase. */
export function PersonPage({ title, onBack, make }: PersonPageProps) {
  const say = useWords('gate');
  const form = useForm<PersonForm>({ defaultValues: { name: '', country: null, institution: '' } });
  const passphrase = useNewPassphrase();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [making, setMaking] = useState(false);
  const submit = form.handleSubmit(async ({ name, country, institution }) => {
    if (making) return;
    if (name.trim() === '') form.setError('name', { type: 'required' }, { shouldFocus: true });
    // Focus would open its list over the other fields.
    if (country === null) form.setError('country', { type: 'required' });
    const chosen = await passphrase.check();
    if (chosen === null || country === null || name.trim() === '') return;
    setMaking(true);
    try {
      setFailure(await make({ name: name.trim(), country, institution: institution.trim() }, chosen));
    } catch {
      setFailure({ code: 'broken' });
    }
    setMaking(false);
  });
  return (
    <GatePage title={title}>
      <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
        <TextField control={form.control} name="name" label={say('person.name')} help={say('person.name-help')} required autoFocus />
        <CountryField control={form.control} name="country" label={say('person.country')} required />
        <TextField control={form.control} name="institution" label={say('person.institution')} />
        <NewPassphrase state={passphrase} />
        {failure === null ? null : <ErrorSentence failure={failure} />}
        {making ? <DerivationProgress words={say('person.making')} /> : null}
        <GateActs>
          <Button variant="filled" type="submit" disabled={making}>
            {say('person.make')}
          </Button>
          <Button variant="subtle" onClick={onBack} disabled={making}>
            {say('back')}
          </Button>
        </GateActs>
      </form>
    </GatePage>
  );
}
