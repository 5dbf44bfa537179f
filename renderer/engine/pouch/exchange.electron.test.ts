import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { randomBytes, toBase64Url } from '../../../core/crypto/sodium.ts';
import { exchange, Field, restricted, rewrites, sensitive, titles, unclassified, writes } from '../../../test/office/exchanging.ts';
import { trafficking } from '../../../test/office/groups.ts';
import type { Laptop } from '../../../test/office/laptop.ts';
import type { DeliveryProgress } from '../api.ts';

let field: Field;
beforeEach(async () => {
  field = await Field.open();
});
afterEach(() => field.close());

describe('two laptops and an office', () => {
  test('what one writes the other reads', async () => {
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
    await writes(ana, 'Route Bar–Bari');
    await writes(ana, 'Ђорђевић at the border');
    expect(await exchange(ana)).toMatchObject({ delivered: 2, received: 0, held: 0, unconfirmed: 0, failure: null, network: 'Office' });
    expect(await exchange(ben)).toMatchObject({ delivered: 0, received: 2, conflicts: [], refused: [], failure: null });
    expect(await titles(ben)).toEqual(['Route Bar–Bari', 'Ђорђевић at the border']);
    expect(await exchange(ben)).toMatchObject({ delivered: 0, received: 0 });
    expect(await exchange(ana)).toMatchObject({ delivered: 0, received: 0 });
  });

  test('what was delivered is not fetched back, and nothing new costs one request a compartment', async () => {
    const ana = await field.member('Ana');
    await writes(ana, 'A note');
    await exchange(ana);
    await field.office.asked();
    await exchange(ana);
    const asked = await field.office.asked();
    expect(asked.filter((one) => one.includes('_bulk_get'))).toEqual([]);
    expect(asked.filter((one) => one.includes('_changes'))).toHaveLength(field.office.compartments.length);
    // The grant, the directory's new entries, and orders to erase: side by side.
    expect(asked.filter((one) => one.includes('_all_docs'))).toHaveLength(3);
    expect(asked).toHaveLength(field.office.compartments.length + 3);
  });

  test('parcels are fetched two at first, and many at once when the line is good', async () => {
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
    for (let written = 0; written < 40; written += 1) {
      const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: toBase64Url(randomBytes(30_000)) }] }] };
      await ana.engine.notebook.save({ kind: 'note', value: { title: 'Long', body, jwg: trafficking }, level: sensitive });
    }
    await exchange(ana);
    const parcels = await field.parcels(sensitive);
    expect(parcels).toBeGreaterThan(10);
    await field.office.asked();
    expect(await exchange(ben)).toMatchObject({ received: 40, failure: null });
    const fetched = (await field.office.asked()).filter((one) => one.includes('_bulk_get'));
    expect(fetched.length).toBeLessThan(parcels / 2);
    expect(await exchange(ben)).toMatchObject({ received: 0, failure: null });
  });

  test('an edit of what arrived goes back, and names are known', async () => {
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
    const record = await writes(ana, 'First');
    await exchange(ana);
    await exchange(ben);
    await rewrites(ben, record, 'Second');
    await exchange(ben);
    await exchange(ana);
    expect(await titles(ana)).toEqual(['Second']);
    const history = await ana.engine.notebook.history(record);
    expect(history.map((one) => one.author).toSorted()).toEqual(['Ana', 'Ben']);
  });

  test('both write the same field: both values everywhere, and settling it settles it for both', async () => {
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
    const record = await writes(ana, 'The van');
    await exchange(ana);
    await exchange(ben);
    await rewrites(ana, record, 'The white van');
    await rewrites(ben, record, 'The grey van');
    await exchange(ana);
    expect(await exchange(ben)).toMatchObject({ received: 1, conflicts: [{ record, kind: 'note' }] });
    expect(await exchange(ana)).toMatchObject({ received: 1, conflicts: [{ record }] });
    const seen = await ana.engine.notebook.open('note', record);
    expect(seen.ok && seen.value.fieldConflicts.map((one) => one.field)).toEqual(['title']);
    await ana.engine.notebook.settle(record, 'title', 'The grey van, once white');
    await exchange(ana);
    expect(await exchange(ben)).toMatchObject({ received: 1, conflicts: [] });
    const settled = await ben.engine.notebook.open('note', record);
    expect(settled.ok && [settled.value.value.title, settled.value.fieldConflicts]).toEqual(['The grey van, once white', []]);
  });

  test('progress is told, at most ten times a second besides the phases, and ends with done', async () => {
    const ana = await field.member('Ana');
    const told: DeliveryProgress[] = [];
    ana.engine.subscribe((event) => event.type === 'delivery' && told.push(event.progress));
    for (let count = 0; count < 30; count += 1) await writes(ana, `Note ${count}`);
    await exchange(ana);
    expect(told.map((one) => one.phase).filter((phase, index, all) => phase !== all[index - 1])).toEqual(['sealing', 'delivering', 'receiving', 'done']);
    expect(told.length).toBeLessThan(20);
  });

  test('it is told how much passes and how much is left; the report says how much it was', async () => {
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
    for (let written = 0; written < 12; written += 1) {
      const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: toBase64Url(randomBytes(30_000)) }] }] };
      await ana.engine.notebook.save({ kind: 'note', value: { title: 'Long', body, jwg: trafficking }, level: sensitive });
    }
    const told: DeliveryProgress[] = [];
    ana.engine.subscribe((event) => event.type === 'delivery' && told.push(event.progress));
    const { moved } = await exchange(ana);
    const bytes = moved?.bytes ?? 0;
    expect(bytes).toBeGreaterThan(12 * 30_000);
    const known = told.filter((one) => one.phase === 'delivering').flatMap((one) => (one.bytes === null ? [] : [one.bytes]));
    expect(known.length).toBeGreaterThan(0);
    for (const { done, total } of known) {
      expect(done).toBeLessThanOrEqual(total);
      expect(total).toBeGreaterThan(bytes * 0.7);
      expect(total).toBeLessThan(bytes * 1.3);
    }
    expect((await exchange(ben)).moved?.bytes).toBeGreaterThan(12 * 30_000);
    expect((await exchange(ben)).moved?.bytes).toBeLessThan(12_000);
  });

  test('one exchange at a time; cancelling ends it', async () => {
    const ana = await field.member('Ana');
    await writes(ana, 'A note');
    const first = ana.engine.pouch.exchange();
    expect(await ana.engine.pouch.exchange()).toMatchObject({ ok: false, failure: { code: 'busy' } });
    await ana.engine.pouch.cancel();
    const report = await first;
    expect(report.ok ? report.value.failure?.code : report.failure.code).toBe('cancelled');
    expect(await exchange(ana)).toMatchObject({ delivered: 1, unconfirmed: 0, failure: null });
  });
});

