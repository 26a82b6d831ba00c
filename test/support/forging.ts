import { randomUUID } from 'node:crypto';
import {
  chain,
  CHAIN_START,
  CommandHandler,
  type Execute,
  IdempotencyGuard,
  MacKeys,
  type RecordedFact,
  type Unchained,
  Vault,
} from '@quittance/event-store';
import { aboutFact, BeginningOfMacs, RegisterCustomer, ROUTES } from '@quittance/receivables';
import { ApiClient } from '../../apps/cli/src/client.js';
import { deepChecks } from '../../apps/cli/src/deep-check.js';
import { ENTITY, type Quittance } from './quittance.js';

/** In whose name commands of specs go. */
export const REACTOR = { actor: { id: 'system:reactor', roles: ['system'] }, correlationId: 'macs' };

/** Keys of a process of a release that wrote no MACs. */
export const BARE: Pick<MacKeys, 'inUse'> = { inUse: async () => ({ key: undefined, agreed: true }) };

/** Commands of a process over the stores of the installation. */
export const processOf = (
  { store, pool, clock }: Quittance,
  macs?: Pick<MacKeys, 'inUse'>,
): { execute: Execute; register: (customerId: string) => ReturnType<Execute> } => {
  const vault = Object.assign(new Vault(pool), macs && { macs });
  const kept = { store, vault, guard: new IdempotencyGuard(pool), clock };
  const { execute } = new CommandHandler({ ...kept, entity: ENTITY, routes: ROUTES, about: aboutFact });
  const register = (customerId: string) => {
    const context = { key: customerId, hash: 'h', ...REACTOR, causationId: customerId };
    return execute(Object.assign(new RegisterCustomer(), { customerId, name: 'Rossi', context }));
  };
  return { execute, register };
};

/** A reactor that looks whether MACs can begin. */
export const beginning = (quittance: Quittance, quietFor = 0): BeginningOfMacs => {
  const { store, pool } = quittance;
  const { execute } = processOf(quittance);
  return new BeginningOfMacs({ store, pool, keys: new MacKeys(pool), execute, entity: ENTITY, quietFor });
};

/** What `check --deep` finds, when everything is projected. */
export async function foundIn(quittance: Quittance): Promise<string[]> {
  const auditor = await quittance.as('auditor', 'audrey');
  const last = (await quittance.facts()).at(-1)!;
  expect(await auditor.get('/v1/customers', String(last.position.commit))).toMatchObject({ status: 200 });
  const api = new ApiClient({ url: quittance.url, token: async () => auditor.token });
  const all: string[] = [];
  for await (const finding of deepChecks(api)) all.push(...finding.found);
  await api.close();
  return all;
}

/** Appends as whoever reached the event store would: with a perfect chain. @returns the facts as they lie there */
export async function forge(
  quittance: Quittance,
  stream: string,
  facts: readonly Unchained[],
): Promise<RecordedFact[]> {
  const { store } = quittance;
  let end = CHAIN_START;
  for await (const { revision, metadata } of store.read(stream)) end = { revision, hash: metadata.hash };
  expect(await store.append(stream, end.revision, chain(stream, end, facts))).toMatchObject({
    result: 'appended',
  });
  const ids = new Set(facts.map(({ id }) => id));
  return (await quittance.facts()).filter(({ id }) => ids.has(id));
}

/** A fact like one of Quittance, with another content. @param drop members of the metadata that are left out */
export const like = (fact: RecordedFact, data: object, drop: string[] = []): Unchained => ({
  id: randomUUID(),
  type: fact.type,
  data: { ...fact.data, ...data },
  metadata: Object.fromEntries(
    Object.entries({ ...fact.metadata, commandId: randomUUID() }).filter(([name]) => !drop.includes(name)),
  ) as unknown as Unchained['metadata'],
});

/** How a finding names a fact. */
export const placed = ({ stream, revision, type, position }: RecordedFact): string =>
  `${stream}, revision ${revision}: ${type} at position ${position.commit}`;
export const withoutMac = (fact: RecordedFact): string =>
  `${placed(fact)} has no MAC: it did not come from Quittance`;
export const wrongMac = (fact: RecordedFact): string =>
  `${placed(fact)} has a MAC that is not its own: it did not come from Quittance like this`;
