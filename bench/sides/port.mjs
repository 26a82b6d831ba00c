// Quittance without its HTTP door: the one command handler, the client of EventStoreDB, the node, the projector.
import { createHash, randomUUID } from 'node:crypto';
import { atOnce } from '../load.mjs';
import { Client, lib } from '../product.mjs';
import { answering } from './answering.mjs';
import { ACTOR, CUSTOMERS, ENTITY, invoices, OWNERS } from './histories.mjs';

const { chain, CHAIN_START, CommandHandler, connectEventStore, IdempotencyGuard, uuid5, Vault } =
  lib('event-store');
const { openDatabase } = lib('read-model');
const { AssignOwner, RegisterCustomer, RegisterPerson, ROUTES, aboutFact, customerStream, invoiceStream } =
  lib('receivables');

const store = connectEventStore(process.env.EVENTSTORE_URL);
const pool = openDatabase(process.env.DATABASE_URL, { max: 10 });
const vault = new Vault(pool);
const { execute } = new CommandHandler({
  store,
  vault,
  guard: new IdempotencyGuard(pool),
  clock: lib('kernel').entityClock('Europe/Rome'),
  entity: ENTITY,
  routes: ROUTES,
  about: aboutFact,
});

/** How far the projector is: it tells with every batch. */
const progress = { at: 0n, waiting: [] };
const listener = new Client({ connectionString: process.env.DATABASE_URL });
listener.on('notification', ({ payload }) => {
  progress.at = BigInt(payload);
  progress.waiting = progress.waiting.filter(({ position, visible }) => position > progress.at || visible());
});
await listener.connect();
await listener.query('listen quittance_progress');

/** Resolves when the fact's rows can be read. */
const visible = ({ commit }) =>
  commit <= progress.at
    ? Promise.resolve()
    : new Promise((resolve) => progress.waiting.push({ position: commit, visible: () => void resolve() }));

function context(body) {
  const correlationId = randomUUID();
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  return { key: randomUUID(), hash, actor: ACTOR, correlationId, causationId: correlationId };
}
const send = (type, body) => execute(Object.assign(new type(), body, { context: context(body) }));

/** Five facts as the product stores them: sealed, linked, in one append. */
async function store5({ invoiceId, customerId, facts }) {
  const stream = invoiceStream(invoiceId);
  const subject = customerStream(ENTITY, customerId);
  const unchained = await Promise.all(
    facts.map(async ({ type, data: { personal, ...data } }, i) => {
      const { context: of, commandId } = {
        context: context(data),
        commandId: uuid5(ENTITY, invoiceId, String(i)),
      };
      const { correlationId, causationId, hash, actor } = of;
      const metadata = {
        $correlationId: correlationId,
        $causationId: causationId,
        commandId,
        commandHash: hash,
      };
      return {
        id: uuid5(commandId, '0'),
        type,
        data: await vault.seal({ ...data, personal: { subject, ...personal } }),
        metadata: { ...metadata, actor, entity: ENTITY, ...aboutFact({ type, data }) },
      };
    }),
  );
  const { result, position } = await store.append(stream, 'none', chain(stream, CHAIN_START, unchained));
  if (result !== 'appended') throw new Error(`could not prepare ${stream}: ${result}`);
  return position;
}

answering({
  async prepare() {
    for (const personId of OWNERS)
      await send(RegisterPerson, { personId, name: personId, email: `${personId}@example.org` });
    await atOnce(CUSTOMERS, 16, (customerId) =>
      send(RegisterCustomer, { customerId, name: `Customer ${customerId}` }),
    );
  },
  async histories({ from, count }) {
    let last = { commit: 0n };
    await atOnce(invoices(from, count), 32, async (one) => {
      const position = await store5(one);
      if (position.commit > last.commit) last = position;
    });
    await visible(last);
  },
  run: ({ from, count, inFlight }) =>
    atOnce(invoices(from, count), inFlight, async ({ invoiceId, command }) =>
      visible((await send(AssignOwner, { invoiceId, ...command })).position),
    ),
});
