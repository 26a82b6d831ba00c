import { type FactOf, stream } from '@quittance/kernel';
import { ISSUED, NAMED, paid } from '../../spec/invoice-facts.js';
import { given, TODAY, wrongField } from '../../../../test/support/decisions.js';
import type { InvoiceFacts } from '../invoice/invoice.events.js';
import { issue } from '../invoice/issue/issue.decider.js';
import { openOn } from '../invoice/settlement/settled.decider.js';
import { settlement } from '../invoice/settlement/settlement.decider.js';
import { document } from './document.decider.js';
import type { DocumentFacts } from './document.events.js';

const invoices = stream('invoice', [issue, settlement, document]);
const subject = { customerSubject: 'customer-1' };
const personal = { subject: 'customer-1', reason: 'It was a mistake.' };

type Fact = FactOf<InvoiceFacts & DocumentFacts>;
const sent = (sentOn: string): Fact => ({ type: 'InvoiceSent', data: { ...NAMED, channel: 'mail', sentOn } });
const VOIDED: Fact = {
  type: 'InvoiceVoided',
  data: { ...NAMED, currency: 'EUR', total: '100.00', voidedOn: '2026-05-02', personal },
};
const LATER = { ...ISSUED, data: { ...ISSUED.data, issuedOn: '2026-07-01', dueOn: '2026-07-31' } };

describe('an invoice is sent', () => {
  const send = (change: object = {}, facts: Fact[] = [ISSUED]) =>
    given(invoices, ...(facts as never[])).when(
      'SendInvoice',
      { invoiceId: '1', channel: 'mail', ...change },
      subject,
    );

  it('today, in a way; to whom is personal', () => {
    const data = { ...NAMED, channel: 'mail', sentOn: TODAY };
    expect(send()).toEqual([{ type: 'InvoiceSent', data }]);
    const to = { subject: 'customer-1', to: 'a@b.example' };
    expect(send({ to: 'a@b.example' })).toEqual([{ type: 'InvoiceSent', data: { ...data, personal: to } }]);
  });

  it('not before it is issued, not in the future; sent before its day of issue, it counts from that', () => {
    expect(send({ sentOn: '2026-03-31' })).toEqual(wrongField('/sentOn', 'not-before-issue'));
    expect(send({ sentOn: '2026-06-16' })).toEqual(wrongField('/sentOn', 'not-in-future'));
    expect(send({}, [LATER])).toMatchObject([{ data: { sentOn: '2026-07-01' } }]);
  });

  it('once a day in one way', () => {
    expect(send({}, [ISSUED, sent(TODAY)])).toMatchObject({ refused: 'already-sent', kind: 'conflict' });
    expect(send({ channel: 'post' }, [ISSUED, sent(TODAY)])).toHaveLength(1);
    expect(send({}, [ISSUED, sent('2026-05-02')])).toHaveLength(1);
  });

  it('only where it is not void, and exists', () => {
    expect(send({}, [ISSUED, VOIDED])).toMatchObject({ refused: 'void', kind: 'conflict' });
    expect(send({}, [])).toMatchObject({ refused: 'invoice-not-found', kind: 'not-found' });
  });
});

describe('an invoice becomes void', () => {
  const empty = (change: object = {}, facts: Fact[] = [ISSUED]) =>
    given(invoices, ...(facts as never[])).when(
      'VoidInvoice',
      { invoiceId: '1', reason: 'It was a mistake.', ...change },
      subject,
    );

  it('from today, over all of it; why is personal', () => {
    const data = { ...NAMED, currency: 'EUR', total: '100.00', voidedOn: TODAY, personal };
    expect(empty()).toEqual([{ type: 'InvoiceVoided', data }]);
    expect(empty({ voidedOn: '2026-04-01' })).toMatchObject([{ data: { voidedOn: '2026-04-01' } }]);
  });

  it('not before it is issued, not in the future; of one issued later on that day', () => {
    expect(empty({ voidedOn: '2026-03-31' })).toEqual(wrongField('/voidedOn', 'not-before-issue'));
    expect(empty({ voidedOn: '2026-06-16' })).toEqual(wrongField('/voidedOn', 'not-in-future'));
    expect(empty({}, [LATER])).toMatchObject([{ data: { voidedOn: '2026-07-01' } }]);
  });

  it('only where it was never sent and never settled', () => {
    const cannot = { refused: 'cannot-void', kind: 'conflict' };
    expect(empty({}, [ISSUED, sent('2026-05-02')])).toMatchObject(cannot);
    expect(empty({}, [ISSUED, paid('10.00', '90.00')])).toMatchObject(cannot);
    const imported: Fact = { ...ISSUED, data: { ...ISSUED.data, source: 'import' } };
    expect(empty({}, [imported])).toMatchObject(cannot);
    const opening: Fact = { ...ISSUED, data: { ...ISSUED.data, opening: { on: '2026-05-01' } } };
    expect(empty({}, [opening])).toMatchObject(cannot);
  });

  it('once', () => {
    expect(empty({}, [ISSUED, VOIDED])).toMatchObject({ refused: 'void', kind: 'conflict' });
    expect(empty({}, [])).toMatchObject({ refused: 'invoice-not-found', kind: 'not-found' });
  });

  it('and takes no money any more: what was meant for it stays with the payer', () => {
    const asked = {
      paymentId: 'P-1',
      allocationId: 'A-1',
      payerId: 'C-2',
      currency: 'EUR',
      requested: '100.00',
    };
    const answer = given(invoices, ISSUED, VOIDED as never).when(
      'SettleInvoice',
      { invoiceId: '1', ...asked, receivedOn: '2026-05-01' },
      undefined,
    );
    expect(answer).toMatchObject([{ type: 'AllocationRefused', data: { code: 'void' } }]);
  });

  it('and is open to the day before', () => {
    const { state } = given(invoices, ISSUED, VOIDED as never);
    const open = (day: string) => openOn(state.settlement, 'EUR', day).toString();
    expect([open('2026-05-01'), open('2026-05-02')]).toEqual(['100.00', '0.00']);
  });
});
