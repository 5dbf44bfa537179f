import { once } from 'node:events';
import { createServer } from 'node:net';

/** Beneath what every system gives by itself to those who ask for any port, or who call somewhere. */
const [lowest, count] = [20_000, 10_000] as const;

/** A port of this machine that is free, and that nobody is given by chance while its server is away. */
export async function steadyPort(): Promise<number> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * count);
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
