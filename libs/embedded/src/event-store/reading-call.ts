import type { ServerWritableStream } from '@grpc/grpc-js';
import { type ReadRequest, type ReadResponse, messages } from './protocol.js';

/** A Read call: its answers go out as fast as the reader takes them, and end when it leaves. */
export class ReadingCall {
  /** The reader has gone or was sent away. */
  over = false;
  /** What the one that serves the call waits for. */
  private waiting?: () => void;

  constructor(private readonly call: ServerWritableStream<ReadRequest, Buffer>) {
    const gone = (): void => this.leave();
    call.once('cancelled', gone).once('close', gone).on('error', gone);
  }

  /** Sends an encoded answer. Answers with a promise when the reader is behind: wait for it before the next. */
  send(response: Buffer): Promise<void> | undefined {
    if (this.over || this.call.write(response)) return undefined;
    return this.until((drained) => {
      this.call.once('drain', drained);
      return () => this.call.removeListener('drain', drained);
    });
  }

  async say(response: ReadResponse): Promise<void> {
    await this.send(messages.readResponse.encode(response));
  }

  /** Waits for what `start` begins to listen to, or for the reader to leave; then stops listening. */
  async until(start: (ready: () => void) => () => void): Promise<void> {
    if (this.over) return;
    let stop: (() => void) | undefined;
    await new Promise<void>((resolve) => {
      this.waiting = resolve;
      stop = start(resolve);
    });
    stop?.();
  }

  end(): void {
    if (!this.over) this.call.end();
  }

  fail(error: Error): void {
    if (!this.over) this.call.emit('error', error);
    this.leave();
  }

  private leave(): void {
    this.over = true;
    this.waiting?.();
  }
}
