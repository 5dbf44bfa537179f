import { describe, expect, test } from 'vitest';
import { aBackup, anEngine, anOpenEngine, codeOf, good, passphrase } from '../../../test/builders/engines.ts';

const another = 'nine brass kettles under the old bridge';

describe('the recovery kit', () => {
  test('is not confirmed until the person says so, also over a lock', async () => {
    const { engine, name } = await anOpenEngine();
    expect(await engine.vault.kit()).toMatchObject({ confirmed: false });
    await engine.end();
    const again = anEngine(name);
    good(await again.engine.vault.unlock(passphrase));
    expect(await again.engine.vault.kit()).toMatchObject({ confirmed: false });
    good(await again.engine.vault.confirmKit());
    expect(await again.engine.vault.kit()).toMatchObject({ confirmed: true });
    await again.engine.end();
  });

  test('is replaced when the new one is confirmed, and not before', async () => {
    const { engine, name, kit } = await anOpenEngine();
    good(await engine.vault.confirmKit());
    const shown = good(await engine.vault.newKit(passphrase));
    expect(shown.code).not.toBe(kit.code);
    await engine.end();
    // The window was closed before it was confirmed: the printed page is good.
    const closed = anEngine(name);
    expect(codeOf(await closed.engine.vault.unlockWithKit(shown.code, another))).toBe('wrong-kit');
    good(await closed.engine.vault.unlockWithKit(kit.code, another));
    const next = good(await closed.engine.vault.newKit(another));
    good(await closed.engine.vault.confirmKit());
    await closed.engine.end();
    const after = anEngine(name);
    expect(codeOf(await after.engine.vault.unlockWithKit(kit.code, passphrase))).toBe('wrong-kit');
    good(await after.engine.vault.unlockWithKit(next.code, passphrase));
    expect(await after.engine.vault.kit()).toMatchObject({ confirmed: true });
    await after.engine.end();
  });

  test('asks for the passphrase, and a backup made for it opens with the new key', async () => {
    const { engine } = await anOpenEngine();
    expect(codeOf(await engine.vault.newKit(another))).toBe('wrong-passphrase');
    const { code } = good(await engine.vault.newKit(passphrase));
    good(await engine.vault.confirmKit());
    const { file } = await aBackup(engine, { kit: true });
    await engine.end();
    const restored = anEngine(`restored-${crypto.randomUUID()}`);
    good(await restored.engine.devices.restore({ file, secret: code, passphrase: another }));
    await restored.engine.end();
  });

  test('that was typed to open the notebook is there', async () => {
    const { engine, name, kit } = await anOpenEngine();
    await engine.end();
    const again = anEngine(name);
    good(await again.engine.vault.unlockWithKit(kit.code, another));
    expect(await again.engine.vault.kit()).toMatchObject({ confirmed: true });
    await again.engine.end();
  });
});
