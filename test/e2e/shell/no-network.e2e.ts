import { expect } from '@playwright/test';
import { createSocket } from 'node:dgram';
import { createServer as createWebServer } from 'node:http';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { outcome, test } from './shell.ts';

/** Ears on this machine that note everything that reaches them. */
interface Ears {
  readonly web: number;
  readonly line: number;
  readonly datagram: number;
  readonly heard: string[];
  close(): void;
}

async function listen(): Promise<Ears> {
  const heard: string[] = [];
  const web = createWebServer((request, response) => {
    heard.push(`web ${request.url}`);
    response.setHeader('access-control-allow-origin', '*');
    response.end('heard');
  });
  web.on('upgrade', (request, socket) => {
    heard.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  const line = createServer((socket) => {
    heard.push('line');
    socket.on('error', () => undefined);
  });
  const datagram = createSocket('udp4', () => heard.push('datagram'));
  web.listen(0, '127.0.0.1');
  line.listen(0, '127.0.0.1');
  datagram.bind(0, '127.0.0.1');
  await Promise.all([once(web, 'listening'), once(line, 'listening'), once(datagram, 'listening')]);
  return {
    web: (web.address() as AddressInfo).port,
    line: (line.address() as AddressInfo).port,
    datagram: datagram.address().port,
    heard,
    close: () => {
      web.close();
      line.close();
      datagram.close();
    },
  };
}

let ears: Ears;
test.beforeEach(async () => {
  ears = await listen();
});
test.afterEach(() => ears.close());

/** Long enough for a connection to this machine, had one been made. */
const aWhile = 500;

test('the ears hear, when somebody speaks', async () => {
  await fetch(`http://127.0.0.1:${ears.web}/hello`);
  expect(ears.heard).toEqual(['web /hello']);
});

for (const [way, speak] of [
  ['fetch', (at: string) => void fetch(at).catch(() => undefined)],
  ['fetch without reading', (at: string) => void fetch(at, { mode: 'no-cors' }).catch(() => undefined)],
  [
    'XMLHttpRequest',
    (at: string) => {
      const request = new XMLHttpRequest();
      request.open('POST', at);
      request.send('x');
    },
  ],
  ['a web socket', (at: string) => void new WebSocket(at.replace('http', 'ws'))],
  ['an event source', (at: string) => void new EventSource(at)],
  ['a beacon', (at: string) => void navigator.sendBeacon(at, 'x')],
  ['an image', (at: string) => void Object.assign(new Image(), { src: at })],
  ['a script', (at: string) => document.head.append(Object.assign(document.createElement('script'), { src: at }))],
  ['a module', (at: string) => void import(at).catch(() => undefined)],
  ['a style sheet', (at: string) => document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: at }))],
  ['a style’s background', (at: string) => document.body.style.setProperty('background-image', `url(${at})`)],
  ['a font', (at: string) => void new FontFace('x', `url(${at})`).load().catch(() => undefined)],
  ['a film', (at: string) => void Object.assign(document.createElement('video'), { src: at }).play().catch(() => undefined)],
  ['a prefetch', (at: string) => document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: at }))],
  ['a preconnection', (at: string) => document.head.append(Object.assign(document.createElement('link'), { rel: 'preconnect', href: at }))],
  ['a worker', (at: string) => { try { void new Worker(at); } catch { /* refused at once */ } }],
  ['a worker made on the spot', (at: string) => { try { void new Worker(URL.createObjectURL(new Blob([`fetch(${JSON.stringify(at)})`]))); } catch { /* refused at once */ } }],
  ['a frame', (at: string) => document.body.append(Object.assign(document.createElement('iframe'), { src: at }))],
  ['a form', (at: string) => { const form = Object.assign(document.createElement('form'), { action: at, method: 'post', target: '_blank' }); document.body.append(form); form.submit(); form.remove(); }],
  ['a ping', (at: string) => { const link = Object.assign(document.createElement('a'), { href: '#', ping: at }); document.body.append(link); link.click(); link.remove(); }],
] as const) {
  test(`nothing leaves by ${way}`, async ({ laptop }) => {
    await outcome(laptop.page, speak, `http://127.0.0.1:${ears.web}/spoken`);
    await laptop.page.waitForTimeout(aWhile);
    await laptop.page.evaluate(() => {
      document.body.style.removeProperty('background-image');
      document.querySelectorAll('iframe, link[rel^=pre]').forEach((element) => element.remove());
    });
    expect(ears.heard).toEqual([]);
  });
}

