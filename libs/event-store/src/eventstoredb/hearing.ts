import { StoreUnavailableError } from '../event-store.js';
import { cancel, type Call, type Connection, type Listener } from './connection.js';
import { readFailure } from './errors.js';
import { heardFrom, type Heard } from './heard.js';

/** So much is asked for before somebody takes it. */
const AHEAD = 32;

/** One read or subscription under way. Messages that nobody takes make the server wait. */
export class Hearing implements Listener {
  private heard: Heard[] = [];
  private call: Call | undefined;
  private resting = false;
  private over = false;
  private failure: Error | undefined;
  private wake: () => void = () => undefined;

  constructor(connection: Connection, request: Buffer) {
    connection.call('Read', this).then(
      (call) => {
        if (this.over) return cancel(call);
        this.call = call;
        call.sendMessageWithContext({}, request);
        call.halfClose();
        call.startRead();
      },
      (error: Error) => this.ended(error),
    );
  }

  /** Everything that came since, in order; undefined at the end. @throws what ended it before */
  async next(): Promise<readonly Heard[] | undefined> {
    while (this.heard.length === 0) {
      if (this.failure) throw this.failure;
      if (this.over) return undefined;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    const heard = this.heard;
    this.heard = [];
    if (this.resting) this.call?.startRead();
    this.resting = false;
    return heard;
  }

  /** Nothing is heard any more: the end, or the error if there is one. Only the first time counts. */
  stop(error?: Error): void {
    if (this.over) return;
    this.heard = [];
    this.ended(error);
    if (this.call) cancel(this.call);
  }

  message(bytes: Buffer): void {
    if (this.over) return;
    this.heard.push(heardFrom(bytes));
    this.resting = this.heard.length >= AHEAD;
    if (!this.resting) this.call?.startRead();
    this.wake();
  }

  ended(error?: Error): void {
    if (this.over) return;
    this.over = true;
    this.failure = error;
    this.wake();
  }
}

/**
 * What one read hears, until its end or until the caller stops iterating; then the server is told to stop, too.
 * Nothing for a stream that does not exist. A server that is silent for `timeout` ms fails the read; time that the
 * caller takes does not count.
 * @throws StoreUnavailableError, StreamDeletedError
 */
export async function* received(
  connection: Connection,
  request: Buffer,
  timeout: number,
): AsyncGenerator<readonly Heard[], void, void> {
  const hearing = new Hearing(connection, request);
  let waiting = true;
  const silence = setTimeout(() => {
    if (!waiting) silence.refresh();
    else hearing.stop(new StoreUnavailableError(`the event store was silent for ${timeout} ms`));
  }, timeout).unref();
  try {
    for (let heard = await hearing.next(); heard; heard = await hearing.next()) {
      waiting = false;
      yield heard;
      waiting = true;
      silence.refresh();
    }
  } catch (error) {
    throw readFailure(error);
  } finally {
    clearTimeout(silence);
    hearing.stop();
  }
}
