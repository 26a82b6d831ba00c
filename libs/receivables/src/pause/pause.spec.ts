import { addDays, type FactOf, holdsOf, stream } from '@quittance/kernel';
import { ISSUED, NAMED, paid } from '../../spec/invoice-facts.js';
import { given, TODAY, wrongField } from '../../../../test/support/decisions.js';
import { customer } from '../customer/customer.decider.js';
import type { InvoiceFacts } from '../invoice/invoice.events.js';
import { issue } from '../invoice/issue/issue.decider.js';
import { settlement } from '../invoice/settlement/settlement.decider.js';
import { customerPause, pause } from './pause.decider.js';
import type { PauseFacts } from './pause.events.js';

const invoices = stream('invoice', [issue, settlement, pause]);
const subject = { customerSubject: 'customer-1' };
const YESTERDAY = addDays(TODAY, -1);

type Fact = FactOf<InvoiceFacts & PauseFacts>;
const paused = (change: Partial<PauseFacts['Paused']> = {}): Fact => ({
  type: 'Paused',
  data: {
    ...{ ...NAMED, pauseId: 'P', currency: 'EUR', pausedOn: '2026-05-10', ...change },
    personal: { subject: 'customer-1', reason: 'They move.' },
  },
});
const over = (endedOn: string): Fact => ({
  type: 'PauseEnded',
  data: { ...NAMED, pauseId: 'P', currency: 'EUR', endedOn },
});

describe('a pause', () => {
  const begin = (change: object = {}, facts: Fact[] = [ISSUED]) =>
    given(invoices, ...(facts as never[])).when(
      'PauseInvoice',
      { invoiceId: '1', reason: 'They move.', ...change },
      subject,
    );

  it('begins today, for a while or until somebody ends it; its reason is personal', () => {
    const data = { ...NAMED, pauseId: 'part-0', currency: 'EUR', pausedOn: TODAY };
    const personal = { subject: 'customer-1', reason: 'They move.' };
    expect(begin()).toEqual([{ type: 'Paused', data: { ...data, personal } }]);
    expect(begin({ until: TODAY })).toMatchObject([{ data: { until: TODAY } }]);
  });

  it('of an invoice that is issued later begins on that day', () => {
    const later = { ...ISSUED, data: { ...ISSUED.data, issuedOn: '2026-07-01', dueOn: '2026-07-31' } };
    expect(begin({}, [later])).toMatchObject([{ data: { pausedOn: '2026-07-01' } }]);
    expect(begin({ until: '2026-06-30' }, [later])).toEqual(wrongField('/until', 'not-before-pause'));
  });

  it('is for an invoice that exists and on which something is open', () => {
    expect(begin({}, [])).toMatchObject({ refused: 'invoice-not-found', kind: 'not-found' });
    expect(begin({}, [ISSUED, paid('100.00', '0.00')])).toMatchObject({ refused: 'already-settled' });
  });

  it('is one at a time', () => {
    expect(begin({}, [ISSUED, paused()])).toMatchObject({ refused: 'already-paused', kind: 'conflict' });
    expect(begin({}, [ISSUED, paused({ until: TODAY })])).toMatchObject({ refused: 'already-paused' });
    expect(begin({}, [ISSUED, paused({ until: YESTERDAY })])).toHaveLength(1);
    expect(begin({}, [ISSUED, paused(), over(TODAY)])).toHaveLength(1);
  });

  it('does not end before it begins', () => {
    expect(begin({ until: YESTERDAY })).toEqual(wrongField('/until', 'not-before-pause'));
  });

  it('holds from its day to its last one, or to the day before it was ended', () => {
    const heldOn = (facts: Fact[], ...days: string[]) =>
      days.map((day) => holdsOf(given(invoices, ISSUED, ...(facts as never[])).state, day).length);
    const until = paused({ until: '2026-05-20' });
    expect(heldOn([until], '2026-05-09', '2026-05-10', '2026-05-20', '2026-05-21')).toEqual([0, 1, 1, 0]);
    expect(heldOn([until, over('2026-05-15')], '2026-05-14', '2026-05-15')).toEqual([1, 0]);
    expect(heldOn([paused()], '2030-01-01')).toEqual([1]);
  });
});

describe('ending a pause', () => {
  const end = (facts: Fact[], change: object = {}) =>
    given(invoices, ISSUED, ...(facts as never[])).when(
      'EndPause',
      { invoiceId: '1', pauseId: 'P', ...change },
      subject,
    );

  it('counts from today; a reason may be given', () => {
    const data = { ...NAMED, pauseId: 'P', currency: 'EUR', endedOn: TODAY };
    expect(end([paused()])).toEqual([{ type: 'PauseEnded', data }]);
    expect(end([paused()], { reason: 'They moved.' })).toMatchObject([
      { data: { personal: { subject: 'customer-1', reason: 'They moved.' } } },
    ]);
  });

  it('is for a pause of the invoice that still holds', () => {
    expect(end([])).toMatchObject({ refused: 'pause-not-found', kind: 'not-found' });
    expect(end([paused({ until: YESTERDAY })])).toMatchObject({ refused: 'pause-over', kind: 'conflict' });
    expect(end([paused(), over(TODAY)])).toMatchObject({ refused: 'pause-over', kind: 'conflict' });
  });
});

describe('a pause of a customer', () => {
  const customers = stream('customer', [customer, customerPause]);
  const personal = { subject: 'customer-1', reason: 'They move.' };
  const registered = {
    type: 'CustomerRegistered',
    data: { customerId: 'C-1', registeredOn: TODAY, personal: { subject: 'customer-1' } },
  } as const;
  const begunOn = (pausedOn: string) =>
    ({ type: 'Paused', data: { customerId: 'C-1', pauseId: 'P', pausedOn, personal } }) as const;
  const begin = (...facts: object[]) =>
    given(customers, ...(facts as never[])).when(
      'PauseCustomer',
      { customerId: 'C-1', reason: 'They move.' },
      undefined,
    );
  const end = (...facts: object[]) =>
    given(customers, ...(facts as never[])).when(
      'EndCustomerPause',
      { customerId: 'C-1', pauseId: 'P' },
      undefined,
    );

  it('begins today and names no invoice; one at a time', () => {
    const data = { customerId: 'C-1', pauseId: 'part-0', pausedOn: TODAY, personal };
    expect(begin(registered)).toEqual([{ type: 'Paused', data }]);
    expect(begin(registered, begunOn(YESTERDAY))).toMatchObject({ refused: 'already-paused' });
    expect(begin()).toMatchObject({ refused: 'customer-not-found', kind: 'not-found' });
  });

  it('holds up all that the customer owes until it is ended', () => {
    const { state } = given(customers, registered as never, begunOn(YESTERDAY) as never);
    expect(holdsOf(state, TODAY)).toMatchObject([{ kind: 'paused', id: 'P', since: YESTERDAY }]);
    const data = { customerId: 'C-1', pauseId: 'P', endedOn: TODAY };
    expect(end(registered, begunOn(YESTERDAY))).toEqual([{ type: 'PauseEnded', data }]);
    expect(end(registered)).toMatchObject({ refused: 'pause-not-found', kind: 'not-found' });
  });
});
