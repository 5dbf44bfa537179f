import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What passes between a laptop and the server, handshakes and all. */
export interface Line {
  readonly url: string;
  readonly counted: { bytes: number; connections: number };
  close(): void;
}

/** A line to a server that counts what passes and takes so many milliseconds there and back. */
export async function lineTo(server: string, roundTrip = 0): Promise<Line> {
  const counted = { bytes: 0, connections: 0 };
  const sockets = new Set<Socket>();
  const { hostname, port } = new URL(server);
  const line = createServer((near) => {
    const far = connect(Number(port), hostname);
    counted.connections += 1;
    // Near, the connection stood at once; over the line it would have been there and back first.
    carry(near, far, { counted, delay: roundTrip / 2, first: roundTrip });
    carry(far, near, { counted, delay: roundTrip / 2, first: 0 });
    sockets.add(near).add(far);
  }).listen(0, '127.0.0.1');
  await once(line, 'listening');
  return {
    url: `https://127.0.0.1:${(line.address() as AddressInfo).port}`,
    counted,
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      line.close();
    },
  };
}

interface Carrying {
  readonly counted: Line['counted'];
  readonly delay: number;
  /** Milliseconds that the first bytes take besides. */
  readonly first: number;
}

/** In order, however long the first bytes take: what follows them is an answer to their answer. */
function carry(from: Socket, to: Socket, { counted, delay, first }: Carrying): void {
  let besides = first;
  from.on('data', (chunk: Buffer) => {
    counted.bytes += chunk.length;
    setTimeout(() => to.write(chunk), delay + besides);
    besides = 0;
  });
  from.on('end', () => setTimeout(() => to.end(), delay + besides));
  from.on('error', () => to.destroy());
  from.on('close', () => setTimeout(() => to.destroy(), delay));
}
