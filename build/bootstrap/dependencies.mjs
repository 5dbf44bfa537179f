import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runNpm } from './command.mjs';
import { SetUpFailure, say } from './failure.mjs';
import { node24, root } from './places.mjs';

/**
 * Installs the npm dependencies when they are missing or the lock file has changed since.
 * Otherwise it does nothing and needs no network.
 */
export function ensureDependencies() {
  if (isInstalled()) {
    return;
  }
  say('installing the dependencies (about a minute, once)');
  const installed = runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, show: true });
  if (!installed.ok) {
    throw new SetUpFailure(
      'The dependencies could not be installed: npm ci failed, its reason is above.',
      'Check the network, then run the same command again.',
    );
  }
  if (!existsSync(node24)) {
    throw new SetUpFailure(
      'npm left out the install script that brings Node 24.',
      'Run "npm config delete ignore-scripts", remove node_modules, then run the same command again.',
    );
  }
}

/**
 * npm writes node_modules/.package-lock.json last, so it doubles as the stamp: it says what was
 * installed, and an interrupted installation has none.
 */
function isInstalled() {
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  const present = readPackages(path.join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present || !existsSync(node24)) {
    return false;
  }
  return Object.entries(wanted).every(
    ([place, { version, optional }]) => place === '' || optional === true || present[place]?.version === version,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }> | undefined}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
