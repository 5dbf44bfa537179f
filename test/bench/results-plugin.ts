import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { processorSeconds } from './processor-time.ts';

const folder = path.resolve(import.meta.dirname, '../../out/bench');

/** Takes what a measurement in Electron's renderer found, since that renderer reaches no disk. */
export function resultsPlugin(): Plugin {
  return {
    name: 'results-of-measurements',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (request.url === '/bench/processor') return void response.end(JSON.stringify(processorSeconds()));
        const name = /^\/bench\/([a-z-]+)$/.exec(request.url ?? '')?.[1];
        if (name === undefined) return next();
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
          mkdir(folder, { recursive: true })
            .then(() => writeFile(resultFile(name), Buffer.concat(chunks)))
            .then(() => response.end('{}'), () => response.destroy());
        });
      });
    },
  };
}

export function resultFile(name: string): string {
  return path.join(folder, `${name}.json`);
}
