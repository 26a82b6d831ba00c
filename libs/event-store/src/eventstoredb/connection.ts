import { convertToCommandError, EventStoreDBClient } from '@eventstore/db-client';
import { Client, status, type ChannelInterface, type StatusObject } from '@grpc/grpc-js';
import { StoreUnavailableError } from '../event-store.js';
import type { ClientInternals } from './client-internals.js';
import { messageOf } from './errors.js';
import { allowNumbersAsServerNames } from './server-names.js';

/** A call under way: messages are sent and asked for one at a time. */
export type Call = ReturnType<ChannelInterface['createCall']>;

/** Who started a call hears its messages as bytes, then its end, once; with an error unless it ended well. */
export interface Listener {
  message(bytes: Buffer): void;
  ended(error?: Error): void;
}

const SERVICE = '/event_store.client.streams.Streams';

/**
 * The client for one purpose. It finds the server, holds the channel with its credentials and gives it up when it
 * must; calls go over that channel, but say and hear bytes that are coded here: the client's own way through
 * google-protobuf costs several times as much.
 */
export class Connection {
  readonly client: EventStoreDBClient;
  private readonly internals: ClientInternals;
  private readonly calls = new Map<Call, Listener>();
  private recovering: Promise<void> | undefined;
  private closed = false;

  /** @throws RangeError the address cannot be used; it is not repeated, for it may hold a password */
  constructor(address: string) {
    this.client = clientOf(address);
    this.internals = this.client as unknown as ClientInternals;
  }

  /** Starts a call without a deadline. @throws when there is no server to be found */
  async call(method: 'Read' | 'BatchAppend', listener: Listener): Promise<Call> {
    await this.recovering;
    const grpc = await this.internals.getGRPCClient(Client, method);
    if (this.closed) throw closed();
    const [metadata, { credentials }] = this.internals.callArguments(
      // A node that is the leader no longer would go on answering with what it had. Appends it forwards.
      { requiresLeader: method === 'Read' },
      { deadline: Infinity },
    );
    const call = grpc.getChannel().createCall(`${SERVICE}/${method}`, Infinity, null, null, null);
    if (credentials) call.setCredentials(credentials);
    this.calls.set(call, listener);
    call.start(metadata, {
      onReceiveMetadata: () => undefined,
      onReceiveMessage: (bytes: Buffer) => {
        try {
          listener.message(bytes);
        } catch (error) {
          call.cancelWithStatus(
            status.INTERNAL,
            `what the event store said was no answer: ${messageOf(error)}`,
          );
        }
      },
      onReceiveStatus: (outcome) => {
        this.calls.delete(call);
        if (outcome.code === status.OK) return listener.ended();
        const error = failureOf(outcome);
        this.recovering = this.internals.handleError(grpc, error).catch(() => undefined);
        listener.ended(convertToCommandError(error));
      },
    });
    return call;
  }

  /** Whether the server knows the method, and that feature of it; asked once a channel. */
  supports(method: 'BatchAppend', feature?: string): Promise<boolean> {
    return this.internals.supports({ path: `${SERVICE}/${method}` }, feature);
  }

  /**
   * Ends all calls and closes the channel: the client's `dispose` alone leaves the connection open, and waits for
   * ever for a stream that ended on the server while nobody read it.
   */
  async close(): Promise<void> {
    this.closed = true;
    for (const [call, listener] of this.calls) {
      listener.ended(closed());
      cancel(call);
    }
    for (const stream of this.internals.disposableStreams) stream.resume?.();
    await this.internals.dispose();
    try {
      const channel = await this.internals.getChannel();
      channel.close();
    } catch {
      // A cluster that cannot be found has no channel to close.
    }
  }
}

function clientOf(address: string): EventStoreDBClient {
  allowNumbersAsServerNames();
  try {
    return EventStoreDBClient.connectionString(address);
  } catch (error) {
    const what = /certificate/i.test(messageOf(error))
      ? messageOf(error)
      : 'it cannot be read: a name or password needs its special characters percent-encoded';
    // eslint-disable-next-line preserve-caught-error -- the client's own error holds the address
    throw new RangeError(`the event store's address: ${what}`);
  }
}

/** Tells the server, too. */
export const cancel = (call: Call): void => call.cancelWithStatus(status.CANCELLED, 'Cancelled on client');

const closed = (): Error => new StoreUnavailableError('the event store was closed');

/** As grpc-js says it where a stream of its own ends. */
function failureOf(outcome: StatusObject): Error {
  return Object.assign(new Error(`${outcome.code} ${status[outcome.code]}: ${outcome.details}`), outcome);
}
