import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { useRef, useState } from 'react';
import type { CountryCode, RecordId } from '../../../core/ids.ts';
import { useEngineQueryKept } from '../engine-client/engine-context.tsx';
import type { Engine } from '../engine-client/start-engine.ts';
import { foldedFilter } from './record-fields/folded-filter.ts';

/** Someone from Contacts, as a list of people takes them. */
export interface PickedContact {
  readonly contact: RecordId;
  readonly name: string;
  readonly institution: string;
  readonly country: CountryCode | null;
}

export interface ContactNameInputProps extends Omit<AutocompleteProps, 'data' | 'value' | 'onChange' | 'onOptionSubmit' | 'filter' | 'renderOption'> {
  readonly value: string;
  /** Typed: whoever it is, they are not the contact that was chosen before. */
  readonly onType: (name: string) => void;
  readonly onPick: (picked: PickedContact) => void;
}

const mostOffered = 8;

/** A name that is typed freely, or taken from Contacts with institution and country. */
export function ContactNameInput({ value, onType, onPick, ...input }: ContactNameInputProps) {
  const typed = value.trim();
  const picked = useRef<PickedContact | null>(null);
  // Only where one types: a list of many people is not looked up name by name.
  const [here, setHere] = useState(false);
  const offers = useEngineQueryKept(['records', 'contact', 'people', typed], (engine) => people(engine, typed), { enabled: here && typed.length > 1 }).data ?? [];
  // Whoever is named in full needs no offer.
  const data = here && typed.length > 1 && !(offers.length === 1 && offers[0]?.name === typed) ? offers.map((one) => ({ value: one.contact as string, label: one.name })) : [];
  const change = (text: string) => {
    const one = picked.current;
    picked.current = null;
    if (one?.name === text) onPick(one);
    else onType(text);
  };
  return (
    <Autocomplete
      {...input}
      data={data}
      value={value}
      filter={foldedFilter}
      renderOption={({ option }) => <PersonOption person={offers.find((one) => one.contact === option.value)} />}
      onOptionSubmit={(contact) => {
        picked.current = offers.find((one) => one.contact === contact) ?? null;
      }}
      onFocus={() => setHere(true)}
      onBlur={() => setHere(false)}
      onChange={change}
    />
  );
}

/** Whether Enter would choose what the arrows have reached in the list of offers. */
export function isChoosing(input: Element): boolean {
  return input.getAttribute('aria-activedescendant') !== null;
}

function PersonOption({ person }: { person: PickedContact | undefined }) {
  return (
    <span>
      {person?.name}
      {person === undefined || person.institution === '' ? null : <small> · {person.institution}</small>}
    </span>
  );
}

async function people(engine: Engine, typed: string): Promise<readonly PickedContact[]> {
  const named = await engine.lists.byName(['contact'], typed, mostOffered);
  const opened = await Promise.all(named.map((one) => engine.notebook.open('contact', one.record)));
  return opened.flatMap((one) => (one.ok ? [{ contact: one.value.record, name: one.value.value.name, institution: one.value.value.institution, country: one.value.value.country }] : []));
}
