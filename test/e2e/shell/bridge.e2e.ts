import { expect } from '@playwright/test';
import path from 'node:path';
import { askBadly, test } from './shell.ts';

const preload = path.resolve(import.meta.dirname, '../../../dist/electron/preload.cjs');

test('a known call is answered', async ({ laptop }) => {
  const info = await laptop.page.evaluate(() => window.rapporteur.call('app:info', undefined));
  expect(info.version).toMatch(/^\d+\.\d+\.\d+$/);
});

for (const name of ['file:delete', '', 'constructor', '__proto__', 'toString', 'hasOwnProperty', 'app:info ', null, 7, { name: 'app:info' }, ['app:info']]) {
  test(`a call that does not exist is refused: ${JSON.stringify(name)}`, async ({ laptop }) => {
    expect(await askBadly(laptop.page, name)).toBe('Refused: unknown-call');
  });
}

for (const [name, payload] of [
  ['app:info', {}],
  ['window:phase', 'anything'],
  ['window:phase', null],
  ['file:open', { purpose: '../../etc/passwd' }],
  ['file:open', { purpose: 'profile', path: '/etc/passwd' }],
  ['file:save', { purpose: 'minutes', suggestedName: '', bytes: new Uint8Array() }],
  ['file:save', { purpose: 'minutes', suggestedName: 'x', bytes: 'text' }],
  ['clipboard:write', { text: 1, marked: true }],
  ['channel:lower', { to: 'a marking that is no marking' }],
  ['channel:configure', { profile: 'x', credential: null, databases: [], ceiling: 'SENSITIVE' }],
  ['channel:configure', { profile: new Uint8Array(3), credential: null, databases: [{ name: '../_users', marking: null }], ceiling: 'SENSITIVE' }],
] as const) {
  test(`a payload that does not fit is refused: ${name} ${JSON.stringify(payload)}`, async ({ laptop }) => {
    expect(await askBadly(laptop.page, name, payload)).toBe('Refused: bad-payload');
  });
}

test('a profile that is none is refused, without saying why', async ({ laptop }) => {
  const answer = await laptop.page.evaluate(() =>
    window.rapporteur.call('channel:configure', { profile: new Uint8Array([1, 2, 3]), credential: null, databases: [], ceiling: 'SENSITIVE' }),
  );
  expect(answer).toBe('profile-refused');
});

for (const address of ['data:text/html,<p>stranger</p>', 'app://rapporteur/index.html', 'about:blank']) {
  test(`another window with the same preload script is not answered: ${address}`, async ({ laptop }) => {
    const answer = await laptop.app.evaluate(
      async ({ BrowserWindow }, [script, url]) => {
        const stranger = new BrowserWindow({ show: false, webPreferences: { preload: script, sandbox: true, contextIsolation: true } });
        await stranger.loadURL(url);
        const said: unknown = await stranger.webContents.executeJavaScript(
          `window.rapporteur.call('clipboard:write', { text: 'x', marked: false }).then(() => 'answered', (error) => error.message)`,
        );
        stranger.destroy();
        return said;
      },
      [preload, address] as const,
    );
    expect(answer).toBe('Refused: foreign-sender');
  });
}

test('the page cannot reach the channels beneath the bridge', async ({ laptop }) => {
  const reached = await laptop.page.evaluate(() =>
    Object.getOwnPropertyNames(window).filter((name) => /ipc|electron|webFrame|contextBridge/i.test(name)),
  );
  expect(reached).toEqual([]);
});

test('a stranger’s fault inside comes out as one word', async ({ laptop }) => {
  await laptop.app.evaluate(({ dialog }) => {
    const kept = dialog.showOpenDialog;
    dialog.showOpenDialog = () => {
      dialog.showOpenDialog = kept;
      return Promise.reject(new Error('secret: /home/someone at files.ts:12'));
    };
  });
  expect(await askBadly(laptop.page, 'file:open', { purpose: 'profile' })).toBe('Refused: failed');
});
