import { hasProgram, run } from './command.mjs';
import { SetUpFailure, say } from './failure.mjs';

/** What Electron needs of Debian; apt brings the rest as their dependencies. */
const electronPackages = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'];

/** Debian package of each program that the bootstrap or the tests call. */
const programPackages = /** @type {const} */ ({ Xvfb: 'xvfb', pdftotext: 'poppler-utils', fakeroot: 'fakeroot', dpkg: 'dpkg' });

/** @typedef {keyof typeof programPackages} Program */

/**
 * Sees that the shared libraries of Electron and the programs asked for are on this machine.
 * As root on Debian it installs them, otherwise it says the command and stops.
 * @param {string} executable Electron's
 * @param {readonly Program[]} programs
 */
export function ensureLibraries(executable, programs) {
  if (process.platform !== 'linux') {
    return;
  }
  const missing = [
    ...(lacksLibraries(executable) ? electronPackages : []),
    ...programs.filter((program) => !hasProgram(program)).map((program) => programPackages[program]),
  ];
  if (missing.length === 0) {
    return;
  }
  const packages = missing.map(nameOnThisDebian);
  const command = `apt-get install --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() !== 0 || !hasProgram('apt-get')) {
    throw new SetUpFailure(
      `This machine lacks ${packages.join(', ')}.`,
      `Run "sudo ${command}" (on another system than Debian, its packages of the same libraries), then the same command again.`,
    );
  }
  install(packages, command);
}

/** @param {string} executable */
function lacksLibraries(executable) {
  const listed = run('ldd', [executable]);
  return listed.output.includes('not found');
}

/**
 * Debian 13 renamed some libraries.
 * @param {string} name
 */
function nameOnThisDebian(name) {
  const renamed = `${name}t64`;
  return name.startsWith('lib') && run('apt-cache', ['show', renamed]).ok ? renamed : name;
}

/**
 * @param {readonly string[]} packages
 * @param {string} command
 */
function install(packages, command) {
  say(`installing ${packages.join(', ')} (once)`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], { env });
  const done = run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
  if (!done.ok) {
    const reason = done.output.trim().split('\n').at(-1) ?? '';
    throw new SetUpFailure(
      `Debian's packages could not be installed: ${reason}`,
      `Run "apt-get update && ${command}" to see why, then the same command again.`,
    );
  }
}
