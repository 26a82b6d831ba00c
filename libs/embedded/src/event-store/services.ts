import type { MethodDefinition } from '@grpc/grpc-js';
import { Frames } from './frames.js';
import { type Codec, type Methods, messages } from './protocol.js';

/** What goes out on these calls is encoded by who makes it, and goes in one write if there are several. */
const READY: Codec<readonly Buffer[]> = {
  encode: (answers) => new Frames(answers) as unknown as Buffer,
  decode: (bytes) => [bytes],
};

const STREAMS = 'event_store.client.streams.Streams';
const FEATURES = 'event_store.client.server_features.ServerFeatures';
const GOSSIP = 'event_store.client.gossip.Gossip';

export const streamsService = {
  read: method(STREAMS, 'Read', messages.readRequest, READY, { answers: true }),
  append: method(STREAMS, 'Append', messages.appendRequest, messages.appendResponse, { requests: true }),
  batchAppend: method(STREAMS, 'BatchAppend', messages.batchRequest, READY, {
    requests: true,
    answers: true,
  }),
  delete: method(STREAMS, 'Delete', messages.deleteRequest, messages.deleteResponse),
  tombstone: method(STREAMS, 'Tombstone', messages.deleteRequest, messages.deleteResponse),
};

export const featuresService = {
  getSupportedMethods: method(FEATURES, 'GetSupportedMethods', messages.empty, messages.methods),
};

export const gossipService = { read: method(GOSSIP, 'Read', messages.empty, messages.members) };

/** That an append to a stream of facts that was deleted or cut is refused, not taken for a new beginning. */
const CLOSES_STREAMS = 'closes-streams';

/** What clients are told that the node can do, in lower case as they compare it. */
export function supportedBy({ closesStreams }: { closesStreams: boolean }): Methods {
  const features: Record<string, string[]> = {
    read: ['position', 'stream', 'all'],
    batchappend: closesStreams ? [CLOSES_STREAMS] : [],
  };
  return {
    version: '24.6.0-quittance',
    methods: Object.values({ ...streamsService, ...featuresService }).map(({ path }) => {
      const [, service = '', name = ''] = path.toLowerCase().split('/');
      return { service, name, features: features[name] ?? [] };
    }),
  };
}

function method<Request, Answer>(
  service: string,
  name: string,
  request: Codec<Request>,
  answer: Codec<Answer>,
  streams: { requests?: boolean; answers?: boolean } = {},
): MethodDefinition<Request, Answer> {
  return {
    path: `/${service}/${name}`,
    requestStream: streams.requests ?? false,
    responseStream: streams.answers ?? false,
    requestSerialize: request.encode,
    requestDeserialize: request.decode,
    responseSerialize: answer.encode,
    responseDeserialize: answer.decode,
  };
}
