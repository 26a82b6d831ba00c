import type { ServerWritableStream } from '@grpc/grpc-js';
import { type ReadRequest, type ReadResponse, messages } from './protocol.js';

/** A Read call: its answers go out as fast as the reader takes them, and end when it leaves. */
export class ReadingCall {
  private readonly controller = new AbortController();

  constructor(private readonly call: ServerWritableStream<ReadRequest, Buffer>) {
    const gone = (): void => this.controller.abort();
    call.once('cancelled', gone).once('close', gone).on('error', gone);
  }

  /** Aborted when the reader has gone or was told to. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  get over(): boolean {
    return this.signal.aborted;
  }

  /** Sends an encoded answer; the sender waits while the reader is behind. */
  async send(response: Buffer): Promise<void> {
    if (this.over || this.call.write(response)) return;
    await new Promise<void>((resolve) => {
      const go = (): void => {
        this.call.removeListener('drain', go);
        this.signal.removeEventListener('abort', go);
        resolve();
      };
      this.call.once('drain', go);
      this.signal.addEventListener('abort', go);
    });
  }

  say(response: ReadResponse): Promise<void> {
    return this.send(messages.readResponse.encode(response));
  }

  end(): void {
    if (!this.over) this.call.end();
  }

  fail(error: Error): void {
    if (!this.over) this.call.emit('error', error);
    this.controller.abort();
  }
}
