// Emmett's rebuild of one table: its own `rebuildPostgreSQLProjections`, with batches of 1,000 and a projection that
// writes a batch in three statements, which is quicker than a statement an event.
import { SQL } from '@event-driven-io/dumbo';
import {
  getPostgreSQLEventStore,
  postgreSQLRawBatchSQLProjection,
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

const openItems = postgreSQLRawBatchSQLProjection({
  name: 'open_items',
  canHandle: ['InvoiceIssued', 'ExtensionGranted', 'PaymentApplied'],
  evolve(events) {
    const of = (wanted) =>
      JSON.stringify(events.filter(({ type }) => type === wanted).map(({ data }) => data));
    return [
      SQL`insert into open_items
          select "invoiceId", number, "customerId", "issuedOn", "dueOn", "dueOn", currency, total, total, "ownerId"
          from jsonb_to_recordset(${of('InvoiceIssued')}::jsonb) as e ("invoiceId" uuid, number text, "customerId" text,
            "issuedOn" date, "dueOn" date, currency text, total numeric, "ownerId" text)`,
      SQL`update open_items set agreed_due_on = e."agreedDueOn"
          from jsonb_to_recordset(${of('ExtensionGranted')}::jsonb) as e ("invoiceId" uuid, "agreedDueOn" date)
          where id = e."invoiceId"`,
      SQL`update open_items set open = e.open
          from jsonb_to_recordset(${of('PaymentApplied')}::jsonb) as e ("invoiceId" uuid, open numeric)
          where id = e."invoiceId"`,
    ];
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
    await pool.query('truncate open_items');
    const pulling = { batchSize: BATCH, pullingFrequencyInMs: 1 };
    const consumer = rebuildPostgreSQLProjections({ connectionString, projections: [openItems], pulling });
    await consumer.start();
    await consumer.close();
    const { rows } = await pool.query('select count(*)::int as count from open_items');
    return rows[0].count;
  },
});
