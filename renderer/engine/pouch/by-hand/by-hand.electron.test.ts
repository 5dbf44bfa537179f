import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exchange, Field, restricted, sensitive, titles, writes } from '../../../../test/office/exchanging.ts';
import { trafficking } from '../../../../test/office/groups.ts';
import type { Laptop } from '../../../../test/office/laptop.ts';
import type { ItemKey, NetworkId } from '../../../../core/ids.ts';
import type { CarriedOut, CarryChoice, TakenIn } from '../../api.ts';

let field: Field;
beforeEach(async () => {
  field = await Field.open();
});
afterEach(() => field.close());

const stick = 'stick' as NetworkId;
const vault = 'vault-disk' as NetworkId;
const onStick: CarryChoice = { medium: stick, groups: null, what: 'unconfirmed', files: false };

async function carriedOut(laptop: Laptop, choice: Partial<CarryChoice> = {}): Promise<CarriedOut> {
  const carried = await laptop.engine.carrying.carryOut({ ...onStick, ...choice });
  if (!carried.ok) throw new Error(carried.failure.code);
  return carried.value;
}

async function takenIn(laptop: Laptop, file: Uint8Array, medium: NetworkId | null = stick): Promise<TakenIn> {
  const taken = await laptop.engine.carrying.takeIn(file, medium);
  if (!taken.ok) throw new Error(taken.failure.code);
  return taken.value;
}

describe('carried by hand', () => {
  test('what one writes the other reads, and nobody calls it confirmed before the office has it', async () => {
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
    await writes(ana, 'Ђорђевић at the border');
    await writes(ana, 'Route Bar–Bari');
    const carried = await carriedOut(ana);
    expect(carried).toMatchObject({ letters: 2, forwarded: 0 });
    expect(await takenIn(ben, carried.file)).toMatchObject({ received: 2, above: 0, strangers: 0, damaged: 0, whole: true, conflicts: [], refused: [] });
    expect(await titles(ben)).toEqual(['Route Bar–Bari', 'Ђорђевић at the border']);
    expect((await ana.engine.pouch.preview()).standing.underWay).toBe(2);
    expect(await exchange(ana)).toMatchObject({ delivered: 2, unconfirmed: 0 });
    expect((await ana.engine.pouch.preview()).standing.underWay).toBe(0);
  });

  test('twice, in another order, and besides the network: the same as once', async () => {
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
    await writes(ana, 'First');
    const one = await carriedOut(ana);
    await writes(ana, 'Second');
    const two = await carriedOut(ana);
    await takenIn(ben, two.file);
    expect(await takenIn(ben, one.file)).toMatchObject({ received: 0, refused: [] });
    expect(await takenIn(ben, two.file)).toMatchObject({ received: 0, refused: [], conflicts: [] });
    await exchange(ana);
    expect(await exchange(ben)).toMatchObject({ received: 0, conflicts: [], refused: [] });
    expect(await takenIn(ben, one.file)).toMatchObject({ received: 0 });
    expect(await titles(ben)).toEqual(['First', 'Second']);
    expect(await takenIn(ana, two.file)).toMatchObject({ received: 0, conflicts: [], refused: [] });
    const carol = await field.member('Carol');
    await exchange(carol);
    expect(await takenIn(carol, one.file)).toMatchObject({ received: 0 });
    expect(await titles(carol)).toEqual(['First', 'Second']);
  });

  test('whoever forwards makes parcels of their own of others’ letters, with the signatures that these had', async () => {
    const [ana, ben, carol] = [await field.member('Ana'), await field.member('Ben'), await field.member('Carol')];
    const record = await writes(ana, 'From Ana');
    await takenIn(ben, (await carriedOut(ana)).file);
    await writes(ben, 'From Ben');
    const carried = await carriedOut(ben, { what: 'everything' });
    expect(carried).toMatchObject({ letters: 1, forwarded: 1 });
    expect(new TextDecoder().decode(carried.file)).not.toContain('From');
    expect(await takenIn(carol, carried.file)).toMatchObject({ received: 2, refused: [], whole: true });
    expect((await carol.engine.notebook.history(record)).map((one) => one.author)).toEqual(['Ana']);
    await exchange(ana);
    expect(await exchange(carol)).toMatchObject({ received: 0, refused: [] });
  });

  test('files go along when asked for, and are whole on the other side', async () => {
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
    const taken = await ana.engine.files.take({ intake: 'x', content: new Blob([new Uint8Array(300_000).fill(7)]), level: sensitive });
    if (!taken.ok) throw new Error(taken.failure.code);
    const attachment = { key: 'k1' as ItemKey, order: 'a0', name: 'scan.pdf', size: 300_000, file: taken.value.file };
    await ana.engine.notebook.save({ kind: 'note', value: { title: 'With a file', jwg: trafficking, attachments: [attachment] }, level: sensitive });
    const carried = await carriedOut(ana, { files: true });
    expect(carried).toMatchObject({ letters: 1, files: 1 });
    expect(await takenIn(ben, carried.file)).toMatchObject({ received: 1, files: 1 });
    expect(await ben.engine.files.whereabouts([taken.value.file])).toEqual(['here']);
  });
});

