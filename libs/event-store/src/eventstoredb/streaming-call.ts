import { StoreUnavailableError } from '../event-store.js';
import { cancel, type Call, type Connection, type Listener } from './connection.js';
import { isLoss, readFailure } from './errors.js';
import { heardFrom, type Heard } from './heard.js';

/** So much is asked for before somebody takes it. */
const AHEAD = 32;

/** Messages of a read that was left which are let pass unread: as many as a page has. */
export const LET_PASS = 1_024;

/** Times in a row that a read is asked for again when its connection was lost. */
const MOST_LOSSES = 2;

/** A silence is counted in so many parts: of the time that this very process stands still at most one counts. */
const PARTS = 10;

/** One read or subscription under way. Messages that nobody takes make the server wait. */
export class StreamingCall implements Listener {
  private heard: Heard[] = [];
  private call: Call | undefined;
  private resting = false;
  private over = false;
  private failure: Error | undefined;
  private leaving: { timer: NodeJS.Timeout; left: number } | undefined;
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

  /**
   * Who heard has heard enough. The little that may be left of the answer is let pass: a server counts the calls that
   * are cut off, and ends the connection, with all that is under way on it, when they are many (Node's after a
   * thousand, of which it forgives 33 a second; .NET's likewise). Cut off is only what does not end.
   * @param timeout milliseconds that it may still take
   */
  leave(timeout: number): void {
    const { call } = this;
    if (this.over || !call) return this.stop();
    this.over = true;
    this.heard = [];
    this.leaving = { left: LET_PASS, timer: setTimeout(() => cancel(call), timeout).unref() };
    if (this.resting) call.startRead();
  }

  message(bytes: Buffer): void {
    if (this.over) return this.pass();
    this.heard.push(heardFrom(bytes));
    this.resting = this.heard.length >= AHEAD;
    if (!this.resting) this.call?.startRead();
    this.wake();
  }

  private pass(): void {
    if (!this.leaving || !this.call) return;
    this.leaving.left -= 1;
    if (this.leaving.left > 0) this.call.startRead();
    else cancel(this.call);
  }

  ended(error?: Error): void {
    clearTimeout(this.leaving?.timer);
    if (this.over) return;
    this.over = true;
    this.failure = error;
    this.wake();
  }
}

/**
 * What one read hears, until its end or until the caller stops iterating. Nothing for a stream that does not exist.
 * A server that is silent for `timeout` ms fails the read; time that the caller takes does not count, nor time in which
 * this process stands still and hears nobody. A read whose connection was lost is asked for again: `request` is
 * called anew, and says where it goes on.
 * @param stream what is read: named where it is refused
 * @throws StoreUnavailableError, StreamDeletedError
 */
export async function* received(
  connection: Connection,
  request: () => Buffer,
  timeout: number,
  stream: string,
): AsyncGenerator<readonly Heard[], void, void> {
  for (let losses = 0; losses <= MOST_LOSSES; losses += 1) {
    try {
      for await (const heard of receivedOnce(connection, request(), timeout)) {
        losses = 0;
        yield heard;
      }
      return;
    } catch (error) {
      if (losses === MOST_LOSSES || !isLoss(error)) throw readFailure(error, stream);
    }
  }
}

async function* receivedOnce(
  connection: Connection,
  request: Buffer,
  timeout: number,
): AsyncGenerator<readonly Heard[], void, void> {
  const hearing = new StreamingCall(connection, request);
  let waiting = true;
  let silent = 0;
  const silence = setInterval(() => {
    silent += waiting ? 1 : 0;
    if (silent < PARTS) return;
    hearing.stop(new StoreUnavailableError(`the event store was silent for ${timeout} ms`));
  }, timeout / PARTS).unref();
  try {
    for (let heard = await hearing.next(); heard; heard = await hearing.next()) {
      waiting = false;
      yield heard;
      waiting = true;
      silent = 0;
    }
  } finally {
    clearInterval(silence);
    hearing.leave(timeout);
  }
}
