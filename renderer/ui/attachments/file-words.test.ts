import { expect, test } from 'vitest';
import { kindInWords, sizeInWords } from './file-words.ts';

test.each([
  [0, '0\u00A0B'], [1023, '1023\u00A0B'], [1024, '1\u00A0KB'], [12_345, '12\u00A0KB'], [2_500_000, '2.4\u00A0MB'], [1_048_575, '1\u00A0MB'], [209_715_200, '200\u00A0MB'], [2_147_483_648, '2\u00A0GB'],
])('%i bytes are %s', (bytes, words) => expect(sizeInWords(bytes)).toBe(words));

test.each([['scan.pdf', 'PDF'], ['Слика.ЈПГ', 'ЈПГ'], ['a.b.tar.gz', 'GZ'], ['none', ''], ['.hidden file.', '']])('%s is called "%s"', (name, words) => expect(kindInWords(name)).toBe(words));
