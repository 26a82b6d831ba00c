import { addDays } from '@quittance/kernel';
import { type Caller, type Quittance, startQuittance, type Written } from './quittance.js';

/** A policy of one's own: day 1 a reminder, day 10 an alert, day 40 a proposal. */
export const OWN = {
  ...{ policyId: 'own', name: 'Own', minAmount: { EUR: '20.00' } },
  steps: [
    { key: 'first', days: 1, kind: 'remind', tone: 'friendly', approval: 'never' },
    { key: 'told', days: 10, kind: 'alert', approval: 'never' },
    { key: 'agency', days: 40, kind: 'propose-collection', approval: 'never' },
  ],
};

export interface Explained {
  policyId: string;
  holds: { kind: string }[];
  parts: {
    comes: string | null;
    blockedBy: string | null;
    next: unknown;
    why: string;
    steps: { status: string | null }[];
  }[];
}

/** An installation of its own, in which debtors are chased from a due date 80 days ago on. */
export function useChasing() {
  const its = {} as { quittance: Quittance; mara: Caller; due: string };
  beforeAll(async () => {
    its.quittance = await startQuittance();
    its.mara = await its.quittance.as(['clerk', 'manager'], 'mara');
    its.due = addDays(its.quittance.clock.today(), -80);
    await its.mara.done('/v1/policies', OWN);
  });
  afterAll(() => its.quittance?.stop());
  const day = (days: number): string => addDays(its.due, days);
  let count = 0;
  const customer = async (change: object = {}): Promise<string> => {
    const customerId = `C-${(count += 1)}`;
    await its.mara.done('/v1/customers', { customerId, name: `Customer ${count}`, ownerId: 'mara' });
    if (Object.keys(change).length > 0) await its.mara.done(`/v1/customers/${customerId}/changes`, change);
    return customerId;
  };
  const issue = async (customerId: string, change: object = {}): Promise<string> => {
    const body = {
      number: `R-${(count += 1)}`,
      customerId,
      currency: 'EUR',
      total: '100.00',
      issuedOn: day(-30),
    };
    return (
      await its.mara.done('/v1/invoices', {
        ...body,
        ...(!('instalments' in change) && { dueOn: its.due }),
        ...change,
      })
    ).id;
  };
  const pay = (invoiceId: string | undefined, receivedOn: string, customerId?: string): Promise<Written> =>
    its.mara.done('/v1/payments', {
      ...{
        amount: '100.00',
        currency: 'EUR',
        receivedOn,
        ...(customerId !== undefined && { payerId: customerId }),
      },
      allocations: invoiceId === undefined ? [] : [{ invoiceId, amount: '100.00' }],
    });
  const lastPosition = async (): Promise<string> =>
    String((await its.quittance.facts()).at(-1)!.position.commit);

  /** What the run of a day did for an invoice. */
  async function ran(id: string, days: number): Promise<string[]> {
    const before = (await its.quittance.facts()).length;
    await its.mara.get('/v1/invoices?limit=1', await lastPosition());
    await its.mara.done('/v1/dunning/runs', { on: day(days) });
    return (await its.quittance.facts())
      .slice(before)
      .filter(({ stream }) => stream === `dunning-${id}`)
      .map(({ type, data }) => {
        const { step, part, code, asked } = data;
        const said = type === 'ReminderPlanned' ? asked : type === 'ReminderSkipped' ? code : type;
        return [step, part !== undefined && `part ${Number(part)}`, said].filter(Boolean).join(' ');
      });
  }

  const explain = async (id: string, days: number): Promise<Explained> =>
    (
      await its.mara.get<Explained>(
        `/v1/invoices/${id}/reminders/explain?on=${day(days)}`,
        await lastPosition(),
      )
    ).body;

  return Object.assign(its, { day, customer, issue, pay, lastPosition, ran, explain });
}
