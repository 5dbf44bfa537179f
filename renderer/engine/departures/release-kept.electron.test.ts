import { afterEach, beforeEach, expect, test } from 'vitest';
import { aBackup, good } from '../../../test/builders/engines.ts';
import { exchange, Field, titles, writes } from '../../../test/office/exchanging.ts';
import { trafficking } from '../../../test/office/groups.ts';
import type { Laptop } from '../../../test/office/laptop.ts';

/** What is kept of confirmations, and for how long it counts: files lost, backups, time that passes. */

const backupPassphrase = 'three slow ferries leave Bar at dusk';
const day = 24 * 60 * 60 * 1000;
const ahead = { days: 0 };
const [nothing, held] = [[] as string[], ['release-not-confirmed']];
let [field, ana, ben, drita]: [Field, Laptop, Laptop, Laptop] = [] as never;

beforeEach(async () => {
  ahead.days = 0;
  const members = [{ country: 'HRV', institution: 'State Attorney' }, { country: 'ALB', institution: 'SPAK' }] as never;
  field = await Field.open({ members, includesThirdCountries: true, fourEyes: true, release: { confirmedBy: 'same-country', standing: true } });
  ana = await field.member('Ana', {}, { now: () => Date.now() + ahead.days * day });
  [ben, drita] = [await field.member('Ben'), await field.member('Drita', {}, {}, { country: 'ALB', institution: 'SPAK' })];
  for (const one of [ana, ben]) await exchange(one);
});
afterEach(() => field.close());

async function reasons({ engine }: Laptop): Promise<readonly string[]> {
  return (await engine.pouch.preview()).stays.flatMap((row) => row.reasons.map((reason) => reason.code));
}

/** Ana asks for what waits, Ben answers; the file of his answer. */
async function answered(decision: Parameters<Laptop['engine']['departures']['release']['answer']>[0] = { type: 'batch' }): Promise<Uint8Array> {
  const asked = good(await ana.engine.departures.release.ask(trafficking));
  good(await ben.engine.departures.release.open(asked.file));
  return good(await ben.engine.departures.release.answer(decision)).file;
}

test('a laptop made from a backup knows who confirmed, delivers on it, and says since when it may not know of a taking back', async () => {
  await writes(ana, 'The white lorry');
  good(await ana.engine.departures.release.open(await answered()));
  const { file } = await aBackup(ana.engine, { passphrase: backupPassphrase });
  const restored = await field.restored(file, backupPassphrase);
  await exchange(restored);
  expect(await reasons(restored)).toEqual(nothing);
  const overview = await restored.engine.departures.release.overview();
  expect(overview).toMatchObject({ asked: [], received: [{ type: 'batch', state: 'holds', who: 'Ben', records: 1 }] });
  expect(overview.restored).toBeLessThanOrEqual(Date.now());
  await exchange(drita);
  expect(await titles(drita)).toEqual(['The white lorry']);
});

test('a second person’s own answers come back too, and can be taken back from there', async () => {
  await writes(ana, 'The white lorry');
  const answer = await answered();
  good(await ana.engine.departures.release.open(answer));
  const { file } = await aBackup(ben.engine, { passphrase: backupPassphrase });
  const restored = await field.restored(file, backupPassphrase);
  await exchange(restored);
  const given = (await restored.engine.departures.release.overview()).given;
  expect(given).toMatchObject([{ state: 'holds', who: 'Ana' }]);
  const revocation = good(await restored.engine.departures.release.revoke(given[0]?.id ?? ''));
  await exchange(ana);
  expect(good(await ana.engine.departures.release.open(revocation.file))).toMatchObject({ answer: { type: 'revocation' } });
  expect(await ana.engine.departures.release.overview()).toMatchObject({ received: [{ type: 'batch', state: 'revoked' }] });
});

test('an older backup that is united brings no confirmation back to life', async () => {
  await writes(ana, 'The white lorry');
  good(await ana.engine.departures.release.open(await answered()));
  const { file } = await aBackup(ana.engine, { passphrase: backupPassphrase });
  const given = (await ben.engine.departures.release.overview()).given[0];
  good(await ana.engine.departures.release.open(good(await ben.engine.departures.release.revoke(given?.id ?? '')).file));
  good(await ana.engine.devices.uniteBackup({ file, secret: backupPassphrase }));
  expect(await reasons(ana)).toEqual(held);
  expect(await ana.engine.departures.release.overview()).toMatchObject({ received: [{ state: 'revoked' }], restored: null });
});

test('a file that was not saved is made again, and stands for the last word', async () => {
  await writes(ana, 'The white lorry');
  await answered();
  const given = (await ben.engine.departures.release.overview()).given[0]?.id ?? '';
  const again = good(await ben.engine.departures.release.again(given));
  expect(good(await ana.engine.departures.release.open(again.file))).toMatchObject({ answer: { type: 'batch', by: 'Ben' } });
  good(await ben.engine.departures.release.revoke(given));
  const last = good(await ben.engine.departures.release.again(given));
  expect(good(await ana.engine.departures.release.open(last.file))).toMatchObject({ answer: { type: 'revocation' } });
  expect(await ben.engine.departures.release.again('nothing-of-that-name')).toMatchObject({ failure: { code: 'not-found' } });
});

test('what one batch confirms holds for no other, and a file with another bit in it for nothing', async () => {
  await writes(ana, 'First');
  const first = await answered();
  await writes(ana, 'Second');
  good(await ana.engine.departures.release.open(first));
  expect((await ana.engine.pouch.preview()).stays.map((row) => row.title)).toEqual(['Second']);
  const other = JSON.parse(new TextDecoder().decode(await answered())) as { sealed: string };
  const altered = { ...other, sealed: `${other.sealed.slice(0, 60)}${other.sealed[60] === 'A' ? 'B' : 'A'}${other.sealed.slice(61)}` };
  expect(await ana.engine.departures.release.open(new TextEncoder().encode(JSON.stringify(altered)))).toMatchObject({ failure: { code: 'release-unreadable' } });
  expect((await ana.engine.pouch.preview()).stays.map((row) => row.title)).toEqual(['Second']);
});

test('a standing decision ends on its day', async () => {
  await writes(ana, 'First');
  good(await ana.engine.departures.release.open(await answered({ type: 'standing', upTo: 'SENSITIVE' as never, aboutPersons: false, days: 10 })));
  expect((await ana.engine.departures.release.overview()).asked).toEqual([]);
  await writes(ana, 'Second');
  expect(await reasons(ana)).toEqual(nothing);
  ahead.days = 11;
  expect(await reasons(ana)).toEqual([...held, ...held]);
  expect(await ana.engine.departures.release.overview()).toMatchObject({ received: [{ type: 'standing', state: 'lapsed' }] });
});
