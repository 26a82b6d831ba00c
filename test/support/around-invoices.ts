import { addDays, type BusinessDate } from '@quittance/kernel';
import { type Caller, type Quittance, startQuittance, type Written } from './quittance.js';

/** A running Quittance with clerks who issue invoices of 100.00, due 60 days ago, and do things about them. */
class AroundInvoices {
  quittance!: Quittance;
  clerk!: Caller;
  /** Another who may approve, with all the rights of a manager. */
  manager!: Caller;
  today!: BusinessDate;
  due!: BusinessDate;
  private made = 0;

  async start(): Promise<void> {
    this.quittance = await startQuittance();
    this.clerk = await this.quittance.as('clerk', 'carla');
    this.manager = await this.quittance.as('manager', 'mario');
    this.today = this.quittance.clock.today();
    this.due = addDays(this.today, -60);
    await this.manager.done('/v1/people', { personId: 'owner', name: 'Otto', email: 'otto@example.com' });
  }

  customer = async (customerId = `C-${(this.made += 1)}`): Promise<string> => {
    await this.clerk.done('/v1/customers', { customerId, name: `Acme ${customerId}`, ownerId: 'owner' });
    return customerId;
  };

  invoice = async (change: object = {}): Promise<Written> =>
    this.clerk.done('/v1/invoices', {
      ...{ number: `L-${(this.made += 1)}`, issuedOn: addDays(this.due, -30), dueOn: this.due },
      ...{ customerId: await this.customer(), currency: 'EUR', total: '100.00' },
      ...change,
    });

  invoiceNumbered = (number: string, customerId: string): Promise<Written> =>
    this.invoice({ number, customerId });

  pay = (invoiceId: string, amount: string, receivedOn: string): Promise<Written> =>
    this.clerk.done('/v1/payments', {
      ...{ amount, currency: 'EUR', receivedOn },
      allocations: [{ invoiceId, amount }],
    });

  /** Status and code of what is refused. */
  refused = async (by: Caller, path: string, body: object): Promise<unknown[]> => {
    const { status, code } = await by.refused(path, body);
    return [status, code];
  };

  /** When the last fact was recorded: questions of now, asked later. */
  now = async (): Promise<string> => (await this.quittance.facts()).at(-1)!.recordedAt.toISOString();

  of = async <Body = Record<string, unknown>>(path: string): Promise<Body> => {
    const { commit } = (await this.quittance.facts()).at(-1)!.position;
    return (await this.clerk.get<Body>(path, String(commit))).body;
  };
}

/** One for all tests of a file. */
export function useInvoices(): AroundInvoices {
  const around = new AroundInvoices();
  beforeAll(() => around.start());
  afterAll(() => around.quittance?.stop());
  return around;
}
