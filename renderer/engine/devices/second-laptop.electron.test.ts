import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codeOf, good } from '../../../test/builders/engines.ts';
import { anOrganisation } from '../../../test/builders/profiles.ts';
import { exchange, Field, titles, writes } from '../../../test/office/exchanging.ts';
import { aLaptop, passphrase, type Laptop } from '../../../test/office/laptop.ts';

let field: Field;
const opened: Laptop[] = [];
beforeEach(async () => {
  field = await Field.open();
});
afterEach(async () => {
  for (const laptop of opened.splice(0)) await laptop.engine.end();
  await field.close();
});

const secondPassphrase = 'nine brass kettles under the old bridge';

function fresh(): Laptop {
  const laptop = aLaptop(field.office);
  opened.push(laptop);
  return laptop;
}

describe('a second laptop of the same person', () => {
  test('is paired by file and code, admitted, and both write from then on', async () => {
    const [first, ben] = [await field.member('Ana'), await field.member('Ben')];
    await writes(first, 'From the first');
    await exchange(first);
    const offer = good(await first.engine.devices.pair(passphrase));
    const second = fresh();
    const joined = good(await second.engine.devices.joinAsSecond({ profile: field.office.profile, pairing: offer.file, code: offer.code, passphrase: secondPassphrase }));
    const [one, two] = [await first.engine.vault.me(), await second.engine.vault.me()];
    expect(two).toMatchObject({ person: one.person, name: 'Ana', fingerprint: one.fingerprint, standing: 'requested' });
    expect(two.device).not.toBe(one.device);
    await field.office.admit(joined.request?.file ?? new Uint8Array());
    await exchange(second);
    expect(await titles(second)).toEqual(['From the first']);
    await writes(second, 'From the second');
    expect(await exchange(second)).toMatchObject({ delivered: 1, unconfirmed: 0, failure: null });
    await exchange(first);
    expect(await exchange(ben)).toMatchObject({ received: 2, refused: [] });
    expect(await titles(first)).toEqual(['From the first', 'From the second']);
  });

  test('is noticed on the first, once, and known on the second', async () => {
    const first = await field.member('Ana');
    const offer = good(await first.engine.devices.pair(passphrase));
    expect(await first.engine.devices.list()).toMatchObject([{ current: true, isNew: false }]);
    const second = fresh();
    const joined = good(await second.engine.devices.joinAsSecond({ profile: field.office.profile, pairing: offer.file, code: offer.code, passphrase: secondPassphrase }));
    expect(await second.engine.devices.list()).toMatchObject([{ current: true, from: null }]);
    await field.office.admit(joined.request?.file ?? new Uint8Array());
    await exchange(first);
    await exchange(second);
    const { device } = await second.engine.vault.me();
    const seen = await first.engine.devices.list();
    expect(seen).toHaveLength(2);
    expect(seen.filter((one) => one.isNew)).toMatchObject([{ device, current: false }]);
    expect((await second.engine.devices.list()).filter((one) => one.isNew)).toEqual([]);
    good(await first.engine.devices.acknowledge([device]));
    expect((await first.engine.devices.list()).filter((one) => one.isNew)).toEqual([]);
  });

  test('is refused with another code, another organisation, or without the first one’s passphrase', async () => {
    const first = await field.member('Ana');
    expect(codeOf(await first.engine.devices.pair('not the passphrase of Ana'))).toBe('wrong-passphrase');
    const offer = good(await first.engine.devices.pair(passphrase));
    const second = fresh();
    const profile = field.office.profile;
    const join = (change: Partial<Parameters<typeof second.engine.devices.joinAsSecond>[0]>) =>
      second.engine.devices.joinAsSecond({ profile, pairing: offer.file, code: offer.code, passphrase: secondPassphrase, ...change });
    expect(codeOf(await join({ code: '0000-0000-0000' }))).toBe('pairing-wrong-code');
    expect(codeOf(await join({ profile: anOrganisation(Date.now()).file() }))).toBe('pairing-other-organisation');
    expect(codeOf(await join({ pairing: profile }))).toBe('pairing-unreadable');
    expect(codeOf(await join({ passphrase: 'short' }))).toBe('weak-passphrase');
    expect(await second.engine.vault.state()).toEqual({ state: 'none' });
  });
});
