import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { electronLaunch } from '../../build/electron-launch.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** One laptop: the app with a profile of its own. */
export interface Laptop {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The profile folder; it stays when the app is closed, until `discard`. */
  readonly profile: string;
  close(): Promise<void>;
  /** Closes the app and removes its profile. */
  discard(): Promise<void>;
}

export interface LaptopOptions {
  /** A profile from before; a new, empty one otherwise. */
  readonly profile?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** RAPPORTEUR_SLOWER=6: the page takes six times as long for everything, so that what a story does not wait for comes to light. */
const slower = Number(process.env['RAPPORTEUR_SLOWER'] ?? '1');

/** Milliseconds that a start, or a click, may wait for on a busy machine. */
const patience = 60_000;

/** Opens the app as it is in `dist/` and waits for its window. */
export async function openLaptop(options: LaptopOptions = {}): Promise<Laptop> {
  const profile = options.profile ?? (await mkdtemp(path.join(tmpdir(), 'rapporteur-laptop-')));
  const launch = electronLaunch();
  const app = await _electron.launch({
    args: [...launch.args, root, `--user-data-dir=${profile}`, ...(options.args ?? [])],
    env: { ...definedVariables(), ...(launch.official ? {} : { ELECTRON_OVERRIDE_DIST_PATH: launch.folder }), ...options.env },
    cwd: root,
    timeout: patience,
  });
  const page = await app.firstWindow({ timeout: patience });
  page.setDefaultTimeout(patience);
  if (slower > 1) await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slower });
  const close = () => app.close();
  return {
    app,
    page,
    profile,
    close,
    discard: async () => {
      await close();
      // Electron's other processes may still be writing their last.
      await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

function definedVariables(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}
