import type { AnyProjection, Changes, ProjectedFact } from '@quittance/read-model';
import type { DerivedProjection } from '../manifest/feature.js';
import { ACCOUNTS, type Account } from './accounts.js';
import type { AnyPostings, Leg } from './legs.js';
import { heldDays, ledgerLines } from './ledger.tables.js';
import { legsBy, moneyTypes } from './posted.js';

/** Legs of all facts as lines: an outer leg is named on the inner ones that it balances. */
export const ledgerProjection: DerivedProjection = {
  name: 'ledger',
  comment: 'The ledger: legs of all facts that move money',
  tables: [ledgerLines, heldDays],
  derivedFrom: 'money',
  from: ({ postings }) => postedBy(postings),
};

function postedBy(postings: AnyPostings): AnyProjection['on'] {
  const legs = legsBy(postings);
  const post = (fact: ProjectedFact, changes: Changes): void => {
    let line = 0;
    const { at, statedAt } = fact;
    for (const [leg, against] of linesOf(legs(fact))) {
      const { amount, opens } = leg;
      line += 1;
      changes.put(ledgerLines, {
        position: at,
        line,
        account: leg.account,
        against,
        kind: leg.kind,
        currency: amount.currency,
        amount: amount.toString(),
        effective_on: leg.on,
        stated_at: statedAt,
        party: leg.party,
        invoice_id: leg.invoice ?? null,
        instalment: leg.instalment ?? null,
        settlement_line_id: leg.settlement ?? null,
        document_id: leg.document ?? null,
        due_on: opens?.dueOn ?? null,
        owner_id: opens?.ownerId ?? null,
      });
    }
  };
  return Object.fromEntries(moneyTypes(postings).map((type) => [type, post]));
}

type Line = [leg: Leg, against: Account | null];

const isOuter = ({ account }: Leg): boolean => ACCOUNTS[account] === 'outer';
/** Nothing moved is no line; a receivable of nothing is one. */
const isLine = ({ amount, opens }: Leg): boolean => !amount.isZero || opens !== undefined;

/**
 * Where one outer leg balances all inner ones of a day, as almost always, it is the column `against` of theirs; it comes to
 * their sum with its sign turned. Legs that balance one another, and several outer ones, are lines themselves.
 */
function linesOf(all: readonly Leg[]): Line[] {
  const legs = all.filter(isLine);
  const [first] = legs;
  if (!first) return [];
  const same = ({ on, amount }: Leg): boolean => on === first.on && amount.currency === first.amount.currency;
  if (legs.every(same)) return linesOfDay(legs);
  return [...linesOfDay(legs.filter(same)), ...linesOf(legs.filter((leg) => !same(leg)))];
}

function linesOfDay(legs: readonly Leg[]): Line[] {
  const outer = legs.filter(isOuter);
  if (outer.length !== 1) return legs.map((leg) => [leg, null]);
  const [{ account }] = outer as [Leg];
  return legs.filter((leg) => !isOuter(leg)).map((leg) => [leg, account]);
}
