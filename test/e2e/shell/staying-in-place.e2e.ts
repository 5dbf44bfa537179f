import { expect } from '@playwright/test';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { electronLaunch } from '../../../build/electron-launch.ts';
import { settled, test, windowCount } from './shell.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const page = 'app://rapporteur/index.html';

test('the window is sandboxed, isolated and without Node', async ({ laptop }) => {
  const preferences = await laptop.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInSubFrames: false, webSecurity: true, webviewTag: false,
  });
  const seen = await laptop.page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter((name) => name in window));
  expect(seen).toEqual([]);
});

test('the bridge cannot be replaced or widened by the page', async ({ laptop }) => {
  const bridge = await laptop.page.evaluate(() => {
    const before = window.rapporteur.call;
    try {
      (window.rapporteur as unknown as Record<string, unknown>)['call'] = () => 'mine';
    } catch {
      // Refusing loudly is as good.
    }
    return { same: window.rapporteur.call === before, names: Object.keys(window.rapporteur).toSorted() };
  });
  expect(bridge).toEqual({ same: true, names: ['call', 'on'] });
});

for (const [way, open] of [
  ['window.open', () => void window.open('https://example.org/')],
  ['window.open on the page itself', () => void window.open('app://rapporteur/index.html')],
  ['window.open without an address', () => void window.open()],
  [
    'a link into a new window',
    () => {
      const link = Object.assign(document.createElement('a'), { href: 'https://example.org/', target: '_blank' });
      document.body.append(link);
      link.click();
      link.remove();
    },
  ],
] as const) {
  test(`no second window: ${way}`, async ({ laptop }) => {
    await laptop.page.evaluate(open);
    await laptop.page.waitForTimeout(300);
    expect(await windowCount(laptop.app)).toBe(1);
    expect(laptop.page.url()).toContain(page);
  });
}

for (const address of [
  'https://example.org/', 'http://127.0.0.1/', 'file:///etc/passwd', 'data:text/html,<p>elsewhere</p>', 'app://other/index.html', 'chrome://version', 'about:blank',
  'app://rapporteur/assets/none.html', 'blob:app://rapporteur/1', 'mailto:someone@example.org', 'javascript:document.title="taken"',
]) {
  test(`no navigation to ${address}`, async ({ laptop }) => {
    await laptop.page.evaluate((to) => {
      location.href = to;
    }, address);
    await laptop.page.waitForTimeout(200);
    // Playwright's locators wait for the end of a journey that was refused; the page itself is asked.
    await expect.poll(() => laptop.page.evaluate(() => [location.href.replace(/#$/, ''), document.title, document.querySelector('h1') !== null])).toEqual([page, 'Rapporteur', true]);
  });
}

test('no form leads elsewhere, and no refresh does', async ({ laptop }) => {
  await laptop.page.evaluate(() => {
    const form = Object.assign(document.createElement('form'), { action: 'https://example.org/', method: 'post' });
    document.body.append(form);
    form.submit();
    form.remove();
    const refresh = Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: '0; url=https://example.org/' });
    document.head.append(refresh);
    refresh.remove();
  });
  await laptop.page.waitForTimeout(300);
  expect(laptop.page.url()).toContain(page);
});

test('a redirect is refused even when something inside begins the journey', async ({ laptop }) => {
  const arrived = await laptop.app.evaluate(async ({ BrowserWindow, protocol }) => {
    // A page of the app's own scheme that answers with a redirection, in a window of the app's own making.
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, partition: 'redirecting' } });
    window.webContents.session.protocol.handle('app', (request) =>
      request.url.endsWith('/go.html') ? Response.redirect('data:text/html,elsewhere', 302) : new Response('here', { headers: { 'content-type': 'text/html' } }),
    );
    void protocol;
    await window.loadURL('app://rapporteur/go.html').catch(() => undefined);
    const url = window.webContents.getURL();
    window.destroy();
    return url;
  });
  expect(arrived).not.toContain('elsewhere');
});

test('no frame and no webview shows anything', async ({ laptop }) => {
  const frames = await laptop.page.evaluate(async () => {
    for (const src of ['https://example.org/', 'data:text/html,<p>x</p>', 'app://rapporteur/index.html']) {
      document.body.append(Object.assign(document.createElement('iframe'), { src }));
    }
    document.body.append(Object.assign(document.createElement('webview'), { src: 'https://example.org/' }));
    await new Promise((resolve) => setTimeout(resolve, 400));
    const shown = [...document.querySelectorAll('iframe')].map((frame) => {
      try {
        return { readable: frame.contentDocument?.body.textContent ?? '', bridge: 'rapporteur' in (frame.contentWindow as object) };
      } catch {
        return { readable: '', bridge: false };
      }
    });
    document.querySelectorAll('iframe, webview').forEach((element) => element.remove());
    return shown;
  });
  expect(frames).toEqual([0, 1, 2].map(() => ({ readable: '', bridge: false })));
  expect(laptop.page.frames()).toHaveLength(1);
});

test('the page may load itself anew: that is how it locks', async ({ laptop }) => {
  await laptop.page.reload();
  await settled(laptop.page);
  await laptop.page.evaluate(() => location.reload());
  await laptop.page.waitForLoadState();
  await settled(laptop.page);
  expect(laptop.page.url()).toContain(page);
});

test('a second start ends at once and brings the first window forward', async ({ laptop }) => {
  await laptop.app.evaluate(({ app }) => {
    (globalThis as { secondStarts?: number }).secondStarts = 0;
    app.on('second-instance', () => ((globalThis as { secondStarts?: number }).secondStarts = 1));
  });
  const { executable, args } = electronLaunch();
  const second = spawn(executable, [...args, root, `--user-data-dir=${laptop.profile}`], { stdio: 'ignore' });
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  await expect.poll(() => laptop.app.evaluate(() => (globalThis as { secondStarts?: number }).secondStarts)).toBe(1);
  expect(await windowCount(laptop.app)).toBe(1);
});
