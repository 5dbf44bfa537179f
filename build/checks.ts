import { spawn } from 'node:child_process';
import path from 'node:path';
import { bundle } from './bundle.ts';

const root = path.resolve(import.meta.dirname, '..');
const compiled = ['core', 'electron', 'renderer', 'server', 'test'];

/** Each check says whether it passed; what it has to say, it prints. */
export const checks = {
  types: async () => {
    const passed = await Promise.all(compiled.map(typesOf));
    return passed.every(Boolean);
  },
  lint: (extra: readonly string[]) => tool('oxlint/bin/oxlint', [...extra]),
  unit: (extra: readonly string[]) => vitest('unit', extra),
  electron: (extra: readonly string[]) => vitest('electron', extra),
  e2e: async (extra: readonly string[]) => {
    try {
      await bundle();
    } catch (failure) {
      process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
      process.stdout.write('\ne2e: 0 passed, 1 failed\n');
      return false;
    }
    return tool('@playwright/test/cli.js', ['test', ...extra]);
  },
};

export type CheckName = keyof typeof checks;

/** Remembers what was found, so that only what changed is compiled anew. */
function typesOf(folder: string): Promise<boolean> {
  return tool('typescript/bin/tsc', ['-p', folder, '--incremental', '--tsBuildInfoFile', `node_modules/.cache/types/${folder}.tsbuildinfo`]);
}

function vitest(project: string, extra: readonly string[]): Promise<boolean> {
  return tool('vitest/vitest.mjs', ['run', '--project', project, ...extra], { RAPPORTEUR_TEST_PROJECT: project });
}

/** Runs a development dependency's command in this Node. */
function tool(script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules', script), ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
