import { expect, test } from 'vitest';
import type { FileId, PieceId } from '../../../core/ids.ts';
import type { TakenFile } from '../../engine/api.ts';
import { fittingName, inOrder, withBack, withChanged, without, withTaken, type Attachments } from './attachment-list.ts';

const taken: TakenFile = { file: { id: 'f' as FileId, key: 'k', root: 'r' as PieceId }, size: 3, sha256: 'a'.repeat(64) };
const added = (names: readonly string[]): Attachments => names.reduce<Attachments>((list, name) => withTaken({ name, mediaType: '' }, taken)(list), []);
const names = (list: Attachments) => inOrder(list).map((one) => one.name);

test('files stand in the order in which they came', () => expect(names(added(['a', 'b', 'c']))).toEqual(['a', 'b', 'c']));

test('what was removed comes back where it stood, once', () => {
  const list = added(['a', 'b', 'c']);
  const b = list[1];
  if (b === undefined) throw new Error('no b');
  const gone = without(b.key)(list);
  expect(names(gone)).toEqual(['a', 'c']);
  expect(names(withBack(b)(withBack(b)(gone)))).toEqual(['a', 'b', 'c']);
});

test('a change is of that file only, on what is there now', () => {
  const list = added(['a', 'b']);
  const [a] = list;
  if (a === undefined) throw new Error('no a');
  const later = withTaken({ name: 'c', mediaType: '' }, taken)(list);
  expect(withChanged(a.key, { receivedFrom: 'SDT' })(later).map((one) => one.receivedFrom)).toEqual(['SDT', '', '']);
});

test('a name that no record takes is made to fit, its extension kept', () => {
  expect(fittingName('')).toBe('file');
  expect(fittingName('  скен.pdf ')).toBe('скен.pdf');
  const long = fittingName(`${'х'.repeat(400)}.docx`);
  expect(long).toHaveLength(300);
  expect(long.endsWith('.docx')).toBe(true);
});
