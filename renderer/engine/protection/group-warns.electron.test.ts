import { afterEach, beforeEach, expect, test } from 'vitest';
import { exchange, Field, sensitive } from '../../../test/office/exchanging.ts';
import { trafficking } from '../../../test/office/groups.ts';

let field: Field;
beforeEach(async () => {
  field = await Field.open();
});
afterEach(() => field.close());

test('what one laptop watches for its group, the others watch too; nothing that travels holds the name', async () => {
  const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
  const saved = await ana.engine.notebook.save({ kind: 'protection', value: { codeName: 'HERON', jwg: trafficking }, level: sensitive });
  if (!saved.ok) throw new Error(saved.failure.code);
  const { record } = saved.value;
  expect(await ana.engine.protection.watch(record, ['Zvonimir Kanarinac'])).toMatchObject({ ok: true });
  await exchange(ana);
  await exchange(ben);
  const seen = await ben.engine.notebook.open('protection', record);
  expect(JSON.stringify(seen).toLowerCase()).not.toMatch(/zvon|kanar|canar/);
  const draft = await ben.engine.drafts.newId();
  await ben.engine.drafts.keep({ draft, kind: 'contact', record: null, heads: [], level: sensitive, value: { name: 'Канаринац Звонимир' } });
  await expect.poll(() => ben.engine.protection.ofDraft(draft)).toMatchObject([{ record, codeName: 'HERON' }]);
  // Names added by another laptop share the salt and are united with what is there.
  expect(await ben.engine.protection.watch(record, ['Zvonimir Marić'])).toMatchObject({ ok: true, value: { combinations: 2 } });
  await exchange(ben);
  await exchange(ana);
  expect(await ana.engine.protection.check('note', { title: 'Zvonimir Marić' })).toMatchObject([{ record }]);
});
