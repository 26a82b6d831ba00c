import { type FactOf, holdsOf, stream } from '@quittance/kernel';
import { ISSUED, NAMED, paid } from '../../spec/invoice-facts.js';
import { given, TODAY, wrongField } from '../../../../test/support/decisions.js';
import type { InvoiceFacts } from '../invoice/invoice.events.js';
import { issue } from '../invoice/issue/issue.decider.js';
import { settlement } from '../invoice/settlement/settlement.decider.js';
import { collection } from './collection.decider.js';
import type { CollectionFacts } from './collection.events.js';

const invoices = stream('invoice', [issue, settlement, collection]);
const subject = { customerSubject: 'customer-1' };
const personal = { subject: 'customer-1', reason: 'They do not answer.' };
const OF = { ...NAMED, collectionId: 'C', currency: 'EUR' };

type Fact = FactOf<InvoiceFacts & CollectionFacts>;
const handed = (handedOverOn: string): Fact => ({
  type: 'HandedToCollection',
  data: { ...OF, agency: 'Recupero', handedOverOn, personal },
});
const returned = (returnedOn: string): Fact => ({
  type: 'ReturnedFromCollection',
  data: { ...OF, returnedOn, personal },
});

describe('a hand-over to collection', () => {
  const hand = (change: object = {}, facts: Fact[] = [ISSUED]) =>
    given(invoices, ...(facts as never[])).when(
      'HandToCollection',
      { invoiceId: '1', agency: 'Recupero', reason: 'They do not answer.', ...change },
      subject,
    );

  it('counts from today, or from a day on which something was open; its reason is personal', () => {
    const data = { ...OF, collectionId: 'part-0', agency: 'Recupero', handedOverOn: TODAY, personal };
    expect(hand()).toEqual([{ type: 'HandedToCollection', data }]);
    const settled = [ISSUED, paid('100.00', '0.00')];
    expect(hand({}, settled)).toMatchObject({ refused: 'already-settled', kind: 'conflict' });
    expect(hand({ handedOverOn: '2026-05-01' }, settled)).toHaveLength(1);
    expect(hand({ handedOverOn: '2026-03-31' })).toEqual(wrongField('/handedOverOn', 'not-before-issue'));
    expect(hand({ handedOverOn: '2026-06-16' })).toEqual(wrongField('/handedOverOn', 'not-in-future'));
    expect(hand({}, [])).toMatchObject({ refused: 'invoice-not-found' });
  });

  it('is one at a time, also where it is recorded late', () => {
    const again = { refused: 'in-collection', kind: 'conflict' };
    expect(hand({}, [ISSUED, handed('2026-05-01')])).toMatchObject(again);
    const facts = [ISSUED, handed('2026-05-01'), returned('2026-05-20')];
    expect(hand({ handedOverOn: '2026-05-19' }, facts)).toMatchObject(again);
    expect(hand({ handedOverOn: '2026-05-20' }, facts)).toHaveLength(1);
  });

  it('holds up all that is open, from its day to the day before it came back', () => {
    const held = (facts: Fact[], ...days: string[]) => {
      const { state } = given(invoices, ISSUED, ...(facts as never[]));
      return days.map((day) => holdsOf(state, day).length);
    };
    expect(held([handed('2026-05-10')], '2026-05-09', '2026-05-10', '2030-01-01')).toEqual([0, 1, 1]);
    const facts = [handed('2026-05-10'), returned('2026-05-15')];
    expect(held(facts, '2026-05-14', '2026-05-15')).toEqual([1, 0]);
  });
});

describe('a return from collection', () => {
  const takeBack = (facts: Fact[], change: object = {}) =>
    given(invoices, ISSUED, ...(facts as never[])).when(
      'ReturnFromCollection',
      { invoiceId: '1', collectionId: 'C', reason: 'They do not answer.', ...change },
      subject,
    );

  it('counts from today, or from a day since the hand-over', () => {
    const data = { ...OF, returnedOn: TODAY, personal };
    expect(takeBack([handed('2026-05-10')])).toEqual([{ type: 'ReturnedFromCollection', data }]);
    const on = (returnedOn: string) => takeBack([handed('2026-05-10')], { returnedOn });
    expect(on('2026-05-10')).toHaveLength(1);
    expect(on('2026-05-09')).toEqual(wrongField('/returnedOn', 'not-before-hand-over'));
    expect(on('2026-06-16')).toEqual(wrongField('/returnedOn', 'not-in-future'));
  });

  it('is of a hand-over of the invoice, once', () => {
    expect(takeBack([])).toMatchObject({ refused: 'collection-not-found', kind: 'not-found' });
    expect(takeBack([handed('2026-05-10'), returned('2026-05-15')])).toMatchObject({
      refused: 'already-returned',
      kind: 'conflict',
    });
  });
});
