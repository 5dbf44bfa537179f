import { defineBrowserProvider } from '@vitest/browser';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserProvider } from 'vitest/node';
import { electronLaunch } from '../../build/electron-launch.ts';
import { passOnNews } from '../../build/electron-noise.ts';

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** What Vitest calls before each test file; its own declarations leave it out. */
    __vitest_viewport(size: { width: number; height: number }): Promise<void>;
  }
}

/**
 * Runs Vitest's browser mode in a renderer of the Electron that the app runs in: its IndexedDB, its
 * workers, its WebAssembly. All test files share one origin, so each names its databases itself;
 * every run has a fresh profile.
 */
export function electron() {
  return defineBrowserProvider({
    name: 'electron',
    supportedBrowser: ['chromium'],
    options: {},
    providerFactory: (project) => {
      // Vitest sizes the frame of each test file; a hidden window has nothing to do for that.
      project.browser?.registerCommand('__vitest_viewport', async () => {});
      return new ElectronProvider();
    },
  });
}

class ElectronProvider implements BrowserProvider {
  readonly name = 'electron';
  readonly supportsParallelism = false;
  readonly initScripts: string[] = [];
  #windows: { process: ChildProcess; profile: string }[] = [];

  getCommandsContext(): Record<string, unknown> {
    return {};
  }

  async openPage(_session: string, url: string): Promise<void> {
    const profile = await mkdtemp(path.join(tmpdir(), 'rapporteur-electron-tests-'));
    const launch = electronLaunch();
    const args = [...launch.args, import.meta.dirname, `--user-data-dir=${profile}`, url];
    const window = spawn(launch.executable, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    passOnNews(window.stderr);
    this.#windows.push({ process: window, profile });
    await once(window, 'spawn');
  }

  async close(): Promise<void> {
    const windows = this.#windows;
    this.#windows = [];
    await Promise.all(
      windows.map(async ({ process: window, profile }) => {
        if (window.exitCode === null && window.signalCode === null) {
          const gone = once(window, 'exit');
          window.kill();
          await gone;
        }
        await rm(profile, { recursive: true, force: true });
      }),
    );
  }
}
