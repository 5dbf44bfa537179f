// Stands in for Electron's default app, which the fallback lacks: starts the app folder named on
// the command line. It is copied into the fallback's resources and never shipped. Being a module
// with a top-level await, it holds back Electron's `ready` until the app's own module has run, as
// Electron itself does.
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Electron's default app calls these two; its type declarations leave them out. */
const settings = /** @type {typeof app & { setVersion(version: string): void, setAppPath(folder: string): void }} */ (app);

const args = process.argv.slice(1);
const preloads = args.filter((_, at) => args[at - 1] === '-r');
const named = args.find((argument, at) => !argument.startsWith('-') && args[at - 1] !== '-r');
const folder = named === undefined ? undefined : path.resolve(named);
if (folder === undefined) {
  process.stderr.write('This Electron is for development: name the app folder to start.\n');
  process.exit(1);
}

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
const description = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
app.setName(description.productName ?? description.name);
settings.setVersion(description.version ?? '0.0.0');
settings.setAppPath(folder);

const requireFromApp = createRequire(path.join(folder, 'package.json'));
for (const preload of preloads) {
  requireFromApp(path.resolve(preload));
}
await import(pathToFileURL(requireFromApp.resolve(path.join(folder, description.main ?? 'index.js'))).href);
