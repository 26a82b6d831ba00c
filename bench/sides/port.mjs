// Quittance without its HTTP door: the one command handler, the client of EventStoreDB, the node, the projector.
import { createHash, randomUUID } from 'node:crypto';
import { atOnce } from '../load.mjs';
import { lib } from '../product.mjs';
import { answering } from './answering.mjs';
import { ACTOR, CUSTOMERS, ENTITY, invoices, OWNERS } from './histories.mjs';
import { visible } from './progress.mjs';

const { chain, CHAIN_START, CommandHandler, connectEventStore, IdempotencyGuard, uuid5, Vault } =
  lib('event-store');
const { openDatabase } = lib('process');
const { AssignOwner, RegisterCustomer, RegisterPerson, ROUTES, aboutFact, customerStream, invoiceStream } =
  lib('receivables');

const store = connectEventStore(process.env.EVENTSTORE_URL);
const pool = openDatabase(process.env.DATABASE_URL, { max: 10 });
const vault = new Vault(pool);
// For bench/macs.mjs: as if there were no MACs.
if (process.env.BENCH_MACS === 'off')
  vault.macs.inUse = () => Promise.resolve({ key: undefined, agreed: true });
const { execute } = new CommandHandler({
  store,
  vault,
  guard: new IdempotencyGuard(pool),
  clock: lib('kernel').entityClock('Europe/Rome'),
  entity: ENTITY,
  routes: ROUTES,
  about: aboutFact,
});

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

const assignOwner = async (invoiceId, command) =>
  visible((await send(AssignOwner, { invoiceId, ...command })).position.commit);

/** Writers that go on until they are told to stop. */
const writers = { stopped: false, written: 0, ended: undefined };
function* untilStopped(all) {
  for (let n = 0; ; n += 1) {
    for (const { invoiceId, again } of all) {
      if (writers.stopped) return;
      yield { invoiceId, command: again(n) };
    }
  }
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
    await visible(last.commit);
    // Facts that wait cost other than those that are shown.
    const { rows } = await pool.query('select type, error from projector.parked limit 1');
    if (rows.length > 0) throw new Error(`${rows[0].type} has to wait: ${rows[0].error}`);
  },
  run: ({ from, count, inFlight }) =>
    atOnce(invoices(from, count), inFlight, ({ invoiceId, command }) => assignOwner(invoiceId, command)),
  /** Begins to write, each of the invoices in its turn, again and again. */
  async write({ from, count, inFlight }) {
    const work = ({ invoiceId, command }) =>
      assignOwner(invoiceId, command).then(() => void (writers.written += 1));
    writers.ended = atOnce(untilStopped(invoices(from, count)), inFlight, work);
    writers.ended.catch(() => undefined); // `stop` says it
  },
  /** Facts written so far, their rows visible. */
  written: async () => writers.written,
  async stop() {
    writers.stopped = true;
    await writers.ended;
    return writers.written;
  },
});
