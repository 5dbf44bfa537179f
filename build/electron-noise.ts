import type { Readable } from 'node:stream';
import { createInterface } from 'node:readline';

/** What Chromium complains of on every machine without a session bus or a graphics card. */
const noise = /:(ERROR|WARNING):.*(bus\.cc|object_proxy\.cc|viz_main_impl\.cc|gpu_|command_buffer_|gl_|vaapi|angle|network_service_instance_impl)/;

/** Passes on what Electron writes to its standard error, less what means nothing. */
export function passOnNews(stderr: Readable): void {
  createInterface({ input: stderr }).on('line', (line) => {
    if (line.trim() !== '' && !noise.test(line)) {
      process.stderr.write(`${line}\n`);
    }
  });
}
