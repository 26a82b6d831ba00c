import { summedSql } from '../ledger/sums.js';
import type { FigureOfFacts, SumsPublished } from '../manifest/feature.js';
import { creditNotesAt } from './credit-note.sql.js';
import { CREDIT_SUMS } from './credit-note.sums.js';

/** Columns of the API, with those of the table. */
const PARTS = {
  applied: 'applied',
  refunded: 'refunded',
  onAccount: 'on_account',
  cancelled: 'cancelled',
} as const;

/** What a credit note says of itself, each by the facts that made it. */
export const creditNoteFigures: SumsPublished = {
  of: 'credit-note',
  relation: creditNotesAt,
  lines: (id) => `l.document_id = ${id}`,
  figures: {
    total: {
      value: 'r.total',
      sum: "coalesce(-sum(l.amount) filter (where l.account = 'credit' and l.kind = 'issued'), 0)",
      of: { applied: '+', refunded: '+', onAccount: '+', cancelled: '+' },
    },
    ...Object.fromEntries(
      Object.entries(PARTS).map(([name, column]): [string, FigureOfFacts] => [
        name,
        { value: `r.${column}`, sum: summedSql(CREDIT_SUMS[column], 'l') },
      ]),
    ),
  },
};
