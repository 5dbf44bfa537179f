import { describe, expect, test } from 'vitest';
import { aNote, anEngine, anOpenEngine, good, passphrase, rawRows, sensitive } from '../../../test/builders/engines.ts';
import type { DraftId, RecordId } from '../../../core/ids.ts';

describe('drafts', () => {
  const typed = (draft: DraftId, value: Record<string, unknown>, record: RecordId | null = null) =>
    ({ draft, kind: 'note' as const, record, heads: [], level: sensitive, value });

  test('survive a kill exactly as typed, valid or not', async () => {
    const { engine, name, database } = await anOpenEngine();
    const draft = await engine.drafts.newId();
    good(await engine.drafts.keep(typed(draft, { title: 'half a sen', day: 'not a day', body: { type: 'doc' } })));
    database.close();
    const again = anEngine(name);
    good(await again.engine.vault.unlock(passphrase));
    expect(await again.engine.drafts.open(draft)).toMatchObject({ value: { title: 'half a sen', day: 'not a day' } });
    expect(await again.engine.drafts.list()).toMatchObject([{ draft, title: 'half a sen', record: null }]);
    await again.engine.end();
  });

  test('go with the save that settles them, in one transaction', async () => {
    const { engine, name } = await anOpenEngine();
    const draft = await engine.drafts.newId();
    good(await engine.drafts.keep(typed(draft, { title: 'done' })));
    good(await engine.notebook.save({ kind: 'note', value: { title: 'done' }, level: sensitive, draft }));
    expect(await engine.drafts.list()).toEqual([]);
    expect((await rawRows(name))['drafts']).toEqual([]);
    await engine.end();
  });

  test('a pause that ends after the save does not bring the draft back; new words do', async () => {
    const { engine } = await anOpenEngine();
    const draft = await engine.drafts.newId();
    good(await engine.drafts.keep(typed(draft, { title: 'done', place: undefined })));
    good(await engine.notebook.save({ kind: 'note', value: { title: 'done' }, level: sensitive, draft }));
    good(await engine.drafts.keep(typed(draft, { title: 'done', place: undefined })));
    expect(await engine.drafts.list()).toEqual([]);
    good(await engine.drafts.keep(typed(draft, { title: 'done, and more' })));
    expect(await engine.drafts.list()).toHaveLength(1);
    await engine.end();
  });

  test('are discarded when asked and shown on the row of their record', async () => {
    const { engine } = await anOpenEngine();
    const note = await aNote(engine, 'one');
    const draft = await engine.drafts.newId();
    good(await engine.drafts.keep(typed(draft, { title: 'one and a half' }, note.record)));
    expect((await engine.notebook.list('note'))[0]).toMatchObject({ draft, title: 'one' });
    good(await engine.drafts.discard(draft));
    expect((await engine.notebook.list('note'))[0]?.draft).toBeNull();
    expect(await engine.drafts.open(draft)).toBeNull();
    await engine.end();
  });
});
