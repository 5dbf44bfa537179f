import { zip, type AsyncZippable } from 'fflate';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from '../bootstrap/places.mjs';
import type { ElectronLaunch } from '../electron-launch.ts';

const pack = promisify<AsyncZippable, { level: 0 }, Uint8Array>(zip);

/**
 * Packs the stand-in as the packager expects Electron's own download, and returns the folder that
 * holds it. The packager looks for the version of the `electron` package, which is why the zip is
 * named for that and not for what is in it. Only for trying the packaging: releases are made with
 * the official Electron.
 */
export async function standInZips(electron: ElectronLaunch, wantedVersion: string): Promise<string> {
  const folder = path.join(cacheFolder(), `${path.basename(electron.folder)}-zips`);
  const target = path.join(folder, `electron-v${wantedVersion}-linux-x64.zip`);
  if (!existsSync(target)) {
    await mkdir(folder, { recursive: true });
    await writeFile(`${target}.part`, await pack(await contents(electron), { level: 0 }));
    await rename(`${target}.part`, target);
  }
  return folder;
}

async function contents(electron: ElectronLaunch): Promise<AsyncZippable> {
  const files: AsyncZippable = { version: new TextEncoder().encode(electron.version) };
  const entries = await readdir(electron.folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const place = path.join(entry.parentPath, entry.name);
    const name = path.relative(electron.folder, place);
    // Its resources hold the development host only.
    if (!name.startsWith(`resources${path.sep}`)) {
      const { mode } = await stat(place);
      files[licenceName(name)] = [await readFile(place), { os: 3, attrs: mode << 16 }];
    }
  }
  return { ...files, 'resources/': new Uint8Array() };
}

function licenceName(name: string): string {
  return name === 'LICENSE.electron.txt' ? 'LICENSE' : name;
}
