import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newSealKey } from '../../../core/crypto/sodium.ts';
import { exchange, Field, sensitive, titles, unclassified, writes } from '../../../test/office/exchanging.ts';
import type { Laptop, TestCompartment } from '../../../test/office/laptop.ts';
import { aLetter, aParcel, aWriter, plant } from '../../../test/office/plants.ts';

let field: Field;
let ben: Laptop;
let place: TestCompartment;
beforeEach(async () => {
  field = await Field.open();
  ben = await field.member('Ben');
  place = field.compartment(sensitive);
});
afterEach(() => field.close());

const put = (document: { readonly _id: string }) => plant(field.office, place, document);
const waiting = async () => (await ben.engine.pouch.preview()).waiting;

describe('what somebody planted', () => {
  test('a parcel sealed with another key does not open, and is counted', async () => {
    await put(aParcel([aLetter(aWriter(), place).letter], place, { key: newSealKey() }));
    expect(await exchange(ben)).toMatchObject({ received: 0, refused: [{ why: 'damaged', count: 1 }], failure: null });
    expect(await waiting()).toEqual([{ why: 'damaged', count: 1 }]);
    expect(await exchange(ben)).toMatchObject({ received: 0, refused: [] });
  });

  test('a parcel of a key that was never issued waits without being called bad', async () => {
    await put(aParcel([aLetter(aWriter(), place).letter], place, { epoch: 7 }));
    expect(await exchange(ben)).toMatchObject({ received: 0, refused: [], failure: null });
    expect(await waiting()).toEqual([{ why: 'future-epoch', count: 1 }]);
  });

  test('a parcel whose bytes were altered is damaged', async () => {
    const parcel = aParcel([aLetter(aWriter(), place).letter], place);
    await put({ ...parcel, _id: parcel._id.replace(/^./, (first) => (first === '0' ? '1' : '0')) });
    expect(await exchange(ben)).toMatchObject({ received: 0, refused: [{ why: 'damaged', count: 1 }] });
  });

  test('documents that are no parcels are malformed, and change nothing', async () => {
    await put({ _id: 'a'.repeat(64), v: 1, nonsense: true } as { _id: string });
    await put({ _id: 'not-a-hash' });
    expect(await exchange(ben)).toMatchObject({ received: 0, refused: [{ why: 'malformed', count: 2 }], failure: null });
  });

  test('a letter whose signer nobody certified is shown and not read', async () => {
    await put(aParcel([aLetter(aWriter(), place).letter], place));
    expect(await exchange(ben)).toMatchObject({ received: 0, refused: [{ why: 'unknown-signer', count: 1 }] });
    expect(await waiting()).toEqual([{ why: 'unknown-signer', count: 1 }]);
    expect(await titles(ben)).toEqual([]);
  });

  test('a letter in a member’s name that the member did not sign is forged', async () => {
    const ana = await field.member('Ana');
    const { person, device } = await ana.engine.vault.me();
    const forger = { ...aWriter(), person, device };
    await put(aParcel([aLetter(forger, place).letter], place));
    expect(await exchange(ben)).toMatchObject({ received: 0, refused: [{ why: 'forged', count: 1 }] });
    expect(await waiting()).toEqual([{ why: 'forged', count: 1 }]);
  });

  test('one forged letter does not take the good ones of its parcel with it', async () => {
    const ana = await field.member('Ana');
    await writes(ana, 'Good');
    await exchange(ana);
    await put(aParcel([aLetter(aWriter(), place).letter, aLetter({ ...aWriter(), ...(await ana.engine.vault.me()) }, place).letter], place));
    const report = await exchange(ben);
    expect(report.received).toBe(1);
    expect(report.refused.toSorted((one, other) => (one.why < other.why ? -1 : 1))).toEqual([{ why: 'forged', count: 1 }, { why: 'unknown-signer', count: 1 }]);
    expect(await titles(ben)).toEqual(['Good']);
  });

  test('the same parcel in another compartment does not open there', async () => {
    const ana = await field.member('Ana');
    await writes(ana, 'Quiet');
    await exchange(ana);
    const found = await field.office.admin('GET', `/${place.database}/_all_docs?include_docs=true`);
    const { rows } = found.body as { readonly rows: readonly { readonly doc: { readonly _id: string; readonly _rev: string } }[] };
    const parcel = rows.map((one) => one.doc).find((one) => !one._id.startsWith('_'));
    if (parcel === undefined) throw new Error('nothing was delivered');
    const { _rev, ...copy } = parcel;
    expect(_rev).toMatch(/^1-/);
    await plant(field.office, field.compartment(unclassified), copy);
    expect(await exchange(ben)).toMatchObject({ received: 1, refused: [{ why: 'damaged', count: 1 }] });
  });
});

