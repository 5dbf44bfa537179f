import path from 'node:path';

/** Electron's executable while the app is being packaged, from the folder its files were copied to. */
export function electronExecutable(appFolder: string, platform: string): string {
  if (platform === 'darwin') {
    return path.resolve(appFolder, '../../MacOS/Electron');
  }
  return path.resolve(appFolder, '../..', platform === 'win32' ? 'electron.exe' : 'electron');
}
