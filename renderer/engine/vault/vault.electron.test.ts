import { describe, expect, test } from 'vitest';
import {
  aClock, ana, anEngine, anOpenEngine, codeOf, freshName, good, passphrase, rawRows, sensitive, writeRaw,
} from '../../../test/builders/engines.ts';
import { headerOf, type VaultHeader } from './header.ts';

const other = 'nine heavy barges wait below Smederevo';

/** Takes the engine away without locking, as a killed process does. */
function killed(database: { close(): void }): void {
  database.close();
}

describe('making a vault', () => {
  test('begins where there is nothing, once', async () => {
    const name = await freshName();
    const { engine } = anEngine(name);
    expect(await engine.vault.state()).toEqual({ state: 'none' });
    const kit = good(await engine.vault.createAlone(ana, passphrase));
    expect(kit).toMatchObject({ name: 'Ana Perić' });
    expect(kit.code).toMatch(/^([0-9A-Z]{4}-){8}.$/);
    expect(await engine.vault.state()).toEqual({ state: 'open' });
    expect(codeOf(await engine.vault.createAlone(ana, passphrase))).toBe('vault-exists');
    expect(await engine.vault.me()).toMatchObject({ name: 'Ana Perić', standing: 'alone', organisation: null, sample: false });
    await engine.end();
    expect(codeOf(await anEngine(name).engine.vault.createAlone(ana, other))).toBe('vault-exists');
  });

  test('a weak passphrase makes nothing', async () => {
    const name = await freshName();
    const { engine } = anEngine(name);
    expect(codeOf(await engine.vault.createAlone(ana, 'password1'))).toBe('weak-passphrase');
    expect(await engine.vault.state()).toEqual({ state: 'none' });
  });

  test('a full disk makes nothing and says so', async () => {
    const { engine, database } = anEngine(await freshName());
    database.failWith = 'QuotaExceededError';
    expect(codeOf(await engine.vault.createAlone(ana, passphrase))).toBe('storage-full');
    expect(await engine.vault.state()).toEqual({ state: 'none' });
    database.failWith = null;
    good(await engine.vault.createAlone(ana, passphrase));
  });
});

describe('unlocking', () => {
  test('asks for the passphrase, however the keyboard composes it', async () => {
    const name = await freshName();
    const first = anEngine(name);
    good(await first.engine.vault.createAlone(ana, 'četiri tihe ćuprije preko Drine'));
    await first.engine.end();
    const again = anEngine(name);
    expect(await again.engine.vault.state()).toEqual({ state: 'locked', retryAt: null });
    expect(codeOf(await again.engine.vault.unlock('cetiri tihe cuprije preko Drine'))).toBe('wrong-passphrase');
    const me = good(await again.engine.vault.unlock('četiri tihe ćuprije preko Drine'.normalize('NFD')));
    expect(me.name).toBe('Ana Perić');
    await again.engine.end();
  });

  test('two at once open one session', async () => {
    const { engine, name } = await anOpenEngine();
    await engine.end();
    const again = anEngine(name);
    const [one, two] = await Promise.all([again.engine.vault.unlock(passphrase), again.engine.vault.unlock(passphrase)]);
    expect(good(one)).toEqual(good(two));
    await again.engine.end();
  });

  test('after locking, nothing is answered and nothing is written', async () => {
    const { engine } = await anOpenEngine();
    good(await engine.notebook.save({ kind: 'note', value: { title: 'One' }, level: sensitive }));
    await engine.vault.lock();
    expect(await engine.vault.state()).toEqual({ state: 'locked', retryAt: null });
    expect(await engine.notebook.list('note')).toEqual([]);
    expect(codeOf(await engine.notebook.save({ kind: 'note', value: { title: 'Two' }, level: sensitive }))).toBe('vault-locked');
    await expect(engine.vault.me()).rejects.toThrow();
    good(await engine.vault.unlock(passphrase));
    expect(await engine.notebook.list('note')).toHaveLength(1);
    await engine.end();
  });

  test('locking overwrites every secret key', async () => {
    const { engine, ground } = await anOpenEngine();
    const { identity } = ground();
    const keys = [identity.identityKeys.secretKey, identity.deviceKeys.secretKey, identity.box.secretKey];
    expect(keys.every((key) => key.some((byte) => byte !== 0))).toBe(true);
    await engine.vault.lock();
    expect(keys.every((key) => key.every((byte) => byte === 0))).toBe(true);
    await engine.end();
  });

  test('tells listeners', async () => {
    const name = await freshName();
    const { engine } = anEngine(name);
    const states: string[] = [];
    const stop = engine.subscribe((event) => {
      if (event.type === 'vault') states.push(event.state.state);
    });
    good(await engine.vault.createAlone(ana, passphrase));
    await engine.vault.lock();
    stop();
    await engine.vault.unlock(passphrase);
    expect(states).toEqual(['open', 'locked']);
    await engine.end();
  });
});

