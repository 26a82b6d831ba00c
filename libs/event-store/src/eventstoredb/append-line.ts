import { randomUUID } from 'node:crypto';
import type { StorableFact } from '../append-size.js';
import type { AppendResult, ExpectedRevision } from '../event-store.js';
import { appendAlone } from './append-alone.js';
import { answerFrom, batchAppend, type Answer } from './batch-append.js';
import { Connection, type Call } from './connection.js';
import { outcomeOf } from './errors.js';

type Settle = (outcome: Answer['outcome']) => void;

/**
 * One connection used for appends only. They all go over one call, each answered by its id. What becomes of the call
 * (an error, an end) becomes of all that wait on it, and of nothing else; the next append begins a new one.
 */
export class AppendLine {
  private readonly connection: Connection;
  private readonly waiting = new Map<string, Settle>();
  private calling: Promise<Way> | undefined;
  private drained: () => void = () => undefined;
  /** Ids are the line's own and the number of the append. */
  private readonly prefix = randomUUID().slice(0, 24);
  private sent = 0;

  /** @param mustBeWhole looks whether a stream was deleted or cut: for servers that would append to it all the same */
  constructor(
    address: string,
    private readonly mustBeWhole: (stream: string) => Promise<void>,
  ) {
    this.connection = new Connection(address);
  }

  /**
   * `unknown` when the line is lost, and after `timeout` ms without an answer.
   * @throws StreamDeletedError, FactTooLargeError; StoreUnavailableError when access is denied
   */
  send(
    stream: string,
    facts: readonly StorableFact[],
    expected: ExpectedRevision,
    timeout: number,
  ): Promise<AppendResult> {
    return new Promise((resolve, fail) => {
      const id = this.prefix + (this.sent += 1).toString(16).padStart(12, '0');
      const append = { id, stream, expected, facts, deadline: Date.now() + timeout, timeout };
      const settle: Settle = (outcome) => {
        clearTimeout(timer);
        this.waiting.delete(id);
        if (this.waiting.size === 0) this.drained();
        if (outcome instanceof Error) fail(outcome);
        else resolve(outcome);
      };
      const timer = setTimeout(() => settle(unknown(`no answer to the append in ${timeout} ms`)), timeout);
      this.waiting.set(id, settle);
      this.calling ??= this.begin();
      this.calling
        .then(async ({ call, closesStreams }) => {
          if (!closesStreams) await this.mustBeWhole(stream);
          if (!this.waiting.has(id)) return; // Given up meanwhile.
          if (call) batchAppend(append).forEach((message) => call.send(message));
          else return appendAlone(this.connection.client, append, timeout).then(settle);
        })
        .catch((error: unknown) => settle(outcomeOf(error, stream)));
    });
  }

  /** Closes once nothing waits any more; nothing may be sent after this. */
  async retire(): Promise<void> {
    if (this.waiting.size > 0) await new Promise<void>((resolve) => (this.drained = resolve));
    await this.connection.close();
  }

  /** Closes now: what waits is unknown. */
  async close(): Promise<void> {
    this.lose(new Error('the event store was closed'));
    await this.connection.close();
  }

  private async begin(): Promise<Way> {
    try {
      if (!(await this.connection.supports('BatchAppend'))) return { closesStreams: false };
      const closesStreams = await this.connection.supports('BatchAppend', 'closes-streams');
      const call: Call = await this.connection.call('BatchAppend', {
        message: (bytes) => {
          const { id, outcome } = answerFrom(bytes);
          this.waiting.get(id)?.(outcome); // Not there any more: it was given up as unknown.
          call.startRead();
        },
        ended: (error) => this.lose(error ?? new Error('the event store closed the stream of appends')),
      });
      call.startRead();
      return { call: new Sending(call), closesStreams };
    } catch (error) {
      this.calling = undefined;
      throw error;
    }
  }

  private lose(cause: Error): void {
    this.calling = undefined;
    for (const settle of [...this.waiting.values()]) settle(outcomeOf(cause));
  }
}

/** How appends go to the server. */
interface Way {
  /** For all of them; none with a server from before there were such calls. */
  call?: Sending;
  /** Whether the server refuses to append to a stream that was deleted or cut. */
  closesStreams: boolean;
}

/** Sends messages in order: grpc-js takes the next one only when it has taken the one before. */
class Sending {
  private readonly queue: Buffer[] = [];
  private busy = false;

  constructor(private readonly call: Call) {}

  send(message: Buffer): void {
    this.queue.push(message);
    if (!this.busy) this.next();
  }

  private readonly next = (): void => {
    const message = this.queue.shift();
    this.busy = message !== undefined;
    if (message) this.call.sendMessageWithContext({ callback: this.next }, message);
  };
}

const unknown = (why: string): AppendResult => ({ result: 'unknown', cause: new Error(why) });
