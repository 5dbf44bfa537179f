import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Milliseconds between two portions. */
const portionEvery = 50;
/** Milliseconds that the machine may be late with a portion and make up for. */
const latest = 500;

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
    for (let at = 0; at < bytes.length && !to.destroyed; ) {
      const rate = this.bytesPerSecond;
      const portion = rate === null ? bytes.length - at : Math.max(1, Math.round((rate * portionEvery) / 1000));
      to.write(bytes.subarray(at, at + portion));
      at += portion;
      if (rate !== null) await this.passed(way, (portion * 1000) / rate);
    }
    from.resume();
  }

  /** Waits as long as the line is taken. A machine that is late with this makes up for it, so the line is as fast as it was told to be. */
  private async passed(way: 'out' | 'back', milliseconds: number): Promise<void> {
    const now = performance.now();
    // What nobody used is not saved up, but for one look of the machine that came late.
    this.freeAt[way] = Math.max(this.freeAt[way], now - latest) + milliseconds;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, this.freeAt[way] - now)));
  }
}
