import i18next from 'i18next';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labelled, quoted, withSmallBeginning } from './joined.ts';
import { compareWords } from './language.ts';
import { decimalSign, numberInTable, numberInWords } from './numbers.ts';
import { chooseLanguage, startWords } from './words.ts';

beforeAll(() => startWords());
afterAll(() => chooseLanguage('en'));

describe('in English', () => {
  beforeAll(() => chooseLanguage('en'));

  it('numbers have commas, in texts too', () => {
    expect(numberInWords(12_500.5)).toBe('12,500.5');
    expect(numberInTable(12_500.5)).toBe('12500.5');
    expect(decimalSign()).toBe('.');
    expect(i18next.t('count', { ns: 'search', count: 12_500 })).toBe('12,500 records');
  });

  it('labels, quotations and the middle of a sentence', () => {
    expect(labelled('Name', 'Ana')).toBe('Name: Ana');
    expect(quoted('Opening')).toBe('“Opening”');
    expect(withSmallBeginning('Title')).toBe('title');
  });
});

describe('in French', () => {
  beforeAll(() => chooseLanguage('fr'));

  it('numbers have narrow spaces and a comma, in texts too', () => {
    expect(numberInWords(12_500.5)).toBe('12\u202f500,5');
    expect(numberInTable(12_500.5)).toBe('12500,5');
    expect(decimalSign()).toBe(',');
    expect(i18next.t('count', { ns: 'search', count: 12_500 })).toBe('12\u202f500 fiches');
    expect(i18next.t('count', { ns: 'search', count: 1.5 })).toBe('1,5 fiche');
  });

  it('what is no number stays as it is', () => {
    expect(i18next.t('kit.saved', { ns: 'gate', name: '12500' })).toContain('12500');
  });

  it('labels, quotations and the middle of a sentence', () => {
    expect(labelled('Nom', 'Ana')).toBe('Nom\u00a0: Ana');
    expect(quoted('Ouverture')).toBe('«\u00a0Ouverture\u00a0»');
    expect(withSmallBeginning('État')).toBe('état');
  });

  it('élan stands between elan and elas, and JWG 10 after JWG 2', () => {
    expect(['élan', 'JWG 10', 'elas', 'elan', 'JWG 2', 'Œuvre', 'oevre'].toSorted(compareWords)).toEqual(['elan', 'élan', 'elas', 'JWG 2', 'JWG 10', 'Œuvre', 'oevre']);
  });
});
