import { expect, test } from 'vitest';
import { syncRequestOf } from './sync-request.ts';

const asked = (method: string, path: string) => syncRequestOf(method, new URL(`app://rapporteur${path}`));
const parcel = 'a'.repeat(64);

test.each([
  ['GET', '/sync/', '/'],
  ['GET', '/sync/db1', '/db1'],
  ['GET', '/sync/db1/', '/db1'],
  ['HEAD', '/sync/db1', '/db1'],
  ['GET', '/sync/db1/_changes?style=all_docs&since=5-g1AA&limit=100&seq_interval=100', '/db1/_changes?style=all_docs&since=5-g1AA&limit=100&seq_interval=100'],
  ['GET', '/sync/db1/_changes?feed=longpoll&heartbeat=10000', '/db1/_changes?feed=longpoll&heartbeat=10000'],
  ['POST', '/sync/db1/_bulk_get?revs=true&latest=true', '/db1/_bulk_get?revs=true&latest=true'],
  ['POST', '/sync/db1/_bulk_docs', '/db1/_bulk_docs'],
  ['POST', '/sync/db1/_all_docs?include_docs=true', '/db1/_all_docs?include_docs=true'],
  ['GET', '/sync/db1/_all_docs?startkey=%22grant-%22&endkey=%22grant-z%22', '/db1/_all_docs?startkey=%22grant-%22&endkey=%22grant-z%22'],
  ['GET', `/sync/db1/${parcel}`, `/db1/${parcel}`],
  ['GET', `/sync/db1/${parcel}?rev=1-abc`, `/db1/${parcel}?rev=1-abc`],
  ['GET', '/sync/db1/entry-0000000012', '/db1/entry-0000000012'],
])('%s %s is asked as %s', (method, path, upstream) => {
  expect(asked(method, path)?.path).toBe(upstream);
});

test.each([
  ['POST', '/sync/'],
  ['GET', '/sync/?x=1'],
  ['GET', '/sync'],
  ['GET', '/sync//_all_dbs'],
  ['GET', '/sync/_all_dbs'],
  ['GET', '/sync/_users'],
  ['POST', '/sync/_replicate'],
  ['GET', '/sync/_session'],
  ['PUT', '/sync/db1'],
  ['DELETE', '/sync/db1'],
  ['POST', '/sync/db1'],
  ['POST', '/sync/db1/_find'],
  ['POST', '/sync/db1/_purge'],
  ['POST', '/sync/db1/_revs_diff'],
  ['GET', '/sync/db1/_local/x'],
  ['PUT', '/sync/db1/_local/x'],
  ['GET', '/sync/db1/_local%2Fx'],
  ['GET', '/sync/db1/_design/x'],
  ['GET', '/sync/db1/_security'],
  ['PUT', `/sync/db1/${parcel}`],
  ['DELETE', `/sync/db1/${parcel}?rev=1-a`],
  ['GET', `/sync/db1/${parcel}/attachment`],
  ['GET', `/sync/db1/${parcel.toUpperCase()}`],
  ['GET', '/sync/db1/anything-else'],
  ['GET', '/sync/DB1'],
  ['GET', '/sync/db1%2F..%2Fother'],
  ['GET', '/sync/db1/../_users/_all_docs'],
  ['GET', '/sync/db1/_changes?filter=_view&view=x/y'],
  ['GET', '/sync/db1/_changes?feed=continuous'],
  ['GET', '/sync/db1/_changes?feed=eventsource'],
  ['GET', '/sync/db1/_changes?feed=normal&feed=continuous'],
  ['POST', '/sync/db1/_bulk_docs?new_edits=false'],
  ['GET', `/sync/db1/_changes?since=${'1'.repeat(9000)}`],
  ['get', '/sync/db1'],
])('%s %s is refused', (method, path) => {
  expect(asked(method, path)).toBeNull();
});

test('a state that is known is passed on for changes only, and only as CouchDB names them', () => {
  const unless = (path: string, known: string) => syncRequestOf('GET', new URL(`app://rapporteur/sync/db1/${path}`), known)?.unless;
  expect(unless('_changes?limit=1', '"595DWNONRG76HWALM9RONW22L"')).toBe('"595DWNONRG76HWALM9RONW22L"');
  expect(unless('_all_docs', '"595DWNONRG76HWALM9RONW22L"')).toBeNull();
  expect(unless('_changes', 'x\r\nx-other: y')).toBeNull();
});
