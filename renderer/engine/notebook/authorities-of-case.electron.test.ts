import { expect, test } from 'vitest';
import { anOpenEngine, good, sensitive } from '../../../test/builders/engines.ts';
import type { RecordId } from '../../../core/ids.ts';
import type { RecordInput, RecordKind } from '../../../core/records/kinds.ts';
import type { Engine } from '../engine.ts';

async function write<Kind extends RecordKind>(engine: Engine, kind: Kind, value: RecordInput<Kind>): Promise<RecordId> {
  return good(await engine.notebook.save({ kind, value, level: sensitive })).record;
}

test('the authorities of a case are those that lead its proceedings, that its requests go to, and that name it, once each', async () => {
  const { engine } = await anOpenEngine();
  const inCase = await write(engine, 'case', { title: 'Route' });
  const court = await write(engine, 'authority', { name: 'Виши суд у Београду' });
  const office = await write(engine, 'authority', { name: 'Special prosecution', case: inCase });
  const ministry = await write(engine, 'authority', { name: 'Ministry of Justice' });
  await write(engine, 'authority', { name: 'Elsewhere' });
  await write(engine, 'proceedings', { case: inCase, authorityRecord: court });
  await write(engine, 'proceedings', { case: inCase, authorityRecord: office });
  await write(engine, 'request', { title: 'MLA', case: inCase, toAuthorityRecord: ministry });
  const gone = await write(engine, 'request', { title: 'Gone', toAuthorityRecord: court });
  await engine.notebook.bin(gone);
  expect((await engine.notebook.authoritiesOf(inCase)).map((row) => row.record).toSorted()).toEqual([court, office, ministry].toSorted());
  expect(await engine.notebook.authoritiesOf(court)).toEqual([]);
  await engine.end();
});
