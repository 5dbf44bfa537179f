import { ActionIcon, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CountryCode, ItemKey, RecordId } from '../../../core/ids.ts';
import { attendanceRoles } from '../../../core/records/meeting.ts';
import { ContactNameInput, isChoosing } from '../kit/contact-name-input.tsx';
import { CountryInput } from '../kit/country-field.tsx';
import { labelled } from '../words/joined.ts';
import { useWords } from '../words/words.ts';
import classes from './people.module.css';

/** Somebody in a list of those who take part, with the part they play. */
export interface Participant {
  readonly key: ItemKey;
  readonly name: string;
  readonly contact: RecordId | null;
  readonly institution: string;
  readonly country: CountryCode | null;
  readonly role: (typeof attendanceRoles)[number];
}

export type ParticipantChange = Partial<Omit<Participant, 'key'>>;

export interface PeopleListProps<Person extends Participant> {
  readonly people: readonly Person[];
  /** Nobody may be saved like this: an institution without a name. */
  readonly isWrong: (person: Person) => boolean;
  readonly onChange: (key: ItemKey, change: ParticipantChange) => void;
  /** Enter in a name that is filled in. */
  readonly onNext: () => void;
  readonly onRemove: (person: Person) => void;
  /** What is asked of each beside that, such as whether they were there. */
  readonly renderMore?: (person: Person, named: string) => ReactNode;
}

/** Those who take part, a row each: who, for whom, from where, as what. */
export function PeopleList<Person extends Participant>({ people, isWrong, onChange, onNext, onRemove, renderMore }: PeopleListProps<Person>) {
  const say = useWords('meetings');
  return (
    <div className={classes['people']}>
      <ol className={classes['list']}>
        {people.map((person) => {
          const named = person.name.trim() === '' ? say('attendance.someone') : person.name;
          return (
            <li key={person.key} className={classes['row']} data-more={renderMore !== undefined || undefined}>
              <PersonFields person={person} named={named} wrong={isWrong(person)} onChange={(change) => onChange(person.key, change)} onNext={onNext} />
              {renderMore?.(person, named)}
              <ActionIcon variant="subtle" aria-label={say('attendance.remove', { name: named })} onClick={() => onRemove(person)}>
                ×
              </ActionIcon>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

interface PersonFieldsProps {
  readonly person: Participant;
  readonly named: string;
  readonly wrong: boolean;
  readonly onChange: (change: ParticipantChange) => void;
  readonly onNext: () => void;
}

function PersonFields({ person, named, wrong, onChange, onNext }: PersonFieldsProps) {
  const say = useWords('meetings');
  return (
    <>
      <ContactNameInput
        aria-label={say('attendance.name')}
        placeholder={say('attendance.name')}
        value={person.name}
        error={wrong}
        autoFocus={person.name === ''}
        maxLength={300}
        onType={(name) => onChange({ name, contact: null })}
        onPick={({ contact, name, institution, country }) => onChange({ name, contact, institution, country })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || person.name.trim() === '' || isChoosing(event.currentTarget)) return;
          event.preventDefault();
          onNext();
        }}
      />
      <TextInput
        aria-label={labelled(say('attendance.institution'), named)}
        placeholder={say('attendance.institution')}
        value={person.institution}
        maxLength={300}
        onChange={(event) => onChange({ institution: event.currentTarget.value })}
      />
      <CountryInput label={labelled(say('attendance.country'), named)} country={person.country} onChange={(country) => onChange({ country: country as CountryCode | null })} />
      <Select
        aria-label={labelled(say('attendance.role'), named)}
        data={attendanceRoles.map((one) => ({ value: one, label: say(`attendance.roles.${one}`) }))}
        value={person.role}
        onChange={(role) => onChange({ role: role ?? 'participant' })}
      />
    </>
  );
}