describe('levels and channels', () => {
  async function threeLevels(laptop: Laptop): Promise<void> {
    await writes(laptop, 'Open', unclassified);
    await writes(laptop, 'Quiet', sensitive);
    await writes(laptop, 'Closed', restricted);
  }

  test('from the hotel little goes and reasons are given; from the office the rest', async () => {
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
    await threeLevels(ana);
    ana.host.go('hotel');
    const preview = await ana.engine.pouch.preview();
    expect(preview.goes.map((one) => one.title)).toEqual(['Open']);
    expect(preview.stays.map((one) => [one.title, one.reasons.map((reason) => reason.code)]).toSorted()).toEqual([
      ['Closed', ['above-channel']],
      ['Quiet', ['above-channel']],
    ]);
    expect(await exchange(ana)).toMatchObject({ delivered: 1, held: 2, network: 'Hotel' });
    ben.host.go('hotel');
    expect(await exchange(ben)).toMatchObject({ received: 1 });
    ana.host.go('office');
    expect(await exchange(ana)).toMatchObject({ delivered: 2, held: 0 });
    expect(await exchange(ben)).toMatchObject({ received: 0 });
    ben.host.go('office');
    expect(await exchange(ben)).toMatchObject({ received: 2 });
    expect(await titles(ben)).toEqual(['Closed', 'Open', 'Quiet']);
  });

  test('what was sealed at the office does not leave from the hotel', async () => {
    const ana = await field.member('Ana');
    await writes(ana, 'Quiet');
    await field.office.faults({ kind: 'answer', status: 500, body: {}, on: '_bulk_docs', times: 5 });
    expect(await exchange(ana)).toMatchObject({ delivered: 0, unconfirmed: 1, failure: { code: 'server-refused' } });
    ana.host.go('hotel');
    await field.office.asked();
    expect(await exchange(ana)).toMatchObject({ delivered: 0, unconfirmed: 1 });
    expect((await field.office.asked()).filter((one) => one.includes('_bulk_docs'))).toEqual([]);
    expect(await ana.engine.pouch.preview()).toMatchObject({ goes: [], stays: [], standing: { underWay: 1 } });
    ana.host.go('office');
    expect(await exchange(ana)).toMatchObject({ delivered: 1, unconfirmed: 0, failure: null });
  });

  test('the person may lower the channel, and nothing above it moves', async () => {
    const ana = await field.member('Ana');
    await threeLevels(ana);
    await ana.engine.pouch.lower(unclassified);
    expect(await exchange(ana)).toMatchObject({ delivered: 1, held: 2 });
    await ana.engine.pouch.lower('nothing');
    expect(await ana.engine.pouch.exchange()).toMatchObject({ ok: false, failure: { code: 'no-channel' } });
    await ana.engine.pouch.lower(null);
    expect(await exchange(ana)).toMatchObject({ delivered: 2, held: 0 });
  });

  test('a raised record goes on in the higher compartment, and the lower one is told', async () => {
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
    const record = await writes(ana, 'A harmless note');
    await exchange(ana);
    await exchange(ben);
    await rewrites(ana, record, 'Not so harmless', restricted);
    expect(await exchange(ana)).toMatchObject({ delivered: 2 });
    expect([await field.parcels(sensitive), await field.parcels(restricted)]).toEqual([2, 1]);
    ben.host.go('hotel');
    expect(await exchange(ben)).toMatchObject({ received: 0 });
    expect(await titles(ben)).toEqual(['A harmless note']);
    ben.host.go('office');
    expect(await exchange(ben)).toMatchObject({ received: 2, conflicts: [] });
    const seen = await ben.engine.notebook.open('note', record);
    expect(seen.ok && [seen.value.value.title, seen.value.level, seen.value.incomplete]).toEqual(['Not so harmless', restricted, false]);
  });

  test('a record raised before it ever went goes whole at its level', async () => {
    const ana = await field.member('Ana');
    const record = await writes(ana, 'A harmless note');
    await rewrites(ana, record, 'Not so harmless', restricted);
    ana.host.go('hotel');
    expect(await exchange(ana)).toMatchObject({ delivered: 0, held: 1 });
    ana.host.go('office');
    expect(await exchange(ana)).toMatchObject({ delivered: 1, held: 0 });
    expect([await field.parcels(sensitive), await field.parcels(restricted)]).toEqual([0, 1]);
  });

  test('who is not briefed neither sends nor receives R-UE/EU-R', async () => {
    const [ana, eve] = [await field.member('Ana'), await field.member('Eve', { briefed: false })];
    await writes(ana, 'Closed', restricted);
    await exchange(ana);
    await writes(eve, 'Written anyway', restricted);
    const preview = await eve.engine.pouch.preview();
    expect(preview.stays.map((one) => one.reasons.map((reason) => reason.code))).toEqual([['not-briefed']]);
    expect(await exchange(eve)).toMatchObject({ received: 0, held: 1 });
  });

  test('a record without a group stays; one of a case goes with its case', async () => {
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
    await writes(ana, 'Nobody', sensitive, null);
    const made = await ana.engine.notebook.save({ kind: 'case', value: { title: 'Cigarettes', jwg: 'jwg-trafficking' }, level: sensitive });
    if (!made.ok) throw new Error(made.failure.code);
    await ana.engine.notebook.save({ kind: 'note', value: { title: 'Of the case', case: made.value.record }, level: sensitive });
    const preview = await ana.engine.pouch.preview();
    expect(preview.stays.map((one) => [one.title, one.reasons.map((reason) => reason.code)])).toEqual([['Nobody', ['no-group']]]);
    expect(preview.goes.map((one) => one.jwg)).toEqual(['JWG Trafficking', 'JWG Trafficking']);
    await exchange(ana);
    await exchange(ben);
    expect(await titles(ben)).toEqual(['Of the case']);
  });
});

