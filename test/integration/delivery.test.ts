import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openParcel } from '../../core/letters/parcel.ts';
import type { ParcelDocument } from '../../core/letters/letter.ts';
import { couchdbAt } from '../../server/couchdb/couchdb.ts';
import { aParcel, compartmentOf, type Compartment } from './a-parcel.ts';
import { aProgramme, newLaptop, type Laptop, type Programme } from './programme.ts';

// Every verb is a process of its own that derives a key from a passphrase.
vi.setConfig({ testTimeout: 180_000 });

let programme: Programme;
let [ana, ben]: Laptop[] = [];
let compartment: Compartment;

beforeAll(async () => {
  programme = await aProgramme();
  [ana, ben] = [newLaptop('Ana Kovač'), newLaptop('Benoît Morel')];
  await programme.admit(ana, ['arms']);
  await programme.admit(ben, ['drugs']);
  compartment = compartmentOf(await programme.grantOf(ana), 'arms', 'SENSITIVE');
}, 240_000);
afterAll(() => programme.close());

function member(laptop: Laptop | undefined): Laptop {
  if (laptop === undefined) throw new Error('set up first');
  return laptop;
}

interface Delivered {
  readonly status: number;
  readonly rows: readonly Record<string, unknown>[];
}

async function deliver(documents: readonly object[], more: object = {}, by = member(ana)): Promise<Delivered> {
  const told = await programme.ask({ method: 'POST', path: `/${compartment.database}/_bulk_docs`, body: { docs: documents, ...more }, user: by.credential });
  return { status: told.status, rows: Array.isArray(told.body) ? (told.body as Record<string, unknown>[]) : [] };
}

/** Past the gateway, as if someone had found a way around it: the database's own rule must hold. */
async function deliverBehind(documents: readonly object[], more: object = {}): Promise<Delivered> {
  const { user, password } = member(ana).credential;
  const couchdb = couchdbAt(programme.couchdb.replace(/\/\/[^@]+@/, `//${user}:${password}@`));
  const told = couchdb.ok ? await couchdb.value.ask('POST', `/${compartment.database}/_bulk_docs`, { docs: documents, ...more }) : couchdb;
  if (!told.ok) throw new Error(told.failure.code);
  return { status: told.value.status, rows: Array.isArray(told.value.body) ? (told.value.body as Record<string, unknown>[]) : [] };
}

async function stored(id: string): Promise<Record<string, unknown> | null> {
  const told = await programme.ask({ method: 'GET', path: `/${compartment.database}/${id}`, user: member(ana).credential });
  return told.status === 200 ? (told.body as Record<string, unknown>) : null;
}

const newParcel = () => aParcel(compartment, member(ana).credential.user);

describe('parcels', () => {
  test('are created, confirmed, and read back as they were', async () => {
    const parcels = [newParcel(), newParcel(), newParcel()];
    const { rows } = await deliver(parcels);
    expect(rows.map((row) => row['ok'])).toEqual([true, true, true]);
    for (const parcel of parcels) {
      const document = await stored(parcel._id);
      expect(document).toMatchObject({ ...parcel });
      expect(openParcel(document, compartment.id, compartment.epochs).ok).toBe(true);
    }
  });

  test('delivered twice answer 409 and stay the same', async () => {
    const parcel = newParcel();
    await deliver([parcel]);
    const again = await deliver([parcel, newParcel()]);
    expect(again.rows.find((row) => row['id'] === parcel._id)).toMatchObject({ error: 'conflict' });
    expect(again.rows.filter((row) => row['ok'] === true)).toHaveLength(1);
    expect((await stored(parcel._id))?.['_rev']).toMatch(/^1-/);
  });

  test('are never changed, not by their own uploader', async () => {
    const parcel = newParcel();
    await deliver([parcel]);
    const before = await stored(parcel._id);
    const { rows } = await deliver([{ ...parcel, epoch: 2, _rev: before?.['_rev'] }, { _id: parcel._id, _rev: before?.['_rev'], _deleted: true }]);
    expect(rows.some((row) => row['ok'] === true)).toBe(false);
    expect(await stored(parcel._id)).toEqual(before);
  });

  test('are not overruled by a planted history', async () => {
    const parcel = newParcel();
    await deliver([parcel]);
    const before = await stored(parcel._id);
    const planted = { ...parcel, epoch: 9, _rev: '5-ffffffffffffffffffffffffffffffff' };
    const longer = { ...planted, _revisions: { start: 5, ids: Array.from({ length: 5 }, (_, index) => `${index}`.repeat(32)) } };
    const { _rev, ...unnamed } = longer;
    for (const document of [planted, longer, unnamed]) {
      expect((await deliver([document], { new_edits: false })).status).toBe(403);
      const { rows } = await deliverBehind([document], { new_edits: false });
      expect(rows.some((row) => row['ok'] === true)).toBe(false);
      expect(await stored(parcel._id)).toEqual(before);
    }
    const fresh = newParcel();
    await deliverBehind([{ ...fresh, _rev: '1-ffffffffffffffffffffffffffffffff' }], { new_edits: false });
    await deliverBehind([{ ...fresh, _revisions: longer._revisions }], { new_edits: false });
    expect(await stored(fresh._id)).toBeNull();
    expect(await stored(parcel._id)).toEqual(before);
  });

  const wrong: [string, (parcel: ParcelDocument) => object][] = [
    ['a foreign uploader', (parcel) => ({ ...parcel, uploader: member(ben).credential.user })],
    ['an unknown key', (parcel) => ({ ...parcel, note: 'in clear' })],
    ['an attachment', (parcel) => ({ ...parcel, _attachments: { a: { content_type: 'text/plain', data: 'aGk=' } } })],
    ['a deletion', (parcel) => ({ ...parcel, _deleted: true })],
    ['a wrong id', (parcel) => ({ ...parcel, _id: 'readable-name' })],
    ['a size below', (parcel) => ({ ...parcel, sealed: parcel.sealed.slice(0, 4000) })],
    ['a size above', (parcel) => ({ ...parcel, sealed: 'A'.repeat(400_000) })],
    ['no epoch', ({ epoch: _epoch, ...parcel }) => parcel],
    ['a design document', () => ({ _id: '_design/mine', views: {} })],
  ];
  test.each(wrong)('with %s are refused', async (_what, spoil) => {
    const spoilt = spoil(newParcel());
    for (const way of [deliver, deliverBehind]) {
      const { rows } = await way([spoilt]);
      expect(rows.some((row) => row['ok'] === true)).toBe(false);
    }
    if ('_id' in spoilt && typeof spoilt._id === 'string' && /^[0-9a-f]{64}$/.test(spoilt._id)) expect(await stored(spoilt._id)).toBeNull();
  });

  test('one bad parcel does not stop the good ones beside it', async () => {
    const good = newParcel();
    const { rows } = await deliver([{ ...newParcel(), note: 'x' }, good]);
    expect(rows.find((row) => row['id'] === good._id)).toMatchObject({ ok: true });
  });
});

