import { createHash, timingSafeEqual } from 'node:crypto';
import {
  type Metadata,
  type ServerInterceptor,
  ResponderBuilder,
  ServerInterceptingCall,
  ServerListenerBuilder,
  status,
} from '@grpc/grpc-js';
import { Failure } from '../failures.js';
import { type Access, USER } from './access.js';
import type { Refusals } from './refusals.js';

/**
 * What the client asks before it says who it is, with no credentials whatever it was given; EventStoreDB answers
 * these to everybody, too. They tell the version, the methods and the address that was called, and nothing of the data.
 */
const OPEN = [
  '/event_store.client.server_features.ServerFeatures/GetSupportedMethods',
  '/event_store.client.gossip.Gossip/Read',
];

/** Lets through the calls that carry the secret. The others end before a byte of what they ask is read. */
export function askingFor({ secret }: Pick<Access, 'secret'>, refusals: Refusals): ServerInterceptor {
  const right = digest(`${USER}:${secret}`);
  /** Undefined: let through. Whatever was said is compared as a hash of one length, in constant time. */
  const refusal = (path: string, metadata: Metadata): Failure | undefined => {
    const [said] = metadata.get('authorization');
    if (said === undefined) return OPEN.includes(path) ? undefined : denied();
    const [, encoded = ''] = /^basic +(\S+)$/i.exec(String(said)) ?? [];
    const given = digest(Buffer.from(encoded, 'base64').toString('utf8'));
    return timingSafeEqual(given, right) ? undefined : unauthenticated();
  };
  return ({ path }, call) => {
    const listener = new ServerListenerBuilder().withOnReceiveMetadata((metadata, next) => {
      const refused = refusal(path, metadata);
      if (!refused) return next(metadata);
      refusals.add(`${path.split('/').at(-1)}: ${refused.details}`, call.getPeer());
      call.sendStatus({ code: refused.code, details: refused.details, metadata: refused.metadata });
    });
    return new ServerInterceptingCall(
      call,
      new ResponderBuilder().withStart((next) => next(listener.build())).build(),
    );
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** As the server says it to nobody in particular, and to who says a wrong name or password. */
const denied = (): Failure =>
  new Failure(status.PERMISSION_DENIED, 'Access denied: the call carries no credentials', {
    exception: 'access-denied',
  });
const unauthenticated = (): Failure =>
  new Failure(status.UNAUTHENTICATED, 'Unauthenticated: wrong name or secret', {
    exception: 'access-denied',
  });
