import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Money } from '@quittance/kernel';
import { type Caller, type Quittance, startQuittance, type Written } from '../support/quittance.js';
import { givenData } from '../support/story.js';

// Real traffic fines, from the charge to the hand-over to collection, as commands; their totals were computed independently. The
// data is not ours to keep in the repository.

const { path: DATA, there, told } = givenData('fines');

jest.setTimeout(180_000);

const CURRENCY = 'EUR';
const none = Money.zero(CURRENCY);

/** What happened in a case on a day. */
interface Step {
  what: string;
  on: string;
  /** The amount that it states, if any. */
  amount?: Money;
}

/** The cases of the log: each trace is one, in the order of its events. */
function cases(xes: string): { id: string; steps: Step[] }[] {
  const value = (text: string, key: string): string | undefined =>
    new RegExp(`key="${key}" value="([^"]*)"`).exec(text)?.[1];
  return [...xes.matchAll(/<trace>(.*?)<\/trace>/gs)].map(([, trace = '']) => ({
    id: value(trace, 'concept:name')!,
    steps: [...trace.matchAll(/<event>(.*?)<\/event>/gs)].map(([, event = '']) => {
      const amount = ['amount', 'expense', 'paymentAmount'].map((key) => value(event, key)).find(Boolean);
      return {
        what: value(event, 'concept:name')!,
        on: value(event, 'time:timestamp')!.slice(0, 10),
        amount: amount === undefined ? undefined : Money.of(amount, CURRENCY),
      };
    }),
  }));
}

/** One case as its clerk would keep it: a document for the fine, one for the costs, one for what the penalty adds. */
class Case {
  private readonly documents: { id: string; open: Money }[] = [];
  private fine = none;
  readonly seen = { charged: none, expenses: none, paid: none, penalised: false, collected: false };

  constructor(
    private readonly id: string,
    private readonly clerk: Caller,
  ) {}

  async tell({ what, on, amount }: Step): Promise<void> {
    switch (what) {
      case 'Create Fine':
        await this.clerk.done('/v1/customers', { customerId: this.id, name: `Case ${this.id}` });
        this.fine = amount!;
        this.seen.charged = amount!;
        return this.charge('fine', on, amount!);
      case 'Send Fine':
        await this.clerk.done(`/v1/invoices/${this.documents[0]!.id}/sent`, { channel: 'post', sentOn: on });
        this.seen.expenses = amount!;
        return this.charge('costs', on, amount!);
      case 'Add penalty':
        // It states the new total of the fine, not what it adds.
        this.seen.charged = amount!;
        this.seen.penalised = true;
        return this.charge('penalty', on, amount!.minus(this.fine));
      case 'Payment':
        return this.pay(on, amount!);
      case 'Send Appeal to Prefecture':
        return this.each('disputes', {
          ...{ reasonCode: 'other', reason: 'Appeal to the prefecture.', disputedOn: on },
        });
      case 'Send for Credit Collection':
        this.seen.collected = true;
        return this.each('collections', {
          ...{ agency: 'Tax collector', reason: 'Not paid after the penalty.', handedOverOn: on },
        });
    }
  }

  private async charge(part: string, on: string, total: Money): Promise<void> {
    const { id } = await this.clerk.done('/v1/invoices', {
      ...{ number: `${this.id}/${part}`, customerId: this.id, currency: CURRENCY, total: total.toString() },
      ...{ issuedOn: on, terms: { type: 'net', days: 60 } },
    });
    this.documents.push({ id, open: total });
  }

  /** Oldest first; what nothing is open for stays on account. */
  private async pay(on: string, amount: Money): Promise<void> {
    let rest = amount;
    const allocations = this.documents.flatMap((document) => {
      const part = document.open.minus(rest).isNegative ? document.open : rest;
      if (part.isZero) return [];
      document.open = document.open.minus(part);
      rest = rest.minus(part);
      return [{ invoiceId: document.id, amount: part.toString() }];
    });
    this.seen.paid = this.seen.paid.plus(amount);
    await this.clerk.done('/v1/payments', {
      ...{ amount: amount.toString(), currency: CURRENCY, receivedOn: on, payerId: this.id, allocations },
    });
  }

  private async each(route: string, body: object): Promise<void> {
    for (const { id, open } of this.documents)
      if (!open.isZero) await this.clerk.done<Written>(`/v1/invoices/${id}/${route}`, body);
  }
}

describe(`real traffic fines${there ? '' : ` (skipped: there is no ${DATA})`}`, () => {
  let quittance: Quittance;
  beforeAll(async () => {
    if (there) quittance = await startQuittance();
  });
  afterAll(() => quittance?.stop());

  told(
    'life',
    'S2',
    'Real fines as commands come to the totals that were computed independently',
    async (show) => {
      const expected = JSON.parse(readFileSync(join(DATA, 'expected.json'), 'utf8')) as Record<
        string,
        unknown
      >;
      const log = cases(readFileSync(join(DATA, 'fines-51-cases.xes'), 'utf8'));
      const clerk = await quittance.as(['clerk', 'manager']);
      const kept = log.map(({ id }) => new Case(id, clerk));
      for (const [i, { steps }] of log.entries()) for (const step of steps) await kept[i]!.tell(step);

      const auditor = await quittance.as('auditor');
      const { position } = await clerk.done('/v1/customers', { customerId: 'last', name: 'The last one' });
      const { body } = await auditor.get<{
        currencies: { open: string; unapplied: string; balanced: boolean }[];
        rows: { key: string; open: string }[];
      }>('/v1/reports/aging?asOf=2026-01-01&by=customer&limit=500', position);
      const held = await auditor.get<{ items: { customerId: string }[] }>('/v1/collections?limit=500');
      const sum = (of: (one: Case) => Money): string =>
        kept.reduce((all, one) => all.plus(of(one)), none).toString();
      show({
        input: { cases: log.length, events: log.flatMap(({ steps }) => steps).length },
        right: { ...expected, file_sha256: undefined, balanced: true },
        got: {
          cases: log.length,
          events: log.flatMap(({ steps }) => steps).length,
          fines_incl_penalty: sum(({ seen }) => seen.charged),
          expenses: sum(({ seen }) => seen.expenses),
          paid: sum(({ seen }) => seen.paid),
          outstanding: body.currencies[0]!.open,
          settled: log.length - body.rows.filter(({ open }) => open !== '0.00').length,
          overpaid: body.currencies[0]!.unapplied === '0.00' ? 0 : body.currencies[0]!.unapplied,
          penalised: kept.filter(({ seen }) => seen.penalised).length,
          in_credit_collection: new Set(held.body.items.map(({ customerId }) => customerId)).size,
          payments: log.flatMap(({ steps }) => steps).filter(({ what }) => what === 'Payment').length,
          balanced: body.currencies[0]!.balanced,
        },
      });
    },
  );
});