test('what no rule of the database guards does not pass the gateway', async () => {
  const hidden = { _id: '_local/hidden', note: 'in clear' };
  expect(await deliver([newParcel(), hidden])).toMatchObject({ status: 403 });
  // Why the gateway looks inside: the database itself would take it.
  const { rows } = await deliverBehind([hidden]);
  expect(rows).toMatchObject([{ ok: true }]);
});

describe('strangers', () => {
  test('a member of another group neither reads nor writes', async () => {
    const by = member(ben);
    const parcel = aParcel(compartment, by.credential.user);
    const { status, rows } = await deliver([parcel], {}, by);
    // CouchDB refuses the request, the embedded server each row of it.
    if (status === 201) expect(rows.every((row) => row['error'] === 'unauthorized')).toBe(true);
    else expect(status).toBe(403);
    for (const path of ['', '/_changes', '/_all_docs', `/${parcel._id}`]) {
      const told = await programme.ask({ method: 'GET', path: `/${compartment.database}${path}`, user: by.credential });
      expect([401, 403]).toContain(told.status);
    }
    expect(await stored(parcel._id)).toBeNull();
  });

  test('nobody, and a member with a wrong password, is answered 401', async () => {
    const path = `/${compartment.database}/_changes`;
    expect((await programme.ask({ method: 'GET', path })).status).toBe(401);
    expect((await programme.ask({ method: 'GET', path, user: { ...member(ana).credential, password: 'guess' } })).status).toBe(401);
  });

  test('a member writes nothing into the directory', async () => {
    const { directoryDatabase } = programme.profile;
    const docs = [{ _id: 'entry-0000009999', v: 1, sealed: 'AAAA' }, { _id: '_design/mine' }];
    const told = await programme.ask({ method: 'POST', path: `/${directoryDatabase}/_bulk_docs`, body: { docs }, user: member(ana).credential });
    expect(told.status).toBe(403);
    const { user, password } = member(ana).credential;
    const behind = couchdbAt(programme.couchdb.replace(/\/\/[^@]+@/, `//${user}:${password}@`));
    const answer = behind.ok ? await behind.value.ask('POST', `/${directoryDatabase}/_bulk_docs`, { docs }) : behind;
    expect(JSON.stringify(answer)).not.toContain('"ok":true,"id"');
    expect(JSON.stringify(told.body)).not.toContain('"ok":true');
  });

  test('names, groups and markings stand nowhere on the server', async () => {
    const { directoryDatabase } = programme.profile;
    for (const database of [directoryDatabase, compartment.database]) {
      const told = await programme.ask({ method: 'GET', path: `/${database}/_all_docs?include_docs=true`, user: member(ana).credential });
      const rows = (told.body as { rows: { id: string }[] }).rows.filter((row) => !row.id.startsWith('_design/'));
      expect(rows.length).toBeGreaterThan(0);
      expect(JSON.stringify(rows)).not.toMatch(/Kova|Morel|USKOK|SENSITIVE|Firearms|arms|liaison/);
    }
  });
});
