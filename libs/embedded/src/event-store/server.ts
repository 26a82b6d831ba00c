import { randomUUID } from 'node:crypto';
import {
  Server,
  type ServerDuplexStream,
  type ServerInterceptor,
  type ServerReadableStream,
  type ServerUnaryCall,
  type ServerWritableStream,
  type sendUnaryData,
} from '@grpc/grpc-js';
import { BatchAppend } from './batch-append.js';
import type { EventLog } from './event-log.js';
import { Failure, badRequest, unavailable } from './failures.js';
import { BadProposal } from './proposals.js';
import type {
  AppendRequest,
  AppendResponse,
  BatchRequest,
  DeleteRequest,
  DeleteResponse,
  Members,
  Methods,
  ReadRequest,
} from './protocol.js';
import { ReadingCall } from './reading-call.js';
import { readAll, readStream } from './reads.js';
import { featuresService, gossipService, streamsService, supportedBy } from './services.js';
import { subscribe } from './subscriptions.js';
import { append, remove } from './writes.js';

/** The calls that last: they are told when the node stops. */
export type LastingCalls = Set<{ fail(error: Error): void }>;
type Deletion = ServerUnaryCall<DeleteRequest, DeleteResponse>;

/** The server's own number for a node that leads. */
const LEADER = 8;

/**
 * The gRPC server in front of a log, with the limits of the real one. Its book-keeping (channelz) stays on: without it
 * the library forgets its connections, and cannot cut those of clients that do not answer.
 * @param doorkeepers see every call before it is read
 */
export function serve(log: EventLog, lasting: LastingCalls, doorkeepers: ServerInterceptor[]): Server {
  const server = new Server({
    interceptors: doorkeepers,
    'grpc.max_concurrent_streams': 100,
    'grpc.max_receive_message_length': 17 * 1024 * 1024,
    'grpc.max_send_message_length': -1,
    'grpc.keepalive_time_ms': 10_000,
    'grpc.keepalive_timeout_ms': 10_000,
  });
  server.addService(streamsService, {
    read: (call: ServerWritableStream<ReadRequest, readonly Buffer[]>) => void read(call, log, lasting),
    batchAppend(call: ServerDuplexStream<BatchRequest, readonly Buffer[]>) {
      const appends = new BatchAppend(call, log);
      lasting.add(appends);
      call.once('close', () => lasting.delete(appends));
    },
    append: (
      call: ServerReadableStream<AppendRequest, AppendResponse>,
      answer: sendUnaryData<AppendResponse>,
    ) => void reply(append(call, log), answer),
    delete: (call: Deletion, answer: sendUnaryData<DeleteResponse>) =>
      void reply(remove('delete', call.request.target, call.getDeadline(), log), answer),
    tombstone: (call: Deletion, answer: sendUnaryData<DeleteResponse>) =>
      void reply(remove('tombstone', call.request.target, call.getDeadline(), log), answer),
  });
  server.addService(featuresService, {
    getSupportedMethods: (_call: unknown, answer: sendUnaryData<Methods>) => answer(null, supportedBy(log)),
  });
  const id = randomUUID();
  server.addService(gossipService, {
    read: (call: ServerUnaryCall<object, Members>, answer: sendUnaryData<Members>) =>
      answer(null, alone(id, call.getHost())),
  });
  return server;
}

async function read(
  call: ServerWritableStream<ReadRequest, readonly Buffer[]>,
  log: EventLog,
  lasting: LastingCalls,
): Promise<void> {
  const reading = new ReadingCall(call);
  lasting.add(reading);
  try {
    const { options } = call.request;
    if (!options?.stream && !options?.all) throw badRequest('The read names neither a stream nor $all.');
    if (options.amount === 'subscription') await subscribe(reading, log, options);
    else if (options.stream) await readStream(reading, log, options);
    else await readAll(reading, log, options);
    reading.end();
  } catch (error) {
    reading.fail(failure(error));
  } finally {
    lasting.delete(reading);
  }
}

async function reply<Answer>(result: Promise<Answer>, answer: sendUnaryData<Answer>): Promise<void> {
  await result.then(
    (value) => answer(null, value),
    (error: unknown) => answer(failure(error)),
  );
}

/** What is not known to be anyone's fault is the database's, and passes. */
function failure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof BadProposal) return badRequest(error.message);
  return unavailable(`The event store cannot read its database: ${(error as Error).message}`);
}

/** The whole cluster: this node, at the address by which the client has found it. */
function alone(id: string, authority: string): Members {
  const { hostname, port } = new URL(`http://${authority}`);
  const address = { address: hostname, port: Number(port || 80) };
  return { members: [{ id: { text: id }, time: Date.now(), state: LEADER, alive: true, address }] };
}
