import { addDays, type BusinessDate } from '@quittance/kernel';
import { type Caller, type Quittance, startQuittance, type Written } from './quittance.js';

export type Disputed = Written & { disputeId: string };

/** Why the customer says that it owes less. */
export const WHY = 'Two of ten came broken.';

/** A running Quittance with a clerk who issues invoices of 100.00, due 60 days ago, raises disputes and resolves them. */
class Disputing {
  quittance!: Quittance;
  clerk!: Caller;
  due!: BusinessDate;
  private made = 0;

  async start(): Promise<void> {
    this.quittance = await startQuittance();
    this.clerk = await this.quittance.as(['clerk', 'manager'], 'carla');
    this.due = addDays(this.quittance.clock.today(), -60);
    await this.clerk.done('/v1/people', { personId: 'owner', name: 'Otto', email: 'otto@example.com' });
  }

  invoice = async (customerId = `C-${(this.made += 1)}`): Promise<Written> => {
    const number = `D-${(this.made += 1)}`;
    await this.clerk.done('/v1/customers', { customerId, name: `Acme ${customerId}`, ownerId: 'owner' });
    const dates = { issuedOn: addDays(this.due, -30), dueOn: this.due };
    return this.clerk.done('/v1/invoices', {
      number,
      customerId,
      ...dates,
      currency: 'EUR',
      total: '100.00',
    });
  };

  dispute = (id: string, change: object = {}): Promise<Disputed> =>
    this.clerk.done(`/v1/invoices/${id}/disputes`, {
      ...{ reasonCode: 'quality', reason: WHY, disputedOn: this.due },
      ...change,
    });

  resolve = (id: string, disputeId: string, change: object = {}): Promise<Disputed> =>
    this.clerk.done(`/v1/invoices/${id}/disputes/${disputeId}/resolution`, {
      ...{ outcome: 'rejected', reason: 'Seen.' },
      ...change,
    });
}

/** One for all tests of a file. */
export function useDisputing(): Disputing {
  const disputing = new Disputing();
  beforeAll(() => disputing.start());
  afterAll(() => disputing.quittance?.stop());
  return disputing;
}
