// Emmett's rebuild of one table: its own `rebuildPostgreSQLProjections`, reading 1,000 events at a time, with one
// statement an event: it hands a projection one event at a time, and a statement for a batch of one costs twice as much.
import { SQL } from '@event-driven-io/dumbo';
import {
  getPostgreSQLEventStore,
  postgreSQLRawSQLProjection,
  rebuildPostgreSQLProjections,
} from '@event-driven-io/emmett-postgresql';
import { facts } from '../facts.mjs';
import { Pool } from '../product.mjs';
import { answering } from './answering.mjs';

const connectionString = process.env.PEER_URL;
const pool = new Pool({ connectionString, max: 10 });
const store = getPostgreSQLEventStore(connectionString, {
  schema: { autoMigration: 'None' },
  connectionOptions: { pooled: true, pool },
});
const BATCH = 1_000;

const openItems = postgreSQLRawSQLProjection({
  name: 'open_items',
  canHandle: ['InvoiceIssued', 'ExtensionGranted', 'PaymentApplied'],
  evolve({ type, data }) {
    if (type === 'InvoiceIssued')
      return SQL`insert into open_items
        values (${data.invoiceId}, ${data.number}, ${data.customerId}, ${data.issuedOn}, ${data.dueOn}, ${data.dueOn}, ${data.currency}, ${data.total}, ${data.total}, ${data.ownerId})`;
    if (type === 'ExtensionGranted')
      return SQL`update open_items set agreed_due_on = ${data.agreedDueOn} where id = ${data.invoiceId}`;
    return SQL`update open_items set open = ${data.open} where id = ${data.invoiceId}`;
  },
});

answering({
  /** As many events as so many invoices come to, a thousand an append. */
  async fill({ invoices }) {
    await store.schema.migrate();
    await pool.query(`create table open_items (id uuid primary key, number text, customer_id text, issued_on date,
      due_on date, agreed_due_on date, currency text, total numeric, open numeric, owner_id text)`);
    let batch = [];
    let appends = 0;
    const append = async () => {
      await store.appendToStream(`invoices-${(appends += 1)}`, batch);
      batch = [];
    };
    for (const { type, data, metadata } of facts(invoices)) {
      batch.push({ type, data, metadata });
      if (batch.length === BATCH) await append();
    }
    if (batch.length > 0) await append();
  },
  async rebuild() {
    // Without its checkpoint it begins at the beginning.
    await pool.query('truncate open_items; delete from emt_processors');
    const pulling = { batchSize: BATCH, pullingFrequencyInMs: 1 };
    const consumer = rebuildPostgreSQLProjections({ connectionString, projections: [openItems], pulling });
    await consumer.start();
    await consumer.close();
    const { rows } = await pool.query('select count(*)::int as count from open_items');
    return rows[0].count;
  },
});
