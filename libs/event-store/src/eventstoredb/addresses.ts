/** What the adapter talks to the store about; each on a connection of its own. */
export type Purpose = 'appends' | 'reads' | 'subscriptions';

/** The client's own; milliseconds. */
const KEEP_ALIVE_TIMEOUT = 10_000;

/**
 * The store's address for one purpose. A server takes 100 streams on a connection (EventStoreDB's HTTP server by
 * default), subscriptions hold theirs for ever and an append beyond it hangs without an error: so appends, reads and
 * subscriptions each get their own. Two clients are not enough for that: @grpc/grpc-js shares one connection between
 * all channels of equal options. A keep-alive time-out that differs by a millisecond keeps them apart.
 * @throws RangeError when it is no address of an event store; the message does not repeat it (it may hold a password).
 */
export function addressFor(url: string, purpose: Purpose): string {
  const [address = '', query = ''] = url.trim().split('?', 2);
  if (!/^esdb(\+discover)?:\/\/[^/]+\/?$/.test(address)) {
    throw new RangeError('an event store has an address like esdb://host:2113?tls=false');
  }
  const settings = new URLSearchParams(query);
  const given = [...settings.keys()].find(
    (key) => key.toLowerCase().replace(/[_-]/g, '') === 'keepalivetimeout',
  );
  const timeout = Number((given && settings.get(given)) ?? KEEP_ALIVE_TIMEOUT);
  if (timeout >= 0) {
    if (given) settings.delete(given);
    settings.set('keepAliveTimeout', String(timeout + { appends: 0, reads: 1, subscriptions: 2 }[purpose]));
  }
  const search = [...settings].map(([key, value]) => `${key}=${value}`).join('&');
  return search ? `${address.replace(/\/$/, '')}?${search}` : address;
}
