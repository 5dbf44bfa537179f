import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Milliseconds between two portions. */
const portionEvery = 50;

/** A line between the laptops and one address, as slow as it is told to be; it sees bytes and nothing in them. */
export class SlowRelay {
  /** Bytes a second, each way and for all connections together; `null`: as fast as they come. */
  bytesPerSecond: number | null = null;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  private constructor(to: URL) {
    this.server = createServer((near) => this.join(near, connect(Number(to.port), to.hostname)));
  }

  /** Opens a relay in front of an address and says under which address that is reached through it. */
  static async open(address: string): Promise<{ readonly relay: SlowRelay; readonly address: string }> {
    const to = new URL(address);
    const relay = new SlowRelay(to);
    await new Promise<void>((resolve) => relay.server.listen(0, to.hostname, resolve));
    const through = new URL(address);
    through.port = String((relay.server.address() as AddressInfo).port);
    return { relay, address: through.origin };
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(near: Socket, far: Socket): void {
    for (const [from, to] of [[near, far], [far, near]] as const) {
      this.sockets.add(from);
      from.setNoDelay(true);
      from.on('data', (bytes) => void this.pass(from, to, bytes));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.sockets.delete(from);
        to.end();
      });
    }
  }

  /** Nothing more is read before this has passed, so that the sender feels how slow the line is. */
  private async pass(from: Socket, to: Socket, bytes: Buffer): Promise<void> {
    from.pause();
    for (let at = 0; at < bytes.length && !to.destroyed; ) {
      const rate = this.bytesPerSecond;
      const portion = rate === null ? bytes.length : Math.max(1, Math.round((rate * portionEvery) / 1000));
      to.write(bytes.subarray(at, at + portion));
      at += portion;
      if (rate !== null) await new Promise((resolve) => setTimeout(resolve, portionEvery));
    }
    from.resume();
  }
}
