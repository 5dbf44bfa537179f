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

  test('a request is sent by the colleague it was drafted for, from a form or among many', async () => {
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
    await exchange(ana);
    const value = { title: 'Zamolnica', jwg: trafficking, draftedFor: await personOf(ben) };
    const saved = await ana.engine.notebook.save({ kind: 'request', value, level: sensitive });
    if (!saved.ok) throw new Error(saved.failure.code);
    const { record, heads } = saved.value;
    const sent = { kind: 'request', record, heads, level: sensitive, value: { ...value, status: 'sent', sent: '2026-11-24' } } as const;
    expect(await ana.engine.notebook.save(sent)).toMatchObject({ failure: { code: 'sent-by-another' } });
    expect(await ana.engine.notebook.save({ ...sent, value: { ...sent.value, draftedFor: null } })).toMatchObject({ failure: { code: 'sent-by-another' } });
    expect(await ana.engine.lists.change({ kind: 'request', records: [record], act: 'edit', fields: { status: 'sent' }, undo: 'sending' })).toMatchObject({ value: { changed: 0, skipped: [{ why: 'sent-by-another', count: 1 }] } });
    await exchange(ana);
    await exchange(ben);
    const seen = await ben.engine.notebook.open('request', record);
    if (!seen.ok) throw new Error(seen.failure.code);
    expect(seen.value.value.status).toBe('draft');
    expect(await ben.engine.notebook.save({ ...sent, heads: seen.value.heads })).toMatchObject({ ok: true });
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