describe('the level of a medium', () => {
  test('what is above it stays, with the reason, and what is below goes', async () => {
    const ana = await field.member('Ana');
    await writes(ana, 'Restricted', restricted);
    await writes(ana, 'Sensitive', sensitive);
    const preview = await ana.engine.carrying.preview(onStick);
    expect(preview.goes).toMatchObject([{ title: 'Sensitive' }]);
    expect(preview.stays).toMatchObject([{ title: 'Restricted', reasons: [{ code: 'above-channel' }] }]);
    expect(await carriedOut(ana)).toMatchObject({ letters: 1 });
    expect(await carriedOut(ana, { medium: vault })).toMatchObject({ letters: 2 });
    // Sealed for the safer medium, it still does not go onto the other.
    expect(await carriedOut(ana)).toMatchObject({ letters: 1 });
  });

  test('one that the profile does not name is accredited to nothing, in both directions', async () => {
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
    await writes(ana, 'A note');
    expect(await ana.engine.carrying.carryOut({ ...onStick, medium: null })).toMatchObject({ ok: false, failure: { code: 'nothing-to-carry' } });
    const { file } = await carriedOut(ana);
    expect(await takenIn(ben, file, null)).toMatchObject({ received: 0, above: 1 });
    expect(await titles(ben)).toEqual([]);
    expect((await ana.engine.carrying.media()).map((one) => one.name)).toEqual(['Encrypted stick', 'Disk of the registry']);
  });

  test('groups that were not chosen stay', async () => {
    const ana = await field.member('Ana');
    await writes(ana, 'A note');
    expect(await ana.engine.carrying.carryOut({ ...onStick, groups: [] })).toMatchObject({ ok: false, failure: { code: 'nothing-to-carry' } });
  });
});

describe('a file that is not as it was written', () => {
  async function three(): Promise<{ readonly ben: Laptop; readonly lines: readonly string[] }> {
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
    for (const title of ['One', 'Two', 'Three']) {
      await writes(ana, title);
      await carriedOut(ana);
    }
    return { ben, lines: new TextDecoder().decode((await carriedOut(ana)).file).trimEnd().split('\n') };
  }
  const bytes = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'));

  test('half written: recognised, its whole parcels used, the rest comes with the whole file', async () => {
    const { ben, lines } = await three();
    expect(lines).toHaveLength(5);
    const half = bytes([...lines.slice(0, 3), (lines[3] ?? '').slice(0, 800)]);
    expect(await takenIn(ben, half)).toMatchObject({ received: 2, damaged: 1, whole: false });
    expect(await ben.engine.pouch.troubles()).toMatchObject([{ what: 'refused', code: 'damaged', network: '', count: 1 }]);
    expect(await takenIn(ben, bytes(lines))).toMatchObject({ received: 1, damaged: 0, whole: true });
    expect(await titles(ben)).toEqual(['One', 'Three', 'Two']);
  });

  test('cut between two lines: nothing is damaged, and yet it is not whole', async () => {
    const { ben, lines } = await three();
    expect(await takenIn(ben, bytes(lines.slice(0, 3)))).toMatchObject({ received: 2, damaged: 0, whole: false });
  });

  test('altered: what is not what its id says is left out, the others are used', async () => {
    const { ben, lines } = await three();
    const altered = lines.map((line, at) => (at === 2 ? line.replace(/"sealed":"(.)/, (_all, first: string) => `"sealed":"${first === 'A' ? 'B' : 'A'}`) : line));
    expect(await takenIn(ben, bytes(altered))).toMatchObject({ received: 2, damaged: 1, whole: false });
  });

  test('another file, a newer format, another organisation: said, and nothing is touched', async () => {
    const { ben, lines } = await three();
    const refused = async (file: Uint8Array) => {
      const taken = await ben.engine.carrying.takeIn(file, stick);
      return taken.ok ? 'taken' : taken.failure.code;
    };
    expect(await refused(new Uint8Array())).toBe('not-a-pouch');
    expect(await refused(new Uint8Array(100).fill(255))).toBe('not-a-pouch');
    expect(await refused(bytes(lines.slice(1)))).toBe('not-a-pouch');
    expect(await refused(bytes([(lines[0] ?? '').replace('"v":1', '"v":2'), ...lines.slice(1)]))).toBe('pouch-newer');
    expect(await refused(bytes([(lines[0] ?? '').replace(/"organisation":"./, '"organisation":"x'), ...lines.slice(1)]))).toBe('pouch-other-organisation');
    expect(await titles(ben)).toEqual([]);
  });

  test('a hostile line can neither delete nor change anything', async () => {
    const { ben, lines } = await three();
    await takenIn(ben, bytes(lines));
    const parcel = JSON.parse(lines[1] ?? '') as { c: string; p: Record<string, unknown> };
    const hostile = [{ ...parcel, p: { ...parcel.p, _deleted: true, _rev: '9-x', _attachments: {} } }, { c: parcel.c, p: null }, { c: '../x', p: parcel.p }, [], null, 7];
    const taken = await takenIn(ben, bytes([lines[0] ?? '', ...hostile.map((one) => JSON.stringify(one)), '{"end":1}']));
    expect(taken).toMatchObject({ received: 0, damaged: 5, whole: false });
    expect(await titles(ben)).toEqual(['One', 'Three', 'Two']);
    await exchange(ben);
    expect(await titles(ben)).toEqual(['One', 'Three', 'Two']);
  });
});
