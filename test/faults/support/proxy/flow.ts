import { type ClientDuplexStream, type ServerDuplexStream, status, type StatusObject } from '@grpc/grpc-js';
import { beginsAfter, type Method, type Reply, replyOf } from './replies.js';

/** Decides over each message from the node to the client; true when it took it over. What it says is read at need. */
export type Judge = (flow: Flow, bytes: Buffer, reply: () => Reply) => boolean;

/** One call through the proxy. What neither a rule nor an end stops is passed on as it came, both ways. */
export class Flow {
  private over = false;
  private silent = false;
  private request: Buffer | undefined;
  /** Facts passed on, for those who are asked to deliver them again. */
  readonly facts: Buffer[] = [];

  constructor(
    readonly method: Method,
    private readonly near: ServerDuplexStream<Buffer, Buffer>,
    private readonly far: ClientDuplexStream<Buffer, Buffer>,
    private readonly judge: Judge,
    private readonly keep: number,
    subscribed: (after: bigint) => void,
  ) {
    near.on('data', (bytes: Buffer) => {
      if (this.request === undefined) {
        this.request = bytes;
        const after = beginsAfter(method, bytes);
        if (after !== undefined) subscribed(after);
      }
      if (!far.write(bytes)) {
        near.pause();
        far.once('drain', () => near.resume());
      }
    });
    near.on('end', () => far.end());
    near.on('cancelled', () => this.hangUp());
    near.on('error', () => this.hangUp());
    far.on('metadata', (metadata) => near.sendMetadata(metadata));
    far.on('data', (bytes: Buffer) => this.heard(bytes));
    far.on('error', () => undefined); // Its status says the same.
    let ending: StatusObject | undefined;
    far.on('status', (said) => (ending = said));
    // The status comes when the node has said all, `end` when all of it was heard: it may have had to wait for the client.
    far.on('end', () => this.finish(ending!));
  }

  /** Sends a message to the client; the node waits while the client does not take it. */
  pass(bytes: Buffer): void {
    if (this.over || this.silent) return;
    if (this.near.write(bytes) || this.far.isPaused()) return;
    this.far.pause();
    this.near.once('drain', () => this.far.resume());
  }

  /** Ends the call towards the client, with an error or, by OK, in good order. The node is told that nobody listens. */
  end(code: status): void {
    if (this.over) return;
    this.over = true;
    if (code === status.OK) this.near.end();
    else this.near.emit('error', { code, details: 'broken by the fault proxy' });
    this.far.cancel();
  }

  /** Nothing more comes to the client, and nobody tells it so. */
  fallSilent(): void {
    this.silent = true;
  }

  private heard(bytes: Buffer): void {
    if (this.over || this.silent) return;
    let read: Reply | undefined;
    const reply = (): Reply => (read ??= replyOf(this.method, bytes, this.request));
    if (this.keep > 0 && isFact(reply()) && this.facts.push(bytes) > this.keep) this.facts.shift();
    if (!this.judge(this, bytes, reply)) this.pass(bytes);
  }

  private finish({ code, details, metadata }: StatusObject): void {
    if (this.over || this.silent) return;
    this.over = true;
    if (code === status.OK) this.near.end(metadata);
    else this.near.emit('error', { code, details, metadata });
  }

  private hangUp(): void {
    this.over = true;
    this.far.cancel();
  }
}

const isFact = ({ kind, subscription, stream }: Reply): boolean =>
  kind === 'event' && subscription && !stream.startsWith('heartbeat-');
