import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { admittedRequests, refusedRequests } from '../../test/builders/gateway-requests.ts';
import { admit } from '../gateway/allow-list.ts';

/** One `location` of the configuration, read as nginx reads it. */
interface Location {
  readonly path: RegExp;
  readonly methods: RegExp;
  readonly args: RegExp;
  /** What must not be asked together. */
  readonly never: RegExp;
  readonly bodyLimit: number;
  readonly upstream: string;
}

const configuration = readFileSync(new URL('./rapporteur.conf', import.meta.url), 'utf8');
const strange = new RegExp(/"~([^"]+)" 1;/.exec(configuration)?.[1] ?? '');

function only(pattern: RegExp, block: string): string {
  const found = pattern.exec(block)?.[1];
  if (found === undefined) throw new Error(`nothing like ${pattern.source} in: ${block}`);
  return found;
}

function locationOf(block: string): Location {
  const head = only(/^location (.+?) \{/, block);
  const path = head === '= /' ? /^\/$/ : new RegExp(only(/^~ "(.+)"$/, head));
  const size = /client_max_body_size (\d+)([km]);/.exec(block);
  return {
    path,
    methods: new RegExp(only(/\$request_method !~ "([^"]+)"/, block)),
    args: new RegExp(only(/\$args !~ "([^"]+)"/, block)),
    never: new RegExp(/\$args ~ "([^"]+)"/.exec(block)?.[1] ?? '$.'),
    bodyLimit: size === null ? 0 : Number(size[1]) * (size[2] === 'm' ? 1024 * 1024 : 1024),
    upstream: only(/proxy_pass (\S+);/, block),
  };
}

// A request that names a whole address is answered by its path alone; nginx and what parses HTTP before it see to lower-case methods.
const refusedPaths = refusedRequests.filter(([method, target]) => target.startsWith('/') && method === method.toUpperCase());

const blocks = configuration.split(/\n(?= {2}location )/).slice(1).map((block) => block.trim());
const locations = blocks.filter((block) => !block.startsWith('location / {')).map(locationOf);

/** What nginx answers: it decides by the first location whose expression fits, and by what was asked as it came. */
function decide(method: string, target: string): Location | null {
  const [path = '', ...rest] = target.split('?');
  if (strange.test(target)) return null;
  const location = locations.find((one) => one.path.test(path));
  const args = rest.join('?');
  const isAllowed = location !== undefined && location.methods.test(method) && location.args.test(args) && !location.never.test(args);
  return isAllowed ? location : null;
}

describe('the nginx configuration', () => {
  test.each(admittedRequests)('lets %s %s through', (method, target) => expect(decide(method, target)).not.toBeNull());
  test.each(refusedPaths)('stops %s %s', (method, target) => expect(decide(method, target)).toBeNull());

  test('has the allow-list\'s limits, and sends deliveries through the gateway', () => {
    for (const [method, target] of admittedRequests) {
      const admission = admit({ method, target });
      const location = decide(method, target);
      if (admission.admitted && method === 'POST') expect(location?.bodyLimit).toBe(admission.bodyLimit);
      expect(location?.upstream).toBe(admission.admitted && admission.looksInside ? 'https://rapporteur_gateway' : 'http://rapporteur_couchdb');
    }
  });

  test('everything else is not there', () => expect(blocks.at(-1)).toMatch(/^location \/ \{\s+return 404;/));

  test('lets nothing through that the allow-list stops', () => {
    const part = fc.constantFrom('/', 'c0000000', '_changes', '_all_docs', '_bulk_docs', '_bulk_get', '_local', '_design', 'a'.repeat(64), '%5f', '..', 'entry-0000000001');
    const option = fc.constantFrom('feed=longpoll', 'heartbeat=9', 'feed=continuous', 'since=0', 'limit=5', 'keys=[]', 'filter=x', 'rev=1-a', 'revs=true', 'latest=1', 'open_revs=all', '%66eed=continuous', '');
    const target = fc.tuple(fc.array(part, { maxLength: 5 }), fc.array(option, { maxLength: 3 })).map(([path, args]) => `/${path.join('/')}${args.length === 0 ? '' : `?${args.join('&')}`}`);
    fc.assert(
      fc.property(fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'COPY'), target, (method, asked) => {
        if (decide(method, asked) !== null) expect(admit({ method, target: asked }).admitted).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
