import { expect } from '@playwright/test';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { commands, type Events } from '../../../electron/preload/bridge.ts';
import { openLaptop } from '../laptop.ts';
import { settled, test } from './shell.ts';

const folder = () => mkdtemp(path.join(tmpdir(), 'rapporteur-machine-'));

/** The person picks these in the system's next dialogs. */
async function picks(app: ElectronApplication, opened: string | null, saved: string | null): Promise<void> {
  await app.evaluate(
    ({ dialog }, [open, save]) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: open === null, filePaths: open === null ? [] : [open] });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: save === null, filePath: save ?? '' });
    },
    [opened, saved] as const,
  );
}

test.describe('menus', () => {
  const labels = (app: ElectronApplication) =>
    app.evaluate(({ Menu }) => (Menu.getApplicationMenu()?.items ?? []).flatMap((menu) => (menu.submenu?.items ?? []).map((item) => item.label)));

  test('every command is in a menu while the notebook is open, and none while it is locked', async ({ laptop }) => {
    await laptop.page.evaluate(() => window.rapporteur.call('window:phase', 'open'));
    expect(await labels(laptop.app)).toContain('New note');
    await laptop.page.evaluate(() => window.rapporteur.call('window:phase', 'locked'));
    expect(await labels(laptop.app)).not.toContain('New note');
    expect(await labels(laptop.app)).toContain('Quit');
  });

  test('every command of the menus is sent to the page, each once', async ({ laptop }) => {
    await laptop.page.evaluate(() => window.rapporteur.call('window:phase', 'open'));
    const sent = await laptop.app.evaluate(({ BrowserWindow, Menu }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents === undefined) return [];
      const all: unknown[] = [];
      const send = contents.send.bind(contents);
      // Caught on its way, so that the page does not act on all of them at once.
      contents.send = (_channel: string, name: unknown, command: unknown) => void (name === 'command' && all.push(command));
      for (const menu of Menu.getApplicationMenu()?.items ?? []) {
        for (const item of menu.submenu?.items ?? []) if ((item.role ?? '') === '' && item.type !== 'separator') item.click();
      }
      contents.send = send;
      return all;
    });
    expect(sent.toSorted()).toEqual(commands.toSorted());
    await laptop.page.evaluate(() => window.rapporteur.call('window:phase', 'locked'));
  });

  test('the menus speak the language of the settings', async ({ laptop }) => {
    await laptop.page.evaluate(() => window.rapporteur.call('window:language', 'fr'));
    expect(await labels(laptop.app)).toContain('Quitter');
    await laptop.page.evaluate(() => window.rapporteur.call('window:language', 'en'));
    expect(await labels(laptop.app)).toContain('Quit');
  });
});

for (const [what, why] of [['suspend', 'suspend'], ['lock-screen', 'screen-lock']] as const) {
  test(`the page is told to lock: ${what}`, async ({ laptop }) => {
    // Listening is over before anything is said.
    await laptop.page.evaluate(() => {
      const told: Events['lock-now'][] = [];
      Object.assign(window, { told });
      window.rapporteur.on('lock-now', (reason) => told.push(reason));
    });
    await laptop.app.evaluate(({ powerMonitor }, event) => void (powerMonitor as unknown as NodeJS.EventEmitter).emit(event), what);
    await expect.poll(() => laptop.page.evaluate(() => (window as unknown as { told?: Events['lock-now'][] }).told)).toEqual([why]);
  });
}

test.describe('clipboard', () => {
  const read = (app: ElectronApplication) => app.evaluate(async ({ clipboard }) => clipboard.readText());
  const write = (marked: boolean) => ({ text: `text ${marked}`, marked });

  test('marked text is taken off at lock, plain text stays', async ({ laptop }) => {
    for (const marked of [true, false]) {
      await laptop.page.evaluate((payload) => window.rapporteur.call('clipboard:write', payload), write(marked));
      expect(await read(laptop.app)).toBe(write(marked).text);
      await laptop.page.evaluate(() => window.rapporteur.call('window:phase', 'locked'));
      await expect.poll(() => read(laptop.app)).toBe(marked ? '' : write(marked).text);
    }
  });

  test('what somebody copied since is left alone', async ({ laptop }) => {
    await laptop.page.evaluate((payload) => window.rapporteur.call('clipboard:write', payload), write(true));
    await laptop.app.evaluate(async ({ clipboard }) => clipboard.writeText('their own'));
    await laptop.page.evaluate(() => window.rapporteur.call('window:phase', 'locked'));
    await laptop.page.waitForTimeout(200);
    expect(await read(laptop.app)).toBe('their own');
  });
});

