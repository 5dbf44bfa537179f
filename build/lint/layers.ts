/**
 * The house's floors and who may use whom (docs/architecture). A path is relative to the
 * repository's root, with forward slashes.
 */
export type Layer =
  | 'core'
  | 'engine'
  | 'ui'
  | 'main'
  | 'preload'
  | 'server'
  | 'test'
  | 'build'
  | 'docs'
  | 'tools';

const folders: readonly (readonly [prefix: string, layer: Layer])[] = [
  ['core/', 'core'],
  ['renderer/engine/', 'engine'],
  ['renderer/ui/', 'ui'],
  ['renderer/', 'ui'],
  ['electron/main/', 'main'],
  ['electron/preload/', 'preload'],
  ['server/', 'server'],
  ['test/', 'test'],
  ['build/', 'build'],
  ['docs/', 'docs'],
];

/** The layer that a file belongs to; a test belongs to `test` wherever it lies. */
export function layerOf(file: string): Layer {
  if (/\.(test|e2e)\.tsx?$/.test(file)) {
    return 'test';
  }
  return folders.find(([prefix]) => file.startsWith(prefix))?.[1] ?? 'tools';
}

/** The one file through which the interface knows the engine, and the one that is the bridge. */
const engineInterface = 'renderer/engine/api.ts';
const bridge = 'electron/preload/bridge.ts';

const allowed: Readonly<Record<Layer, readonly Layer[]>> = {
  core: ['core'],
  engine: ['core', 'engine'],
  // The guide is shown inside the app.
  ui: ['core', 'ui', 'docs'],
  main: ['core', 'main', 'preload'],
  preload: ['core', 'preload'],
  server: ['core', 'server'],
  test: ['core', 'engine', 'ui', 'main', 'preload', 'server', 'test', 'build', 'tools'],
  build: ['build', 'tools'],
  docs: [],
  tools: ['build', 'test', 'tools'],
};

/** What core may use of others: pure libraries, without a clock, chance of their own or I/O. */
const purePackages: readonly string[] = [
  'zod', 'libsodium-wrappers-sumo', 'canonicalize', 'fflate', 'fractional-indexing', 'i18n-iso-countries', 'libphonenumber-js',
];

/** Why `from` may not import the file `to`, or `undefined` when it may. */
export function refuseFile(from: string, to: string): string | undefined {
  const importer = layerOf(from);
  const imported = layerOf(to);
  if (importer === 'ui' && imported === 'engine') {
    return to === engineInterface ? undefined : `The interface knows the engine only through ${engineInterface}.`;
  }
  if (importer === 'ui' && imported === 'preload') {
    return to === bridge ? undefined : `The renderer knows the main process only through ${bridge}.`;
  }
  if (imported === 'test' && importer !== 'test' && importer !== 'tools') {
    return 'Nothing imports tests.';
  }
  if (!allowed[importer].includes(imported)) {
    return `${describe(importer)} may not import ${describe(imported)}.`;
  }
  return refuseRoom(from, to);
}

/** Why `from` may not import the package or built-in module named, or `undefined` when it may. */
export function refusePackage(from: string, specifier: string): string | undefined {
  const importer = layerOf(from);
  const name = specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
  if (importer === 'core' && !purePackages.includes(name)) {
    return `core is pure: it may use ${purePackages.join(', ')}, but not ${specifier}.`;
  }
  const inRenderer = importer === 'ui' || importer === 'engine';
  if (inRenderer && (specifier.startsWith('node:') || name === 'electron')) {
    return `The renderer has neither Node nor Electron: not ${specifier}.`;
  }
  if (importer === 'engine' && /^(react|react-dom|@mantine\/.*)$/.test(name)) {
    return `The engine knows nothing of the interface: not ${specifier}.`;
  }
  return undefined;
}

/** Rooms are features: what two of them need lies outside of both. */
function refuseRoom(from: string, to: string): string | undefined {
  const [ours, theirs] = [roomOf(from), roomOf(to)];
  return ours !== undefined && theirs !== undefined && ours !== theirs && layerOf(from) !== 'test'
    ? `Rooms do not import one another: "${ours}" may not use "${theirs}".`
    : undefined;
}

function roomOf(file: string): string | undefined {
  return /^renderer\/ui\/rooms\/([^/]+)\//.exec(file)?.[1];
}

function describe(layer: Layer): string {
  const names: Readonly<Record<Layer, string>> = {
    core: 'core',
    engine: 'renderer/engine',
    ui: 'renderer/ui',
    main: 'electron/main',
    preload: 'electron/preload',
    server: 'server',
    test: 'tests',
    build: 'build',
    docs: 'docs',
    tools: "the tools' configuration",
  };
  return names[layer];
}
