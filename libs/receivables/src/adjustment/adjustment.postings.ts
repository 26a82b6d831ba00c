import { Money } from '@quittance/kernel';
import { type Leg, leg, noMoney, postings, type PostingsOf, settling } from '../ledger/legs.js';
import type { AdjustmentFacts } from './adjustment.events.js';

type Facts = AdjustmentFacts;

/** A write-off, or what is taken back of one (sign −): what is lost, and the VAT that is claimed back. */
function writtenOff(
  {
    invoiceId: invoice,
    customerId: party,
    writeOffId: settlement,
    currency,
    ...data
  }: Facts['WriteOffReversed'] | Facts['WriteOffRestored'] | Facts['WrittenOff'],
  on: string,
  sign: 1 | -1,
): Leg[] {
  const signed = (amount: string): Money =>
    sign === 1 ? Money.of(amount, currency) : Money.of(amount, currency).negated();
  const amount = signed(data.amount);
  const about = { invoice, party, on, settlement };
  if (data.vat === undefined) return settling('write-off', amount, about, { kind: 'written-off' });
  const vat = signed(data.vat);
  return [
    leg('receivable', 'write-off', amount.negated(), about),
    leg('written-off', 'written-off', amount.minus(vat), { party, on }),
    leg('vat', 'claimed', vat, { party, on }),
  ];
}

const settled = (
  {
    invoiceId: invoice,
    customerId: party,
    settlementId: settlement,
    kind,
    on,
    instalment,
    ...data
  }: Facts['SettlementUndone'] | Facts['SettlementRecorded'],
  amount: Money = Money.of(data.amount, data.currency),
): Leg[] => settling(kind, amount, { invoice, party, on, settlement, instalment });

export const adjustmentPostings = {
  WriteOffRequested: noMoney,
  WriteOffRefused: noMoney,
  WrittenOff: postings((data) => writtenOff(data, data.approvedOn, 1)),
  WriteOffReversed: postings((data) => writtenOff(data, data.reversedOn, -1)),
  WriteOffRestored: postings((data) => writtenOff(data, data.restoredOn, 1)),
  SettlementRequested: noMoney,
  SettlementRefused: noMoney,
  SettlementRecorded: postings((data) => settled(data)),
  SettlementUndone: postings((data) => settled(data, Money.of(data.amount, data.currency).negated())),
} satisfies PostingsOf<AdjustmentFacts>;