test('nothing leaves by WebRTC, neither as datagrams nor on a line', async ({ laptop }) => {
  const candidates = await laptop.page.evaluate(
    async ([datagram, line]) => {
      try {
        const peer = new RTCPeerConnection({
          iceServers: [
            { urls: `stun:127.0.0.1:${datagram}` },
            { urls: [`turn:127.0.0.1:${datagram}?transport=udp`, `turn:127.0.0.1:${line}?transport=tcp`], username: 'u', credential: 'c' },
          ],
        });
        const found: string[] = [];
        peer.addEventListener('icecandidate', (event) => event.candidate === null || found.push(event.candidate.candidate));
        peer.createDataChannel('x');
        await peer.setLocalDescription(await peer.createOffer());
        await new Promise((resolve) => setTimeout(resolve, 1500));
        peer.close();
        return found;
      } catch {
        return [];
      }
    },
    [ears.datagram, ears.line] as const,
  );
  expect(ears.heard).toEqual([]);
  expect(candidates).toEqual([]);
});

test('nothing leaves by WebTransport', async ({ laptop }) => {
  await laptop.page.evaluate(async (port) => {
    try {
      await new WebTransport(`https://127.0.0.1:${port}/`).ready;
    } catch {
      // Refused.
    }
  }, ears.datagram);
  expect(ears.heard).toEqual([]);
});

test('nothing leaves from a page without any policy of its own either', async ({ laptop }) => {
  await laptop.app.evaluate(
    async ({ BrowserWindow }, [web, datagram, line]) => {
      const speaking = `
        fetch('http://127.0.0.1:${web}/a').catch(() => 0);
        new WebSocket('ws://127.0.0.1:${web}/b');
        navigator.sendBeacon('http://127.0.0.1:${web}/c', 'x');
        new Image().src = 'http://127.0.0.1:${web}/d';
        new Worker(URL.createObjectURL(new Blob(["fetch('http://127.0.0.1:${web}/e')"])));
        const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${datagram}' }, { urls: 'turn:127.0.0.1:${line}?transport=tcp', username: 'u', credential: 'c' }] });
        peer.createDataChannel('x');
        peer.createOffer().then((offer) => peer.setLocalDescription(offer));`;
      for (const partition of ['', 'another']) {
        const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, ...(partition === '' ? {} : { partition }) } });
        await window.loadURL(`data:text/html,<script>${encodeURIComponent(speaking)}</script><iframe src="http://127.0.0.1:${web}/f"></iframe>`);
        await new Promise((resolve) => setTimeout(resolve, 1000));
        window.destroy();
      }
    },
    [ears.web, ears.datagram, ears.line] as const,
  );
  expect(ears.heard).toEqual([]);
});

test('Chromium itself reaches nobody, asked from inside', async ({ laptop }) => {
  const said = await laptop.app.evaluate(async ({ net, session }, port) => {
    const attempts = [
      () => net.fetch(`http://127.0.0.1:${port}/net`),
      () => session.defaultSession.fetch(`http://127.0.0.1:${port}/session`),
      () => session.fromPartition('fresh').fetch(`http://127.0.0.1:${port}/fresh`),
    ];
    return Promise.all(attempts.map((attempt) => attempt().then(() => 'answered', () => 'refused')));
  }, ears.web);
  expect(said).toEqual(['refused', 'refused', 'refused']);
  expect(ears.heard).toEqual([]);
});

test('no name is looked up and no dictionary asked for', async ({ laptop }) => {
  const state = await laptop.app.evaluate(async ({ session }) => ({
    resolved: await session.defaultSession.resolveHost('localhost').then(() => 'resolved', () => 'not'),
    spelling: session.defaultSession.isSpellCheckerEnabled(),
  }));
  expect(state).toEqual({ resolved: 'not', spelling: process.platform === 'darwin' });
});
