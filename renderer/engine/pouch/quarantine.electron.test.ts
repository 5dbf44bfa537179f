import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LetterHash } from '../../../core/ids.ts';
import { packStatements } from '../../../core/letters/parcel.ts';
import { keyBytes } from '../../../core/organisation/key-text.ts';
import { exchange, Field, sensitive, titles, writes } from '../../../test/office/exchanging.ts';
import { trafficking } from '../../../test/office/groups.ts';
import type { Laptop } from '../../../test/office/laptop.ts';
import { aLetter, aParcel, plant } from '../../../test/office/plants.ts';

let field: Field;
afterEach(() => field.close());

const quarantine = async (laptop: Laptop) => (await laptop.engine.pouch.arrivals()).quarantine;
const personOf = async (laptop: Laptop) => (await laptop.engine.vault.me()).person;
const administrators = async (...laptops: Laptop[]) =>
  field.office.enter({ type: 'administrators', jwg: trafficking, persons: await Promise.all(laptops.map(personOf)) });

describe('what a third country’s member sends', () => {
  let ana: Laptop;
  let ben: Laptop;
  let milica: Laptop;
  beforeEach(async () => {
    field = await Field.open({ quarantineThirdCountries: true });
    ana = await field.member('Ana');
    ben = await field.member('Ben');
    milica = await field.member('Milica', {}, {}, { country: 'SRB' });
    await writes(milica, 'From Belgrade');
    await exchange(milica);
  });

  test('is in no list until the administrator has verified it, and then everywhere', async () => {
    await administrators(ben);
    expect(await exchange(ana)).toMatchObject({ received: 0, refused: [] });
    expect(await titles(ana)).toEqual([]);
    const [held] = await quarantine(ana);
    expect(held).toMatchObject({ title: 'From Belgrade', reasons: ['third-country'], sender: { name: 'Milica', country: 'SRB' }, mayDecide: false, rejected: false });
    const letter = held?.letter as LetterHash;
    expect(await ana.engine.pouch.vouch([letter], 'accept')).toMatchObject({ ok: false, failure: { code: 'not-yours-to-decide' } });
    await exchange(ben);
    expect(await quarantine(ben)).toMatchObject([{ mayDecide: true }]);
    const read = await ben.engine.pouch.quarantined(letter);
    expect(read.ok && read.value.entries[0]?.fields.find((one) => one.field === 'title')?.after).toBe('From Belgrade');
    expect(await ben.engine.pouch.vouch([letter], 'accept')).toEqual({ ok: true, value: { released: 1 } });
    expect(await titles(ben)).toEqual(['From Belgrade']);
    expect(await exchange(ben)).toMatchObject({ delivered: 1 });
    await exchange(ana);
    expect(await titles(ana)).toEqual(['From Belgrade']);
    expect(await quarantine(ana)).toEqual([]);
    expect((await ana.engine.pouch.arrivals()).chains).toEqual([]);
  });

  test('stays when it is rejected, is told so, and may be accepted later', async () => {
    await administrators(ben);
    await exchange(ben);
    await exchange(ana);
    const letter = (await quarantine(ben))[0]?.letter as LetterHash;
    await ben.engine.pouch.vouch([letter], 'reject');
    await exchange(ben);
    await exchange(ana);
    expect(await quarantine(ana)).toMatchObject([{ rejected: true }]);
    await ben.engine.pouch.vouch([letter], 'accept');
    await exchange(ben);
    await exchange(ana);
    expect(await titles(ana)).toEqual(['From Belgrade']);
  });

  test('waits and says so when nobody is named; it survives the end of the process', async () => {
    await exchange(ana);
    expect(await ana.engine.pouch.arrivals()).toMatchObject({ quarantine: [{ title: 'From Belgrade' }], withoutAdministrator: ['JWG Trafficking'] });
    const again = await field.afterKill(ana);
    expect(await quarantine(again)).toHaveLength(1);
    await administrators(again);
    await exchange(again);
    await again.engine.pouch.vouch([(await quarantine(again))[0]?.letter as LetterHash], 'accept');
    expect(await titles(again)).toEqual(['From Belgrade']);
  });

  test('is looked at again when the directory says something else, though the server has no news', async () => {
    await exchange(ana);
    expect(await quarantine(ana)).toHaveLength(1);
    // Whoever verifies for a group is not verified in it.
    await administrators(milica);
    expect(await exchange(ana)).toMatchObject({ received: 1, failure: null });
    expect(await titles(ana)).toEqual(['From Belgrade']);
    expect(await quarantine(ana)).toEqual([]);
  });

  test('is looked at again when somebody’s word begins to count, on whatever network that becomes known', async () => {
    await administrators(ben);
    await exchange(ben);
    await ben.engine.pouch.vouch([(await quarantine(ben))[0]?.letter as LetterHash], 'accept');
    await exchange(ben);
    await administrators(ana);
    // She is the only one who verifies now, so Ben's word is kept and releases nothing.
    await exchange(ana);
    expect(await quarantine(ana)).toMatchObject([{ mayDecide: true }]);
    await administrators(ben);
    ana.host.go('hotel');
    expect(await exchange(ana)).toMatchObject({ received: 1 });
    expect(await titles(ana)).toEqual(['From Belgrade']);
  });

  test('is looked at again when a newer profile asks for no verifying, with no network at all', async () => {
    await exchange(ana);
    ana.host.go('nowhere');
    expect(await ana.engine.organisation.join(await field.office.renewedProfile(2, { quarantineThirdCountries: false }))).toMatchObject({ ok: true });
    await expect.poll(() => titles(ana)).toEqual(['From Belgrade']);
    expect(await quarantine(ana)).toEqual([]);
  });

  test('stays apart as long as this person is no member any more', async () => {
    await exchange(ana);
    await field.office.admit((await ana.engine.organisation.joinRequest())?.file ?? new Uint8Array(), { jwgs: [] });
    await administrators(milica);
    await exchange(ana);
    expect(await titles(ana)).toEqual([]);
    expect(await quarantine(ana)).toHaveLength(1);
  });

  test('an order of erasure reaches what lies in quarantine', async () => {
    await administrators(ben);
    await exchange(ana);
    const record = (await milica.engine.notebook.list('note'))[0]?.record;
    if (record === undefined) throw new Error('Milica wrote a note');
    const changes = (await milica.engine.notebook.history(record)).map((one) => one.change);
    await field.office.enter({ type: 'removal', order: { id: 'A'.repeat(22), kind: 'erasure', compartment: field.compartment(sensitive).id, record, changes, ground: 'Order', at: Date.now() } });
    await exchange(ana);
    const [held] = await quarantine(ana);
    expect(held?.title).toBe('');
    const read = await ana.engine.pouch.quarantined(held?.letter as LetterHash);
    expect(read.ok && read.value.entries.every((one) => one.erased)).toBe(true);
  });
});

