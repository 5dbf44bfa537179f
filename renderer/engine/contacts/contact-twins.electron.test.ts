import { expect, test } from 'vitest';
import { anOpenEngine, good, sensitive } from '../../../test/builders/engines.ts';
import type { RecordId } from '../../../core/ids.ts';

const numbers = (number: string) => [{ key: 'k1', order: 'a0', type: 'office' as const, number, remark: '' }];

test('somebody in another script is known, a namesake of one word is not, and who was binned is nobody', async () => {
  const { engine } = await anOpenEngine();
  const save = async (name: string) => good(await engine.notebook.save({ kind: 'contact', value: { name, numbers: numbers('+381 64 555 0113') }, level: sensitive })).record;
  const milena = await save('Милена Ђорђевић');
  await save('Ana Kovač');
  const typed = { name: 'Milena Djordjevic', institution: '', numbers: [], emails: [] };
  expect(await engine.contacts.known(typed)).toMatchObject({ record: milena });
  expect(await engine.contacts.known({ ...typed, name: 'Milena Kovačević' })).toBeNull();
  // The same number and a word of the name in common.
  expect(await engine.contacts.known({ ...typed, name: 'M. Đorđević', numbers: numbers('064/555-0113') as never })).toMatchObject({ record: milena });
  good(await engine.notebook.bin(milena));
  expect(await engine.contacts.known(typed)).toBeNull();
  await engine.end();
});

test('pairs are found once each, some at a time, and not again once they are kept apart', async () => {
  const { engine } = await anOpenEngine();
  for (const name of ['Petar Marković', 'Петар Марковић', 'Ana Perić', 'Ana Peric', 'Luka Hoti']) good(await engine.notebook.save({ kind: 'contact', value: { name }, level: sensitive }));
  const all = await engine.contacts.pairs([], 1);
  expect(all).toMatchObject({ total: 2, pairs: [{ why: 'same-name' }] });
  const [first] = all.pairs;
  const rest = await engine.contacts.pairs([first?.key ?? ''], 9);
  expect(rest.total).toBe(1);
  expect(rest.pairs[0]?.key).not.toBe(first?.key);
  good(await engine.notebook.save({ kind: 'contact', value: { name: 'Лука Хоти' }, level: sensitive }));
  expect((await engine.contacts.pairs([], 9)).total).toBe(3);
  await engine.vault.lock();
  expect(await engine.contacts.pairs([], 9)).toEqual({ total: 0, pairs: [] });
  await engine.end();
});

test('meetings of one series and records with rival texts are asked for without the others', async () => {
  const { engine } = await anOpenEngine();
  const save = async (title: string, series: string, ofSeries: RecordId | null = null) => good(await engine.notebook.save({ kind: 'meeting', value: { title, series, ofSeries }, level: sensitive })).record;
  const monthly = 'monthly' as RecordId;
  await save('One', 'Monthly');
  await save('Two', ' monthly ', monthly);
  await save('Other', 'Weekly');
  const titles = (rows: readonly { readonly title: string }[]) => rows.map((row) => row.title).toSorted();
  expect(titles(await engine.notebook.list('meeting', { series: { series: 'Monthly', ofSeries: null, jwg: null } }))).toEqual(['One', 'Two']);
  expect(titles(await engine.notebook.list('meeting', { series: { series: '', ofSeries: monthly, jwg: null } }))).toEqual(['Two']);
  expect(await engine.notebook.list('meeting', { conflicted: true })).toEqual([]);
  await engine.end();
});