describe('wrong passphrases', () => {
  test('are counted across restarts, and the wait grows', async () => {
    const now = aClock();
    const { engine, name } = await anOpenEngine({ now });
    await engine.end();
    for (const seconds of [0, 0, 5, 15]) {
      const { engine: restarted, database } = anEngine(name, { now });
      const refused = await restarted.vault.unlock('wrong');
      expect(codeOf(refused)).toBe('wrong-passphrase');
      expect(await restarted.vault.state()).toEqual({ state: 'locked', retryAt: seconds === 0 ? null : now.ms + seconds * 1000 });
      killed(database);
      now.ms += seconds * 1000;
    }
    const { engine: last } = anEngine(name, { now });
    now.ms -= 1;
    const early = await last.vault.unlock(passphrase);
    expect(early).toEqual({ ok: false, failure: { code: 'wait', facts: { retryAt: now.ms + 1 } } });
    now.ms += 1;
    good(await last.vault.unlock(passphrase));
    await last.vault.lock();
    expect(await last.vault.state()).toEqual({ state: 'locked', retryAt: null });
    await last.end();
  });

  test('an attempt that is cut off counts', async () => {
    const now = aClock();
    const { engine, name } = await anOpenEngine({ now });
    await engine.end();
    const { engine: restarted, database } = anEngine(name, { now });
    const commit = database.commit.bind(database);
    // The process ends between counting the attempt and trying it.
    database.commit = async (batch) => {
      await commit(batch);
      throw new DOMException('', 'AbortError');
    };
    await restarted.vault.unlock('wrong');
    killed(database);
    const header = (await rawRows(name))['header']?.[0]?.value as VaultHeader;
    expect(header.attempts.failed).toBe(1);
  });

  test('a disk too full to count does not keep anybody out', async () => {
    const { engine, name } = await anOpenEngine();
    await engine.end();
    const { engine: restarted, database } = anEngine(name);
    database.failWith = 'QuotaExceededError';
    for (let time = 0; time < 3; time += 1) await restarted.vault.unlock('wrong');
    expect(await restarted.vault.state()).toMatchObject({ state: 'locked', retryAt: expect.any(Number) });
    const { engine: another, database: full } = anEngine(name);
    full.failWith = 'QuotaExceededError';
    good(await another.vault.unlock(passphrase));
  });
});

describe('changing the passphrase', () => {
  test('wraps the key anew and seals nothing anew', async () => {
    const { engine, name, kit } = await anOpenEngine();
    good(await engine.notebook.save({ kind: 'note', value: { title: 'One' }, level: sensitive }));
    const before = await rawRows(name);
    expect(codeOf(await engine.vault.changePassphrase('wrong', other))).toBe('wrong-passphrase');
    expect(codeOf(await engine.vault.changePassphrase(passphrase, 'short'))).toBe('weak-passphrase');
    good(await engine.vault.changePassphrase(passphrase, other));
    const after = await rawRows(name);
    expect({ ...after, header: null }).toEqual({ ...before, header: null });
    await engine.end();
    const again = anEngine(name);
    expect(codeOf(await again.engine.vault.unlock(passphrase))).toBe('wrong-passphrase');
    good(await again.engine.vault.unlock(other));
    await again.engine.vault.lock();
    good(await again.engine.vault.unlockWithKit(kit.code, passphrase));
    await again.engine.end();
  });

  test('a failed write leaves the old one in force', async () => {
    const { engine, name, database } = await anOpenEngine();
    database.failWith = 'QuotaExceededError';
    expect(codeOf(await engine.vault.changePassphrase(passphrase, other))).toBe('storage-failed');
    database.failWith = null;
    await engine.end();
    const again = anEngine(name);
    good(await again.engine.vault.unlock(passphrase));
    await again.engine.end();
  });
});

