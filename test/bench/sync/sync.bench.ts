import { afterAll, expect, test } from 'vitest';
import { exchange, Field } from '../../office/exchanging.ts';
import { trafficking } from '../../office/groups.ts';
import type { Laptop } from '../../office/laptop.ts';
import { handOver } from '../hand-over.ts';
import type { Measurement } from '../measurement.ts';
import { plainReplication } from './plain-replication.ts';
import { timed, type Spent } from './timed.ts';

/**
 * Delivery and first download of many letters, against PouchDB's plain replicate of as many
 * documents of the same size, in one run (targets: eight and four times as fast). Once without a way
 * between laptop and office, so that only the work counts, and once over a line as they are.
 */
const count = Number(import.meta.env['RAPPORTEUR_LETTERS']);
/** Milliseconds there and back: from the Western Balkans to a server in the west of Europe and through a tunnel. */
const longWay = 100;
/** Characters of text in a note; a letter around it is about 1.6 KB. */
const textLength = 700;

const letters = 'aaabčćdeeefghiiijklmnoooprsštuvzž';
/** Words of the text: as many as some months of casework have, the common ones often. */
const vocabulary = Array.from({ length: 20_000 }, () => Array.from({ length: 2 + Math.floor(Math.random() * 9) }, () => letters[Math.floor(letters.length * Math.random())]).join(''));

/** Text that deflates and repeats its words as prose does. */
function prose(): string {
  let text = '';
  while (text.length < textLength) text += `${vocabulary[Math.floor(vocabulary.length * Math.random() ** 3)]} `;
  return text.slice(0, textLength);
}

async function write(laptop: Laptop): Promise<void> {
  for (let written = 0; written < count; ) {
    const some = Math.min(100, count - written);
    await Promise.all(
      Array.from({ length: some }, async () => {
        const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: prose() }] }] };
        const saved = await laptop.engine.notebook.save({ kind: 'note', value: { title: 'Note', body, jwg: trafficking }, level: 'SENSITIVE' as never });
        if (!saved.ok) throw new Error(saved.failure.code);
      }),
    );
    written += some;
  }
}

interface Exchanged {
  readonly writing: Spent;
  readonly preview: Spent;
  readonly delivery: Spent;
  readonly download: Spent;
  readonly nothing: Spent;
}

async function exchanged(roundTrip: number): Promise<Exchanged> {
  const field = await Field.open();
  const ana = await field.member('Ana');
  const ben = await field.member('Ben');
  const writing = await timed('writing', () => write(ana));
  const preview = await timed('preview', () => ana.engine.pouch.preview());
  await field.office.roundTrip(roundTrip);
  const delivery = await timed('delivery', async () => expect(await exchange(ana)).toMatchObject({ delivered: count, unconfirmed: 0, failure: null }));
  const download = await timed('download', async () => {
    expect(await exchange(ben)).toMatchObject({ received: count, failure: null });
    // It is over when everything that came can be found.
    while ((await ben.engine.search.find({ text: 'Note' })).total < count) await new Promise((resolve) => setTimeout(resolve, 20));
  });
  const nothing = await timed('nothing', () => exchange(ben));
  await field.close();
  return { writing, preview, delivery, download, nothing };
}

async function plain(roundTrip: number): ReturnType<typeof plainReplication> {
  const field = await Field.open();
  await field.office.roundTrip(roundTrip);
  const spent = await plainReplication(field, count);
  await field.close();
  return spent;
}

/** `faster`: how many times as fast as the reference it is to be. The processor's time says the same where others work beside. */
function against(what: string, spent: Spent, reference: { readonly what: string; readonly spent: Spent }, faster: number): readonly Measurement[] {
  const time: Measurement = { what, value: spent.seconds, unit: 's', against: { what: reference.what, value: reference.spent.seconds }, target: { times: 1 / faster } };
  if (spent.processor === null || reference.spent.processor === null) return [time];
  return [time, { what: `${what}, of the processor`, value: spent.processor, unit: 's', against: { what: reference.what, value: reference.spent.processor } }];
}

const measured: Measurement[] = [];
afterAll(() => handOver('sync', measured));

test.each([0, longWay])(`${count} letters, %i ms there and back`, async (roundTrip) => {
  const { writing, preview, delivery, download, nothing } = await exchanged(roundTrip);
  const { push, pull } = await plain(roundTrip);
  const named = (what: string) => `${what}, ${count} letters${roundTrip === 0 ? '' : `, ${roundTrip} ms away`}`;
  const way = roundTrip / 1000;
  measured.push(
    ...(roundTrip > 0 ? [] : [{ what: named('writing the notes'), value: writing.seconds, unit: 's' } as const, { what: named('preview of the pouch'), value: preview.seconds, unit: 's' } as const]),
    ...against(named('delivery'), delivery, { what: 'plain push', spent: push }, 8),
    ...against(named('first download'), download, { what: 'plain pull', spent: pull }, 4),
    // A second at 200 ms is five times there and back; two of them are the connection's, which stands here.
    { what: named('nothing new'), value: nothing.seconds, unit: 's', ...(way === 0 ? {} : { against: { what: 'there and back', value: way }, target: { times: 3 } }) },
  );
});
