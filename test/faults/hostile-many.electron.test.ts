import { afterEach, expect, test } from 'vitest';
import { newSealKey, randomId } from '../../core/crypto/sodium.ts';
import type { Letter, ParcelDocument } from '../../core/letters/letter.ts';
import type { DeliveryReport } from '../../renderer/engine/api.ts';
import { oneOf, seeded, type Random } from '../office/chaos.ts';
import { exchange, Field, sensitive, titles, unclassified, writes } from '../office/exchanging.ts';
import type { Laptop, TestCompartment } from '../office/laptop.ts';
import { aLetter, aParcel, aWriter, plantAll } from '../office/plants.ts';

/**
 * Parcels and letters that nobody may take in, by the thousand (RAPPORTEUR_HOSTILE): none is
 * accepted, none stops the others, and each is counted under its reason.
 */
const settings = (await (await fetch('/office/settings')).json()) as { readonly hostile: string };
const many = Number(settings.hostile === '' ? '200' : settings.hostile);
/** Bad letters in one parcel. */
const together = 20;
const plantedAtOnce = 200;

type Why = DeliveryReport['refused'][number]['why'];
/** A document, and how often it must be counted under which reason. */
interface Planted {
  readonly document: { readonly _id: string };
  readonly why: Why;
  readonly count: number;
}
interface Ground {
  readonly place: TestCompartment;
  readonly elsewhere: TestCompartment;
  readonly member: { readonly person: string; readonly device: string };
  readonly genuine: ParcelDocument;
}

let field: Field | null = null;
afterEach(async () => {
  await field?.close();
  field = null;
});

const letters = (make: () => Letter): readonly Letter[] => Array.from({ length: together }, make);
const inMembersName = ({ member }: Ground) => ({ ...aWriter(), person: member.person as never, device: member.device as never });

const attempts: readonly ((ground: Ground, random: Random) => Planted)[] = [
  ({ place }) => ({ document: aParcel([aLetter(aWriter(), place).letter], place, { key: newSealKey() }), why: 'damaged', count: 1 }),
  ({ place }) => {
    const parcel = aParcel([aLetter(aWriter(), place).letter], place);
    return { document: { ...parcel, _id: parcel._id.replace(/^./, (first) => (first === '0' ? '1' : '0')) }, why: 'damaged', count: 1 };
  },
  // Of another compartment.
  ({ elsewhere }) => ({ document: aParcel([aLetter(aWriter(), elsewhere).letter], elsewhere), why: 'damaged', count: 1 }),
  (_ground, random) => ({ document: { _id: anId(random), v: 1, nonsense: 'x'.repeat(Math.floor(random() * 500)) } as { _id: string }, why: 'malformed', count: 1 }),
  // Larger than any parcel.
  ({ genuine }, random) => ({ document: { ...genuine, _id: anId(random), sealed: 'A'.repeat(330_000) }, why: 'malformed', count: 1 }),
  ({ place }) => ({ document: aParcel(letters(() => aLetter(aWriter(), place).letter), place), why: 'unknown-signer', count: together }),
  (ground) => ({ document: aParcel(letters(() => aLetter(inMembersName(ground), ground.place).letter), ground.place), why: 'forged', count: together }),
  ({ place, elsewhere }) => ({ document: aParcel(letters(() => aLetter(aWriter(), elsewhere).letter), place), why: 'forged', count: together }),
  ({ place }, random) => ({ document: aParcel(letters(() => garbage(random)), place), why: 'malformed', count: together }),
];

function anId(random: Random): string {
  return Array.from({ length: 64 }, () => oneOf(random, [...'0123456789abcdef'])).join('');
}

function garbage(random: Random): Letter {
  const value = oneOf(random, [null, -1, 'x'.repeat(300), [], {}, { changes: 7 }]);
  return { changes: [], v: value, record: randomId(), number: value } as unknown as Letter;
}

async function genuineParcel(place: TestCompartment, at: Field): Promise<ParcelDocument> {
  const found = await at.office.admin('GET', `/${place.database}/_all_docs?include_docs=true`);
  const { rows } = found.body as { readonly rows: readonly { readonly doc: ParcelDocument & { readonly _rev?: string } }[] };
  const parcel = rows.map((one) => one.doc).find((one) => !one._id.startsWith('_'));
  if (parcel === undefined) throw new Error('nothing was delivered');
  const { _rev, ...document } = parcel;
  expect(_rev).toBeDefined();
  return document;
}

test(`${many} hostile parcels and letters`, { timeout: 120_000 + many * 100 }, async () => {
  field = await Field.open();
  const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
  const place = field.compartment(sensitive);
  await writes(ana, 'Good');
  await exchange(ana);
  const { person, device } = await ana.engine.vault.me();
  const ground: Ground = { place, elsewhere: field.compartment(unclassified), member: { person, device }, genuine: await genuineParcel(place, field) };
  const expected = await plantMany(ground, field);
  const report = await exchange(ben);
  expect(report).toMatchObject({ received: 1, failure: null, conflicts: [] });
  expect(Object.fromEntries(report.refused.map(({ why, count }) => [why, count]))).toEqual(expected);
  expect(await titles(ben)).toEqual(['Good']);
  await stillWorks(ana, ben);
});

async function plantMany(ground: Ground, at: Field): Promise<Record<string, number>> {
  const random = seeded(many);
  const expected: Record<string, number> = {};
  let planted: Planted[] = [];
  for (let count = 0, next = 0; count < many; next += 1) {
    const one = attempts[next % attempts.length]?.(ground, random);
    if (one === undefined) throw new Error('there are attempts');
    planted.push(one);
    count += one.count;
    expected[one.why] = (expected[one.why] ?? 0) + one.count;
    if (planted.length < plantedAtOnce && count < many) continue;
    await plantAll(at.office, ground.place, planted.map(({ document }) => document));
    planted = [];
  }
  return expected;
}

/** They are counted once, wait where they are, and keep nobody from exchanging. */
async function stillWorks(ana: Laptop, ben: Laptop): Promise<void> {
  expect((await ben.engine.pouch.preview()).waiting.length).toBeGreaterThan(0);
  await writes(ana, 'After');
  expect(await exchange(ana)).toMatchObject({ delivered: 1, unconfirmed: 0, failure: null });
  expect(await exchange(ben)).toMatchObject({ received: 1, refused: [], failure: null });
  expect(await titles(ben)).toEqual(['After', 'Good']);
}
