import { describe, expect, it } from 'vitest';
import { safeguards } from '../../../../core/records/parts.ts';
import { toFieldValue } from '../../../../core/ledger/field-value.ts';
import { bothOf } from './both-of.ts';

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const doc = (...texts: readonly string[]) => ({ type: 'doc', content: texts.map(paragraph) });
const guarded = (value: object) => toFieldValue(safeguards.parse(value));

describe('two values put together', () => {
  it('keeps every paragraph of both texts, common ones once, each in its order', () => {
    const both = bothOf('note', 'body', [doc('Begin.', 'Mine.', 'End.'), doc('Begin.', 'Theirs.', 'End.', 'Later.')]);
    expect(both).toEqual({ value: doc('Begin.', 'Mine.', 'Theirs.', 'End.', 'Later.'), edit: true });
  });

  it('puts lines of one line beside one another', () => {
    expect(bothOf('case', 'lead', ['Tirana', 'Podgorica'])).toEqual({ value: 'Tirana / Podgorica', edit: true });
  });

  it('unites lists', () => {
    expect(bothOf('case', 'countries', [['MNE', 'ALB'], ['ALB', 'HRV']])).toEqual({ value: ['MNE', 'ALB', 'HRV'], edit: false });
  });

  it.each(['day', 'phase', 'agenda.k.removed', 'agenda.k.minutes'])('cannot have two of %s', (field) => {
    expect(bothOf('meeting', field, ['2026-11-24', '2026-11-25'])).toBeNull();
  });

  it('keeps every restriction of either', () => {
    const one = guarded({ handling: [{ code: 'H2', provider: 'Police' }], releasableTo: ['MNE', 'ALB'], embargo: '2026-12-01', h3ConfirmedFor: ['g'] });
    const other = guarded({ handling: [{ code: 'H3', restriction: 'Not to the press' }], releasableTo: ['ALB', 'HRV'], embargo: '2026-12-24', limite: true, aboutPersons: true, tlp: 'AMBER' });
    expect(bothOf('note', 'safeguards', [one, other])?.value).toMatchObject({
      handling: [{ code: 'H2', provider: 'Police' }, { code: 'H3', restriction: 'Not to the press' }],
      releasableTo: ['ALB'],
      embargo: '2026-12-24',
      h3ConfirmedFor: [],
      limite: true,
      aboutPersons: true,
      tlp: 'AMBER',
    });
  });
});
