import type { AnyProjection, Changes, ProjectedFact } from '@quittance/read-model';
import type { DerivedProjection } from '../manifest/feature.js';
import type { AnyPostings } from './legs.js';
import { ledgerLines } from './ledger.tables.js';
import { legsBy, moneyTypes } from './posted.js';

/** Legs of all facts as lines. */
export const ledgerProjection: DerivedProjection = {
  name: 'ledger',
  comment: 'The ledger: legs of all facts that move money',
  tables: [ledgerLines],
  derivedFrom: 'money',
  from: ({ postings }) => postedBy(postings),
};

function postedBy(postings: AnyPostings): AnyProjection['on'] {
  const legs = legsBy(postings);
  const post = (fact: ProjectedFact, changes: Changes): void => {
    let line = 0;
    for (const { account, kind, amount, on, party, opens, ...about } of legs(fact)) {
      // Nothing moved is no line; a receivable of nothing is one.
      if (amount.isZero && !opens) continue;
      line += 1;
      changes.put(ledgerLines, {
        position: fact.at,
        line,
        account,
        kind,
        currency: amount.currency,
        amount: amount.toString(),
        effective_on: on,
        stated_at: fact.statedAt,
        party,
        invoice_id: about.invoice ?? null,
        instalment: about.instalment ?? null,
        settlement_line_id: about.settlement ?? null,
        document_id: about.document ?? null,
        due_on: opens?.dueOn ?? null,
        owner_id: opens?.ownerId ?? null,
      });
    }
  };
  return Object.fromEntries(moneyTypes(postings).map((type) => [type, post]));
}
