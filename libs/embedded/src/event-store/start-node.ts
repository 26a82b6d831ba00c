import { type Server, ServerCredentials, logVerbosity, setLogVerbosity } from '@grpc/grpc-js';
import type { Http2SecureServer } from 'node:http2';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { CannotStart } from '../cannot-start.js';
import type { Access } from './access/access.js';
import { askingFor } from './access/credentials.js';
import { Refusals } from './access/refusals.js';
import { EventLog, type LogRules } from './event-log.js';
import { unavailable } from './failures.js';
import type { NodeLog } from './node-log.js';
import { SIGNS_OF_LIFE } from './protection.js';
import { type LastingCalls, serve } from './server.js';

/** What is left out is what an installation wants: only signs of life may go, and a write takes 2 s at most, as on the real server. */
export interface EventStoreNodeOptions extends Partial<LogRules> {
  /** The PostgreSQL database of the log: the node makes a schema of its own in it. */
  databaseUrl: string;
  host: string;
  /** 0 for a free one. */
  port: number;
  /**
   * TLS, and the secret asked for on every call. `plaintext`: neither; whoever reaches the port may do everything. For
   * tests and measurements, and never what an installation starts.
   */
  access: Access | 'plaintext';
  log?: NodeLog;
}

export interface EventStoreNode {
  port: number;
  /** Stores what was accepted, tells the clients and closes everything. */
  stop(): Promise<void>;
}

const QUIET: NodeLog = { info: () => undefined, warn: () => undefined };
/** The real server's own. */
const WRITE_LIMIT = 2_000;
/** How long clients have to close their connections before they are cut. */
const PARTING = 700;

/**
 * A node that speaks EventStoreDB's protocol to the unmodified client and keeps the events in PostgreSQL.
 * @throws CannotStart when the port is taken, the database cannot be reached or another node writes to it
 */
export async function startEventStoreNode(options: EventStoreNodeOptions): Promise<EventStoreNode> {
  const {
    access,
    databaseUrl,
    log: said = QUIET,
    erasable = SIGNS_OF_LIFE,
    writeLimit = WRITE_LIMIT,
  } = options;
  const log = await EventLog.open(databaseUrl, said, { erasable, writeLimit }).catch((error: Error) => {
    if (error instanceof CannotStart) throw error;
    throw new CannotStart(`The event store cannot use its database: ${error.message}`, 1);
  });
  const calls: LastingCalls = new Set();
  const doorkeepers = access === 'plaintext' ? [] : [askingFor(access, new Refusals(said))];
  const server = serve(log, calls, doorkeepers);
  try {
    const port = await listen(server, options);
    sayWhoIsNoClient(server, new Refusals(said));
    const sockets = connectionsOf(server);
    return { port, stop: () => stop(log, server, calls, sockets) };
  } catch (error) {
    await log.close();
    throw error;
  }
}

function listen(server: Server, { host, port, access }: EventStoreNodeOptions): Promise<number> {
  setLogVerbosity(logVerbosity.NONE); // a port that is taken is said once, by us
  const address = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  return new Promise((resolve, reject) => {
    server.bindAsync(address, credentialsOf(access), (error, bound) => {
      if (error)
        reject(new CannotStart(`EVENTSTORE_PORT: ${host}:${port} cannot be listened on (${error.message})`));
      else resolve(bound);
    });
  });
}

function credentialsOf(access: EventStoreNodeOptions['access']): ServerCredentials {
  if (access === 'plaintext') return ServerCredentials.createInsecure();
  const [certificate, key] = [access.certificate, access.key].map((pem) => Buffer.from(pem));
  return ServerCredentials.createSsl(null, [{ cert_chain: certificate!, private_key: key! }]);
}

/** The library keeps its listening servers to itself. */
const listenersOf = (server: Server): Http2SecureServer[] => [
  ...(server as unknown as { http2Servers: Map<Http2SecureServer, unknown> }).http2Servers.keys(),
];

/** Callers without TLS never get as far as a call. */
function sayWhoIsNoClient(server: Server, refusals: Refusals): void {
  for (const listener of listenersOf(server)) {
    listener.on('tlsClientError', ({ code }: NodeJS.ErrnoException, { remoteAddress }: TLSSocket) =>
      refusals.add(`no TLS connection (${code ?? 'unknown'})`, remoteAddress ?? 'a caller'),
    );
  }
}

/** All that is connected, to be cut: a session asked to close waits for its client, even when it is destroyed. */
function connectionsOf(server: Server): Set<Socket> {
  const sockets = new Set<Socket>();
  for (const listener of listenersOf(server)) {
    listener.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
  }
  return sockets;
}

async function stop(log: EventLog, server: Server, calls: LastingCalls, sockets: Set<Socket>): Promise<void> {
  await log.stopWriting();
  for (const call of calls) call.fail(unavailable('The event store is stopping'));
  const cut = setTimeout(() => {
    server.forceShutdown();
    for (const socket of sockets) socket.destroy();
  }, PARTING);
  await new Promise<void>((resolve) => server.tryShutdown(() => resolve()));
  clearTimeout(cut);
  await log.close();
}