describe('letters of a removed device', () => {
  let ana: Laptop;
  let ben: Laptop;
  beforeEach(async () => {
    field = await Field.open();
    ana = await field.member('Ana');
    ben = await field.member('Ben');
  });

  /** Ana's first letter counts; then the key turns without her device. Her second is written by the test. */
  async function removed() {
    const me = await ana.engine.vault.me();
    const writer = { person: me.person, device: me.device, keys: ana.deviceKeys() };
    const place = field.compartment(sensitive);
    const first = aLetter(writer, place, { title: 'In time' });
    await plant(field.office, place, aParcel([first.letter], place));
    await field.office.turn(place.id, [{ device: me.device, last: { number: 1, hash: first.hash } }]);
    const second = aLetter(writer, place, { title: 'Too late', number: 2, previous: first.hash });
    await plant(field.office, place, aParcel([second.letter], place));
    return { place, second };
  }

  test('beyond the last that counts wait for another member’s countersignature', async () => {
    const { second } = await removed();
    const clara = await field.member('Clara');
    await exchange(ben);
    expect(await titles(ben)).toEqual(['In time']);
    expect(await quarantine(ben)).toMatchObject([{ letter: second.hash, title: 'Too late', reasons: ['beyond-cut-off'], mayDecide: true }]);
    expect((await ben.engine.pouch.arrivals()).chains).toEqual([]);
    await ben.engine.pouch.vouch([second.hash], 'accept');
    expect(await exchange(ben)).toMatchObject({ delivered: 1, failure: null });
    await exchange(clara);
    expect(await titles(clara)).toEqual(['In time', 'Too late']);
    expect(await quarantine(clara)).toEqual([]);
    expect((await clara.engine.pouch.arrivals()).chains).toEqual([]);
  });

  test('a countersignature that does not hold releases nothing and is counted', async () => {
    const { place } = await removed();
    const newest = place.epochs.at(-1);
    if (newest === undefined) throw new Error('a compartment has a key');
    const forged = packStatements([{ statement: 'e30', signature: 'A'.repeat(86) }], { compartment: place.id, epoch: newest.epoch, key: keyBytes(newest.key), uploader: 'somebody' });
    await plant(field.office, place, forged as { readonly _id: string });
    expect(await exchange(ben)).toMatchObject({ refused: [{ why: 'countersignature', count: 1 }], failure: null });
    expect(await quarantine(ben)).toHaveLength(1);
    expect(await titles(ben)).toEqual(['In time']);
  });

  test('of members who stay are taken under the old key, and told', async () => {
    const clara = await field.member('Clara');
    const { place } = await removed();
    const { person, device } = await clara.engine.vault.me();
    const late = aLetter({ person, device, keys: clara.deviceKeys() }, place, { title: 'Written on the road' });
    await plant(field.office, place, aParcel([late.letter], place));
    await exchange(ben);
    expect(await titles(ben)).toEqual(['In time', 'Written on the road']);
    expect((await ben.engine.pouch.arrivals()).late).toMatchObject([{ sender: 'Clara', letters: 1 }]);
  });

  test('gaps, forks and withheld letters are named, and nothing is lost', async () => {
    const me = await ana.engine.vault.me();
    const writer = { person: me.person, device: me.device, keys: ana.deviceKeys() };
    const place = field.compartment(sensitive);
    const one = aLetter(writer, place, { title: 'One' });
    const other = aLetter(writer, place, { title: 'Other one' });
    const fourth = aLetter(writer, place, { title: 'Four', number: 4, previous: 'c'.repeat(64) as LetterHash });
    await plant(field.office, place, aParcel([one.letter, other.letter, fourth.letter], place));
    await exchange(ben);
    const { chains } = await ben.engine.pouch.arrivals();
    expect(chains.map(({ what, from, to }) => [what, from, to]).toSorted()).toEqual([['fork', 1, 1], ['gap', 2, 3]]);
    expect(await titles(ben)).toEqual(['Four', 'One', 'Other one']);
  });

  test('a parcel under a key that was never issued is named', async () => {
    const me = await ana.engine.vault.me();
    const place = field.compartment(sensitive);
    await plant(field.office, place, aParcel([aLetter({ person: me.person, device: me.device, keys: ana.deviceKeys() }, place).letter], place, { epoch: 7 }));
    await exchange(ben);
    expect((await ben.engine.pouch.preview()).waiting).toEqual([{ why: 'future-epoch', count: 1 }]);
  });
});
