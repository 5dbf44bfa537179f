// Packages the app with Forge, and with `make` builds the installers: the deb by Forge, the others
// (--installers) by electron-builder from what Forge packaged. Usage: package.ts package|make [--installers]
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import electronPackage from 'electron/package.json' with { type: 'json' };
import { bundle } from './bundle.ts';
import { electronLaunch } from './electron-launch.ts';
import { standInZips } from './packaging/stand-in-zip.ts';

const root = path.resolve(import.meta.dirname, '..');
const [verb = 'package', ...options] = process.argv.slice(2);

function tool(script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const done = spawnSync(process.execPath, [path.join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (done.status !== 0) {
    process.exit(done.status ?? 1);
  }
}

await bundle();
const electron = electronLaunch();
if (!electron.official) {
  process.stdout.write(`This package holds Electron ${electron.version}, the stand-in: for trying, not for release.\n`);
}
const zips = electron.official ? {} : { RAPPORTEUR_ELECTRON_ZIPS: await standInZips(electron, electronPackage.version) };
tool('@electron-forge/cli/dist/electron-forge.js', [verb], zips);
if (options.includes('--installers')) {
  const packaged = path.join('out', `Rapporteur-${process.platform}-${process.arch}`);
  tool('electron-builder/cli.js', ['--config', 'build/packaging/electron-builder.json', '--prepackaged', packaged, '--publish', 'never']);
}
