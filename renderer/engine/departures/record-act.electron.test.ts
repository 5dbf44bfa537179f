import { afterEach, expect, test } from 'vitest';
import { exchange, Field, sensitive } from '../../../test/office/exchanging.ts';
import { trafficking } from '../../../test/office/groups.ts';
import type { Laptop } from '../../../test/office/laptop.ts';
import type { Day, RecordId } from '../../../core/ids.ts';
import type { RecordInput } from '../../../core/records/kinds.ts';

const members = [{ country: 'HRV', institution: 'State Attorney' }, { country: 'ALB', institution: 'SPAK' }] as never;
const on = '2026-01-05' as Day;
let field: Field;
afterEach(() => field.close());

async function saves(laptop: Laptop, safeguards: RecordInput<'note'>['safeguards']): Promise<RecordId> {
  const saved = await laptop.engine.notebook.save({ kind: 'note', value: { title: 'Held', jwg: trafficking, safeguards }, level: sensitive });
  if (!saved.ok) throw new Error(saved.failure.code);
  return saved.value.record;
}

async function held(laptop: Laptop): Promise<readonly string[]> {
  return (await laptop.engine.pouch.preview()).stays.flatMap((row) => row.reasons.map((reason) => reason.code));
}

test('each act takes its reason away, as a change in the record’s history, and the record goes', async () => {
  field = await Field.open({ members, includesThirdCountries: true });
  const ana = await field.member('Ana');
  const record = await saves(ana, {
    originator: 'AISE', releasableTo: ['HRV'], aboutPersons: true,
    handling: [{ code: 'H2', provider: 'Europol' }, { code: 'H3', restriction: 'Not for the press' }],
  });
  expect(await held(ana)).toEqual(['handling-h3', 'no-transfer-ground', 'not-releasable', 'handling-h2']);
  const { act } = ana.engine.departures;
  expect(await act(record, { act: 'confirm-h3', jwg: trafficking })).toEqual({ ok: true, value: null });
  expect(await held(ana)).not.toContain('handling-h3');
  await act(record, { act: 'record-ground', article: '37-safeguards', explanation: 'Agreement of 2019', on });
  await act(record, { act: 'record-consent', by: 'AISE', on, reference: 'AISE 12/26', recipients: ['ALB'] });
  await act(record, { act: 'permit-dissemination', by: 'Europol', on, reference: 'SIENA 4711', recipients: [] });
  expect(await held(ana)).toEqual([]);
  expect(await ana.engine.notebook.history(record)).toHaveLength(5);
  expect(await exchange(ana)).toMatchObject({ delivered: 1, held: 0 });
});

test('what is recorded after a note was made final counts, and the final text stays as it is', async () => {
  field = await Field.open({ members, includesThirdCountries: true });
  const ana = await field.member('Ana');
  const record = await saves(ana, { handling: [{ code: 'H3', restriction: 'Only JWG' }] });
  const seen = await ana.engine.notebook.open('note', record);
  if (!seen.ok) throw new Error('not there');
  await ana.engine.notebook.finalise(record, seen.value.heads);
  await ana.engine.departures.act(record, { act: 'confirm-h3', jwg: trafficking });
  expect(await held(ana)).toEqual([]);
  expect(await ana.engine.notebook.open('note', record)).toMatchObject({ value: { standing: 'final', title: 'Held' } });
  expect(await exchange(ana)).toMatchObject({ delivered: 1 });
});

test('what is not complete, not here, or in dispute is refused, and nothing is written', async () => {
  field = await Field.open({ members, includesThirdCountries: true });
  const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
  const record = await saves(ana, {});
  const { act } = ana.engine.departures;
  expect(await act(record, { act: 'record-ground', article: '37-safeguards', explanation: '', on })).toMatchObject({ failure: { code: 'not-valid' } });
  expect(await act('nothing' as RecordId, { act: 'confirm-h3', jwg: trafficking })).toMatchObject({ failure: { code: 'not-found' } });
  await exchange(ana);
  await exchange(ben);
  await act(record, { act: 'record-consent', by: 'AISE', on, reference: 'one', recipients: [] });
  await ben.engine.departures.act(record, { act: 'record-consent', by: 'AISE', on, reference: 'two', recipients: [] });
  await exchange(ben);
  await exchange(ana);
  expect(await act(record, { act: 'confirm-h3', jwg: trafficking })).toMatchObject({ failure: { code: 'in-conflict' } });
});

test('without controller, purpose, legal basis and officer no record about persons goes, however it came to be about them', async () => {
  field = await Field.open({ dataProtection: null });
  const ana = await field.member('Ana');
  const person = await ana.engine.notebook.save({ kind: 'subject', value: { name: 'Đorđević', jwg: trafficking }, level: sensitive });
  expect(person.ok).toBe(true);
  await ana.engine.notebook.save({ kind: 'subject', value: { name: 'PG AB 123', schema: 'Vehicle', jwg: trafficking }, level: sensitive });
  const group = await ana.engine.notebook.save({ kind: 'case', value: { title: 'Bar–Bari', jwg: trafficking }, level: sensitive });
  if (!group.ok) throw new Error('no case');
  // The note names no group of its own: it goes to its case's, and the rule is that group's.
  await ana.engine.notebook.save({ kind: 'note', value: { title: 'About a man', case: group.value.record, safeguards: { aboutPersons: true } }, level: sensitive });
  const preview = await ana.engine.pouch.preview();
  expect(preview.stays.map((row) => [row.title, row.reasons.map((reason) => reason.code)]).toSorted()).toEqual([
    ['About a man', ['no-data-protection']],
    ['Đorđević', ['no-data-protection']],
  ]);
  expect(await exchange(ana)).toMatchObject({ delivered: 2, held: 2 });
});
