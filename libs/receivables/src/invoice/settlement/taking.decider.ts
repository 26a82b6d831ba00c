import { type FactOf, factsOf, Money } from '@quittance/kernel';
import type { AdjustmentFacts } from '../../adjustment/adjustment.events.js';
import { differencesTaken } from '../../adjustment/adjustment.stream.js';
import { type Issued, named } from '../issue/issue.decider.js';
import { type RecoveryFacts, restored, reversed, writtenOff } from './recovery.decider.js';
import type { ReturnApplied, SettleInvoice, UndoApplied } from './settlement.commands.js';
import { openFrom, type Settlement, type Taken, whyNothing } from './settled.decider.js';
import type { SettlementFacts } from './settlement.events.js';

type Facts = SettlementFacts &
  RecoveryFacts &
  Pick<AdjustmentFacts, 'SettlementRecorded' | 'SettlementUndone'>;
const fact = factsOf<Facts>();

/** Who asks, and ids for what comes with the money. */
interface By {
  id: string;
  actor: { id: string };
  partId: (index: number) => string;
}

/**
 * The invoice takes of the money what it can: of what is open, with what the payer kept back; or, where it comes for that, of what
 * was written off. In one append.
 */
export function takenBy(command: SettleInvoice, invoice: Issued, own: Settlement, by: By): FactOf<Facts>[] {
  const { paymentId, allocationId, payerId, currency, requested, receivedOn } = command;
  const { requestedOn = receivedOn, instalment, recovery, differences = [] } = command;
  const { id } = by;
  const asked = {
    ...{ ...named(invoice, id), paymentId, allocationId, payerId, currency, requested },
    ...{ receivedOn, requestedOn },
  };
  const counts = [receivedOn, requestedOn, invoice.issuedOn];
  const open = Money.of(own.open, invoice.currency);
  if (recovery) {
    const off = writtenOff(own, currency);
    if (!off.amount.isPositive) return [fact('AllocationRefused', { ...asked, code: 'nothing-written-off' })];
    const amount = off.amount.min(Money.of(requested, currency));
    const on = [...counts, off.on].sort().at(-1)!;
    const applied = { applied: amount.toString(), open: open.toString(), appliedOn: on };
    return [
      ...reversed(own, invoice, { id, allocationId, amount, on }),
      fact('PaymentApplied', { ...asked, ...applied, recovery: true }),
    ];
  }
  if (!open.isPositive) return [fact('AllocationRefused', { ...asked, code: whyNothing(own) })];
  const applied = open.min(Money.of(requested, currency));
  const left = open.minus(applied);
  const came = differencesTaken(differences, left);
  const after = came.at(-1)?.open ?? left.toString();
  const all = open.minus(Money.of(after, currency));
  const on = openFrom(own, currency, all, counts.sort().at(-1)!);
  return [
    fact('PaymentApplied', {
      ...{ ...asked, applied: applied.toString(), instalment },
      ...{ open: left.toString(), appliedOn: on },
    }),
    ...came.map(({ open: then, ...difference }, i) =>
      fact('SettlementRecorded', {
        ...{ ...named(invoice, id), settlementId: by.partId(i), currency, ...difference },
        ...{ open: then, requestedBy: by.actor.id, allocationId, instalment, on },
      }),
    ),
  ];
}

/** What falls with money that goes back: its recovery, as far as the money goes; what was kept back with it, in whole. */
export function fallenWith(
  { allocationId, amount: given }: UndoApplied | ReturnApplied,
  invoice: Issued,
  own: Settlement,
  { id, on }: { id: string; on: string },
): FactOf<Facts>[] {
  const { currency } = invoice;
  const amount = Money.of(given, currency);
  let open = Money.of(own.open, currency).plus(amount);
  return [
    ...restored(own, invoice, { id, allocationId, amount, on }),
    ...keptBackWith(own, allocationId, currency).map(({ settlementId, kind, amount: kept, instalment }) => {
      open = open.plus(kept);
      return fact('SettlementUndone', {
        ...{ ...named(invoice, id), settlementId, kind, currency, amount: kept.toString() },
        ...{ open: open.toString(), allocationId, instalment, on },
      });
    }),
  ];
}

type Kind = AdjustmentFacts['SettlementRecorded']['kind'];

/** Differences that came with the money, and settle something still. */
function keptBackWith(
  { taken }: Settlement,
  allocationId: string,
  currency: string,
): { settlementId: string; kind: Kind; amount: Money; instalment?: number }[] {
  const lines: Taken[] = [];
  for (let each = taken; each; each = each.before) lines.push(each);
  const came = lines.filter(
    ({ by, kind, applied }) => by === allocationId && kind !== 'write-off' && !applied.startsWith('-'),
  );
  return came.flatMap(({ source: settlementId, kind, instalment }) => {
    const sum = lines
      .filter(({ line }) => line === settlementId)
      .reduce((left, { applied }) => left.plus(Money.of(applied, currency)), Money.zero(currency));
    return sum.isPositive ? [{ settlementId, kind: kind as Kind, amount: sum, instalment }] : [];
  });
}
