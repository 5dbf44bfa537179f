import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** npm is a script on Windows and needs a shell there. */
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/**
 * Runs a command and waits for it.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ cwd?: string, show?: boolean, timeout?: number, env?: NodeJS.ProcessEnv }} [how] `show` lets its output through
 * @returns {{ ok: boolean, output: string }}
 */
export function run(file, args, how = {}) {
  const done = spawnSync(file, args, {
    cwd: how.cwd,
    env: { ...process.env, ...how.env },
    timeout: how.timeout,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32' && file.endsWith('.cmd'),
    stdio: how.show ? ['ignore', 2, 2] : ['ignore', 'pipe', 'pipe'],
  });
  return { ok: done.status === 0, output: `${done.stdout ?? ''}${done.stderr ?? ''}` };
}

/**
 * Runs npm.
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [how]
 */
export function runNpm(args, how) {
  return run(npm, args, how);
}

/**
 * Whether a program is on the path.
 * @param {string} name
 */
export function hasProgram(name) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.some((folder) => isExecutable(join(folder, name)));
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
