import { spawn } from 'node:child_process';
import { SetUpFailure } from './failure.mjs';

/** Whether windows can be shown as things are. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * Starts a virtual display of our own. Its number is the first that is free.
 * @returns {Promise<{ name: string, stop: () => void }>}
 */
export function startVirtualDisplay() {
  return new Promise((resolve, reject) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const refused = () =>
      reject(new SetUpFailure('Xvfb, the virtual display, did not start.', 'Install Debian\'s package xvfb, or set DISPLAY, then try again.'));
    server.once('error', refused);
    server.once('exit', refused);
    const numbers = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
    let text = '';
    numbers.on('data', (chunk) => {
      text += String(chunk);
      if (text.endsWith('\n')) {
        // From here on the display must not keep this process alive; it ends with it.
        server.unref();
        numbers.destroy();
        resolve({ name: `:${text.trim()}`, stop: () => server.kill() });
      }
    });
    process.once('exit', () => server.kill());
  });
}
