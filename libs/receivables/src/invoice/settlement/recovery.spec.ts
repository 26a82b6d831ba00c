import { type FactOf, Money, stream } from '@quittance/kernel';
import { ISSUED, NAMED } from '../../../spec/invoice-facts.js';
import { given } from '../../../../../test/support/decisions.js';
import type { AdjustedFacts } from '../../adjustment/adjustment.events.js';
import type { InvoiceFacts } from '../invoice.events.js';
import { issue } from '../issue/issue.decider.js';
import { restored, reversed, writtenOff } from './recovery.decider.js';
import { settlement } from './settlement.decider.js';

type Fact = FactOf<InvoiceFacts & AdjustedFacts>;
const stateOf = (facts: Fact[]) => given(stream('invoice', [issue, settlement]), ...(facts as never[])).state;
const EUR = (amount: string) => Money.of(amount, 'EUR');
const off = (writeOffId: string, amount: string, open: string, approvedOn: string, vat?: string): Fact => ({
  type: 'WrittenOff',
  data: {
    ...{ ...NAMED, writeOffId, currency: 'EUR', amount, open, approvedOn, vat },
    ...{ reasonCode: 'uncollectable', requestedBy: 'anna' },
  },
});
// 100.00, of which 60.00 were written off with 11.00 of VAT claimed, then 40.00.
const BOTH = [
  ISSUED,
  off('W1', '60.00', '40.00', '2026-05-10', '11.00'),
  off('W2', '40.00', '0.00', '2026-05-12'),
] as Fact[];
const told = (facts: readonly unknown[]) =>
  (facts as Fact[]).map(({ type, data }) => {
    const { writeOffId, amount, vat, open } = data as unknown as Record<string, string>;
    return [type, writeOffId, amount, vat, open];
  });
const by = (facts: Fact[], amount: string, how = reversed) => {
  const state = stateOf(facts);
  const asked = { id: '1', allocationId: 'A', amount: EUR(amount), on: '2026-06-01' };
  return how(state.settlement, state.issue!, asked) as Fact[];
};

describe('a recovery', () => {
  it('takes what is written off still, from the day on which all of it is', () => {
    const { amount, on } = writtenOff(stateOf(BOTH).settlement, 'EUR');
    expect([amount.toString(), on]).toEqual(['100.00', '2026-05-12']);
  });

  it('reverses the last write-off first, its VAT pro rata', () => {
    expect(told(by(BOTH, '70.00'))).toEqual([
      ['WriteOffReversed', 'W2', '40.00', undefined, '40.00'],
      ['WriteOffReversed', 'W1', '30.00', '5.50', '70.00'],
    ]);
  });

  it('falls with its money: what it had reversed is written off again, in whole or in part', () => {
    const recovered = by(BOTH, '70.00');
    const { amount } = writtenOff(stateOf([...BOTH, ...recovered]).settlement, 'EUR');
    expect(amount.toString()).toBe('30.00');
    const paid: Fact = {
      type: 'PaymentApplied',
      data: {
        ...{
          ...NAMED,
          paymentId: 'P',
          allocationId: 'A',
          payerId: 'C-1',
          currency: 'EUR',
          requested: '70.00',
        },
        ...{
          applied: '70.00',
          open: '0.00',
          receivedOn: '2026-06-01',
          requestedOn: '2026-06-01',
          appliedOn: '2026-06-01',
        },
      },
    };
    const after = [...BOTH, ...recovered, paid];
    expect(told(by(after, '70.00', restored as never))).toEqual([
      ['WriteOffRestored', 'W1', '30.00', '5.50', '40.00'],
      ['WriteOffRestored', 'W2', '40.00', undefined, '0.00'],
    ]);
    const part = by(after, '10.00', restored);
    expect(told(part)).toEqual([['WriteOffRestored', 'W1', '10.00', '1.83', '0.00']]);
    expect(
      told(by([...after, ...part], '60.00', restored as never)).map(([, id, some]) => [id, some]),
    ).toEqual([
      ['W1', '20.00'],
      ['W2', '40.00'],
    ]);
  });
});
