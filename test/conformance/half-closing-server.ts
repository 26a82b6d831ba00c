import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import { AllStreamPosition } from '@eventstore/db-client/generated/shared_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import {
  BatchAppendResp,
  ReadResp,
  type BatchAppendReq,
  type ReadReq,
} from '@eventstore/db-client/generated/streams_pb';
import {
  Server,
  ServerCredentials,
  type sendUnaryData,
  type ServerDuplexStream,
  type ServerWritableStream,
} from '@grpc/grpc-js';

/** A server that stores nothing, and ends streams without an error as one may that is shut down in good order. */
export class HalfClosingServer {
  /** How many streams of appends it still ends instead of answering. */
  ends = 0;
  port = 0;
  /** Of each reading, whether it must be the leader who answers it. */
  readonly leaderAsked: boolean[] = [];
  private readonly server = new Server();

  async start(): Promise<this> {
    const notUsed = () => undefined;
    this.server.addService(ServerFeaturesService, {
      getSupportedMethods: (_: unknown, answer: sendUnaryData<SupportedMethods>) => answer(null, features()),
    });
    this.server.addService(StreamsService, {
      batchAppend: (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>) => this.takeAppends(call),
      read: (call: ServerWritableStream<ReadReq, ReadResp>) => {
        this.leaderAsked.push(call.metadata.get('requires-leader').includes('true'));
        call.write(new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation()));
        call.end();
      },
      append: notUsed,
      delete: notUsed,
      tombstone: notUsed,
    });
    this.port = await new Promise<number>((resolve, reject) => {
      this.server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) =>
        error ? reject(error) : resolve(port),
      );
    });
    return this;
  }

  stop(): void {
    this.server.forceShutdown();
  }

  private takeAppends(call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void {
    const ends = this.ends > 0;
    this.ends -= 1;
    call.on('data', (request: BatchAppendReq) => {
      if (ends) return call.end();
      const success = new BatchAppendResp.Success();
      success.setCurrentRevision('0');
      success.setPosition(new AllStreamPosition().setCommitPosition('7').setPreparePosition('7'));
      call.write(new BatchAppendResp().setCorrelationId(request.getCorrelationId()).setSuccess(success));
    });
    call.on('end', () => call.end());
    call.on('error', () => undefined);
  }
}

function features(): SupportedMethods {
  const batchAppend = new SupportedMethod();
  batchAppend.setServiceName('event_store.client.streams.streams').setMethodName('batchappend');
  return new SupportedMethods().setMethodsList([batchAppend]);
}
