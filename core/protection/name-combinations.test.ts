import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spelledNames } from '../../test/fixtures/name-spellings.ts';
import { combinationsOfName, combinationsOfText } from './name-combinations.ts';

const names = (text: string, name: string, alone = false): boolean => {
  const watched = new Set(combinationsOfName(name));
  return combinationsOfText(text, { alone }).some((one) => watched.has(one));
};

describe('a text that names somebody', () => {
  it.each([
    'Yesterday Petar Đorđević called.',
    'DJORDJEVIC, Petar was heard in Podgorica',
    'Петар Ђорђевић је саслушан.',
    'Razgovor sa Petrom Đorđevićem trajao je sat vremena.',
    'Izjava Petra M. Đorđevića od 12. marta',
    'dr. Petar „Šiljo“ Đorđević (Đorđević Petar)',
    'met petar djordjevic at the port, he was afraid',
  ])('is noticed: %s', (text) => {
    expect(names(text, 'Petar Đorđević')).toBe(true);
  });

  it.each([
    'Petar called, and so did the prosecutor of the other office. Later Ana Đorđević came.',
    'Đorđević is a name that many have.',
    'Petar Đurđević and Petar Marković were heard.',
    'Ana Đorđević and Petar Marković share a flat.',
    'Heard by Đorđević. Petar was outside.',
    'Present: Đorđević\nPetar Marković',
    'The port of Bar and the customs of Durrës share what they read.',
    '',
  ])('is not where it names somebody else: %s', (text) => {
    expect(names(text, 'Petar Đorđević')).toBe(false);
  });

  it('a nickname that stands alone is noticed where single words are looked at', () => {
    expect(names('Everyone calls him Šiljo.', 'Šiljo', true)).toBe(true);
    expect(names('Everyone calls him Šiljo.', 'Šiljo')).toBe(false);
  });

  it('a double name counts in its parts and as one, and a first name of two words is nobody', () => {
    for (const text of ['Marija Hadži Pešić', 'Marija Pešić', 'Marija Hadžipešić']) expect([text, names(text, 'Marija Hadži-Pešić')]).toEqual([text, true]);
    expect(names('Ana-Marija Kovač', 'Ana-Marija Petrović')).toBe(false);
  });

  it('what has no word of two letters is watched by nothing', () => {
    for (const name of ['', ' ', 'P.', '12/2026', 'X Y']) expect([name, combinationsOfName(name)]).toEqual([name, []]);
  });
});

/** Typing errors, initials and a family name alone: what no key of core/text lets meet either. */
const beyond = new Set([
  'Lj. Njegovan', 'KOVAČEVIĆ A.', 'Виолета Сулејмани', 'Mihăiţă Brînză', 'Radomir Stanojlovc', 'Radmoir Stanojlović', 'Станојловић', 'Teodora Blagojevc', 'Blagojevic', 'Teodra Blagojević',
  'Envre Dervishi', 'Kostadin Christov', 'Konstadin Hristov', 'Snaja Obradović', 'Zoran Mircevksi', 'Boajna Šestić', 'Теута Шаља', 'Petrit Škrelji', 'Katerina Cvetkovksa', 'Maya Risteska',
]);

describe('the list of spellings in five languages and two scripts', () => {
  it('every spelling is noticed within a text', () => {
    const missed = spelledNames.flatMap(({ name, spellings }) => spellings.filter((one) => !beyond.has(one) && !names(`On Monday ${one} was heard.`, name)));
    expect(missed).toEqual([]);
  });

  it('in small letters too', () => {
    const missed = spelledNames.flatMap(({ name, spellings }) => spellings.filter((one) => !beyond.has(one) && !names(`and then ${one.toLowerCase()} said so`, name)));
    expect(missed).toEqual([]);
  });

  it('no other name of the list is taken for it', () => {
    const taken = spelledNames.flatMap(({ name }) => spelledNames.filter((other) => other.name !== name && [other.name, ...other.spellings].some((one) => names(`On Monday ${one} was heard.`, name))).map((other) => [name, other.name]));
    expect(taken).toEqual([]);
  });
});

describe('any text', () => {
  const words = ['the', 'Route', 'port', 'Bar', 'Durrës', 'customs', 'тужилац', 'Срби', 'prosecutor', 'Vlora', 'заједно', 'Friday', 'lorry', 'prokurori', 'Tirana'];

  it('that holds none of the words of a name does not name it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 80 }), fc.constantFrom(...spelledNames), (text, { name }) => {
        expect(names(text.join(' '), name)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('that has the name put into it anywhere is noticed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 80 }), fc.constantFrom(...spelledNames), fc.nat(), (text, { name }, at) => {
        const place = at % (text.length + 1);
        expect(names([...text.slice(0, place), name, ...text.slice(place)].join(' '), name)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is gone through within bounds, however long', () => {
    expect(combinationsOfText('Ana Berisha Cela Durić '.repeat(20_000), { alone: true }).length).toBeLessThan(100);
    const many = Array.from({ length: 30_000 }, (_, at) => `N${'abcdefgh'[at % 8] ?? ''}${'klmnoprs'[(at >> 3) % 8] ?? ''}${'aeiou'[(at >> 6) % 5] ?? ''}${'tvzbdfhj'[(at >> 9) % 8] ?? ''}${'klmn'[(at >> 12) % 4] ?? ''}`).join(' ');
    expect(combinationsOfText(many, { alone: false }).length).toBeLessThanOrEqual(4003);
  });
});
