import type { ServerWritableStream } from '@grpc/grpc-js';
import type { Answer } from './answers.js';
import { type ReadRequest, type ReadResponse, messages } from './protocol.js';

/** So many bytes of answers are sent at once. One write is on its way, another is being filled. */
const FULL = 128 * 1024;

/** A Read call: its answers go out as fast as the reader takes them, several in a write, and end when it leaves. */
export class ReadingCall {
  /** The reader has gone or was sent away. */
  over = false;
  /** What the one that serves the call waits for. */
  private waiting?: () => void;
  private answers: Buffer[] = [];
  private size = 0;
  private writing = false;
  private taken?: () => void;

  constructor(private readonly call: ServerWritableStream<ReadRequest, readonly Buffer[]>) {
    const gone = (): void => this.leave();
    call.once('cancelled', gone).once('close', gone).on('error', gone);
  }

  /**
   * Takes an answer, which goes out with the next `flush` or with the end. Answers with a promise when enough
   * is gathered: wait for it before the next.
   */
  send(response: Answer): Promise<void> | undefined {
    if (typeof response === 'function') return response().then((message) => this.send(message));
    this.answers.push(response);
    this.size += response.length;
    return this.size < FULL ? undefined : this.flush();
  }

  /** Sends what was gathered, once the reader has taken what was sent before. */
  async flush(): Promise<void> {
    if (this.writing && this.answers.length > 0) {
      await this.until((taken) => {
        this.taken = taken;
        return () => (this.taken = undefined);
      });
    }
    this.write();
  }

  async say(response: ReadResponse): Promise<void> {
    await this.send(messages.readResponse.encode(response));
    await this.flush();
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
    this.write();
    if (!this.over) this.call.end();
  }

  fail(error: Error): void {
    this.write();
    if (!this.over) this.call.emit('error', error);
    this.leave();
  }

  private write(): void {
    const { answers } = this;
    this.answers = [];
    this.size = 0;
    if (this.over || answers.length === 0) return;
    this.writing = true;
    this.call.write(answers, () => {
      this.writing = false;
      this.taken?.();
    });
  }

  private leave(): void {
    this.over = true;
    this.waiting?.();
  }
}
