import {
  CommandHandler,
  type CommandHandlerParts,
  CommandMessage,
  type EventStore,
  IdempotencyGuard,
  type RecordedFact,
  routesOf,
  Vault,
  verifyChain,
} from '@quittance/event-store';
import { type Decider, entityClock, factsOf, Rejection } from '@quittance/kernel';
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';

// A small trade to try the command handler on: jars that coins are put into and taken out of.

export class OpenJar extends CommandMessage {
  jar!: string;
  /** Personal. */
  label?: string;
}

export class PutCoins extends CommandMessage {
  jar!: string;
  coins!: number;
}

interface JarFacts {
  JarOpened: { jar: string; personal?: { subject: string; label: string } };
  CoinsPut: { coins: number; total: number };
}

/** More does not go in. */
export const ROOM = 1_000;

const fact = factsOf<JarFacts>();

export const jarDecider: Decider<
  { OpenJar: OpenJar; PutCoins: PutCoins },
  { total: number } | null,
  JarFacts,
  { OpenJar: undefined; PutCoins: undefined }
> = {
  category: 'jar',
  initial: null,
  decide: {
    OpenJar({ jar, label }, state, { stream }) {
      if (state) throw Rejection.conflict('jar-taken', 'There is one.');
      return [fact('JarOpened', { jar, personal: label ? { subject: stream, label } : undefined })];
    },
    PutCoins({ jar, coins }, state) {
      if (!state) throw Rejection.notFound('jar-not-found', jar);
      const total = state.total + coins;
      if (total > ROOM) throw Rejection.conflict('jar-full', 'No room.');
      return coins === 0 ? [] : [fact('CoinsPut', { coins, total })];
    },
  },
  evolve: {
    JarOpened: () => ({ total: 0 }),
    CoinsPut: (_jar, { total }) => ({ total }),
  },
};

export const JAR_ROUTES = routesOf(jarDecider, {
  OpenJar: {
    command: OpenJar,
    // A jar without a name of its own is named by the actor's key; formerly by the key alone.
    stream: ({ jar, context: { actor, key } }) => `jar-${jar || `${actor.id} ${key}`}`,
    formerStream: ({ jar, context: { key } }) => `jar-${jar || key}`,
    begins: true,
  },
  PutCoins: { command: PutCoins, stream: ({ jar }) => `jar-${jar}` },
});

/** A request of anna's for the handler, its hash made of all of it. */
export function request<Command extends OpenJar | PutCoins>(
  type: new () => Command,
  key: string,
  body: Omit<Command, 'context'>,
  expectedRevision?: bigint,
  actor = 'anna',
): Command {
  const hashed = (written: string): string => createHash('sha256').update(written).digest('hex');
  const context = {
    key,
    hash: hashed(JSON.stringify([type.name, body])),
    // Of the bytes: with blanks, as a caller may have written them.
    formerHash: hashed(JSON.stringify([type.name, body], null, 1)),
    actor: { id: actor, roles: ['clerk'] },
    correlationId: 'correlation',
    causationId: 'correlation',
    ifMatch: expectedRevision === undefined ? undefined : [expectedRevision],
  };
  return Object.assign(new type(), body, { context });
}

let made = 0;
/** A jar that no other test knows. */
export const fresh = (): string => `${++made}`;
/** An idempotency key that no other test uses. */
export const key = (): string => `key ${++made}`;

/** A process: its own cache, guard and vault, over the given store. */
export const jarProcess = (
  pool: Pool,
  store: EventStore,
  {
    lease = 60_000,
    streams = 100,
    endFor = 1_000,
    ...parts
  }: { lease?: number; streams?: number; endFor?: number } & Partial<CommandHandlerParts> = {},
): CommandHandler =>
  new CommandHandler({
    store,
    guard: new IdempotencyGuard(pool, lease),
    vault: new Vault(pool),
    clock: entityClock('Europe/Rome'),
    entity: 'main',
    routes: JAR_ROUTES,
    about: () => ({ effectiveOn: '2026-01-01', schema: 1 }),
    cache: { streams, endFor },
    ...parts,
  });

/** A stream's facts; its chain is verified on the way. */
export async function storedIn(store: EventStore, stream: string): Promise<RecordedFact[]> {
  const facts: RecordedFact[] = [];
  for await (const fact of store.read(stream)) facts.push(fact);
  await verifyChain(facts);
  return facts;
}

export const typesIn = async (store: EventStore, stream: string): Promise<string[]> =>
  (await storedIn(store, stream)).map(({ type }) => type);
