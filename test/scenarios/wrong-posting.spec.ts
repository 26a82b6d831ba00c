import { Money } from '@quittance/kernel';
import { CONTROLS, FACTS, POSTINGS } from '../../libs/receivables/src/features.js';
import { derived } from '../../libs/receivables/src/manifest/registry.js';
import type { AnyControls } from '../../libs/receivables/src/ledger/control.js';
import { ledgerProjection } from '../../libs/receivables/src/ledger/ledger.projection.js';
import { ledgerLines } from '../../libs/receivables/src/ledger/ledger.tables.js';
import { type Leg, leg, postings } from '../../libs/receivables/src/ledger/legs.js';
import type { PaymentFacts } from '../../libs/receivables/src/payment/payment.events.js';
import { type Row, saving } from '../../libs/read-model/src/rows.js';
import { quittance as run } from '../support/command-line.js';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

let quittance: Quittance;
jest.setTimeout(120_000);
beforeAll(async () => (quittance = await startQuittance()));
afterAll(() => quittance?.stop());

/** Exit code and what is found of each check that finds something. */
async function check(): Promise<{ code: unknown; found: string[] }> {
  const env = { QUITTANCE_URL: quittance.url, QUITTANCE_TOKEN: '', DATA_DIR: quittance.dataDir };
  const { code, last } = await run(['check', '--deep', '--json'], env).ended;
  const { findings } = last as { findings: { check: string; found: string[] }[] };
  return { code, found: findings.flatMap(({ found }) => found) };
}

/** A cent of what is received goes nowhere: the legs add up, and yet they are wrong. */
const wrong = {
  ...POSTINGS,
  PaymentReceived: postings((data: PaymentFacts['PaymentReceived']) => {
    const cent = Money.of('0.01', data.currency);
    const about = { party: data.customerId, document: data.paymentId, on: data.receivedOn };
    return [
      ...POSTINGS.PaymentReceived.legs(data),
      leg('unapplied', 'received', cent, about),
      leg('cash', 'received', cent.negated(), about),
    ] satisfies Leg[];
  }),
};

/** The ledger's lines as those postings make them. */
async function post(table: typeof POSTINGS): Promise<void> {
  const said = { facts: FACTS, controls: CONTROLS as AnyControls, postings: table };
  const { on } = derived(ledgerProjection, said) as {
    on: Record<string, ((fact: object, changes: object) => void) | undefined>;
  };
  const rows: Row[] = [];
  for (const fact of await quittance.facts()) {
    const { statedRecordedAt } = fact.metadata as { statedRecordedAt?: string };
    const statedAt = statedRecordedAt ? new Date(statedRecordedAt) : fact.recordedAt;
    const projected = { ...fact, at: fact.position.commit, statedAt };
    on[fact.type]?.(projected, { put: (_table: object, row: Row) => rows.push(row) });
  }
  await quittance.pool.query('delete from live.ledger_lines');
  const { text, values } = saving('live', ledgerLines, rows);
  await quittance.pool.query(text, values);
}

story('ground', 'A5', 'check finds a wrong posting, whatever its legs add up to', async (show) => {
  const clerk = await quittance.as(['clerk', 'manager']);
  await clerk.done('/v1/customers', { customerId: 'C-1', name: 'Rossi' });
  const issued = { customerId: 'C-1', issuedOn: '2026-03-01', dueOn: '2026-03-31', currency: 'EUR' };
  const { id } = await clerk.done('/v1/invoices', { ...issued, number: 'W-1', total: '100.00' });
  const allocations = [{ invoiceId: id, amount: '30.00' }];
  const paid = { amount: '35.00', currency: 'EUR', receivedOn: '2026-03-02', allocations };
  const { id: paymentId } = await clerk.done('/v1/payments', paid);
  const last = (await quittance.facts()).at(-1)!;
  expect((await clerk.get('/v1/invoices', String(last.position.commit))).status).toBe(200);

  const right = { code: 0, found: [] as string[] };
  show({ input: 'check --deep', right, got: await check() });
  await post(wrong);
  show({
    input: 'a cent of what is received is posted back to cash; check --deep',
    right: {
      code: 1,
      found: [
        'EUR: the control is 65.00',
        `payment ${paymentId}: 35.00 EUR were received, its parts come to 34.99`,
        'EUR unapplied: the report says 4.99, the facts add up to 5.00',
      ],
    },
    got: await check(),
  });
  await post(POSTINGS);
  show({ input: 'posted as it is declared; check --deep', right, got: await check() });
});
