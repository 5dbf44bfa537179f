import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exchange, Field, sensitive } from '../../../test/office/exchanging.ts';
import { trafficking } from '../../../test/office/groups.ts';
import type { Laptop } from '../../../test/office/laptop.ts';

let field: Field;
beforeEach(async () => {
  field = await Field.open();
});
afterEach(() => field.close());

async function personOf(laptop: Laptop) {
  return (await laptop.engine.vault.me()).person;
}

async function draftFor(laptop: Laptop, other: Laptop, title: string) {
  const saved = await laptop.engine.notebook.save({ kind: 'note', value: { title, jwg: trafficking, draftedFor: await personOf(other) }, level: sensitive });
  if (!saved.ok) throw new Error(saved.failure.code);
  return saved.value;
}

describe('drafting for a colleague', () => {
  test('colleagues are who the directory certifies, oneself left out', async () => {
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
    await exchange(ana);
    expect(await ana.engine.organisation.colleagues()).toMatchObject([{ person: await personOf(ben), name: 'Ben', groups: [trafficking], localTeam: false }]);
  });

  test('who drafted it cannot make it final; it stands on the other’s first page until they do', async () => {
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
    await exchange(ana);
    const { record, heads } = await draftFor(ana, ben, 'Izjava prevodioca');
    expect(await ana.engine.notebook.finalise(record, heads)).toEqual({ ok: false, failure: { code: 'drafted-for-another', facts: { name: 'Ben' } } });
    expect((await ana.engine.notebook.today()).drafted).toEqual([]);
    await exchange(ana);
    await exchange(ben);
    expect((await ben.engine.notebook.today()).drafted).toMatchObject([{ record, title: 'Izjava prevodioca', changedBy: 'Ana' }]);
    const seen = await ben.engine.notebook.open('note', record);
    if (!seen.ok) throw new Error(seen.failure.code);
    expect(await ben.engine.notebook.finalise(record, seen.value.heads)).toMatchObject({ ok: true });
    expect((await ben.engine.notebook.today()).drafted).toEqual([]);
    await exchange(ben);
    await exchange(ana);
    expect(await ana.engine.notebook.open('note', record)).toMatchObject({ value: { standing: 'final', approvedBy: [{ name: 'Ben' }] } });
  });
});
