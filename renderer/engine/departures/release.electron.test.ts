import { afterEach, expect, test } from 'vitest';
import { exchange, Field, rewrites, titles, writes } from '../../../test/office/exchanging.ts';
import { trafficking } from '../../../test/office/groups.ts';
import { afterKill, type GroupOfTests, type Laptop } from '../../../test/office/laptop.ts';

const members = [{ country: 'HRV', institution: 'State Attorney' }, { country: 'ALB', institution: 'SPAK' }] as never;
const fourEyes: GroupOfTests = { members, includesThirdCountries: true, fourEyes: true };
let field: Field;
afterEach(() => field.close());

async function reasons(laptop: Laptop): Promise<readonly string[]> {
  return (await laptop.engine.pouch.preview()).stays.flatMap((row) => row.reasons.map((reason) => reason.code));
}

function good<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: { readonly code: string } }): Value {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

/** All members are at the office once more, so that each knows of the others. */
async function members3(given: GroupOfTests = fourEyes): Promise<readonly [Laptop, Laptop, Laptop]> {
  field = await Field.open(given);
  const [ana, ben, drita] = [await field.member('Ana'), await field.member('Ben'), await field.member('Drita', {}, {}, { country: 'ALB', institution: 'SPAK' })];
  for (const one of [ana, ben]) await exchange(one);
  return [ana, ben, drita];
}

test('asked by one, read and confirmed by a second of the same country, delivered, and read by the third', async () => {
  const [ana, ben, drita] = await members3();
  await writes(ana, 'The white lorry');
  expect(await reasons(ana)).toEqual(['release-not-confirmed']);
  expect(await exchange(ana)).toMatchObject({ delivered: 0, held: 1 });
  const asked = good(await ana.engine.departures.release.ask(trafficking));
  expect(asked).toMatchObject({ records: 1, leftOut: 0, level: 'SENSITIVE', seconds: [{ name: 'Ben' }] });
  expect(await drita.engine.departures.release.open(asked.file)).toMatchObject({ failure: { code: 'release-not-for-you' } });
  expect(await ana.engine.departures.release.open(asked.file)).toMatchObject({ failure: { code: 'release-own' } });

  const opened = good(await ben.engine.departures.release.open(asked.file));
  expect(opened).toMatchObject({ type: 'request', request: { asker: { name: 'Ana' }, level: 'SENSITIVE', mayStand: false, items: [{ title: 'The white lorry' }] } });
  const item = opened.type === 'request' ? opened.request.items[0] : undefined;
  expect(item?.fields.find((one) => one.field === 'title')?.value).toBe('The white lorry');
  expect(await ben.engine.departures.release.answer({ type: 'standing', upTo: 'SENSITIVE' as never, aboutPersons: false, days: 30 })).toMatchObject({ failure: { code: 'release-may-not' } });
  const answer = good(await ben.engine.departures.release.answer({ type: 'batch' }));

  expect(good(await ana.engine.departures.release.open(answer.file))).toMatchObject({ type: 'answer', answer: { type: 'batch', by: 'Ben', records: 1 } });
  expect(await reasons(ana)).toEqual([]);
  expect(await exchange(ana)).toMatchObject({ delivered: 1, held: 0 });
  await exchange(drita);
  expect(await titles(drita)).toEqual(['The white lorry']);
  expect(await ana.engine.departures.release.overview()).toMatchObject({ asked: [], received: [{ type: 'batch', state: 'holds', who: 'Ben', records: 1 }] });
});

test('what was written after the confirmation needs another; what the confirmation named is still held together with it', async () => {
  const [ana, ben] = await members3();
  const record = await writes(ana, 'First');
  const asked = good(await ana.engine.departures.release.ask(trafficking));
  good(await ben.engine.departures.release.open(asked.file));
  const answer = good(await ben.engine.departures.release.answer({ type: 'batch' }));
  await rewrites(ana, record, 'Second');
  good(await ana.engine.departures.release.open(answer.file));
  expect(await reasons(ana)).toEqual(['release-not-confirmed']);
});

test('taken back, it holds no more; and it outlives a restart until then', async () => {
  const [ana, ben] = await members3();
  await writes(ana, 'First');
  const asked = good(await ana.engine.departures.release.ask(trafficking));
  good(await ben.engine.departures.release.open(asked.file));
  const answer = good(await ben.engine.departures.release.answer({ type: 'batch' }));
  good(await ana.engine.departures.release.open(answer.file));
  const again = await afterKill(field.office, ana);
  expect(await reasons(again)).toEqual([]);
  const given = (await ben.engine.departures.release.overview()).given[0];
  const revocation = good(await ben.engine.departures.release.revoke(given?.id ?? ''));
  expect(good(await again.engine.departures.release.open(revocation.file))).toMatchObject({ answer: { type: 'revocation', by: 'Ben' } });
  expect(await reasons(again)).toEqual(['release-not-confirmed']);
  expect(await ben.engine.departures.release.overview()).toMatchObject({ given: [{ state: 'revoked' }] });
  await again.engine.end();
});

test('a refusal is told with its words, and releases nothing', async () => {
  const [ana, ben] = await members3();
  await writes(ana, 'First');
  const asked = good(await ana.engine.departures.release.ask(trafficking));
  good(await ben.engine.departures.release.open(asked.file));
  const answer = good(await ben.engine.departures.release.answer({ type: 'refusal', remark: 'Leave the driver out' }));
  expect(good(await ana.engine.departures.release.open(answer.file))).toMatchObject({ answer: { type: 'refusal', remark: 'Leave the driver out' } });
  expect(await reasons(ana)).toEqual(['release-not-confirmed']);
});

test('a standing decision, where the profile knows them, releases what is written later', async () => {
  const [ana, ben] = await members3({ ...fourEyes, release: { confirmedBy: 'same-institution', standing: true } });
  await writes(ana, 'First');
  const asked = good(await ana.engine.departures.release.ask(trafficking));
  good(await ben.engine.departures.release.open(asked.file));
  const answer = good(await ben.engine.departures.release.answer({ type: 'standing', upTo: 'SENSITIVE' as never, aboutPersons: false, days: 30 }));
  good(await ana.engine.departures.release.open(answer.file));
  await writes(ana, 'Second');
  expect(await reasons(ana)).toEqual([]);
  await writes(ana, 'Closed', 'R-UE' as never);
  expect(await reasons(ana)).toEqual(['release-not-confirmed']);
});

test('nobody to ask, nothing to ask, and files that are none', async () => {
  field = await Field.open(fourEyes);
  const ana = await field.member('Ana');
  expect(await ana.engine.departures.release.ask(trafficking)).toMatchObject({ failure: { code: 'nothing-to-ask' } });
  await writes(ana, 'First');
  expect(await ana.engine.departures.release.ask(trafficking)).toMatchObject({ failure: { code: 'nobody-may-confirm' } });
  expect(await ana.engine.departures.release.open(new Uint8Array([1, 2]))).toMatchObject({ failure: { code: 'release-unreadable' } });
  expect(await ana.engine.departures.release.answer({ type: 'batch' })).toMatchObject({ failure: { code: 'not-found' } });
});
