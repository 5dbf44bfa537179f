import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameStem } from './name-stem.ts';

describe('the stem of a name', () => {
  it.each([
    ['Marković', 'Markovića', 'Markoviću', 'Markovićem', 'Марковићима', 'MARKOVIC'],
    ['Petar', 'Petra', 'Petru', 'Petrom', 'Петре'],
    ['Marko', 'Marka', 'Marku', 'Markom', 'Марко'],
    ['Ana', 'Ane', 'Ani', 'Anu', 'Anom', 'Ано'],
    ['Đorđe', 'Đorđa', 'Đorđu', 'Djordjem', 'Ђорђу'],
    ['Zoranski', 'Zoranskog', 'Zoranskom', 'Zoranske', 'Зорански'],
    ['Agim', 'Agimi', 'Agimit', 'Agimin', 'Agimin'],
    ['Besnik', 'Besniku', 'Besnikut', 'Besnikun'],
    ['Hoxha', 'Hoxhës', 'Hoxhën', 'Хоџе', 'Hodžom'],
    ['Thaçi', 'Thaçit', 'Thaçin', 'Тачи'],
    ['Ќосев', 'Kosev', 'Ćoseva', 'Kjosevu'],
  ])('is one in every case: %s', (first, ...others) => {
    for (const other of others) expect([other, nameStem(other)]).toEqual([other, nameStem(first)]);
  });

  it.each([
    ['Đorđević', 'Đurđević'],
    ['Marković', 'Marinković'],
    ['Hoxha', 'Hoti'],
    ['Petrov', 'Petrović'],
    ['Milan', 'Milica'],
  ])('of different names is another: %s, %s', (one, other) => {
    expect(nameStem(one)).not.toBe(nameStem(other));
  });

  it('is one however each of its sounds is spelled', () => {
    const sounds = [
      ['đ', 'dj', 'gj', 'd', 'ђ', 'ѓ'], ['ć', 'q', 'c', 'kj', 'ћ', 'ќ'], ['č', 'ch', 'ç', 'c', 'ч'], ['š', 'sh', 's', 'ш', 'sch'], ['ž', 'zh', 'z', 'ж'], ['dž', 'xh', 'dz', 'џ', 'ѕ'],
      ['k', 'к'], ['g', 'г'], ['t', 'th', 'т'], ['l', 'll', 'л'], ['n', 'nn', 'н'], ['r', 'rr', 'р'], ['v', 'w', 'в'], ['m', 'м'], ['b', 'б'], ['f', 'ph', 'ф'], ['nj', 'њ'], ['lj', 'љ'],
    ] as const;
    const vowels = [['a', 'а'], ['e', 'ë', 'е'], ['i', 'y', 'и'], ['o', 'о', 'oe', 'ö'], ['u', 'у', 'ü', 'ue']] as const;
    const spelled = (of: readonly (readonly string[])[]) => fc.constantFrom(...of).chain((sound) => fc.tuple(fc.constantFrom(...sound), fc.constantFrom(...sound)));
    const syllable = fc.tuple(spelled(sounds), spelled(vowels)).map(([[one, other], [a, b]]) => [one + a, other + b] as const);
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 1, maxLength: 4 }), spelled(sounds), fc.boolean(), (syllables, last, closed) => {
        const [one, other] = ([0, 1] as const).map((of) => syllables.map((part) => part[of]).join('') + (closed ? last[of] : '')) as [string, string];
        expect([one, other, nameStem(one)]).toEqual([one, other, nameStem(other)]);
      }),
      { numRuns: 3000 },
    );
  });

  it('is total, and done once and for all with case and accents', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        expect(nameStem(text.normalize('NFD'))).toBe(nameStem(text.normalize('NFC')));
      }),
    );
    expect(nameStem('…')).toBe('');
  });
});
