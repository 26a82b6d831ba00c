import { addDays, type FactOf, holdsOf, Money, stream } from '@quittance/kernel';
import fc from 'fast-check';
import { ISSUED, PAYMENT } from '../../spec/invoice-facts.js';
import { given } from '../../../../test/support/decisions.js';
import { issue } from '../invoice/issue/issue.decider.js';
import { settlement } from '../invoice/settlement/settlement.decider.js';
import { dispute } from './dispute.decider.js';

const invoices = stream('invoice', [issue, settlement, dispute]);
type Fact = FactOf<{ DisputeRaised: { disputeId: string } } & Record<string, object>>;

const day = fc.nat(75).map((days) => addDays('2026-04-01', days));
const amount = fc.integer({ min: 1, max: 12_000 }).map((cents) => (cents / 100).toFixed(2));
const step = fc.oneof(
  fc.record({ kind: fc.constant('raise' as const), on: day, amount: fc.option(amount, { nil: undefined }) }),
  fc.record({ kind: fc.constant('resolve' as const), on: day, which: fc.nat(5) }),
  fc.record({ kind: fc.constant('pay' as const), on: day, amount }),
);

it('of any invoice, on any day: held up is no more than is open, and all that is disputed where there is room', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 3, maxLength: 14 }), (steps) => {
      const facts: Fact[] = [ISSUED];
      const disputes: { id: string; on: string; amount: string; over?: string }[] = [];
      for (const [i, one] of steps.entries()) {
        const invoice = given(invoices, ...(facts as never[]));
        const subject = { customerSubject: 'customer-1', owner: undefined, askedBack: [] };
        const of = disputes[one.kind === 'resolve' ? one.which % (disputes.length || 1) : 0];
        const answer =
          one.kind === 'raise'
            ? invoice.when(
                'RaiseDispute',
                { invoiceId: '1', reasonCode: 'x', reason: 'r', amount: one.amount, disputedOn: one.on },
                subject,
              )
            : one.kind === 'pay'
              ? invoice.when(
                  'SettleInvoice',
                  { invoiceId: '1', ...PAYMENT, receivedOn: one.on, requested: one.amount },
                  undefined,
                )
              : invoice.when(
                  'ResolveDispute',
                  {
                    invoiceId: '1',
                    disputeId: of?.id ?? '',
                    outcome: 'rejected',
                    reason: 'r',
                    resolvedOn: one.on,
                  },
                  subject,
                );
        if ('refused' in answer) continue;
        const [fact] = answer as unknown as Fact[];
        if (one.kind === 'raise') {
          const data = fact!.data as { disputeId: string; amount: string };
          data.disputeId = `d${i}`;
          disputes.push({ id: data.disputeId, on: one.on, amount: data.amount });
        }
        if (one.kind === 'resolve') of!.over = one.on;
        facts.push(fact!);
      }
      const { state } = given(invoices, ...(facts as never[]));
      const money = (text: string): Money => Money.of(text, 'EUR');
      const open = money(state.settlement.open);
      for (const at of [
        '2026-04-01',
        '2026-05-01',
        '2026-06-15',
        ...disputes.flatMap(({ on, over = on }) => [on, over]),
      ]) {
        // As somebody with a sheet of paper adds it up.
        const disputed = disputes
          .filter(({ on, over = '9999' }) => on <= at && at < over)
          .reduce((sum, each) => sum.plus(money(each.amount)), money('0.00'));
        const held = holdsOf(state, at).reduce((sum, hold) => sum.plus(money(hold.amount!)), money('0.00'));
        expect(held.toString()).toBe(disputed.min(open).toString());
        expect(disputed.compare(money('100.00'))).toBeLessThanOrEqual(0);
      }
    }),
    { numRuns: 150 },
  );
});
