import { expect, test } from 'vitest';
import { refusalsOf } from './fitting-files.ts';
import { proposedFor } from './import-state.ts';

const megabytes = (size: number) => ({ size: size * 1024 * 1024 });

test('a file over 64 MB is refused for records and kept as an attachment', () => {
  expect(refusalsOf([megabytes(64), megabytes(65)], 'contact')).toEqual([null, { code: 'file-too-large', limit: 64 }]);
  expect(refusalsOf([megabytes(65), megabytes(201)], 'files')).toEqual([null, { code: 'attachment-too-large', limit: 200 }]);
});

test('what does not fit beside the others is refused; a smaller one behind it fits', () => {
  const files = [60, 60, 60, 60, 60, 10].map(megabytes);
  expect(refusalsOf(files, 'note').map((one) => one?.code ?? '')).toEqual(['', '', '', '', 'together-too-large', '']);
});

test('the five hundred and first file is refused', () => {
  const refusals = refusalsOf(Array.from({ length: 501 }, () => megabytes(0)), 'files');
  expect(refusals.filter((one) => one !== null)).toEqual([{ code: 'too-many', limit: 500 }]);
});

test.each([
  [['a.CSV', 'b.vcf', 'c.pdf'], 'contact'],
  [['Састанак.docx', 'm.eml'], 'note'],
  [['a.csv', 'b.docx'], 'files'],
  [['scan.pdf'], 'files'],
] as const)('%j are proposed as %s', (names, becomes) => expect(proposedFor(names)).toBe(becomes));
