import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { MakerDeb } from '@electron-forge/maker-deb';
import type { ForgeConfig } from '@electron-forge/shared-types';
import { isShipped, shippedDescription } from './build/packaging/shipped-files.ts';
import { electronExecutable } from './build/packaging/electron-executable.ts';

/** Of what Electron can do, the packaged app gives up all that could run somebody else's code. */
const fuses = {
  version: FuseVersion.V1,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
} as const;

/** Set by build/package.ts where the official Electron cannot be had. */
const zips = process.env['RAPPORTEUR_ELECTRON_ZIPS'];

const config: ForgeConfig = {
  packagerConfig: {
    name: 'Rapporteur',
    executableName: 'rapporteur',
    appBundleId: 'eu.rapporteur.app',
    appCategoryType: 'public.app-category.productivity',
    asar: true,
    // Everything is in the bundle, so there are no modules to look through.
    prune: false,
    ignore: (file) => !isShipped(file),
    ...(zips === undefined ? {} : { electronZipDir: zips }),
  },
  makers: [
    new MakerDeb({
      options: {
        name: 'rapporteur',
        productName: 'Rapporteur',
        genericName: 'Case notebook',
        section: 'misc',
        categories: ['Office'],
        maintainer: 'The Rapporteur authors',
      },
    }),
  ],
  hooks: {
    packageAfterCopy: async (_config, buildPath, _version, platform) => {
      await shippedDescription(buildPath);
      await flipFuses(electronExecutable(buildPath, platform), { ...fuses, resetAdHocDarwinSignature: platform === 'darwin' });
    },
  },
};

// Forge wants its configuration as the default export.
export default config;
