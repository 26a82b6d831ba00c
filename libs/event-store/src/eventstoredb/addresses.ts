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
  // What the client would not know it prints, and the password with it.
  const settings = query.split('&').filter((setting) => KNOWN.has(nameOf(setting)));
  const timeout = Number(valueOf(settings.find(isTimeout)) ?? KEEP_ALIVE_TIMEOUT);
  const rest = timeout >= 0 ? settings.filter((setting) => !isTimeout(setting)) : settings;
  const search = [
    ...rest,
    ...(timeout >= 0
      ? [`keepAliveTimeout=${timeout + { appends: 0, reads: 1, subscriptions: 2 }[purpose]}`]
      : []),
  ].join('&');
  return search ? `${address.replace(/\/$/, '')}?${search}` : address;
}

/** Settings that the client knows and that do something, as it compares their names. */
const KNOWN = new Set(
  ['tls', 'tlsCAFile', 'userCertFile', 'userKeyFile', 'connectionName', 'defaultDeadline', 'nodePreference']
    .concat(['maxDiscoverAttempts', 'discoveryInterval', 'gossipTimeout', 'throwOnAppendFailure'])
    .concat(['keepAliveInterval', 'keepAliveTimeout'])
    .map((name) => name.toLowerCase()),
);
const nameOf = (setting: string): string =>
  setting.split('=', 1)[0]!.trim().toLowerCase().replace(/[_-]/g, '');
const valueOf = (setting: string | undefined): string | undefined => setting?.split('=').slice(1).join('=');
const isTimeout = (setting: string): boolean => nameOf(setting) === 'keepalivetimeout';
