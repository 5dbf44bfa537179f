import PouchDatabase from 'pouchdb-browser';
import { expect } from 'vitest';
import { randomBytes, toBase64Url } from '../../../core/crypto/sodium.ts';
import { openInBrowser } from '../../../renderer/engine/pouch/local-pouch.ts';
import { standInHost } from '../../../renderer/engine/pouch/wire.ts';
import type { Field } from '../../office/exchanging.ts';
import { timed, type Spent } from './timed.ts';

/** Random bytes in a document, as base64url: with its name and revision it weighs what a letter does, 1.6 KB. */
const bytesOfText = 1150;
const writtenAtOnce = 1000;

/** What PouchDB's own replication takes for as many documents without rules, keys or signatures. */
export async function plainReplication(field: Field, count: number): Promise<{ readonly push: Spent; readonly pull: Spent }> {
  const name = `bench_${toBase64Url(randomBytes(6)).toLowerCase().replaceAll(/[^a-z0-9]/g, '')}`;
  await field.office.admin('PUT', `/${name}?q=1`);
  const remote = remoteDatabase(field.office.id, name, await field.office.authorization());
  const from = openInBrowser(`plain-from-${name}`);
  for (let at = 0; at < count; at += writtenAtOnce) {
    const some = Math.min(writtenAtOnce, count - at);
    await from.bulkDocs(Array.from({ length: some }, (_, index) => ({ _id: `${name}-${String(at + index).padStart(6, '0')}`, text: toBase64Url(randomBytes(bytesOfText)) })));
  }
  const into = openInBrowser(`plain-into-${name}`);
  const push = await timed('plain-push', () => replicate(remote, from));
  const pull = await timed('plain-pull', () => replicate(into, remote));
  expect((await into.info()).doc_count).toBe(count);
  await Promise.all([from.destroy(), into.destroy()]);
  await field.office.admin('DELETE', `/${name}`);
  return { push, pull };
}

/** As anybody would call it: no options. */
function replicate(into: PouchDatabase, from: PouchDatabase): Promise<unknown> {
  return (into.replicate as unknown as { from(source: PouchDatabase): Promise<unknown> }).from(from);
}

function remoteDatabase(office: string, name: string, authorization: string): PouchDatabase {
  return new PouchDatabase(`${standInHost}/${name}`, {
    adapter: 'https',
    skip_setup: true,
    fetch: (url, init = {}) => {
      const { pathname, search } = new URL(url);
      const headers = new Headers(init.headers);
      headers.set('authorization', authorization);
      return fetch(`/sync/${office}${pathname}${search}`, { ...init, headers });
    },
  });
}