describe('joining', () => {
  test('before the secretariat lets one in nothing moves; afterwards what was written goes', async () => {
    const ana = await field.member('Ana', 'not-yet');
    await writes(ana, 'Written before');
    expect(await ana.engine.pouch.exchange()).toMatchObject({ ok: false, failure: { code: 'not-a-member' } });
    expect((await ana.engine.vault.me()).standing).toBe('requested');
    const request = await ana.engine.organisation.joinRequest();
    await field.office.admit(request?.file ?? new Uint8Array());
    expect(await exchange(ana)).toMatchObject({ delivered: 1, held: 0 });
    expect((await ana.engine.vault.me()).standing).toBe('member');
  });

  test('only the granted compartments are asked for', async () => {
    const ana = await field.member('Ana');
    const low = await field.member('Low', { markings: [unclassified] });
    await writes(ana, 'Open', unclassified);
    await writes(ana, 'Quiet', sensitive);
    await exchange(ana);
    expect(await exchange(low)).toMatchObject({ received: 1, failure: null });
    await writes(low, 'Too high for me', sensitive);
    const { stays } = await low.engine.pouch.preview();
    expect(stays.map((one) => one.reasons.map((reason) => reason.code))).toEqual([['no-key']]);
  });

  test('what is known survives a restart without the network', async () => {
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
    const record = await writes(ana, 'A note');
    await exchange(ana);
    await exchange(ben);
    const again = await field.afterKill(ben);
    again.host.go('nowhere');
    expect((await again.engine.vault.me()).standing).toBe('member');
    expect((await again.engine.notebook.history(record)).map((one) => one.author)).toEqual(['Ana']);
    expect(await again.engine.pouch.preview()).toMatchObject({ lastDelivery: { received: 1, network: 'Office' } });
    expect(await again.engine.pouch.exchange()).toMatchObject({ ok: false, failure: { code: 'no-channel' } });
  });
});
