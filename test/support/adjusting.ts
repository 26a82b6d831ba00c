import { addDays, type BusinessDate } from '@quittance/kernel';
import { type Caller, type Quittance, startQuittance, type Written } from './quittance.js';

export type Adjusted = Written & {
  writeOffId: string;
  settlementId: string;
  status: string;
  because?: string[];
};
type Body = Record<string, unknown>;

/** A running Quittance with a clerk who asks, and a manager who approves. Invoices are of 122.00, 22.00 of it VAT. */
class Adjusting {
  quittance!: Quittance;
  clerk!: Caller;
  manager!: Caller;
  today!: BusinessDate;
  issuedOn!: BusinessDate;
  private made = 0;

  async start(): Promise<void> {
    this.quittance = await startQuittance();
    this.clerk = await this.quittance.as('clerk', 'carla');
    this.manager = await this.quittance.as(['clerk', 'manager'], 'mara');
    this.today = this.quittance.clock.today();
    this.issuedOn = addDays(this.today, -20);
  }

  invoice = async (customerId = `C-${(this.made += 1)}`, change: object = {}): Promise<string> => {
    await this.clerk.done('/v1/customers', { customerId, name: `Acme ${customerId}` });
    const dates = { issuedOn: this.issuedOn, dueOn: addDays(this.issuedOn, 10) };
    const { id } = await this.clerk.done('/v1/invoices', {
      ...{ number: `W-${(this.made += 1)}`, customerId, ...dates, currency: 'EUR' },
      ...{ total: '122.00', net: '100.00', vat: '22.00', ...change },
    });
    return id;
  };

  set = (limits: object): Promise<Written> => this.manager.done('/v1/settings/limits', limits);

  /** By the clerk. */
  ask = (id: string, what: 'write-offs' | 'settlements', body: object): Promise<Adjusted> =>
    this.clerk.done(`/v1/invoices/${id}/${what}`, body);

  /** What the clerk's request comes to: `409 over-limit`. */
  refused = async (by: Caller, path: string, body: object = {}): Promise<string> => {
    const { status, body: answer } = await by.post<{ code?: string }>(path, body);
    return [status, answer.code].filter(Boolean).join(' ');
  };

  read = async (path: string, after?: string): Promise<Body> => {
    let answered = await this.clerk.get<Body>(path, after);
    while (answered.status === 503) answered = await this.clerk.get<Body>(path, after);
    return answered.body;
  };

  /** Open amount and what settles it, at any place. */
  settled = async (id: string, query = '', after?: string): Promise<unknown[]> => {
    const { open, settledBy = {} } = await this.read(`/v1/invoices/${id}${query}`, after);
    return [open, settledBy];
  };

  /** Whether what is open is the control, in every row. */
  balanced = async (query: string, after?: string): Promise<boolean> => {
    type Row = { balanced: boolean };
    const body = await this.read(`/v1/reports/aging?by=customer&${query}`, after);
    return [...(body.currencies as Row[]), ...(body.rows as Row[])].every(({ balanced }) => balanced);
  };
}

/** One for all tests of a file. */
export function useAdjusting(): Adjusting {
  const adjusting = new Adjusting();
  beforeAll(() => adjusting.start());
  afterAll(() => adjusting.quittance?.stop());
  return adjusting;
}

export const GONE = { reasonCode: 'uncollectable', reason: 'Their company is dissolved.' };
