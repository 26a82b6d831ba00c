import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import { AccessDenied } from '@eventstore/db-client/generated/shared_pb';
import { Status } from '@eventstore/db-client/generated/status_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import {
  BatchAppendResp,
  type BatchAppendReq,
  type ReadReq,
} from '@eventstore/db-client/generated/streams_pb';
import { connectEventStore, type EventStore } from '@quittance/event-store';
import {
  Metadata,
  Server,
  ServerCredentials,
  status,
  type sendUnaryData,
  type ServerDuplexStream,
  type ServerWritableStream,
} from '@grpc/grpc-js';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { story } from '../support/story.js';

// A server whose account has no rights, as EventStoreDB 20.6 to 24.10 answer it: a status, a trailer, and no more.

let server: Server;
let store: EventStore;
/** What the server refuses to read; an account that it does not know: everything. */
let refused: (stream: string) => boolean;
let code: status.PERMISSION_DENIED | status.UNAUTHENTICATED;

beforeAll(async () => {
  server = new Server();
  server.addService(ServerFeaturesService, {
    getSupportedMethods: (_: unknown, answer: sendUnaryData<SupportedMethods>) => answer(null, features()),
  });
  const notUsed = () => undefined;
  server.addService(StreamsService, {
    read: (call: ServerWritableStream<ReadReq, unknown>) => {
      if (!refused(streamOf(call.request))) return call.end();
      const metadata = new Metadata();
      if (code === status.PERMISSION_DENIED) metadata.set('exception', 'access-denied');
      call.emit('error', { code, details: 'Access Denied', metadata });
    },
    batchAppend: (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>) => {
      call.on('data', (request: BatchAppendReq) => {
        if (!request.getIsFinal()) return;
        const detail = new Any();
        detail.pack(new AccessDenied().serializeBinary(), 'event_store.client.AccessDenied');
        const error = new Status().setMessage('Access Denied').setDetails(detail);
        const answer = new BatchAppendResp().setCorrelationId(request.getCorrelationId()).setError(error);
        call.write(answer.setStreamIdentifier(request.getOptions()?.getStreamIdentifier()));
      });
      call.on('end', () => call.end());
      call.on('error', () => undefined);
    },
    append: notUsed,
    delete: notUsed,
    tombstone: notUsed,
  });
  const port = await new Promise<number>((resolve, reject) => {
    const credentials = ServerCredentials.createInsecure();
    server.bindAsync('127.0.0.1:0', credentials, (error, bound) => (error ? reject(error) : resolve(bound)));
  });
  store = connectEventStore(`esdb://127.0.0.1:${port}?tls=false`);
});
afterAll(async () => {
  await store?.close();
  server?.forceShutdown();
});

function features(): SupportedMethods {
  const batchAppend = new SupportedMethod();
  batchAppend.setServiceName('event_store.client.streams.streams').setMethodName('batchappend');
  return new SupportedMethods().setMethodsList([batchAppend]);
}

function streamOf(request: ReadReq): string {
  const stream = request.getOptions()?.getStream()?.getStreamIdentifier()?.getStreamName_asU8();
  return stream ? Buffer.from(stream).toString('utf8') : '$all';
}

async function said(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return 'done';
  } catch (error) {
    return (error as Error).message;
  }
}

const subscribed = (): Promise<unknown> =>
  new Promise((_resolve, reject) => {
    const ended = (error?: Error): void => reject(error ?? new Error('it ended'));
    store.subscribe(['invoice-'], undefined, { fact: () => undefined, ended });
  });
const append = () => store.append('invoice-1', 'none', [{ id: ID, type: 'T', data: {}, metadata: {} }]);
const readOne = async () => {
  for await (const fact of store.read('invoice-1')) return fact;
  return undefined;
};
const ID = '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c';
const line = (right: string): string =>
  `the event store denies access: its account may not ${right} in the ACL; docs/operations.md, An ordinary account): `;

describe('an account without rights', () => {
  story(
    'mended-doors',
    'D4',
    'A refusal of the event store names the right that the account lacks',
    async (show) => {
      code = status.PERMISSION_DENIED;
      refused = (stream) => !stream.startsWith('$$');
      const got = [
        await said(() => store.end()),
        await said(subscribed),
        await said(readOne),
        await said(append),
      ];
      show({
        input: ['the end of $all', 'a subscription', 'a stream', 'an append'],
        right: ['read $all ($r', 'read $all ($r', 'read invoice-1 ($r', 'write invoice-1 ($w'].map(
          (right) => expect.stringContaining(line(right)) as string,
        ),
        got,
      });
    },
  );

  it('or that is not known is told to look at user and password', async () => {
    code = status.UNAUTHENTICATED;
    refused = () => true;
    expect(await said(() => store.end())).toContain('does not know the account (user and password');
  });
});
