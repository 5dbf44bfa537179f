import { constants, type ServerHttp2Session } from 'node:http2';
import { afterEach, expect, test } from 'vitest';
import { text } from 'node:stream/consumers';
import { anHttp2Server, aServer, type TestServer } from '../../../test/builders/pinned-servers.ts';
import { ServerLine, type Question } from './server-line.ts';

const opened: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
});

const never = new AbortController().signal;
const get = (path: string): Question => ({ method: 'GET', path, headers: { accept: 'application/json', authorization: 'Basic secret' }, body: null });
const post = (path: string, body: Uint8Array): Question => ({ method: 'POST', path, headers: { 'content-length': body.length }, body });

async function opens(server: Promise<TestServer>, pins?: readonly string[]): Promise<{ server: TestServer; line: ServerLine }> {
  const there = await server;
  const line = new ServerLine({ ...there.described, ...(pins === undefined ? {} : { pins: [...pins] }) });
  opened.push(there.close, () => line.close());
  return { server: there, line };
}

async function asks(line: ServerLine, question: Question, signal = never): Promise<string> {
  const answer = await line.ask(question, signal);
  return `${answer.status} ${await text(answer.body)}`;
}

const outcome = (asked: Promise<string>) => asked.catch((error: unknown) => (error instanceof Error ? error.message : 'not an error'));

test('many questions at once share one connection', async () => {
  const { server, line } = await opens(anHttp2Server((request, response) => response.end(request.url)));
  const paths = Array.from({ length: 25 }, (_, number) => `/c${number}/_changes?limit=1`);
  expect(await Promise.all(paths.map((path) => asks(line, get(path))))).toEqual(paths.map((path) => `200 ${path}`));
  expect(await asks(line, get('/later'))).toBe('200 /later');
  expect(server.connections()).toBe(1);
  expect(server.requests[0]?.headers).toMatchObject({ authorization: 'Basic secret', accept: 'application/json' });
});

test('with a server that does not speak HTTP/2 at most three connections do, the first of them not for nothing', async () => {
  const { server, line } = await opens(aServer((request, response) => void response.end(request.url)));
  expect(await asks(line, get('/a'))).toBe('200 /a');
  expect(server.connections()).toBe(1);
  const paths = Array.from({ length: 12 }, (_, number) => `/c${number}`);
  expect(await Promise.all(paths.map((path) => asks(line, get(path))))).toEqual(paths.map((path) => `200 ${path}`));
  expect(server.connections()).toBeLessThanOrEqual(3);
});

test('an answer that is read late is read whole', async () => {
  const { line } = await opens(anHttp2Server((_request, response) => response.end('here')));
  const answer = await line.ask(get('/a'), never);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await text(answer.body)).toBe('here');
});

test('megabytes go and come whole', async () => {
  const { line } = await opens(anHttp2Server((request, response) => void response.end('x'.repeat(Number(request.headers['content-length']) + 1))));
  expect(await asks(line, post('/d/_bulk_docs', new Uint8Array(3_800_000)))).toBe(`200 ${'x'.repeat(3_800_001)}`);
});

test('another key hears nothing, whatever it speaks', async () => {
  const other = await aServer(() => undefined);
  opened.push(other.close);
  const { server, line } = await opens(anHttp2Server((_request, response) => response.end()), other.described.pins);
  expect(await outcome(asks(line, get('/secret')))).toBe('wrong-server');
  expect(server.requests).toEqual([]);
});

test('an answer that is given up in the middle is no answer', async () => {
  const { line } = await opens(
    anHttp2Server((_request, response) => {
      response.write('{"half":');
      setTimeout(() => response.stream.close(constants.NGHTTP2_INTERNAL_ERROR), 20);
    }),
  );
  expect(await outcome(asks(line, get('/a')))).toContain('INTERNAL_ERROR');
});

test('a connection that breaks fails what is under way, and the next question makes another', async () => {
  let breaks = true;
  const { server, line } = await opens(
    anHttp2Server((_request, response) => {
      if (breaks) response.stream.session?.destroy();
      else response.end('here');
    }),
  );
  expect(await outcome(asks(line, get('/a')))).not.toContain('200');
  breaks = false;
  expect(await asks(line, get('/b'))).toBe('200 here');
  expect(server.connections()).toBe(2);
});

test('a server that says good-bye between two questions is asked over another connection', async () => {
  const sessions: ServerHttp2Session[] = [];
  const { server, line } = await opens(anHttp2Server((_request, response) => response.end('here'), (session) => void sessions.push(session)));
  expect(await asks(line, get('/a'))).toBe('200 here');
  await new Promise<void>((resolve) => sessions[0]?.close(resolve));
  await expect.poll(() => outcome(asks(line, get('/b')))).toBe('200 here');
  expect(server.connections()).toBeGreaterThan(1);
});

test('what is not wanted any more ends, and the others go on', async () => {
  const { line } = await opens(anHttp2Server((request, response) => void (request.url === '/waits' ? response.write('{"half":') : response.end('here'))));
  const person = new AbortController();
  const waiting = outcome(asks(line, get('/waits'), person.signal));
  expect(await asks(line, get('/a'))).toBe('200 here');
  person.abort();
  expect(await waiting).toContain('abort');
  expect(await asks(line, get('/b'))).toBe('200 here');
});

test('a closed line asks nobody and ends what is under way', async () => {
  const { server, line } = await opens(anHttp2Server((_request, response) => void response.write('{"half":')));
  const waiting = outcome(asks(line, get('/a')));
  await expect.poll(() => server.requests.length).toBe(1);
  line.close();
  expect(await waiting).toBe('server-absent');
  expect(await outcome(asks(line, get('/b')))).toBe('server-absent');
  expect(server.requests).toHaveLength(1);
});
