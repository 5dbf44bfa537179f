import PouchDatabase from 'pouchdb-browser';
import { expect, test } from 'vitest';
import { randomBytes, toBase64Url } from '../../../core/crypto/sodium.ts';
import { openInBrowser } from '../../../renderer/engine/pouch/local-pouch.ts';
import { standInHost } from '../../../renderer/engine/pouch/wire.ts';
import { exchange, Field } from '../../office/exchanging.ts';
import { trafficking } from '../../office/groups.ts';
import type { Laptop } from '../../office/laptop.ts';
import { handOver } from '../hand-over.ts';
import type { Measurement } from '../measurement.ts';

/**
 * Delivery and first download of many letters, against PouchDB's plain replicate of as many
 * documents of the same size, in one run (targets: eight and four times as fast).
 */
const count = Number(import.meta.env['RAPPORTEUR_LETTERS']);
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

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
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

async function plainReplication(field: Field): Promise<{ push: number; pull: number }> {
  const name = `bench_${toBase64Url(randomBytes(6)).toLowerCase().replaceAll(/[^a-z0-9]/g, '')}`;
  await field.office.admin('PUT', `/${name}?q=1`);
  const authorization = await field.office.authorization();
  const remote = new PouchDatabase(`${standInHost}/${name}`, {
    adapter: 'https',
    skip_setup: true,
    fetch: (url, init = {}) => {
      const { pathname, search } = new URL(url);
      const headers = new Headers(init.headers);
      headers.set('authorization', authorization);
      return fetch(`/sync/${field.office.id}${pathname}${search}`, { ...init, headers });
    },
  });
  const from = openInBrowser(`plain-from-${name}`);
  for (let at = 0; at < count; at += 1000) {
    const some = Math.min(1000, count - at);
    await from.bulkDocs(Array.from({ length: some }, (_, index) => ({ _id: `${name}-${String(at + index).padStart(6, '0')}`, text: toBase64Url(randomBytes(1150)) })));
  }
  const into = openInBrowser(`plain-into-${name}`);
  // As anybody would call it: no options.
  const replicate = (one: PouchDatabase, other: PouchDatabase) => (one.replicate as unknown as { from(source: PouchDatabase): Promise<unknown> }).from(other);
  const push = await timed(() => replicate(remote, from));
  const pull = await timed(() => replicate(into, remote));
  expect((await into.info()).doc_count).toBe(count);
  await Promise.all([from.destroy(), into.destroy()]);
  await field.office.admin('DELETE', `/${name}`);
  return { push, pull };
}

test(`${count} letters`, async () => {
  const field = await Field.open();
  const ana = await field.member('Ana');
  const ben = await field.member('Ben');
  const writing = await timed(() => write(ana));
  const previewing = await timed(() => ana.engine.pouch.preview());
  const delivery = await timed(async () => expect(await exchange(ana)).toMatchObject({ delivered: count, unconfirmed: 0, failure: null }));
  const download = await timed(async () => expect(await exchange(ben)).toMatchObject({ received: count, failure: null }));
  const nothing = await timed(() => exchange(ben));
  await field.close();
  const again = await Field.open();
  const plain = await plainReplication(again);
  await again.close();
  const seconds = (what: string, value: number, reference?: { readonly what: string; readonly value: number }, faster?: number): Measurement => ({
    what: `${what}, ${count} letters`,
    value,
    unit: 's',
    ...(reference === undefined ? {} : { against: reference }),
    ...(faster === undefined ? {} : { target: { times: 1 / faster } }),
  });
  await handOver('sync', [
    seconds('writing the notes', writing),
    seconds('preview of the pouch', previewing),
    seconds('delivery', delivery, { what: 'plain push', value: plain.push }, 8),
    seconds('first download', download, { what: 'plain pull', value: plain.pull }, 4),
    seconds('nothing new', nothing),
  ]);
});
