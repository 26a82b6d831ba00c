import type { Duplex } from 'node:stream';
import {
  EventStoreDBClient,
  type AppendResult,
  type EventData,
  type ExpectedRevision,
} from '@eventstore/db-client';
import { closeClient, type ClientInternals } from './client-internals.js';

type Reject = (cause: Error) => void;

/** Lines of this process on which an append waits: they share one register in the client. */
const busy = new Set<AppendLine>();

/**
 * One client used for appends only, with three defects of @eventstore/db-client 6.2.1 cured on its shared stream
 * (all appends of a client go over one duplex stream, each answered by its correlation id):
 * - a transport error on any client's stream rejects the waiting appends of every client in the process, and a reply
 *   to one so rejected then throws out of the stream and ends the process: here an error reaches this line's alone;
 * - writes waiting for back-pressure at that moment end as unhandled rejections, which end the process: here none
 *   waits (what is under way is bounded by what callers hold anyway);
 * - a stream that the server closes without an error is kept, and all later appends hang: here it is let go.
 */
export class AppendLine {
  private readonly client: EventStoreDBClient;
  private readonly waiting = new Set<Reject>();
  private drained: () => void = () => undefined;

  constructor(address: string) {
    this.client = EventStoreDBClient.connectionString(address);
    const internals = this.client as unknown as ClientInternals<Duplex>;
    const create = internals.GRPCStreamCreator;
    internals.GRPCStreamCreator = (type, name, creator, cache) =>
      create(type, name, async (grpc) => this.guard(await creator(grpc)), cache);
  }

  /** Rejects with what the client says, when the line is lost, and after `timeout` ms: the client has no timer. */
  send(
    stream: string,
    events: EventData[],
    expected: ExpectedRevision,
    timeout: number,
  ): Promise<AppendResult> {
    return new Promise<AppendResult>((resolve, fail) => {
      const settled = () => {
        clearTimeout(timer);
        this.waiting.delete(reject);
        if (this.waiting.size > 0) return;
        busy.delete(this);
        this.drained();
      };
      const reject: Reject = (cause) => {
        settled();
        fail(cause);
      };
      const timer = setTimeout(() => reject(new Error(`no answer to the append in ${timeout} ms`)), timeout);
      this.waiting.add(reject);
      busy.add(this);
      this.client
        .appendToStream(stream, events, { expectedRevision: expected, deadline: timeout })
        .then((result) => {
          settled();
          resolve(result);
        }, reject);
    });
  }

  /** Closes once nothing waits any more; nothing may be sent after this. */
  async retire(): Promise<void> {
    if (this.waiting.size > 0) await new Promise<void>((resolve) => (this.drained = resolve));
    await closeClient(this.client);
  }

  /** Closes now: what waits is rejected. */
  async close(): Promise<void> {
    this.lose(new Error('the event store was closed'));
    await closeClient(this.client);
  }

  private guard(stream: Duplex): Duplex {
    const onReply = stream.listeners('data').at(-1) as (reply: unknown) => void;
    const onError = stream.listeners('error').at(-1) as Reject;
    stream.removeListener('data', onReply).removeListener('error', onError);
    stream.on('data', (reply) => {
      try {
        onReply(reply);
      } catch {
        // A reply to an append that the client has given up: it was answered as unknown.
      }
    });
    stream.on('error', (error) => {
      this.lose(error);
      // This empties the client's register, of every line: only when it holds nothing that another waits for.
      if (busy.size === 0) onError(error);
    });
    stream.on('end', () => {
      stream.end();
      this.lose(new Error('the event store closed the stream of appends'));
    });
    const write = stream.write.bind(stream) as (chunk: unknown) => boolean;
    stream.write = (chunk: unknown) => {
      write(chunk);
      return true;
    };
    return stream;
  }

  private lose(cause: Error): void {
    for (const reject of [...this.waiting]) reject(cause);
  }
}
