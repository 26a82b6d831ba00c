import { summedSql } from '../ledger/sums.js';
import type { FigureOfFacts, SumsPublished } from '../manifest/feature.js';
import { paymentsAt } from './payment.sql.js';
import { PAYMENT_SUMS } from './payment.sums.js';

const PARTS = ['allocated', 'pending', 'refunded', 'returned', 'unapplied'] as const;

/** What came in: where it went at once, whether free or meant for an invoice. A cancelled payment has received nothing. */
const CAME_IN = `l.account in ('unapplied', 'pending')
  and (l.kind = 'cancelled' or l.position = (select p.received_at from live.payments p where p.id = l.document_id))`;

/** What a payment says of itself, each by the facts that made it. */
export const paymentFigures: SumsPublished = {
  of: 'payment',
  relation: paymentsAt,
  lines: (id) => `l.document_id = ${id}`,
  figures: {
    ...(Object.fromEntries(
      Object.entries(PAYMENT_SUMS).map(([name, sum]): [string, FigureOfFacts] => [
        name,
        { value: `r.${name}`, sum: summedSql(sum, 'l') },
      ]),
    ) as Record<keyof typeof PAYMENT_SUMS, FigureOfFacts>),
    received: {
      value: 'r.received',
      sum: `coalesce(-sum(l.amount) filter (where ${CAME_IN}), 0)`,
      of: Object.fromEntries(PARTS.map((name) => [name, '+' as const])),
    },
  },
};
