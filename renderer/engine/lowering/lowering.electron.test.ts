import { describe, expect, test } from 'vitest';
import { aBackup, aClock, anEngine, anOpenEngine, codeOf, freshName, good, passphrase, sensitive } from '../../../test/builders/engines.ts';
import { exchange, Field, titles, unclassified } from '../../../test/office/exchanging.ts';
import { trafficking } from '../../../test/office/groups.ts';
import type { ItemKey, MarkingId, RecordId } from '../../../core/ids.ts';
import type { Engine } from '../engine.ts';
import type { LoweringFailure, LoweringRequest, LoweringView } from '../api.ts';

const backupPassphrase = 'three slow ferries leave Bar at dusk';

/** The request for a copy with everything that is proposed, under a ground that holds. */
function requestFor(view: LoweringView, given: Partial<LoweringRequest> = {}): LoweringRequest {
  return {
    record: view.record, level: unclassified, heads: view.heads,
    taken: Object.fromEntries(view.fields.filter((one) => one.proposed).map((one) => [one.path, one.value])),
    ground: 'The group needs it', reviewer: 'Ana', consent: { by: 'SDT Podgorica', on: '2026-01-05', reference: 'C-1' },
    ...given,
  };
}

async function aSecret(engine: Engine, value: object = {}): Promise<RecordId> {
  const safeguards = { originator: 'SDT Podgorica', consents: [{ by: 'SDT Podgorica', on: '2026-01-02', reference: 'K-9', covers: 'release', recipients: ['HRV'] }] };
  const first = good(await engine.notebook.save({ kind: 'note', value: { title: 'Source Soko', jwg: trafficking, safeguards, ...value } as never, level: sensitive }));
  good(await engine.notebook.save({ kind: 'note', ...first, value: { title: 'The lorry', jwg: trafficking, safeguards, ...value } as never, level: sensitive }));
  return first.record;
}

const prepared = async (engine: Engine, record: RecordId) => good(await engine.lowering.prepare(record, unclassified));

