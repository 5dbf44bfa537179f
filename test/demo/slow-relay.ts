import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Milliseconds between two portions. */
const portionEvery = 50;
/** Milliseconds that the machine may take from one portion that it was given to the next. */
const latest = 100;

/** A line between the laptops and one address, as slow as it is told to be; it sees bytes and nothing in them. */
export class SlowRelay {
  /** Bytes a second, each way and for all connections together; `null`: as fast as they come. */
  bytesPerSecond: number | null = null;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  /** When the next byte may pass, each way, on the machine's monotonic clock. */
  private readonly freeAt = { out: 0, back: 0 };

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
    for (const [from, to, way] of [[near, far, 'out'], [far, near, 'back']] as const) {
      this.sockets.add(from);
      from.setNoDelay(true);
      from.on('data', (bytes) => void this.pass(from, to, { way, bytes }));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.sockets.delete(from);
        to.end();
      });
    }
  }

  /** Nothing more is read before this has passed, so that the sender feels how slow the line is. */
  private async pass(from: Socket, to: Socket, { way, bytes }: { readonly way: 'out' | 'back'; readonly bytes: Buffer }): Promise<void> {
    from.pause();
    const now = performance.now();
    // What the machine is late with while the line is used is made up for; time in which nobody used it is not saved up.
    if (now - this.freeAt[way] > latest) this.freeAt[way] = now;
    for (let at = 0; at < bytes.length && !to.destroyed; ) {
      const rate = this.bytesPerSecond;
      const portion = Math.min(bytes.length - at, rate === null ? Infinity : Math.max(1, Math.round((rate * portionEvery) / 1000)));
      if (rate !== null) await this.onItsWay(way, (portion * 1000) / rate);
      to.write(bytes.subarray(at, at + portion));
      at += portion;
    }
    from.resume();
  }

  /** Waits for what takes so many milliseconds on the line, behind what is on it already, whenever the machine comes to it. */
  private async onItsWay(way: 'out' | 'back', milliseconds: number): Promise<void> {
    this.freeAt[way] += milliseconds;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, this.freeAt[way] - performance.now())));
  }
}
