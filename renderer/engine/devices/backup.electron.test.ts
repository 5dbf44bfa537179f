import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unzipSync } from 'fflate';
import { aBackup, HeldBackup, aClock, codeOf, freshName, good, aNote, ana, anEngine, anOpenEngine, passphrase as alonePassphrase, sensitive } from '../../../test/builders/engines.ts';
import { exchange, Field, rewrites, titles, writes } from '../../../test/office/exchanging.ts';
import { aLaptop, passphrase as memberPassphrase, type Laptop } from '../../../test/office/laptop.ts';
import type { DraftId } from '../../../core/ids.ts';
import { failed } from '../../../core/result.ts';
import { flippedAt, plainOf, recipientOf, sealedBackup } from '../../../test/builders/backups.ts';
import { packBackup, unpackBackup } from './backup/backup-content.ts';

const backupPassphrase = 'three slow ferries leave Bar at dusk';
/** A passphrase costs a key derivation of seconds each time; the kit opens at once. */
const byKit = { kit: true } as const;
const newPassphrase = 'nine brass kettles under the old bridge';

describe('a backup', () => {
  test('brings back records, histories, drafts and settings, on a device of its own', async () => {
    const { engine } = await anOpenEngine();
    const note = await aNote(engine, 'Lantern');
    good(await engine.notebook.save({ kind: 'note', ...note, value: { title: 'Lantern at the bridge' }, level: sensitive }));
    good(await engine.drafts.keep({ draft: 'draft-1' as DraftId, kind: 'note', record: null, heads: [], level: sensitive, value: { title: 'half a thought' } }));
    good(await engine.vault.changeSettings({ lockAfterMinutes: 3 }));
    const { file, files, records } = await aBackup(engine, { passphrase: backupPassphrase });
    expect([records, files]).toEqual([1, 0]);
    const before = await engine.vault.me();
    const restored = anEngine(await freshName());
    expect(await restored.engine.devices.inspectBackup(file)).toEqual({ ok: true, value: 'passphrase' });
    const made = good(await restored.engine.devices.restore({ file, secret: backupPassphrase, passphrase: newPassphrase }));
    expect(made).toMatchObject({ records: 1, refused: 0, request: null });
    const after = await restored.engine.vault.me();
    expect(after).toMatchObject({ person: before.person, name: ana.name, fingerprint: before.fingerprint });
    expect(after.device).not.toBe(before.device);
    expect(await restored.engine.notebook.history(note.record)).toHaveLength(2);
    expect(await restored.engine.notebook.list('note')).toMatchObject([{ title: 'Lantern at the bridge' }]);
    expect(await restored.engine.drafts.list()).toMatchObject([{ title: 'half a thought' }]);
    expect(await restored.engine.vault.settings()).toMatchObject({ lockAfterMinutes: 3 });
    expect(restored.ground().ledger.unsentCount()).toBe(1);
    await restored.engine.end();
    await engine.end();
  });

  test('for the recovery kit opens with the printed key and nothing else', async () => {
    const { engine, kit } = await anOpenEngine();
    await aNote(engine, 'Lantern');
    expect(await engine.devices.canBackUpForKit()).toBe(true);
    const { file } = await aBackup(engine, { kit: true });
    const restored = anEngine(await freshName());
    expect(await restored.engine.devices.inspectBackup(file)).toEqual({ ok: true, value: 'kit' });
    const another = await anOpenEngine();
    const restore = (secret: string) => restored.engine.devices.restore({ file, secret, passphrase: newPassphrase });
    expect(codeOf(await restore(another.kit.code))).toBe('backup-wrong-kit');
    expect(codeOf(await restore(alonePassphrase))).toBe('backup-wrong-kit');
    good(await restore(kit.code.toLowerCase().replaceAll('-', ' ')));
    expect(await restored.engine.notebook.list('note')).toHaveLength(1);
    for (const one of [restored.engine, another.engine, engine]) await one.end();
  });

  test('holds nothing in clear, and a checksum for everything inside', async () => {
    const { engine, kit: { code } } = await anOpenEngine();
    await aNote(engine, 'canary in the backup');
    const { file } = await aBackup(engine, byKit);
    expect(new TextDecoder('latin1').decode(await file.arrayBuffer())).not.toMatch(/canary|manifest|Ana/);
    const inside = unzipSync(await plainOf(file, code));
    const listed = new TextDecoder().decode(inside['checksums.sha256']).trim().split('\n').map((line) => line.slice(66));
    expect(listed.toSorted()).toEqual(Object.keys(inside).filter((name) => name !== 'checksums.sha256').toSorted());
    await engine.end();
  });

  test('that was cut, altered, or is opened wrongly makes no notebook', async () => {
    const { engine, kit: { code } } = await anOpenEngine();
    await aNote(engine, 'Lantern');
    const { file } = await aBackup(engine, byKit);
    const forWords = await aBackup(engine, { passphrase: backupPassphrase });
    const weak = new HeldBackup();
    expect(codeOf(await engine.devices.backUp({ lock: { passphrase: 'short' }, files: true }, weak))).toBe('weak-passphrase');
    expect(weak).toMatchObject({ abandoned: true, pieces: [] });
    await engine.end();
    const { engine: target } = anEngine(await freshName());
    const restore = (bytes: Blob, secret = code) => target.devices.restore({ file: bytes, secret, passphrase: newPassphrase });
    const flipped = await flippedAt(file, file.size - 40);
    expect(codeOf(await restore(forWords.file, 'some other words altogether'))).toBe('backup-wrong-passphrase');
    expect(codeOf(await restore(flipped))).toBe('backup-altered');
    expect(codeOf(await restore(file.slice(0, -100)))).toBe('backup-altered');
    expect(codeOf(await restore(new Blob([new Uint8Array([1, 2, 3])])))).toBe('backup-unreadable');
    expect(await target.vault.state()).toEqual({ state: 'none' });
    await target.end();
  });

  test('in which somebody changed a change restores the rest and says so; erased stays erased', async () => {
    const { engine, kit: { code } } = await anOpenEngine();
    const kept = await aNote(engine, 'kept');
    const forged = await aNote(engine, 'genuine');
    const gone = await aNote(engine, 'to be erased');
    const { file } = await aBackup(engine, byKit);
    await engine.end();
    const content = good(unpackBackup(await plainOf(file, code)));
    const erased = (content.changes as { hash: (typeof gone.heads)[number] }[]).filter((one) => gone.heads.includes(one.hash)).map((one) => one.hash);
    const changes = content.changes.map((one) => JSON.parse(JSON.stringify(one).replace('genuine', 'invented')) as unknown);
    const altered = await sealedBackup(await packBackup({ ...content, changes, erased }), recipientOf(code));
    const { engine: target } = anEngine(await freshName());
    expect(good(await target.devices.restore({ file: altered, secret: code, passphrase: newPassphrase }))).toMatchObject({ refused: 1, records: 2 });
    expect((await target.notebook.list('note')).map((row) => row.title).toSorted()).toEqual(['kept']);
    expect(await target.notebook.open('note', kept.record)).toMatchObject({ ok: true });
    expect(await target.notebook.open('note', forged.record)).toMatchObject({ ok: false });
    expect(await target.notebook.history(gone.record)).toMatchObject([{ erased: true }]);
    await target.end();
  });

  test('is not restored over a notebook that is there', async () => {
    const { engine } = await anOpenEngine();
    const { file } = await aBackup(engine, { passphrase: backupPassphrase });
    await aNote(engine, 'stays');
    expect(codeOf(await engine.devices.restore({ file, secret: backupPassphrase, passphrase: newPassphrase }))).toBe('vault-exists');
    expect(await engine.notebook.list('note')).toHaveLength(1);
    await engine.end();
  });
});

