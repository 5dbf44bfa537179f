import { afterEach, expect, test } from 'vitest';
import { exchange, Field, restricted, writes } from '../../../test/office/exchanging.ts';
import { trafficking } from '../../../test/office/groups.ts';
import type { Laptop } from '../../../test/office/laptop.ts';
import { codeOf, good } from '../../../test/builders/engines.ts';
import type { NetworkId } from '../../../core/ids.ts';
import type { TransferRow } from './registers-api.ts';

let field: Field;
afterEach(() => field.close());

async function transfers(laptop: Laptop): Promise<readonly TransferRow[]> {
  const answer = await laptop.engine.registers.transfers({ words: '', from: null, to: null, acts: [], record: null, sort: { by: 'at', descending: true } }, { from: 0, count: 100 });
  return answer.rows;
}

const members = [{ country: 'HRV', institution: 'State Attorney' }, { country: 'ALB', institution: 'SPAK' }] as never;

test('a delivery enters itself: to whom, on which ground, and that the office has it', async () => {
  field = await Field.open({ members, includesThirdCountries: true });
  const ana = await field.member('Ana');
  await writes(ana, 'About nobody');
  const safeguards = { aboutPersons: true, transferGround: { article: '38-derogation' as const, explanation: 'A life in danger', on: '2024-03-01' } };
  const value = { schema: 'Person' as const, name: 'Milo Đurović', jwg: trafficking, safeguards };
  const subject = good(await ana.engine.notebook.save({ kind: 'subject', value, level: 'SENSITIVE' as never }));
  expect(await transfers(ana)).toEqual([]);
  expect(await exchange(ana)).toMatchObject({ delivered: 2 });
  const [row] = await transfers(ana);
  expect(row).toMatchObject({
    act: 'delivered',
    by: { type: 'network', name: 'Office' },
    groups: [{ jwg: trafficking, members: [{ country: 'HRV' }, { country: 'ALB', institution: 'SPAK' }], thirdCountries: true }],
    records: 2, letters: 2, levels: ['SENSITIVE'], aboutPersons: true, result: 'confirmed',
  });
  const details = await ana.engine.registers.transfer(row?.transfer ?? ('' as never));
  expect(details?.lots.find((lot) => lot.kind === 'subject')).toMatchObject({ records: [subject.record], ground: safeguards.transferGround, aboutPersons: true });
  expect(details?.lots.find((lot) => lot.kind === 'note')).toMatchObject({ ground: null, aboutPersons: false });
  await exchange(ana);
  expect(await transfers(ana)).toHaveLength(1);
  expect(await ana.engine.registers.standing('transfers')).toMatchObject({ entries: 2, flaws: [] });
});

test('what was held is not in it, and what a killed process had sealed is, as on its way until the office has it', async () => {
  field = await Field.open();
  const ana = await field.member('Ana');
  ana.host.go('hotel');
  await writes(ana, 'Stays');
  await exchange(ana);
  expect(await transfers(ana)).toEqual([]);
  ana.host.go('office');
  await field.office.faults({ kind: 'hang-up', on: '_bulk_docs', times: 200 });
  await exchange(ana);
  expect(await transfers(ana)).toMatchObject([{ result: 'waiting', records: 1 }]);
  const again = await field.afterKill(ana);
  expect(await transfers(again)).toMatchObject([{ result: 'waiting', records: 1 }]);
  await field.office.clearFaults();
  await exchange(again);
  expect(await transfers(again)).toMatchObject([{ result: 'confirmed', records: 1 }]);
  expect(await again.engine.registers.standing('transfers')).toMatchObject({ entries: 2, flaws: [] });
});

test('one for each group and level', async () => {
  field = await Field.open();
  const ana = await field.member('Ana');
  await writes(ana, 'Sensitive');
  await writes(ana, 'Restricted', restricted);
  await exchange(ana);
  expect((await transfers(ana)).flatMap((row) => row.levels).toSorted()).toEqual(['R-UE', 'SENSITIVE']);
});

test('who stood behind a release is kept with it, and what they were sent to read is a transfer of its own', async () => {
  field = await Field.open({ members, includesThirdCountries: true, fourEyes: true });
  const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
  await exchange(ana);
  const record = await writes(ana, 'The white lorry');
  const asked = good(await ana.engine.departures.release.ask(trafficking));
  expect(await transfers(ana)).toMatchObject([{ transfer: asked.transfer, act: 'asked', recipients: [{ name: 'Ben' }], records: 1, result: 'not-known' }]);
  good(await ben.engine.departures.release.open(asked.file));
  good(await ana.engine.departures.release.open(good(await ben.engine.departures.release.answer({ type: 'batch' })).file));
  await exchange(ana);
  const [row] = await transfers(ana);
  const details = await ana.engine.registers.transfer(row?.transfer ?? ('' as never));
  expect(details?.lots).toMatchObject([{ records: [record], release: { type: 'batch', by: 'Ben' } }]);
});

test('what is carried by hand stands in it before the file is given, with what others wrote', async () => {
  field = await Field.open();
  const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
  const first = await writes(ben, 'From Ben');
  await exchange(ben);
  await exchange(ana);
  await writes(ana, 'From Ana');
  const stick = 'stick' as NetworkId;
  const carried = good(await ana.engine.carrying.carryOut({ medium: stick, groups: null, what: 'everything', files: false }));
  const rows = await transfers(ana);
  expect(rows.map((row) => [row.act, row.result, row.by])).toEqual([
    ['carried', 'not-known', { type: 'medium', name: 'Encrypted stick' }],
    ['delivered', 'waiting', { type: 'medium', name: 'Encrypted stick' }],
  ]);
  expect(rows[0]).toMatchObject({ transfer: carried.transfer, records: 2, letters: 2, kinds: [{ kind: 'note', count: 2 }] });
  good(await ana.engine.registers.left(carried.transfer, 'not-given'));
  expect((await transfers(ana))[0]).toMatchObject({ result: 'not-given' });
  const ofRecord = await ana.engine.registers.transfers({ words: 'stick', from: null, to: null, acts: [], record: first, sort: { by: 'at', descending: true } }, { from: 0, count: 10 });
  expect(ofRecord).toMatchObject({ all: 2, total: 1 });
});

test('a hand-over names the successor and the cases', async () => {
  field = await Field.open();
  const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
  await exchange(ana);
  const { record } = good(await ana.engine.notebook.save({ kind: 'case', value: { title: 'Route', jwg: trafficking }, level: 'SENSITIVE' as never }));
  const successor = (await ben.engine.vault.me()).person;
  const report = good(await ana.engine.devices.prepareHandOver({ cases: [record], successor, remarks: '', language: 'en' }));
  expect(report.records).toEqual([record]);
  good(await ana.engine.devices.recordHandOver({ cases: [record], successor }));
  expect(await transfers(ana)).toMatchObject([{ act: 'handed-over', by: { type: 'cases' }, recipients: [{ name: 'Ben', country: 'HRV' }], records: 1, result: 'done' }]);
});

test('while the vault is locked nothing is told', async () => {
  field = await Field.open();
  const ana = await field.member('Ana');
  await writes(ana, 'A note');
  await exchange(ana);
  const [row] = await transfers(ana);
  await ana.engine.vault.lock();
  expect(await transfers(ana)).toEqual([]);
  expect(await ana.engine.registers.transfer(row?.transfer ?? ('' as never))).toBeNull();
  expect(codeOf(await ana.engine.registers.left(row?.transfer ?? ('' as never), 'saved'))).toBe('vault-locked');
});
