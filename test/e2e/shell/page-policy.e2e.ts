import { expect } from '@playwright/test';
import { outcome, settled, test } from './shell.ts';

test('every load has a policy with a nonce of its own', async ({ laptop }) => {
  const policies = await laptop.page.evaluate(async () => {
    const load = async () => (await fetch('app://rapporteur/index.html')).headers.get('content-security-policy') ?? '';
    return [await load(), await load()];
  });
  const nonces = policies.map((policy) => /'nonce-([\w-]{24})'/.exec(policy)?.[1]);
  expect(nonces[0]).toBeDefined();
  expect(nonces[0]).not.toBe(nonces[1]);
});

test('the files of the bundle are served as what they are and cannot be taken for something else', async ({ laptop }) => {
  const headers = await laptop.page.evaluate(async () => {
    const script = document.querySelector('script[src]') as HTMLScriptElement;
    const answer = await fetch(script.src);
    return Object.fromEntries(answer.headers.entries());
  });
  expect(headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  });
  expect(headers['content-security-policy']).toContain("default-src 'none'");
});

for (const [what, name] of [
  ['eval', 'eval'],
  ['a function made from text', 'Function'],
] as const) {
  test(`no ${what}`, async ({ laptop }) => {
    const attempt = (evaluator: string) =>
      // Later, away from the tools that drive the page: they may evaluate what a page may not.
      new Promise((resolve, reject) => {
        setTimeout(() => {
          try {
            const evaluate = Reflect.get(window, evaluator) as (text: string) => unknown;
            resolve(evaluate('1 + 1'));
          } catch (error) {
            reject(error instanceof Error ? error : new Error('refused'));
          }
        });
      });
    expect(await outcome(laptop.page, attempt, name)).toMatch(/EvalError|unsafe-eval|Content Security Policy/);
  });
}

for (const [what, run] of [
  ['a script written into the page', () => document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.taken = true' }))],
  ['a handler written into the page', () => { const image = document.createElement('img'); image.setAttribute('onerror', 'window.taken = true'); image.src = 'data:,'; document.body.append(image); }],
  ['a script as a data address', () => document.body.append(Object.assign(document.createElement('script'), { src: 'data:text/javascript,window.taken=true' }))],
  ['a script as a blob', () => document.body.append(Object.assign(document.createElement('script'), { src: URL.createObjectURL(new Blob(['window.taken = true'], { type: 'text/javascript' })) }))],
  ['a string for a timer', () => void setTimeout('window.taken = true' as unknown as () => void)],
  ['a link that is a script', () => { const link = document.createElement('a'); link.setAttribute('href', 'javascript:window.taken=true'); document.body.append(link); link.click(); }],
] as const) {
  test(`${what} does not run`, async ({ laptop }) => {
    await outcome(laptop.page, run, undefined);
    await laptop.page.waitForTimeout(200);
    expect(await laptop.page.evaluate(() => 'taken' in window)).toBe(false);
  });
}

test('text does not become markup', async ({ laptop }) => {
  const write = (text: string) => {
    const element = document.createElement('div');
    element.innerHTML = text;
    return element.childElementCount;
  };
  expect(await outcome(laptop.page, write, '<img src="data:,">')).toMatch(/TypeError/);
  expect(await outcome(laptop.page, write, 'body { color: red }')).toBe('done: 0');
  const insert = (text: string) => document.body.insertAdjacentHTML('beforeend', text);
  expect(await outcome(laptop.page, insert, '<p>x</p>')).toMatch(/TypeError/);
});

test('a style without the nonce does not show', async ({ laptop }) => {
  const colour = await laptop.page.evaluate(() => {
    const style = Object.assign(document.createElement('style'), { textContent: 'body { outline-color: rgb(1, 2, 3) }' });
    document.head.append(style);
    const seen = getComputedStyle(document.body).outlineColor;
    style.remove();
    return seen;
  });
  expect(colour).not.toBe('rgb(1, 2, 3)');
});

for (const path of [
  '/../electron/main.js', '/%2e%2e/electron/main.js', '/..%2felectron/main.js', '/assets/../../electron/main.js', '/assets/..%2f..%2felectron%2fmain.js', '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
  '/..%5celectron%5cmain.js', '/\\..\\electron\\main.js', '//etc/passwd', '/etc/passwd', '/%00', '/assets', '/assets/', '/./../../../../etc/hostname', '/package.json', '/index.html%00.js', '/electron/main.js',
]) {
  test(`no file of elsewhere is served as ${path}`, async ({ laptop }) => {
    const status = await laptop.page.evaluate((asked) => fetch(`app://rapporteur${asked}`).then((answer) => answer.status, () => 0), path);
    expect([0, 404]).toContain(status);
  });
}

for (const address of ['file:///etc/passwd', 'app://other/index.html', 'app://rapporteur.example.org/index.html', 'chrome://version', 'data:text/plain,x']) {
  test(`${address} cannot be read`, async ({ laptop }) => {
    expect(await laptop.page.evaluate((asked) => fetch(asked).then(() => 'read', () => 'refused'), address)).toBe('refused');
  });
}

test('the bundle is not written to', async ({ laptop }) => {
  const statuses = await laptop.page.evaluate(() =>
    Promise.all(['PUT', 'POST', 'DELETE'].map((method) => fetch('app://rapporteur/index.html', { method }).then((answer) => answer.status, () => 0))),
  );
  for (const status of statuses) expect([0, 404]).toContain(status);
});

test('the page loads without a word of complaint', async ({ laptop }) => {
  await laptop.app.evaluate(({ BrowserWindow }) => {
    const heard: string[] = [];
    (globalThis as { heard?: string[] }).heard = heard;
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as NodeJS.EventEmitter;
    // Later versions say it in the event, earlier ones beside it.
    contents.on('console-message', (event: { message?: string }, _level: unknown, message?: string) => heard.push(event.message ?? message ?? ''));
  });
  await laptop.page.reload();
  await settled(laptop.page);
  expect(await laptop.app.evaluate(() => (globalThis as { heard?: string[] }).heard)).toEqual([]);
});
