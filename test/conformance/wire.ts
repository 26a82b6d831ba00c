import { randomUUID } from 'node:crypto';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb';
import {
  BatchAppendReq,
  ReadReq,
  type BatchAppendResp,
  type ReadResp,
} from '@eventstore/db-client/generated/streams_pb';
import { Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import type { CallOptions, Metadata, ServiceError } from '@grpc/grpc-js';
import { Timestamp } from 'google-protobuf/google/protobuf/timestamp_pb';
import type { Ways } from './ways.js';

interface Internals {
  getGRPCClient(type: typeof StreamsClient, name: string): Promise<StreamsClient>;
  callArguments(options: object, more: CallOptions): [Metadata, CallOptions];
}

/** Messages as they travel, over the client's own channel: for what the client never says itself. */
export class Wire {
  private readonly internals: Internals;

  constructor(client: Ways['client']) {
    this.internals = client as unknown as Internals;
  }

  /** Sends parts of appends over one call; answers once so many answers have come. */
  async batch(parts: readonly BatchAppendReq[], answers: number): Promise<BatchAppendResp.AsObject[]> {
    const client = await this.internals.getGRPCClient(StreamsClient, 'batchAppend');
    const call = client.batchAppend(...this.internals.callArguments({}, { deadline: Infinity }));
    const found: BatchAppendResp.AsObject[] = [];
    for (const part of parts) call.write(part);
    return new Promise((resolve, reject) => {
      call.on('error', reject);
      call.on('data', (answer: BatchAppendResp) => {
        if (found.push(answer.toObject()) < answers) return;
        resolve(found);
        call.removeAllListeners('error').on('error', () => undefined);
        call.cancel();
      });
    });
  }

  /** What a read answers until it ends, or until there are so many answers. */
  async read(request: ReadReq, most = Infinity): Promise<ReadResp[]> {
    const client = await this.internals.getGRPCClient(StreamsClient, 'read');
    const call = client.read(request, ...this.internals.callArguments({}, { deadline: Infinity }));
    const found: ReadResp[] = [];
    return new Promise((resolve, reject) => {
      call.on('error', reject).on('end', () => resolve(found));
      call.on('data', (answer: ReadResp) => {
        if (found.push(answer) < most) return;
        resolve(found);
        call.removeAllListeners('error').on('error', () => undefined);
        call.cancel();
      });
    });
  }
}

/** The status of a call that must fail. */
export const statusOf = (call: Promise<unknown>): Promise<number | undefined> =>
  call.then(
    () => undefined,
    (error: ServiceError) => error.code,
  );

export const named = (stream: string): StreamIdentifier => {
  const name = new StreamIdentifier();
  name.setStreamName(Buffer.from(stream).toString('base64'));
  return name;
};

export const textId = (id: string = randomUUID()): UUID => new UUID().setString(id);

/** The same id in two halves of 64 bits, as clients of other languages send it. */
export function halvesId(id: string): UUID {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  const halves = new UUID.Structured();
  halves.setMostSignificantBits(String(bytes.readBigInt64BE(0)));
  halves.setLeastSignificantBits(String(bytes.readBigInt64BE(8)));
  return new UUID().setStructured(halves);
}

export interface Part {
  stream?: string;
  /** `any`, `none` or a revision. */
  expected?: string;
  /** Milliseconds from now. */
  within?: number;
  correlation?: UUID;
  events?: readonly BatchAppendReq.ProposedMessage[];
  final?: boolean;
}

/** One part of an append; the first one names the stream. */
export function part({
  stream,
  expected = 'any',
  within,
  correlation = textId(),
  events = [],
  final = true,
}: Part) {
  const request = new BatchAppendReq().setCorrelationId(correlation).setIsFinal(final);
  request.setProposedMessagesList([...events]);
  if (stream === undefined) return request;
  const options = new BatchAppendReq.Options().setStreamIdentifier(named(stream));
  if (expected === 'any') options.setAny(new Empty());
  else if (expected === 'none') options.setNoStream(new Empty());
  else options.setStreamPosition(expected);
  if (within !== undefined) options.setDeadline(Timestamp.fromDate(new Date(Date.now() + within)));
  return request.setOptions(options);
}

export function proposed(
  id: UUID = textId(),
  properties: Record<string, string> = { type: 'Noted', 'content-type': 'application/json' },
  data = '{}',
): BatchAppendReq.ProposedMessage {
  const message = new BatchAppendReq.ProposedMessage().setId(id);
  message.setData(Buffer.from(data).toString('base64'));
  for (const [name, value] of Object.entries(properties)) message.getMetadataMap().set(name, value);
  return message;
}

/** A read of a stream from one of its ends, ids as texts unless it is said otherwise. */
export function readOf(
  stream: string,
  change: (options: ReadReq.Options) => void = () => undefined,
): ReadReq {
  const options = new ReadReq.Options();
  const from = new ReadReq.Options.StreamOptions().setStreamIdentifier(named(stream)).setStart(new Empty());
  options.setStream(from).setCount('100').setNoFilter(new Empty());
  options.setUuidOption(new ReadReq.Options.UUIDOption().setString(new Empty()));
  change(options);
  return new ReadReq().setOptions(options);
}
