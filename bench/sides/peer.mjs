// Emmett on PostgreSQL: its command handler, and an inline projection to a table, so that a row is visible with
// the append's own commit. A pool of ten connections. Personal data is in plain text: it has no vault.
import { randomUUID } from 'node:crypto';
import { SQL } from '@event-driven-io/dumbo';
import { CommandHandler, projections } from '@event-driven-io/emmett';
import { getPostgreSQLEventStore, postgreSQLRawSQLProjection } from '@event-driven-io/emmett-postgresql';
import { atOnce } from '../load.mjs';
import { Pool } from '../product.mjs';
import { answering } from './answering.mjs';
import { ACTOR, ENTITY, invoices } from './histories.mjs';

const connectionString = process.env.PEER_URL;
const pool = new Pool({ connectionString, max: 10 });

const rows = postgreSQLRawSQLProjection({
  name: 'invoices',
  canHandle: ['InvoiceIssued', 'ExtensionGranted', 'OwnerAssigned'],
  evolve: ({ type, data }) => {
    if (type === 'InvoiceIssued')
      return SQL`insert into invoices (id, number, customer_id, issued_on, due_on, agreed_due_on, currency, total, owner_id)
        values (${data.invoiceId}, ${data.number}, ${data.customerId}, ${data.issuedOn}, ${data.dueOn}, ${data.dueOn}, ${data.currency}, ${data.total}, ${data.ownerId})`;
    if (type === 'ExtensionGranted')
      return SQL`update invoices set agreed_due_on = ${data.agreedDueOn} where id = ${data.invoiceId}`;
    return SQL`update invoices set owner_id = ${data.ownerId} where id = ${data.invoiceId}`;
  },
});
const store = getPostgreSQLEventStore(connectionString, {
  projections: projections.inline([rows]),
  schema: { autoMigration: 'None' },
  connectionOptions: { pooled: true, pool },
});

const evolve = (invoice, { type, data }) => {
  if (type === 'InvoiceIssued') return { ...data };
  if (type === 'ExtensionGranted') return { ...invoice, agreedDueOn: data.agreedDueOn };
  return { ...invoice, ownerId: data.ownerId };
};
const handle = CommandHandler({ evolve, initialState: () => ({}) });

const metadata = (effectiveOn) => {
  const correlationId = randomUUID();
  return {
    correlationId,
    causationId: correlationId,
    commandId: randomUUID(),
    actor: ACTOR,
    entity: ENTITY,
    effectiveOn,
  };
};

function assignOwner(invoice, { ownerId, assignedOn, reason }) {
  if (invoice.invoiceId === undefined) throw new Error('there is no such invoice');
  if (assignedOn < invoice.issuedOn) throw new Error('not before the issue');
  if (ownerId === invoice.ownerId) return [];
  const { invoiceId, number, customerId, ownerId: previousOwnerId } = invoice;
  return {
    type: 'OwnerAssigned',
    data: { invoiceId, number, customerId, previousOwnerId, ownerId, assignedOn, personal: { reason } },
    metadata: metadata(assignedOn),
  };
}

answering({
  async prepare() {
    await store.schema.migrate();
    await pool.query(`create table invoices (id uuid primary key, number text not null, customer_id text not null,
      issued_on date not null, due_on date not null, agreed_due_on date not null, currency text not null,
      total numeric not null, owner_id text not null)`);
  },
  histories: ({ from, count }) =>
    atOnce(invoices(from, count), 10, ({ invoiceId, facts }) =>
      store.appendToStream(
        `invoice-${invoiceId}`,
        facts.map((fact) => ({ ...fact, metadata: metadata('2026-01-15') })),
      ),
    ).then(() => undefined),
  run: ({ from, count, inFlight }) =>
    atOnce(invoices(from, count), inFlight, ({ invoiceId, command }) =>
      handle(store, `invoice-${invoiceId}`, (invoice) => assignOwner(invoice, command)),
    ),
});
