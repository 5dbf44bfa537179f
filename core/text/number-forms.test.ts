import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchNumbers, numberLookups, numbersIn, numberTerms, type FoundNumber, type NumberReading } from './number-forms.ts';

function only(text: string, reading: NumberReading = {}): FoundNumber {
  const found = numbersIn(text, reading);
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${text}: ${String(found.length)} numbers`);
  return found[0];
}

const match = (asked: string, found: string, reading: NumberReading = {}) => matchNumbers(only(asked, { typed: true }), only(found, reading));

describe('one number in several formats', () => {
  it.each([
    ['bg123ab', 'BG 123-AB', 'БГ 123 АБ', 'BG-123-AB', 'Bg123Ab'.toUpperCase()],
    ['+381 64 123 4567', '+381641234567', '00381641234567', '+381 (0)64 123-4567', '00 381 64 / 123-4567'],
    ['KTI-12/2024', 'KTI 12/2024', 'КТИ бр. 12/2024', 'KTI br. 12-2024', 'KTI 12/24'],
    ['RS35 2600 0560 1001 6113 79', 'RS35260005601001611379'],
    ['12.12.2024', '12/12/2024', '12-12-2024'],
  ])('%s', (asked, ...others) => {
    for (const other of others) expect([other, match(asked, other)]).toEqual([other, 'same']);
  });

  it.each([
    ['+381 64 123 4567', '064/123-4567'],
    ['064 123 4567', '+381 64 123 4567'],
    ['+39 347 123 4567', '347 1234567'],
    ['347 1234567', '+39 347 123 4567'],
  ])('%s is %s with or without its country', (asked, found) => {
    expect(match(asked, found)).toBe('other-country-form');
  });

  it('a record that says its country says it for its numbers', () => {
    expect(match('+381641234567', '064/123-4567', { country: 'RS' })).toBe('same');
    expect(match('+355691234567', '064/123-4567', { country: 'RS' })).toBeNull();
  });

  it('of another country it is another number', () => {
    expect(match('+381 69 123 4567', '+355 69 123 4567')).toBeNull();
  });

  it('part of a number is said to be a part', () => {
    expect(match('123-AB', 'BG 123-AB')).toBe('part');
    expect(match('4567', '+381 64 123 4567')).toBe('part');
  });
});

describe('numbers in a text', () => {
  it('stand where they stand, and small words beside them are not theirs', () => {
    const text = 'The lorry BG 123-AB and a call from +381 64 123 4567, ext. 12, on the way.';
    expect(numbersIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['BG 123-AB', '+381 64 123 4567']);
  });

  it('need figures, and not too few', () => {
    expect(numbersIn('EU MLA and JIT of 12 and 7')).toEqual([]);
  });

  it('what is kept is what is looked up', () => {
    for (const written of ['BG 123-AB', '+381 64 123 4567', '064/123-4567', 'KTI 12/2024', '347 1234567']) {
      const terms = new Set(numberTerms(only(written)));
      const { same } = numberLookups(only(written, { typed: true }));
      expect(same.some((term) => terms.has(term))).toBe(true);
    }
  });

  it('any text has numbers at places of its own, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789AB АБb+-/(). \n,'), maxLength: 60 }), fc.boolean(), (text, typed) => {
        let end = 0;
        for (const found of numbersIn(text, { typed })) {
          expect(found.start).toBeGreaterThanOrEqual(Math.max(0, end - 1));
          expect(found.compact).toMatch(/^[a-z0-9]{4,40}$/);
          end = found.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('however a plate is parted and written, it is one', () => {
    const parts = fc.constantFrom('', ' ', '-', ' - ', '/', '.');
    fc.assert(
      fc.property(parts, parts, fc.boolean(), (one, two, cyrillic) => {
        const [area, letters] = cyrillic ? ['НИ', 'КЗ'] : ['NI', 'KZ'];
        const found = numbersIn(`${area}${one}204${two}${letters}`);
        expect(found.map(({ compact }) => compact)).toEqual(['ni204kz']);
      }),
    );
  });
});
