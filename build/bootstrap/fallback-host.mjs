// Stands in for Electron's default app, which the fallback lacks: starts the app folder named on
// the command line. It is copied into the fallback's resources and never shipped. Being a module
// with a top-level await, it holds back Electron's `ready` until the app's own module has run, as
// Electron itself does.
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const preloads = [];
let folder;
for (let at = 1; at < process.argv.length && folder === undefined; at += 1) {
  const argument = process.argv[at];
  if (argument === '-r') {
    at += 1;
    preloads.push(process.argv[at]);
  } else if (!argument.startsWith('-')) {
    folder = path.resolve(argument);
  }
}
if (folder === undefined) {
  process.stderr.write('This Electron is for development: name the app folder to start.\n');
  process.exit(1);
}

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
const description = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
app.setName(description.productName ?? description.name);
app.setVersion(description.version ?? '0.0.0');
app.setAppPath(folder);

const requireFromApp = createRequire(path.join(folder, 'package.json'));
for (const preload of preloads) {
  requireFromApp(path.resolve(preload));
}
await import(pathToFileURL(requireFromApp.resolve(path.join(folder, description.main ?? 'index.js'))).href);