describe('a backup and the notebook that is open', () => {
  test('are united: what is missing comes, nothing is replaced, what was erased stays so', async () => {
    const { engine, kit: { code } } = await anOpenEngine();
    const note = await aNote(engine, 'Lantern');
    const { file } = await aBackup(engine, byKit);
    const later = good(await engine.notebook.save({ kind: 'note', ...note, value: { title: 'Lantern, later' }, level: sensitive }));
    const same = good(await engine.devices.uniteBackup({ file, secret: code }));
    expect(same).toMatchObject({ records: 0, refused: 0, aboveCeiling: 0 });
    expect(await engine.notebook.open('note', note.record)).toMatchObject({ ok: true, value: { value: { title: 'Lantern, later' }, heads: later.heads } });
    const before = await engine.vault.me();
    const second = anEngine(await freshName());
    good(await second.engine.devices.restore({ file, secret: code, passphrase: newPassphrase }));
    await aNote(second.engine, 'on the second');
    const other = await aBackup(second.engine, { kit: true });
    expect(codeOf(await engine.devices.uniteBackup({ file: other.file, secret: code }))).toBe('backup-wrong-kit');
    await second.engine.end();
    const third = good(await engine.devices.uniteBackup({ file, secret: code }));
    expect(third.records).toBe(0);
    expect(await engine.vault.me()).toEqual(before);
    await engine.end();
  });

  test('what came from it and had not been delivered is to go from here', async () => {
    const { engine, kit: { code } } = await anOpenEngine();
    await aNote(engine, 'first');
    const start = await aBackup(engine, byKit);
    const second = anEngine(await freshName());
    const { kit } = good(await second.engine.devices.restore({ file: start.file, secret: code, passphrase: newPassphrase }));
    await aNote(second.engine, 'second');
    const { file } = await aBackup(second.engine, byKit);
    await second.engine.end();
    expect(good(await engine.devices.uniteBackup({ file, secret: kit.code }))).toMatchObject({ records: 1 });
    expect((await engine.notebook.list('note')).map((row) => row.title).toSorted()).toEqual(['first', 'second']);
    expect((await engine.devices.held()).undelivered).toBe(2);
    await engine.end();
  });

  test('of somebody else are not united', async () => {
    const [one, other] = [await anOpenEngine(), await anOpenEngine()];
    const { file } = await aBackup(other.engine, byKit);
    expect(codeOf(await one.engine.devices.uniteBackup({ file, secret: other.kit.code }))).toBe('backup-other-person');
    for (const { engine } of [one, other]) await engine.end();
  });
});

