import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A line to a server that can be cut and held. */
export class Line {
  /** Connections that were ever made over it. */
  connections = 0;
  private readonly pairs = new Set<[near: Socket, far: Socket]>();
  private state: 'open' | 'cut' | 'held' = 'open';

  private constructor(
    private readonly server: Server,
    private readonly to: number,
  ) {}

  static async to(port: number): Promise<Line> {
    const server = createServer();
    const line = new Line(server, port);
    server.on('connection', (near) => line.join(near));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return line;
  }

  get url(): string {
    return `esdb://127.0.0.1:${(this.server.address() as AddressInfo).port}?tls=false`;
  }

  /** Breaks all connections; new ones are broken at once. */
  cut(): void {
    this.state = 'cut';
    for (const pair of this.pairs) for (const end of pair) end.destroy();
  }

  /** Nothing comes back from the server any more; what is sent to it arrives. */
  hold(): void {
    this.state = 'held';
    for (const [near, far] of this.pairs) far.unpipe(near).pause();
  }

  mend(): void {
    this.state = 'open';
    for (const [near, far] of this.pairs) far.pipe(near);
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  private join(near: Socket): void {
    const far = connect(this.to, '127.0.0.1');
    const pair: [Socket, Socket] = [near, far];
    const part = () => {
      near.destroy();
      far.destroy();
      this.pairs.delete(pair);
    };
    for (const end of pair) end.on('error', part).on('close', part);
    if (this.state === 'cut') return part();
    this.connections += 1;
    this.pairs.add(pair);
    near.pipe(far);
    if (this.state === 'open') far.pipe(near);
  }
}
