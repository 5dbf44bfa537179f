import { once } from 'node:events';
import { request } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { PinnedAgent, probeServer, type PinnedServer } from './pinned-server.ts';
import { aServer, type TestServer } from '../../../test/builders/pinned-servers.ts';

const opened: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

async function opens(): Promise<TestServer> {
  const server = await aServer((_request, response) => response.setHeader('content-type', 'application/json').end('{}'));
  opened.push(server.close);
  return server;
}

function ask(server: PinnedServer, agent: PinnedAgent): Promise<number | string> {
  return new Promise((resolve) => {
    const sending = request({ agent, host: '127.0.0.1', port: new URL(server.url).port, path: '/secret', headers: { authorization: 'Basic secret' } }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
    });
    sending.on('error', (error) => resolve(error.message));
    sending.end();
  });
}

test('the server with the pinned key is reachable, by a handshake and nothing more', async () => {
  const server = await opens();
  expect(await probeServer(server.described)).toBe('reachable');
  expect(server.requests).toEqual([]);
});

test('another key under the same trusted certificate is another server, and hears nothing', async () => {
  const [server, other] = [await opens(), await opens()];
  const described = { ...server.described, pins: other.described.pins };
  const agent = new PinnedAgent(described);
  opened.push(() => agent.destroy());
  expect(await probeServer(described)).toBe('wrong-server');
  expect(await ask(described, agent)).toBe('wrong-server');
  expect(server.requests).toEqual([]);
});

test('the pinned key under a certificate that is not the profile’s is another server', async () => {
  const [server, other] = [await opens(), await opens()];
  expect(await probeServer({ ...server.described, certificate: other.described.certificate })).toBe('wrong-server');
});

test('a second pin, for the key to come, is as good', async () => {
  const [server, other] = [await opens(), await opens()];
  expect(await probeServer({ ...server.described, pins: [...other.described.pins, ...server.described.pins] })).toBe('reachable');
});

test('while a certificate is replaced, the profile holds both, and either server is the right one', async () => {
  const [old, next] = [await opens(), await opens()];
  const both = { certificate: `${old.described.certificate}\n${next.described.certificate}`, pins: [...old.described.pins, ...next.described.pins] };
  expect(await probeServer({ ...old.described, ...both })).toBe('reachable');
  expect(await probeServer({ ...next.described, ...both })).toBe('reachable');
});

test.each([
  ['has ended', -400, -10],
  ['has not begun', 10, 400],
])('the server whose certificate %s by this laptop’s clock is told from a stranger, and hears nothing', async (_how, from, until) => {
  const day = (number: number) => new Date(Date.now() + number * 86_400_000);
  const server = await aServer(() => undefined, { notBeforeDate: day(from), notAfterDate: day(until) });
  opened.push(server.close);
  expect(await probeServer(server.described)).toBe('certificate-date');
  const other = await opens();
  expect(await probeServer({ ...server.described, pins: other.described.pins })).toBe('wrong-server');
  const agent = new PinnedAgent(server.described);
  opened.push(() => agent.destroy());
  expect(await ask(server.described, agent)).toBe('certificate-date');
  expect(server.requests).toEqual([]);
});

test('nobody there is absent', async () => {
  const server = await opens();
  await server.close();
  opened.splice(0);
  expect(await probeServer(server.described)).toBe('server-absent');
});

test('somebody who accepts and says nothing is absent', async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  opened.push(() => void silent.close());
  const server = await opens();
  const url = `https://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  expect(await probeServer({ ...server.described, url }, 200)).toBe('server-absent');
});

test('somebody who does not speak TLS, like a hotel’s sign-in page, is another server', async () => {
  const portal = createServer((socket) => socket.end('HTTP/1.1 302 Found\r\nlocation: http://hotel/\r\n\r\n')).listen(0, '127.0.0.1');
  await once(portal, 'listening');
  opened.push(() => void portal.close());
  const server = await opens();
  expect(await probeServer({ ...server.described, url: `https://127.0.0.1:${(portal.address() as AddressInfo).port}` })).toBe('wrong-server');
});

test('an address without TLS is never spoken to', async () => {
  const server = await opens();
  expect(await probeServer({ ...server.described, url: server.described.url.replace('https', 'http') })).toBe('wrong-server');
  expect(server.connections()).toBe(0);
});

test('requests one after another share one connection', async () => {
  const server = await opens();
  const agent = new PinnedAgent(server.described);
  opened.push(() => agent.destroy());
  expect([await ask(server.described, agent), await ask(server.described, agent), await ask(server.described, agent)]).toEqual([200, 200, 200]);
  expect(server.connections()).toBe(1);
});