describe('letters that come again', () => {
  /** Letters by a member whose keys the test holds, because the engine is not theirs. */
  async function aCertifiedWriter(): Promise<ReturnType<typeof aWriter>> {
    const ana = await field.member('Ana');
    const me = await ana.engine.vault.me();
    return { person: me.person, device: me.device, keys: ana.deviceKeys() };
  }

  test('a replayed letter in another parcel changes nothing', async () => {
    const writer = await aCertifiedWriter();
    const { letter } = aLetter(writer, place);
    await put(aParcel([letter], place));
    expect(await exchange(ben)).toMatchObject({ received: 1, refused: [] });
    await put(aParcel([letter], place, { uploader: 'another' }));
    expect(await exchange(ben)).toMatchObject({ received: 0, refused: [], conflicts: [] });
    expect(await titles(ben)).toEqual(['Planted']);
  });

  test('two letters with one number are a fork: told, and both kept', async () => {
    const writer = await aCertifiedWriter();
    await put(aParcel([aLetter(writer, place, { title: 'One' }).letter], place));
    await put(aParcel([aLetter(writer, place, { title: 'Other' }).letter], place));
    expect(await exchange(ben)).toMatchObject({ received: 2, refused: [{ why: 'fork', count: 1 }] });
    expect(await titles(ben)).toEqual(['One', 'Other']);
  });

  test('a change in another person’s name is forged', async () => {
    const writer = await aCertifiedWriter();
    const { person } = await ben.engine.vault.me();
    await put(aParcel([aLetter(writer, place, { author: person }).letter], place));
    expect(await exchange(ben)).toMatchObject({ received: 0, refused: [{ why: 'forged', count: 1 }] });
  });

  test('a change above the compartment is forged', async () => {
    const writer = await aCertifiedWriter();
    await put(aParcel([aLetter(writer, place, { level: 'R-UE' }).letter], place));
    expect(await exchange(ben)).toMatchObject({ received: 0, refused: [{ why: 'forged', count: 1 }] });
  });

  test('a letter out of order is taken, its gap notwithstanding', async () => {
    const writer = await aCertifiedWriter();
    const first = aLetter(writer, place, { title: 'One' });
    const second = aLetter(writer, place, { title: 'Two', number: 2, previous: first.hash });
    await put(aParcel([second.letter], place));
    expect(await exchange(ben)).toMatchObject({ received: 1 });
    await put(aParcel([first.letter], place));
    expect(await exchange(ben)).toMatchObject({ received: 1, refused: [] });
    expect(await titles(ben)).toEqual(['One', 'Two']);
  });
});

describe('what waited', () => {
  test('opens once its signer has been certified', async () => {
    const ana = await field.member('Ana', 'not-yet');
    const { person, device } = await ana.engine.vault.me();
    await put(aParcel([aLetter({ person, device, keys: ana.deviceKeys() }, place, { title: 'Early' }).letter], place));
    expect(await exchange(ben)).toMatchObject({ received: 0, refused: [{ why: 'unknown-signer', count: 1 }] });
    const request = await ana.engine.organisation.joinRequest();
    await field.office.admit(request?.file ?? new Uint8Array());
    expect(await exchange(ben)).toMatchObject({ received: 1, refused: [] });
    expect(await waiting()).toEqual([]);
    expect(await titles(ben)).toEqual(['Early']);
  });
});
