import { spawn } from 'node:child_process';
import path from 'node:path';
import { bundle } from './bundle.ts';
import { electronLaunch } from './electron-launch.ts';
import { passOnNews } from './electron-noise.ts';

const root = path.resolve(import.meta.dirname, '..');

await bundle();
const launch = electronLaunch();
const app = spawn(launch.executable, [...launch.args, root, ...process.argv.slice(2)], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'pipe'],
});
passOnNews(app.stderr);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => app.kill(signal));
}
app.once('exit', (code) => process.exit(code ?? 0));
