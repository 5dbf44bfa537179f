import i18next from 'i18next';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultCountryTable } from '../../../core/cooperation/default-country-table.ts';
import { statutoryDeadline } from '../../../core/cooperation/request-steps.ts';
import type { Day } from '../../../core/ids.ts';
import { kinds } from '../../../core/records/kinds.ts';
import { sizeInWords } from '../attachments/file-words.ts';
import { dayFromWords } from '../kit/day-words.ts';
import { countryName } from '../kit/country-name.ts';
import { dayInWords, longDayInWords, nearDayInWords, shortMonthInWords, timeInWords } from './dates.ts';
import { english } from './en/index.ts';
import countryTable from './fr/country-table.json' with { type: 'json' };
import { french } from './fr/index.ts';
import { compareWords, listed } from './language.ts';
import { flattened, withMillions } from './resources.ts';
import { tableWords } from './table-words.ts';
import { chooseLanguage, startWords } from './words.ts';

const rooms = Object.keys(english) as (keyof typeof english)[];
const plural = /_(zero|one|two|few|many|other)$/;
const nbsp = '\u00a0\u202f';

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').toSorted();

describe.each(rooms)('%s in French', (room) => {
  const there = flattened(english[room]);
  const here = flattened(french[room]);
  const counted = new Set([...there.keys()].map((key) => key.replace(plural, '')));

  it('has no key that English does not have', () => {
    const unknown = [...here.keys()].filter((key) => !there.has(key) && !(plural.test(key) && counted.has(key.replace(plural, ''))));
    expect(unknown).toEqual([]);
  });

  it('says all that English says', () => {
    expect([...there.keys()].filter((key) => !here.has(key))).toEqual([]);
  });

  it('names the same facts in each text', () => {
    const different = [...here].filter(([key, text]) => {
      // `_one` may leave the number to its words.
      const model = there.get(key) ?? there.get(key.replace(plural, '_other')) ?? there.get(key.replace(plural, '')) ?? '';
      const countless = (text: string) => placeholders(text).filter((name) => !(/_(zero|one)$/.test(key) && name === 'count'));
      return countless(text).join() !== countless(model).join();
    });
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('is printed as French is', () => {
    const loud = [...here].filter(([, text]) => {
      const bare = text.replace(/\{\{\w+\}\}/g, 'x');
      const unspaced = new RegExp(`[^${nbsp}\\s][;?!»]|[^${nbsp}\\d] ?:(?=\\s|$)| [:;?!»]|« |«[^${nbsp}]`).test(bare);
      return unspaced || /["“”!]|'/.test(bare);
    });
    expect(loud.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  it('leaves nothing empty that English says', () => {
    expect([...here].filter(([key, text]) => (text === '') !== ((there.get(key) ?? text) === '')).map(([key]) => key)).toEqual([]);
  });
});

describe('the country table in French', () => {
  const said = (value: unknown, key = ''): string[] => {
    if (typeof value === 'string') return key === 'remark' || key === 'source' ? [value] : [];
    return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, inner]) => said(inner, name)) : [];
  };
  const deadlines = kinds.request.schema.shape.instrument.unwrap().options.map(statutoryDeadline);

  it('says each source and each remark that the app is shipped with', () => {
    const texts = new Set([...said(defaultCountryTable), ...said(deadlines)]);
    texts.delete('');
    expect(Object.keys(countryTable).toSorted()).toEqual([...texts].toSorted());
  });

  it('leaves what a secretariat added as it was written', async () => {
    await startWords('fr');
    expect(tableWords('Not a party.')).toBe('N’est pas partie.');
    expect(tableWords('By the agreement of 2025.')).toBe('By the agreement of 2025.');
    await chooseLanguage('en');
    expect(tableWords('Not a party.')).toBe('Not a party.');
  });
});

describe('what is counted in millions', () => {
  it('is said as the plural, deep inside too, unless it has words of its own', () => {
    expect(withMillions({ a: { n_other: '{{count}} fichiers' } })).toEqual({ a: { n_other: '{{count}} fichiers', n_many: '{{count}} fichiers' } });
    expect(withMillions({ n_other: 'x', n_many: 'y' })['n_many']).toBe('y');
  });
});

describe('the interface in French', () => {
  beforeAll(async () => {
    await startWords('fr');
  });
  afterAll(() => chooseLanguage('en'));

  it('speaks it at once, and English again at once', async () => {
    expect(i18next.t('rooms.cases', { ns: 'frame' })).toBe('Affaires');
    await chooseLanguage('en');
    expect(i18next.t('rooms.cases', { ns: 'frame' })).toBe('Cases');
    expect(dayInWords('2026-11-25' as Day)).toBe('25 Nov 2026');
    await chooseLanguage('fr');
    expect(i18next.t('rooms.cases', { ns: 'frame' })).toBe('Affaires');
  });

  it('counts as French does: zero is singular', () => {
    expect(i18next.t('count', { ns: 'search', count: 0 })).toBe('0 fiche');
    expect(i18next.t('count', { ns: 'search', count: 2 })).toBe('2 fiches');
    expect(i18next.t('count', { ns: 'search', count: 1_000_000 })).toBe('1\u202f000\u202f000 fiches');
  });

  it('writes days and times as French does', () => {
    expect(dayInWords('2026-11-25' as Day)).toBe('25 nov. 2026');
    expect(dayInWords('2026-09-01' as Day)).toBe('1 sept. 2026');
    expect(longDayInWords('2026-11-25' as Day)).toBe('mercredi 25 novembre 2026');
    expect(nearDayInWords('2026-11-26' as Day, new Date(2026, 10, 25, 9).getTime())).toBe('demain');
    expect(timeInWords(new Date(2026, 10, 25, 15, 4).getTime())).toBe('15:04');
    expect(['2026-06', '2026-07'].map(shortMonthInWords)).toEqual(['juin 26', 'juil. 26']);
  });

  it.each(['2026-01-09', '2026-02-11', '2026-03-01', '2026-04-30', '2026-05-02', '2026-06-03', '2026-07-04', '2026-08-05', '2026-09-06', '2026-10-07', '2026-11-08', '2026-12-24'])('reads back the day that it wrote: %s', (day) => {
    expect(dayFromWords(dayInWords(day as Day))).toBe(day);
  });

  it('names countries, with the star where the programme has one', () => {
    expect(['ALB', 'BIH', 'MKD', 'XKX', 'DEU'].map(countryName)).toEqual(['Albanie', 'Bosnie-Herzégovine', 'Macédoine du Nord', 'Kosovo*', 'Allemagne']);
  });

  it('lists, sorts and measures', () => {
    expect(listed(['Kosovo*', 'Serbie', 'Europol'])).toBe('Kosovo*, Serbie et Europol');
    expect(['Zone', 'écoute', 'étude', 'Édition', 'auto'].toSorted(compareWords)).toEqual(['auto', 'écoute', 'Édition', 'étude', 'Zone']);
    expect(sizeInWords(2_516_582)).toBe('2,4\u00A0Mo');
  });
});
