import { expect, test, vi } from 'vitest';
import { anOpenEngine, codeOf, good, rawRows, sensitive, type TestEngine } from '../../../test/builders/engines.ts';
import { spelledNames } from '../../../test/fixtures/name-spellings.ts';
import type { DraftId, RecordId } from '../../../core/ids.ts';
import type { RecordInput, RecordKind } from '../../../core/records/kinds.ts';

const name = 'Petar Đorđević';
const said = (text: string) => ({ title: '', body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] } });

async function heron({ engine }: TestEngine, names: readonly string[] = [name]): Promise<RecordId> {
  const { record } = good(await engine.notebook.save({ kind: 'protection', value: { codeName: 'HERON', unit: 'Unit', unitReference: 'JZS 3/26' }, level: sensitive }));
  if (names.length > 0) good(await engine.protection.watch(record, names));
  return record;
}

const draftOf = async ({ engine }: TestEngine, kind: RecordKind, value: Readonly<Record<string, unknown>>, draft?: DraftId) => {
  const id = draft ?? (await engine.drafts.newId());
  good(await engine.drafts.keep({ draft: id, kind, record: null, heads: [], level: sensitive, value }));
  return id;
};

test('a text that names the person is noticed while it is written, by code name only, and no longer once the name is gone', async () => {
  const made = await anOpenEngine();
  const record = await heron(made);
  const { engine } = made;
  const draft = await draftOf(made, 'note', said('Razgovor sa Petrom Đorđevićem u luci.'));
  await expect.poll(() => engine.protection.ofDraft(draft)).toEqual([{ record, codeName: 'HERON', level: sensitive }]);
  await draftOf(made, 'note', said('Razgovor sa HERON u luci.'), draft);
  await expect.poll(() => engine.protection.ofDraft(draft)).toEqual([]);
  await engine.end();
});

test.each<readonly [RecordKind, Readonly<Record<string, unknown>>]>([
  ['contact', { name: 'DJORDJEVIĆ Petar' }],
  ['subject', { name: 'x', aliases: ['Петар Ђорђевић'] }],
  ['request', { title: 'x', description: 'Referral of petar djordjevic' }],
  ['meeting', { title: 'x', lines: [{ key: 'a', order: 'a0', item: 'i', text: 'Petra Đorđevića niko nije video.' }] }],
  ['meeting', { title: 'x', typing: { text: 'Petar Dordevic asked' } }],
  ['action', { text: 'Call Petar M. Đorđević' }],
  ['protection', { codeName: 'HERON', guarantees: 'Petar Đorđević is not heard in person.' }],
])('it is noticed in a %s: %j', async (kind, value) => {
  const made = await anOpenEngine();
  const record = await heron(made);
  expect((await made.engine.protection.check(kind, value)).map((one) => one.record)).toEqual([record]);
  expect(await made.engine.protection.check(kind, { title: 'Ana Đorđević and Petar Marković', name: 'Ana Đorđević', text: 'Nothing' })).toEqual([]);
  await made.engine.end();
});

test('each spelling of a list in five languages is noticed, and the other names are not', async () => {
  const made = await anOpenEngine();
  const [first, ...others] = spelledNames;
  if (first === undefined) throw new Error('no names');
  const record = await heron(made, [first.name]);
  for (const spelling of first.spellings) expect([spelling, (await made.engine.protection.check('note', said(`Heard: ${spelling}.`))).map((one) => one.record)]).toEqual([spelling, [record]]);
  expect(await made.engine.protection.check('note', said(others.slice(0, 12).map((one) => one.name).join('; ')))).toEqual([]);
  await made.engine.end();
});

test('the typed name is nowhere: not in the record, its history or any row, sealed or not', async () => {
  const made = await anOpenEngine();
  const { engine } = made;
  const record = await heron(made, ['Zvonimir Kanarinac', 'Звонимир Канаринац', 'Kanar']);
  const opened = good(await engine.notebook.open('protection', record));
  expect(opened.value.marks).toHaveLength(2);
  const clear = JSON.stringify([opened, await engine.notebook.history(record), await engine.drafts.list(), await engine.notebook.today(), await engine.vault.settings()]);
  await engine.end();
  const rows = JSON.stringify(await rawRows(made.name), (_key, value: unknown) => (value instanceof Uint8Array ? new TextDecoder('latin1').decode(new Uint8Array(value)) : value));
  for (const text of [clear, rows]) expect(text.toLowerCase()).not.toMatch(/zvon|канар|kanar|canar|зво/u);
});

test('what names the person already is told at once, and the same names are watched once', async () => {
  const made = await anOpenEngine();
  const { engine } = made;
  const note = good(await engine.notebook.save({ kind: 'note', value: said('Petar Đorđević was here'), level: sensitive }));
  await engine.notebook.save({ kind: 'contact', value: { name: 'Petar Marković' }, level: sensitive });
  const record = await heron(made, []);
  const once = good(await engine.protection.watch(record, [name]));
  expect(once).toMatchObject({ combinations: 1, found: [{ record: note.record, kind: 'note' }] });
  expect(good(await engine.protection.watch(record, ['Ђорђевић Петар', 'Šiljo'])).combinations).toBe(2);
  expect((await engine.protection.check('note', said('They call him Šiljo'))).map((one) => one.codeName)).toEqual(['HERON']);
  await engine.end();
});

test('a draft that was there before is noticed when names are watched, and forgotten when they no longer are', async () => {
  const made = await anOpenEngine();
  const { engine } = made;
  const record = await heron(made, []);
  const draft = await draftOf(made, 'note', said('Petar Đorđević came'));
  const heard = vi.fn<(event: { readonly type: string }) => void>();
  engine.subscribe(heard);
  good(await engine.protection.watch(record, [name]));
  await expect.poll(() => engine.protection.ofDraft(draft)).toHaveLength(1);
  expect(heard).toHaveBeenCalledWith({ type: 'protection' });
  good(await engine.protection.unwatch(record));
  await expect.poll(() => engine.protection.ofDraft(draft)).toEqual([]);
  await engine.end();
});

test('saved records are looked at before they leave; one in the bin warns of nothing', async () => {
  const made = await anOpenEngine();
  const { engine } = made;
  const value: RecordInput<'note'> = said('Petar Đorđević');
  const note = good(await engine.notebook.save({ kind: 'note', value, level: sensitive }));
  expect(await engine.protection.checkRecords([note.record])).toEqual({ persons: [], checked: 1 });
  const record = await heron(made);
  expect((await engine.protection.checkRecords([note.record])).persons.map((one) => one.record)).toEqual([record]);
  good(await engine.notebook.bin(record));
  expect((await engine.protection.checkRecords([note.record])).persons).toEqual([]);
  await engine.end();
});

test('names without a word are refused, and so are more than a record may hold', async () => {
  const made = await anOpenEngine();
  const record = await heron(made, []);
  expect(codeOf(await made.engine.protection.watch(record, [' ', 'P.', '12']))).toBe('no-names');
  const letters = 'bcdfghjklmnprstvz';
  const word = (at: number) => `${letters[at % 17] ?? ''}a${letters[Math.trunc(at / 17)] ?? ''}er`;
  expect(codeOf(await made.engine.protection.watch(record, [Array.from({ length: 40 }, (_, at) => word(at)).join(' ')]))).toBe('too-many-names');
  expect(codeOf(await made.engine.protection.watch('nobody' as RecordId, [name]))).toBe('not-found');
  await made.engine.vault.lock();
  expect(codeOf(await made.engine.protection.watch(record, [name]))).toBe('vault-locked');
  await made.engine.end();
});
