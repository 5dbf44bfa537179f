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
  const installed = runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=1'], { cwd: root });
  if (!installed.ok) {
    throw failureOf(installed.output);
  }
  if (!existsSync(node24)) {
    throw new SetUpFailure(
      'npm left out the install script that brings Node 24.',
      'Run "npm config delete ignore-scripts", remove node_modules, then run the same command again.',
    );
  }
}

/** @param {string} output npm's own words, the reason first */
function failureOf(output) {
  const unreachable = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/.test(output);
  if (unreachable) {
    return new SetUpFailure(
      'The dependencies could not be installed, because the network cannot be reached.',
      'Connect to it (the first run needs it), then run the same command again.',
    );
  }
  const reason = output.split('\n').find((line) => /^npm error (?!code|error$)/.test(line)) ?? output.trim();
  return new SetUpFailure(
    `The dependencies could not be installed: ${reason.replace(/^npm error /, '')}`,
    'Run "npm ci" to see all that npm says of it.',
  );
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