test.describe('files', () => {
  test('a file is opened whole, by what the person picks', async ({ laptop }) => {
    const file = path.join(await folder(), 'office.rapporteur');
    await writeFile(file, 'profile');
    await picks(laptop.app, file, null);
    const opened = await laptop.page.evaluate(async () => {
      const answer = await window.rapporteur.call('file:open', { purpose: 'profile' });
      return answer !== null && 'bytes' in answer ? [answer.name, new TextDecoder().decode(answer.bytes)] : answer;
    });
    expect(opened).toEqual(['office.rapporteur', 'profile']);
  });

  test('nothing picked is nothing opened and nothing saved', async ({ laptop }) => {
    await picks(laptop.app, null, null);
    const answers = await laptop.page.evaluate(() =>
      Promise.all([
        window.rapporteur.call('file:open', { purpose: 'profile' }),
        window.rapporteur.call('file:save', { purpose: 'minutes', suggestedName: 'x.pdf', bytes: new Uint8Array([1]) }),
      ]),
    );
    expect(answers).toEqual([null, null]);
  });

  test('a file that is too large, or none, says so', async ({ laptop }) => {
    const place = await folder();
    await writeFile(path.join(place, 'large'), Buffer.alloc(4 * 1024 * 1024));
    for (const [file, failure] of [['large', 'too-large'], ['missing', 'unreadable'], ['.', 'unreadable']] as const) {
      await picks(laptop.app, path.join(place, file), null);
      expect(await laptop.page.evaluate(() => window.rapporteur.call('file:open', { purpose: 'profile' }))).toEqual({ failure });
    }
  });

  test('a file is saved whole and replaces another only then', async ({ laptop }) => {
    const place = await folder();
    const save = () =>
      laptop.page.evaluate(() => window.rapporteur.call('file:save', { purpose: 'minutes', suggestedName: 'x.pdf', bytes: new TextEncoder().encode('minutes') }));
    await picks(laptop.app, null, path.join(place, 'minutes.pdf'));
    expect(await save()).toEqual({ name: 'minutes.pdf' });
    expect(await readFile(path.join(place, 'minutes.pdf'), 'utf8')).toBe('minutes');
    await mkdir(path.join(place, 'taken.pdf', 'inside'), { recursive: true });
    await picks(laptop.app, null, path.join(place, 'taken.pdf'));
    expect(await save()).toEqual({ failure: 'unwritable' });
    expect((await readdir(place)).toSorted()).toEqual(['minutes.pdf', 'taken.pdf']);
  });
});

test('an open notebook is asked before the window closes; a locked one is not', async () => {
  const laptop = await openLaptop();
  await settled(laptop.page);
  await laptop.page.evaluate(async () => {
    window.rapporteur.on('closing', () => {
      localStorage.setItem('asked', 'yes');
      setTimeout(() => void window.rapporteur.call('window:phase', 'locked'), 200);
    });
    await window.rapporteur.call('window:phase', 'open');
  });
  const ended = new Promise((resolve) => laptop.app.process().once('exit', resolve));
  await laptop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await ended;
  const again = await openLaptop({ profile: laptop.profile });
  await settled(again.page);
  expect(await again.page.evaluate(() => localStorage.getItem('asked'))).toBe('yes');
  await again.discard();
});

test('a page that dies comes back, and the window with it', async () => {
  const laptop = await openLaptop();
  await settled(laptop.page);
  const back = laptop.app.evaluate(
    ({ BrowserWindow }) => new Promise<void>((resolve) => BrowserWindow.getAllWindows()[0]?.webContents.once('did-finish-load', () => resolve())),
  );
  await laptop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  await back;
  const text = await laptop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('location.href') as Promise<string>);
  expect(text).toContain('app://rapporteur/index.html');
  await laptop.discard();
});

test('the window opens where it was', async () => {
  const laptop = await openLaptop();
  await settled(laptop.page);
  const bounds = { x: 60, y: 40, width: 1000, height: 700 };
  await laptop.app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), bounds);
  await expect.poll(() => laptop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toMatchObject({ width: 1000, height: 700 });
  await laptop.close();
  const again = await openLaptop({ profile: laptop.profile });
  expect(await again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toMatchObject({ width: 1000, height: 700 });
  await again.discard();
});
