import { describe, expect, it } from 'vitest';
import { kinds, type RecordInput } from '../records/kinds.ts';
import { likenessOf, mergeContacts } from './same-contact.ts';

const contact = (input: RecordInput<'contact'>) => kinds.contact.schema.parse(input);
const number = (text: string) => ({ key: `k${text.replace(/\W/g, '')}`, order: 'a0', number: text });

describe('two contacts may be one person', () => {
  it('when the name is the same in another spelling or script', () => {
    expect(likenessOf(contact({ name: 'Ана Ђорђевић' }), contact({ name: 'Ana Djordjević' }))).toBe('same-name');
    expect(likenessOf(contact({ name: 'Ana Perić' }), contact({ name: 'Ana Kovač' }))).toBeNull();
  });

  it('when they share a number, however it is written, and a word of the name', () => {
    const [one, other] = [contact({ name: 'A. Perić', numbers: [number('+382 20 123 456')] }), contact({ name: 'Ana Perić', numbers: [number('020/123-456')] })];
    expect(likenessOf(one, other)).toBe('same-number');
    expect(likenessOf(one, contact({ name: 'Switchboard SDT', numbers: [number('020123456')] }))).toBeNull();
  });
});

describe('merging', () => {
  it('keeps what the first says, adds what only the second knows, loses no word', () => {
    const kept = contact({ name: 'Ana Perić', role: 'Prosecutor', numbers: [number('+382 20 123 456')], remarks: 'Speaks Italian.' });
    const other = contact({ name: 'A. Perić', role: 'Deputy', institution: 'SDT', country: 'MNE', numbers: [number('020123456'), number('067 1')], remarks: 'On leave in August.' });
    const merged = mergeContacts(kept, other);
    expect(merged).toMatchObject({ name: 'Ana Perić', role: 'Prosecutor', institution: 'SDT', country: 'MNE' });
    expect(merged.numbers.map((one) => one.number)).toEqual(['+382 20 123 456', '067 1']);
    expect(merged.remarks).toBe('Speaks Italian.\nA. Perić\nOn leave in August.');
  });
});