describe('making a backup', () => {
  test('tells how far it is and can be called off', async () => {
    const { engine } = await anOpenEngine();
    await aNote(engine, 'Lantern');
    const phases: string[] = [];
    engine.subscribe((event) => {
      if (event.type === 'backup') phases.push(event.progress.phase);
    });
    await aBackup(engine, byKit);
    expect([...new Set(phases)]).toEqual(['reading', 'packing', 'sealing', 'done']);
    const out = new HeldBackup();
    const running = engine.devices.backUp({ lock: byKit, files: true }, out);
    engine.subscribe((event) => {
      if (event.type === 'backup' && event.progress.phase === 'reading') void engine.devices.cancelBackUp();
    });
    expect(codeOf(await running)).toBe('cancelled');
    expect(out).toMatchObject({ ended: false, abandoned: true });
    await engine.end();
  });

  test('counts as made once it is saved', async () => {
    const clock = aClock();
    const { engine } = await anOpenEngine({ now: clock });
    await aNote(engine, 'Lantern');
    clock.ms += 8 * 86_400_000;
    expect(await engine.devices.backupStanding()).toEqual({ last: null, due: true });
    const full = new HeldBackup();
    full.end = async () => failed('disk-full');
    expect(codeOf(await engine.devices.backUp({ lock: { kit: true }, files: true }, full))).toBe('disk-full');
    expect(full.abandoned).toBe(true);
    expect(await engine.devices.backupStanding()).toMatchObject({ last: null });
    await aBackup(engine, { kit: true });
    expect(await engine.devices.backupStanding()).toEqual({ last: clock.ms, due: false });
    await engine.end();
  });
});

describe('one backup on two laptops', () => {
  let field: Field;
  const opened: Laptop[] = [];
  beforeEach(async () => {
    field = await Field.open();
  });
  afterEach(async () => {
    for (const laptop of opened.splice(0)) await laptop.engine.end();
    await field.close();
  });

  async function restoredFrom(file: Blob, secret: string): Promise<Laptop> {
    const laptop = aLaptop(field.office);
    opened.push(laptop);
    const { request } = good(await laptop.engine.devices.restore({ file, secret, passphrase: newPassphrase }));
    await field.office.admit(request?.file ?? new Uint8Array());
    return laptop;
  }

  test('gives two devices: no fork, nothing lost, nothing doubled', async () => {
    const [first, ben] = [await field.member('Ana'), await field.member('Ben')];
    const shared = await writes(first, 'delivered before');
    await exchange(first);
    await writes(first, 'never delivered');
    const { code } = good(await first.engine.vault.newKit(memberPassphrase));
    good(await first.engine.vault.confirmKit());
    const { file } = await aBackup(first.engine, byKit);
    const [one, two] = [await restoredFrom(file, code), await restoredFrom(file, code)];
    expect((await one.engine.vault.me()).device).not.toBe((await two.engine.vault.me()).device);
    await writes(one, 'on the one');
    await rewrites(two, shared, 'rewritten on the other');
    for (const laptop of [one, two, first, one, two, first]) expect(await exchange(laptop)).toMatchObject({ refused: [], failure: null, unconfirmed: 0 });
    expect(await exchange(ben)).toMatchObject({ refused: [], failure: null });
    const everything = ['never delivered', 'on the one', 'rewritten on the other'];
    for (const laptop of [first, one, two, ben]) expect(await titles(laptop)).toEqual(everything);
    expect(await ben.engine.notebook.history(shared)).toHaveLength(2);
    expect(await one.engine.devices.list()).toHaveLength(3);
  });
});
