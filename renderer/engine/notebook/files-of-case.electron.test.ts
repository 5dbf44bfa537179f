import { expect, test } from 'vitest';
import { anOpenEngine, good, sensitive } from '../../../test/builders/engines.ts';
import type { RecordId } from '../../../core/ids.ts';
import type { RecordInput, RecordKind } from '../../../core/records/kinds.ts';
import type { Engine } from '../engine.ts';

async function write<Kind extends RecordKind>(engine: Engine, kind: Kind, value: RecordInput<Kind>): Promise<RecordId> {
  return good(await engine.notebook.save({ kind, value, level: sensitive })).record;
}

const aFile = (name: string) => ({ key: 'k', order: 'a0', name });

test('the files of every record of a case are gathered, by their record', async () => {
  const { engine } = await anOpenEngine();
  const inCase = await write(engine, 'case', { title: 'Route', attachments: [aFile('own.pdf')] });
  const other = await write(engine, 'case', { title: 'Another' });
  const note = await write(engine, 'note', { title: 'Seen', case: inCase, attachments: [aFile('photo.jpg'), { ...aFile('second.jpg'), key: 'l', order: 'a1' }] });
  await write(engine, 'note', { title: 'Without', case: inCase });
  await write(engine, 'note', { title: 'Elsewhere', case: other, attachments: [aFile('x.pdf')] });
  const subject = await write(engine, 'subject', { name: 'Van', schema: 'Vehicle', case: other, otherCases: [inCase], attachments: [aFile('van.jpg')] });
  await write(engine, 'subject', { name: 'Ana', case: inCase, reviewBy: '2020-01-01', attachments: [aFile('restricted.jpg')] });
  const gone = await write(engine, 'request', { title: 'Gone', case: inCase, attachments: [aFile('gone.pdf')] });
  await engine.notebook.bin(gone);
  const found = await engine.notebook.filesOf(inCase);
  expect(new Map(found.map(({ record, attachments }) => [record, attachments.map((one) => one.name)]))).toEqual(new Map([
    [note, ['photo.jpg', 'second.jpg']],
    [subject, ['van.jpg']],
  ]));
  await engine.vault.lock();
  expect(await engine.notebook.filesOf(inCase)).toEqual([]);
  await engine.end();
});