describe('a copy at a lower level', () => {
  test('is a record of its own with one change; the one it is made from is not written to', async () => {
    const { engine } = await anOpenEngine();
    const record = await aSecret(engine);
    const before = good(await engine.notebook.open('note', record));
    const view = await prepared(engine, record);
    expect(view.leftOut.map((one) => one.reason)).toEqual(['consent']);
    const copy = good(await engine.lowering.make(requestFor(view))).record;
    const opened = good(await engine.notebook.open('note', copy));
    expect(opened).toMatchObject({ level: unclassified, value: { title: 'The lorry', safeguards: { originator: 'SDT Podgorica', consents: [] } } });
    expect(await engine.notebook.history(copy)).toHaveLength(1);
    expect(JSON.stringify([opened, await engine.notebook.history(copy)])).not.toMatch(new RegExp(`Soko|K-9|C-1|${record}|${view.heads.join('|')}`));
    expect(good(await engine.notebook.open('note', record))).toEqual(before);
    expect(await engine.lowering.of(record)).toMatchObject([{ side: 'copied-from', other: { record: copy, kind: 'note' }, toLevel: unclassified, reviewer: 'Ana', consent: { by: 'SDT Podgorica', reference: 'C-1' }, intact: true }]);
    expect(await engine.lowering.of(copy)).toMatchObject([{ side: 'copy', other: { record }, fromLevel: sensitive, intact: true }]);
    await engine.end();
  });

  test('is refused with its reason, and nothing is written then', async () => {
    const clock = aClock();
    const { engine } = await anOpenEngine({ now: clock });
    const record = await aSecret(engine);
    const view = await prepared(engine, record);
    const code = async (given: Partial<LoweringRequest>): Promise<LoweringFailure> => codeOf(await engine.lowering.make(requestFor(view, given))) as LoweringFailure;
    const consent = { by: 'SDT Podgorica', on: '2026-01-05', reference: 'C-1' };
    expect(await code({ level: sensitive })).toBe('not-lower');
    expect(await code({ ground: ' ' })).toBe('not-valid');
    expect(await code({ reviewer: '' })).toBe('not-valid');
    expect(await code({ consent: { ...consent, reference: '' } })).toBe('not-valid');
    expect(await code({ consent: { ...consent, by: 'USKOK' } })).toBe('not-the-originator');
    expect(await code({ consent: { ...consent, on: '2027-01-05' } })).toBe('consent-to-come');
    expect(await code({ taken: {} })).toBe('nothing-taken');
    expect(await code({ taken: { title: 'x', draftedFor: 'somebody' } })).toBe('not-in-plan');
    good(await engine.notebook.amend({ kind: 'note', record, value: { title: 'Meanwhile' }, level: sensitive }));
    expect(await code({})).toBe('changed-meanwhile');
    expect(codeOf(await engine.lowering.prepare('nowhere' as RecordId, unclassified))).toBe('not-found');
    expect(await engine.notebook.list('note')).toHaveLength(1);
    expect(await engine.lowering.of(record)).toEqual([]);
    await engine.end();
  });

  test('that is not finished is kept as it was typed, until it is left', async () => {
    const { engine, name } = await anOpenEngine();
    const record = await aSecret(engine);
    const review = { level: unclassified, turned: { day: false }, written: { title: 'Half a title' }, typed: { ground: 'beca', on: null } };
    good(await engine.lowering.keep(record, review));
    await engine.end();
    const again = anEngine(name);
    good(await again.engine.vault.unlock(passphrase));
    expect(await again.engine.lowering.begun(record)).toEqual(review);
    expect(await again.engine.lowering.begun('another' as RecordId)).toBeNull();
    good(await again.engine.lowering.keep(record, null));
    expect(await again.engine.lowering.begun(record)).toBeNull();
    await again.engine.end();
  });

  test('leaves attached files and what names a higher record behind, and takes the text as amended', async () => {
    const { engine } = await anOpenEngine();
    const higher = good(await engine.notebook.save({ kind: 'case', value: { title: 'Operation' }, level: sensitive })).record;
    const { file, size, sha256 } = good(await engine.files.take({ intake: 'x', content: new Blob([new Uint8Array(1000)]), level: sensitive }));
    const attachments = [{ key: 'k1' as ItemKey, order: 'a0', name: 'Запис.pdf', size, sha256, file }];
    const record = await aSecret(engine, { case: higher, attachments });
    const heads = good(await engine.notebook.open('note', record)).heads;
    good(await engine.notebook.finalise(record, heads));
    good(await engine.notebook.amend({ kind: 'note', record, value: { title: 'As amended', case: higher, attachments }, level: sensitive }));
    const view = await prepared(engine, record);
    expect(new Set(view.leftOut.map((one) => one.reason))).toEqual(new Set(['points-above', 'attached-file']));
    const copy = good(await engine.lowering.make(requestFor(view))).record;
    const opened = good(await engine.notebook.open('note', copy));
    expect(opened).toMatchObject({ standing: 'open', value: { title: 'As amended', case: null, attachments: [] } });
    expect(JSON.stringify(opened)).not.toContain(file.id);
    await engine.end();
  });

  test('reaches the group without the other and without a word of it', async () => {
    const field = await Field.open();
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
    const record = await aSecret(ana.engine);
    const view = await prepared(ana.engine, record);
    const copy = good(await ana.engine.lowering.make(requestFor(view, { taken: { title: 'Reviewed', jwg: trafficking } }))).record;
    ana.host.go('hotel');
    expect(await exchange(ana)).toMatchObject({ delivered: 1, held: 1 });
    await exchange(ben);
    expect(await titles(ben)).toEqual(['Reviewed']);
    const received = JSON.stringify([good(await ben.engine.notebook.open('note', copy)), await ben.engine.notebook.history(copy)]);
    for (const one of [record, ...view.heads, 'Soko', 'C-1', 'The group needs it']) expect(received).not.toContain(one);
    expect(await ben.engine.lowering.of(copy)).toEqual([]);
    await field.close();
  });

  test('comes back with a backup, and so does what it was made from', async () => {
    const { engine } = await anOpenEngine();
    const record = await aSecret(engine);
    const copy = good(await engine.lowering.make(requestFor(await prepared(engine, record)))).record;
    const { file } = await aBackup(engine, { passphrase: backupPassphrase });
    const restored = anEngine(await freshName());
    good(await restored.engine.devices.restore({ file, secret: backupPassphrase, passphrase: 'nine brass kettles under the old bridge' }));
    expect(await restored.engine.lowering.of(copy)).toMatchObject([{ side: 'copy', other: { record }, intact: true }]);
    await restored.engine.end();
    await engine.end();
  });
});

test('a level that is not known is above every other: nothing is copied to it', async () => {
  const { engine } = await anOpenEngine();
  const record = await aSecret(engine);
  expect(codeOf(await engine.lowering.prepare(record, 'NOT-A-LEVEL' as MarkingId))).toBe('not-lower');
  await engine.end();
});
