import { type FactOf, holdsOf, stream } from '@quittance/kernel';
import { ISSUED, NAMED, paid } from '../../spec/invoice-facts.js';
import { given, TODAY, wrongField } from '../../../../test/support/decisions.js';
import type { InvoiceFacts } from '../invoice/invoice.events.js';
import { issue } from '../invoice/issue/issue.decider.js';
import { settlement } from '../invoice/settlement/settlement.decider.js';
import { promise } from './promise.decider.js';
import type { PromiseFacts } from './promise.events.js';

const invoices = stream('invoice', [issue, settlement, promise]);
const subject = { customerSubject: 'customer-1' };
const BY = '2026-06-30';

type Fact = FactOf<InvoiceFacts & PromiseFacts>;
const promised = (change: Partial<PromiseFacts['PromiseMade']> = {}): Fact => ({
  type: 'PromiseMade',
  data: {
    ...{ ...NAMED, promiseId: 'P', currency: 'EUR', amount: '60.00', madeOn: '2026-05-01', promisedOn: BY },
    ...change,
  },
});
const withdrawn = (withdrawnOn: string): Fact => ({
  type: 'PromiseWithdrawn',
  data: {
    ...{ ...NAMED, promiseId: 'P', currency: 'EUR', withdrawnOn },
    personal: { subject: 'customer-1', reason: 'Another day.' },
  },
});

describe('a promise', () => {
  const make = (change: object = {}, facts: Fact[] = [ISSUED]) =>
    given(invoices, ...(facts as never[])).when(
      'MakePromise',
      { invoiceId: '1', promisedOn: BY, ...change },
      subject,
    );

  it('counts from today, over all that is open unless an amount is given; who made it and why is personal', () => {
    const data = { ...NAMED, promiseId: 'part-0', currency: 'EUR', promisedOn: BY, madeOn: TODAY };
    expect(make()).toEqual([{ type: 'PromiseMade', data: { ...data, amount: '100.00' } }]);
    expect(make({ amount: '60', madeBy: 'Mr Rossi', reason: 'Their client pays then.' })).toMatchObject([
      {
        data: {
          amount: '60.00',
          personal: { subject: 'customer-1', madeBy: 'Mr Rossi', reason: 'Their client pays then.' },
        },
      },
    ]);
  });

  it('is over at most what was open on its day', () => {
    const facts = [ISSUED, paid('90.00', '10.00')];
    expect(make({ amount: '10.01' }, facts)).toMatchObject({
      refused: 'promise-above-open',
      kind: 'conflict',
    });
    expect(make({ amount: '100.00', madeOn: '2026-05-01' }, facts)).toHaveLength(1);
    expect(make({}, [ISSUED, paid('100.00', '0.00')])).toMatchObject({ refused: 'already-settled' });
  });

  it('is one at a time, until it is kept, withdrawn or over', () => {
    expect(make({}, [ISSUED, promised()])).toMatchObject({ refused: 'already-promised', kind: 'conflict' });
    expect(make({}, [ISSUED, promised(), paid('60.00', '40.00')])).toHaveLength(1);
    expect(make({}, [ISSUED, promised(), withdrawn(TODAY)])).toHaveLength(1);
    expect(make({}, [ISSUED, promised({ promisedOn: '2026-06-14' })])).toHaveLength(1);
  });

  it.each([
    [{ madeOn: '2026-06-16' }, '/madeOn', 'not-in-future'],
    [{ madeOn: '2026-03-31' }, '/madeOn', 'not-before-issue'],
    [{ promisedOn: '2026-06-14' }, '/promisedOn', 'not-before-made'],
    [{ promisedOn: '2036-04-02' }, '/promisedOn', 'years-after-issue'],
    [{ amount: '0.00' }, '/amount', 'positive'],
  ])('with %j is refused', (change, field, rule) => {
    expect(make(change)).toEqual(wrongField(field, rule));
  });

  it('holds up what was promised and is not paid yet, to the end of its day', () => {
    const held = (facts: Fact[], day: string) =>
      holdsOf(given(invoices, ISSUED, ...(facts as never[])).state, day).map(({ amount }) => amount);
    expect(held([promised()], '2026-04-30')).toEqual([]);
    expect(held([promised()], BY)).toEqual(['60.00']);
    expect(held([promised()], '2026-07-01')).toEqual([]);
    expect(held([promised(), paid('45.00', '55.00')], BY)).toEqual(['15.00']);
    expect(held([promised(), paid('45.00', '55.00')], '2026-05-01')).toEqual(['60.00']);
    expect(held([promised(), withdrawn('2026-05-10')], '2026-05-10')).toEqual([]);
  });
});

describe('withdrawing a promise', () => {
  const withdraw = (facts: Fact[]) =>
    given(invoices, ISSUED, ...(facts as never[])).when(
      'WithdrawPromise',
      { invoiceId: '1', promiseId: 'P', reason: 'Another day.' },
      subject,
    );

  it('counts from today, once', () => {
    expect(withdraw([promised()])).toEqual([withdrawn(TODAY)]);
    expect(withdraw([promised(), withdrawn('2026-05-10')])).toMatchObject({ refused: 'already-withdrawn' });
    expect(withdraw([])).toMatchObject({ refused: 'promise-not-found', kind: 'not-found' });
  });
});
