// The first step of the npm scripts: sees that everything is here that the command needs, then
// goes on with it in Node 24. Needs nothing but Node 20 and npm. Usage: run.mjs <command> [args…]
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { hasDisplay, startVirtualDisplay } from './display.mjs';
import { describeElectron, ensureElectron } from './electron.mjs';
import { SetUpFailure, say } from './failure.mjs';
import { ensureLibraries } from './libraries.mjs';
import { node24, root } from './places.mjs';

/**
 * @typedef {object} Command
 * @property {string} script what goes on in Node 24
 * @property {readonly string[]} [args] its first arguments
 * @property {boolean} electron whether it opens windows
 * @property {readonly import('./libraries.mjs').Program[]} [programs]
 */

/** @type {Record<string, Command>} */
const commands = {
  start: { script: 'build/start.ts', electron: true },
  check: { script: 'build/check.ts', args: ['types', 'lint', 'unit'], electron: false },
  test: { script: 'build/check.ts', args: ['types', 'lint', 'unit', 'electron', 'e2e'], electron: true, programs: ['pdftotext'] },
  types: { script: 'build/check.ts', args: ['types'], electron: false },
  lint: { script: 'build/check.ts', args: ['lint', '--'], electron: false },
  bundle: { script: 'build/bundle.ts', electron: false },
  unit: { script: 'build/check.ts', args: ['unit', '--'], electron: false },
  electron: { script: 'build/check.ts', args: ['electron', '--'], electron: true },
  e2e: { script: 'build/check.ts', args: ['e2e', '--'], electron: true, programs: ['pdftotext'] },
  faults: { script: 'test/faults/run.ts', electron: true },
  demo: { script: 'test/demo/run.ts', electron: true, programs: ['pdftotext'] },
  screens: { script: 'test/screens/run.ts', electron: true },
  bench: { script: 'test/bench/run.ts', electron: true },
  server: { script: 'server/main.ts', electron: false },
  package: { script: 'build/package.ts', args: ['package'], electron: true },
  make: { script: 'build/package.ts', args: ['make'], electron: true, programs: ['fakeroot', 'dpkg'] },
};

/**
 * @param {Command} command
 * @returns {Promise<NodeJS.ProcessEnv>} what the command's environment needs beyond ours
 */
async function setUpElectron(command) {
  const electron = await ensureElectron();
  const virtual = !hasDisplay();
  ensureLibraries(electron.executable, [...(command.programs ?? []), ...(virtual ? /** @type {const} */ (['Xvfb']) : [])]);
  say(describeElectron(electron));
  const display = virtual ? { DISPLAY: (await startVirtualDisplay()).name } : {};
  return { ...display, ...(electron.official ? {} : { ELECTRON_OVERRIDE_DIST_PATH: electron.folder }) };
}

/**
 * @param {Command} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function goOn(command, args, env) {
  const bin = path.join(root, 'node_modules', '.bin');
  const child = spawn(node24, [path.join(root, command.script), ...(command.args ?? []), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env, PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}` },
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.once('exit', (code) => process.exit(code ?? 1));
}

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
try {
  if (command === undefined) {
    throw new SetUpFailure(`There is no command "${name}".`, `The commands are ${Object.keys(commands).join(', ')}.`);
  }
  ensureDependencies();
  goOn(command, args, command.electron ? await setUpElectron(command) : {});
} catch (failure) {
  if (!(failure instanceof SetUpFailure)) {
    throw failure;
  }
  say(failure.message);
  process.exit(1);
}
