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

// The engine's toy: accounts that are opened and moved. Here its commands; libs/read-model/spec has its tables.

export class OpenAccount extends CommandMessage {
  account!: string;
  /** Personal. */
  owner?: string;
}

export class MoveMoney extends CommandMessage {
  account!: string;
  by!: number;
}

/** What the toy's facts say; the names of owners stand in `personal` where a spec is about personal data. */
export interface AccountFacts {
  Opened: { account: string; owner?: string; personal?: { subject: string; owner?: string } };
  Moved: { account: string; by: string; total?: number };
}

/** More does not go in. */
export const ROOM = 1_000;

const fact = factsOf<AccountFacts>();

export const accountDecider: Decider<
  { OpenAccount: OpenAccount; MoveMoney: MoveMoney },
  { total: number } | null,
  AccountFacts,
  { OpenAccount: undefined; MoveMoney: undefined }
> = {
  category: 'account',
  initial: null,
  decide: {
    OpenAccount({ account, owner }, state, { stream }) {
      if (state) throw Rejection.conflict('account-taken', 'There is one.');
      return [fact('Opened', { account, personal: owner ? { subject: stream, owner } : undefined })];
    },
    MoveMoney({ account, by }, state) {
      if (!state) throw Rejection.notFound('account-not-found', account);
      const total = state.total + by;
      if (total > ROOM) throw Rejection.conflict('account-full', 'No room.');
      return by === 0 ? [] : [fact('Moved', { account, by: String(by), total })];
    },
  },
  evolve: {
    Opened: () => ({ total: 0 }),
    Moved: (_before, { total }) => ({ total: total! }),
  },
};

export const ACCOUNT_ROUTES = routesOf(accountDecider, {
  OpenAccount: {
    command: OpenAccount,
    // An account without a name of its own is named by the actor's key; formerly by the key alone.
    stream: ({ account, context: { actor, key } }) => `account-${account || `${actor.id} ${key}`}`,
    formerStream: ({ account, context: { key } }) => `account-${account || key}`,
    begins: true,
  },
  MoveMoney: { command: MoveMoney, stream: ({ account }) => `account-${account}` },
});

/** A request of anna's for the handler, its hash made of all of it. */
export function request<Command extends OpenAccount | MoveMoney>(
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
/** An account that no other test knows. */
export const fresh = (): string => `${++made}`;
/** An idempotency key that no other test uses. */
export const key = (): string => `key ${++made}`;

/** A process: its own cache, guard and vault, over the given store. */
export const accountProcess = (
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
    routes: ACCOUNT_ROUTES,
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
