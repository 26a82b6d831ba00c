import type { RecordedFact } from '@quittance/event-store';
import { Money } from '@quittance/kernel';
import { ACCOUNTS, type Account } from '../ledger/accounts.js';
import { addedBy, type AnyControls, documentsOf, type MoneyOfFacts, statedBy } from '../ledger/control.js';
import { type Sum, SUMS, summed } from '../ledger/sums.js';
import { MalformedFactError } from './malformed-fact.js';

const IN_ORDER = Object.keys(ACCOUNTS) as Account[];

/** Figures that are sums over legs: those of documents by the names that their features give them, and the reports' own. */
function figuresOf(controls: AnyControls): Record<string, Sum> {
  const { paid: applied, ...others } = SUMS;
  // How rows are found is no part of an export.
  const documents = documentsOf(controls).map(({ document }) => {
    const { against: _, ...legs } = document.legs;
    return [document.sum, legs] as const;
  });
  return { ...Object.fromEntries(documents), applied, ...others };
}

/**
 * How totals are added up, for the file itself to say: whoever verifies it needs to know no type of fact. `figures` are sums
 * over legs; `control` is the sum of what the facts themselves state, and the sum of the `inner` accounts.
 */
export const howSummed = (controls: AnyControls) => ({
  figures: figuresOf(controls),
  inner: IN_ORDER.filter((account) => ACCOUNTS[account] === 'inner'),
  control: statedBy(controls).map(({ type, field, sign, document }) => ({
    ...{ type, field, sign },
    ...(document && { count: document.count, sum: document.sum }),
  })),
});

/** What the facts of one currency come to: decimal texts, exact. */
export interface ExportedTotal {
  currency: string;
  /** Counts of documents, and figures. */
  [name: string]: string | Readonly<Record<string, string>>;
  /** Of documents and receipts, without the legs: it must be what the inner accounts come to. */
  control: string;
  /** What the legs of each account come to: debit positive, credit negative. */
  accounts: Readonly<Record<string, string>>;
}

interface Sums {
  counts: Map<string, bigint>;
  figures: Map<string, Money>;
  control: Money;
  accounts: Map<Account, Money>;
}

/** Adds up facts by currency, by their legs; the control apart from them. */
export class ExportedTotals {
  private readonly sums = new Map<string, Sums>();
  private readonly figures: Readonly<Record<string, Sum>>;

  constructor(private readonly money: MoneyOfFacts) {
    this.figures = figuresOf(money.controls);
  }

  /** @throws MalformedFactError; nothing of the fact was added then */
  add(stored: RecordedFact): void {
    try {
      const { legsOf, controls, asToday } = this.money;
      const fact = asToday(stored);
      const legs = legsOf(fact);
      const control = controls[fact.type];
      for (const currency of new Set(legs.map(({ amount }) => amount.currency))) {
        const { figures, accounts } = this.of(currency);
        const mine = legs.filter(({ amount }) => amount.currency === currency);
        for (const [name, before] of figures) figures.set(name, summed(this.figures[name]!, mine, before));
        for (const { account, amount } of mine)
          accounts.set(account, accounts.get(account)?.plus(amount) ?? amount);
      }
      for (const { amount } of addedBy(control, fact.data)) {
        const sums = this.of(amount.currency);
        sums.control = sums.control.plus(amount);
        for (const { document } of control?.adds ?? [])
          if (document) sums.counts.set(document.count, sums.counts.get(document.count)! + 1n);
      }
    } catch (error) {
      throw new MalformedFactError(stored, `it cannot be added up: ${(error as Error).message}`);
    }
  }

  /** By currency. */
  totals(): ExportedTotal[] {
    return [...this.sums]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, { counts, figures, control, accounts }]) => ({
        currency,
        ...textsOf(counts),
        ...textsOf(figures),
        control: control.toString(),
        accounts: textsOf(
          IN_ORDER.flatMap((account): [string, Money][] =>
            accounts.has(account) ? [[account, accounts.get(account)!]] : [],
          ),
        ),
      }));
  }

  private of(currency: string): Sums {
    const known = this.sums.get(currency);
    if (known) return known;
    const zero = Money.zero(currency);
    const made: Sums = {
      counts: new Map(documentsOf(this.money.controls).map(({ document: { count } }) => [count, 0n])),
      figures: new Map(Object.keys(this.figures).map((name) => [name, zero])),
      control: zero,
      accounts: new Map(),
    };
    this.sums.set(currency, made);
    return made;
  }
}

const textsOf = (of: Iterable<[string, bigint | Money]>): Record<string, string> =>
  Object.fromEntries([...of].map(([name, value]) => [name, value.toString()]));
