import ipaddr from 'ipaddr.js';
import { Agent, buildConnector, request } from 'undici';

/** How long a receiver has: to connect, to answer, and to say the rest. */
const PATIENCE_MS = 5_000;
/** Of an answer only its status is of use: no more of it is read. */
const LARGEST_ANSWER = 16 * 1024;

/** What came of a post: the status of the answer, or why there was none. */
export type Posted = { status: number } | { failed: 'address-refused' | 'no-answer' };

export type Post = (url: string, headers: Record<string, string>, body: string) => Promise<Posted>;

class AddressRefusedError extends Error {}

/**
 * Posts to addresses of other people's choosing. It never reaches into one's own network: the address of the connected socket is
 * judged, whatever name led to it, before a byte of the request is sent; no redirect is followed.
 * @param allow addresses and networks that may be reached although they are one's own; plain http only to these
 */
export function guardedPost(allow: readonly string[]): { post: Post } {
  const connect = buildConnector({ timeout: PATIENCE_MS });
  const agent = new Agent({
    connect: (options, callback) =>
      connect(options, (error, socket) => {
        if (error) return callback(error, null);
        if (mayBeReached(socket.remoteAddress, options.protocol, allow)) return callback(null, socket);
        socket.destroy();
        callback(new AddressRefusedError('an address of the own network'), null);
      }),
    headersTimeout: PATIENCE_MS,
    bodyTimeout: PATIENCE_MS,
  });
  return {
    post: async (url, headers, body) => {
      try {
        const signal = AbortSignal.timeout(2 * PATIENCE_MS);
        const answer = await request(url, { method: 'POST', headers, body, dispatcher: agent, signal });
        await answer.body.dump({ limit: LARGEST_ANSWER, signal }).catch(() => undefined);
        return { status: answer.statusCode };
      } catch (error) {
        return { failed: error instanceof AddressRefusedError ? 'address-refused' : 'no-answer' };
      }
    },
  };
}

/** Whether it is an address of the public internet, or one that is allowed. */
export function mayBeReached(
  address: string | undefined,
  protocol: string | undefined,
  allow: readonly string[],
): boolean {
  if (address === undefined || !ipaddr.isValid(address)) return false;
  // An IPv4 address in IPv6 clothes is what it is within.
  const found = ipaddr.process(address);
  const allowed = allow.some((network) => {
    const [first, length] = ipaddr.parseCIDR(
      network.includes('/') ? network : `${network}/${bitsOf(network)}`,
    );
    return first.kind() === found.kind() && found.match(first, length);
  });
  return allowed || (protocol === 'https:' && found.range() === 'unicast');
}

const bitsOf = (address: string): number => (ipaddr.parse(address).kind() === 'ipv6' ? 128 : 32);
