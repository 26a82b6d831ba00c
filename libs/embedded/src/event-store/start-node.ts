import { type Server, ServerCredentials, logVerbosity, setLogVerbosity } from '@grpc/grpc-js';
import { CannotStart } from '../cannot-start.js';
import { EventLog } from './event-log.js';
import { unavailable } from './failures.js';
import type { NodeLog } from './node-log.js';
import { type LastingCalls, serve } from './server.js';

export interface EventStoreNodeOptions {
  /** The PostgreSQL database of the log: the node makes a schema of its own in it. */
  databaseUrl: string;
  host: string;
  /** 0 for a free one. */
  port: number;
  log?: NodeLog;
}

export interface EventStoreNode {
  port: number;
  /** Stores what was accepted, tells the clients and closes everything. */
  stop(): Promise<void>;
}

const QUIET: NodeLog = { info: () => undefined, warn: () => undefined };
/** How long clients have to close their connections before they are cut. */
const PARTING = 1_000;

/**
 * A node that speaks EventStoreDB's protocol to the unmodified client and keeps the events in PostgreSQL.
 * @throws CannotStart when the port is taken, the database cannot be reached or another node writes to it
 */
export async function startEventStoreNode(options: EventStoreNodeOptions): Promise<EventStoreNode> {
  const log = await EventLog.open(options.databaseUrl, options.log ?? QUIET).catch((error: Error) => {
    if (error instanceof CannotStart) throw error;
    throw new CannotStart(`The event store cannot use its database: ${error.message}`, 1);
  });
  const calls: LastingCalls = new Set();
  const server = serve(log, calls);
  try {
    return { port: await listen(server, options), stop: () => stop(log, server, calls) };
  } catch (error) {
    await log.close();
    throw error;
  }
}

function listen(server: Server, { host, port }: EventStoreNodeOptions): Promise<number> {
  setLogVerbosity(logVerbosity.NONE); // a port that is taken is said once, by us
  const address = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  return new Promise((resolve, reject) => {
    server.bindAsync(address, ServerCredentials.createInsecure(), (error, bound) => {
      if (error)
        reject(new CannotStart(`EVENTSTORE_PORT: ${host}:${port} cannot be listened on (${error.message})`));
      else resolve(bound);
    });
  });
}

async function stop(log: EventLog, server: Server, calls: LastingCalls): Promise<void> {
  await log.stopWriting();
  for (const call of calls) call.fail(unavailable('The event store is stopping'));
  const cut = setTimeout(() => server.forceShutdown(), PARTING);
  await new Promise<void>((resolve) => server.tryShutdown(() => resolve()));
  clearTimeout(cut);
  await log.close();
}
