import { describe, expect, test } from 'vitest';
import { admit } from './allow-list.ts';

const db = `/c${'0'.repeat(32)}`;
const id = 'a'.repeat(64);

function statusOf(method: string, target: string): number {
  const answer = admit({ method, target });
  return answer.admitted ? 200 : answer.status;
}

describe('the allow-list', () => {
  test.each([
    ['GET', '/'],
    ['GET', db],
    ['HEAD', `${db}/`],
    ['GET', `${db}/_changes?style=all_docs&since=12-g1AAAAB&limit=100&heartbeat=10000&seq_interval=100`],
    ['GET', `${db}/_changes?feed=longpoll&timeout=25000&since=0`],
    ['GET', `${db}/_all_docs?include_docs=true&startkey=%22grant-00%22`],
    ['POST', `${db}/_all_docs?include_docs=true`],
    ['POST', `${db}/_bulk_get?revs=true&latest=true`],
    ['POST', `${db}/_bulk_docs`],
    ['GET', `${db}/${id}`],
    ['GET', `${db}/entry-0000000001`],
    ['GET', `${db}/grant-${'0'.repeat(32)}-000001`],
  ])('lets %s %s through', (method, target) => expect(statusOf(method, target)).toBe(200));

  test.each([
    ['PUT', db],
    ['DELETE', db],
    ['POST', db],
    ['PUT', `${db}/${id}`],
    ['DELETE', `${db}/${id}?rev=1-a`],
    ['PUT', `${db}/${id}/attachment`],
    ['GET', `${db}/${id}/attachment`],
    ['GET', `${db}/_local/x`],
    ['PUT', `${db}/_local/x`],
    ['GET', `${db}/_local_docs`],
    ['GET', `${db}/_design/rapporteur`],
    ['PUT', `${db}/_design/rapporteur`],
    ['GET', `${db}/_design_docs`],
    ['POST', `${db}/_find`],
    ['POST', `${db}/_index`],
    ['POST', `${db}/_purge`],
    ['POST', `${db}/_revs_diff`],
    ['PUT', `${db}/_security`],
    ['GET', `${db}/_security`],
    ['POST', `${db}/_changes`],
    ['GET', `${db}/_changes?feed=continuous`],
    ['GET', `${db}/_changes?feed=eventsource`],
    ['GET', `${db}/_changes?filter=_view&view=x/y`],
    ['GET', `${db}/_changes?attachments=true`],
    ['GET', `${db}/${id}?attachments=true`],
    ['POST', '/_replicate'],
    ['GET', '/_users'],
    ['GET', '/_all_dbs'],
    ['POST', '/_dbs_info'],
    ['GET', '/_node/_local/_config'],
    ['GET', '/_utils/'],
    ['POST', '/_session'],
    ['GET', `${db}/%5flocal/x`],
    ['GET', `/${db}/_changes`],
    ['GET', `${db}/../_users`],
    ['GET', `${db}/_changes?feed=normal&feed=continuous`],
    ['GET', `${db}/_all_docs?__proto__=1`],
    ['GET', 'http://elsewhere/'],
    ['get', db],
    ['', ''],
  ])('stops %s %s', (method, target) => expect(statusOf(method, target)).not.toBe(200));
});