describe('the recovery kit', () => {
  test('opens without the passphrase, as it is typed from paper, and sets a new one', async () => {
    const { engine, name, kit } = await anOpenEngine();
    good(await engine.notebook.save({ kind: 'note', value: { title: 'One' }, level: sensitive }));
    await engine.end();
    const again = anEngine(name);
    const typed = kit.code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l');
    expect(codeOf(await again.engine.vault.unlockWithKit(typed.slice(2), other))).toBe('wrong-kit');
    expect(codeOf(await again.engine.vault.unlockWithKit(typed, 'short'))).toBe('weak-passphrase');
    expect(good(await again.engine.vault.unlockWithKit(typed, other)).name).toBe('Ana Perić');
    expect(await again.engine.notebook.list('note')).toHaveLength(1);
    await again.engine.vault.lock();
    expect(codeOf(await again.engine.vault.unlock(passphrase))).toBe('wrong-passphrase');
    good(await again.engine.vault.unlock(other));
    await again.engine.end();
  });

  test("another vault's kit does not open", async () => {
    const { engine, name } = await anOpenEngine();
    const { engine: stranger, kit } = await anOpenEngine();
    await engine.end();
    await stranger.end();
    const again = anEngine(name);
    expect(codeOf(await again.engine.vault.unlockWithKit(kit.code, other))).toBe('wrong-kit');
    await again.engine.end();
  });
});

describe('a damaged store', () => {
  async function aLockedVault(): Promise<string> {
    const { engine, name } = await anOpenEngine();
    good(await engine.notebook.save({ kind: 'note', value: { title: 'One' }, level: sensitive }));
    await engine.end();
    return name;
  }

  /** Whatever is asked of it, the rows stay as they are. */
  async function staysDamaged(name: string, code: string): Promise<void> {
    const before = await rawRows(name);
    const { engine, database } = anEngine(name);
    expect(await engine.vault.state()).toEqual({ state: 'damaged', failure: { code } });
    expect(codeOf(await engine.vault.createAlone(ana, passphrase))).toBe('vault-exists');
    expect(codeOf(await engine.vault.unlock(passphrase))).toBe('damaged');
    expect(codeOf(await engine.vault.unlockWithKit('0000-0000-0000-0000-0000-0000-0000-0000-0', other))).toBe('damaged');
    killed(database);
    expect(await rawRows(name)).toEqual(before);
  }

  test('without its header', async () => {
    const name = await aLockedVault();
    await writeRaw(name, 'header', (store) => store.clear());
    await staysDamaged(name, 'header-missing');
  });

  test.each([
    ['an altered slot', (header: VaultHeader) => ({ ...header, passphrase: { ...header.passphrase, wrapped: header.passphrase.wrapped.map((byte) => byte ^ 1) } })],
    ['a shortened slot', (header: VaultHeader) => ({ ...header, kit: { ...header.kit, wrapped: header.kit.wrapped.slice(1) } })],
    ['other parameters', (header: VaultHeader) => ({ ...header, passphrase: { ...header.passphrase, operations: 4 } })],
    ['nothing in it', () => ({ id: 'header' })],
  ])('with %s in its header', async (_what, damage) => {
    const name = await aLockedVault();
    const header = (await rawRows(name))['header']?.[0]?.value as VaultHeader;
    await writeRaw(name, 'header', (store) => store.put(damage(header)));
    await staysDamaged(name, 'header-damaged');
  });

  test('of a later version', async () => {
    const name = await aLockedVault();
    const opening = indexedDB.open(name, 10_000);
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    opening.result.close();
    await staysDamaged(name, 'store-newer');
  });

  test('whose header asks for a cheap derivation is refused before deriving', async () => {
    const name = await aLockedVault();
    const header = (await rawRows(name))['header']?.[0]?.value as VaultHeader;
    const cheap = headerOf({ ...header, passphrase: { ...header.passphrase, memory: 1024 * 1024 } });
    await writeRaw(name, 'header', (store) => store.put(cheap));
    const { engine, database } = anEngine(name);
    expect(codeOf(await engine.vault.unlock(passphrase))).toBe('parameters-below-floor');
    killed(database);
  });

  test('without its identity does not open and is not made anew', async () => {
    const name = await aLockedVault();
    await writeRaw(name, 'states', (store) => store.clear());
    const { engine, database } = anEngine(name);
    expect(codeOf(await engine.vault.unlock(passphrase))).toBe('damaged');
    expect(codeOf(await engine.vault.createAlone(ana, passphrase))).toBe('vault-exists');
    killed(database);
    expect((await rawRows(name))['changes']).toHaveLength(1);
  });
});
