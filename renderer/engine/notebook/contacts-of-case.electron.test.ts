import { expect, test } from 'vitest';
import { anOpenEngine, good, sensitive } from '../../../test/builders/engines.ts';
import type { RecordId } from '../../../core/ids.ts';
import type { RecordInput, RecordKind } from '../../../core/records/kinds.ts';
import type { Engine } from '../engine.ts';

async function write<Kind extends RecordKind>(engine: Engine, kind: Kind, value: RecordInput<Kind>): Promise<RecordId> {
  return good(await engine.notebook.save({ kind, value, level: sensitive })).record;
}

test('whom the records of a case name is gathered, once each, with every way in which they stand in it', async () => {
  const { engine } = await anOpenEngine();
  const contact = (name: string, more: RecordInput<'contact'> | object = {}) => write(engine, 'contact', { name, ...more });
  const [ana, ivo, linked, other] = [await contact('Ана Ђорђевић'), await contact('Ivo Perić'), await contact('Linked'), await contact('Nobody here')];
  await contact('Twice');
  await contact('Twice');
  const inCase = await write(engine, 'case', { title: 'Route', contacts: [linked], lead: 'Ivo Peric' });
  const request = await write(engine, 'request', { title: 'MLA', case: inCase, handler: ana, facilitators: [{ key: 'k', order: 'a0', name: 'Twice' }, { key: 'l', order: 'a1', contact: ana }] });
  const meeting = await write(engine, 'meeting', { title: 'JWG', case: inCase, attendance: [{ key: 'k', order: 'a0', name: 'Ana Đorđević' }, { key: 'l', order: 'a1', name: 'Somebody' }] });
  await write(engine, 'request', { title: 'Elsewhere', handler: other });
  const gone = await contact('Gone', { case: inCase });
  await engine.notebook.bin(gone);
  const found = await engine.notebook.contactsOf(inCase);
  expect(new Map(found.map(({ row, ways }) => [row.record, ways.map(({ as, record }) => [as, record])]))).toEqual(new Map([
    [linked, [['linked', inCase]]],
    [ivo, [['team', inCase]]],
    [ana, [['handler', request], ['facilitator', request], ['attendance', meeting]]],
  ]));
  await engine.end();
});

test('a contact that says itself to which case it belongs is one of it', async () => {
  const { engine } = await anOpenEngine();
  const inCase = await write(engine, 'case', { title: 'Route' });
  await write(engine, 'contact', { name: 'Ana', case: inCase });
  expect((await engine.notebook.contactsOf(inCase)).map(({ row, ways }) => [row.title, ways[0]?.as])).toEqual([['Ana', 'linked']]);
  await engine.vault.lock();
  expect(await engine.notebook.contactsOf(inCase)).toEqual([]);
  await engine.end();
});
