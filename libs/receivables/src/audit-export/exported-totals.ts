import type { RecordedFact } from '@quittance/event-store';
import { Money } from '@quittance/kernel';
import { ACCOUNTS, type Account } from '../ledger/accounts.js';
import type { Control } from '../ledger/control.js';
import { legsOf } from '../ledger/posted.js';
import { CONTROLS } from '../ledger/postings.js';
import { SUMS, summed } from '../ledger/sums.js';
import { MalformedFactError } from './malformed-fact.js';

/** What the facts of one currency come to: decimal texts, exact. */
export interface ExportedTotal {
  currency: string;
  invoices: string;
  payments: string;
  issued: string;
  received: string;
  /** Taken by invoices. */
  applied: string;
  open: string;
  /** Meant for invoices that have not answered. */
  pending: string;
  unapplied: string;
  /** Credit notes, and what is left of them; left out where there are none, as in exports of former releases. */
  creditNotes?: string;
  credited?: string;
  credits?: string;
  /** Of documents and receipts, without the legs: it must be open - unapplied - pending, and what is left of credits. */
  control: string;
  /** What the legs of each account come to: debit positive, credit negative. */
  accounts: { [Of in Account]?: string };
}

/** Facts of which there are counts. */
const COUNTED: Record<string, 'invoices' | 'payments' | 'creditNotes'> = {
  InvoiceIssued: 'invoices',
  PaymentReceived: 'payments',
  CreditNoteIssued: 'creditNotes',
};

/** Figures that are sums over legs. */
const SUMMED = {
  issued: SUMS.issued,
  received: SUMS.received,
  applied: SUMS.paid,
  open: SUMS.open,
  pending: SUMS.pending,
  unapplied: SUMS.unapplied,
  credited: { account: 'credit', kind: 'issued', turned: true },
  credits: SUMS.credits,
} as const;

interface Sums {
  invoices: bigint;
  payments: bigint;
  creditNotes: bigint;
  control: Money;
  figures: Record<keyof typeof SUMMED, Money>;
  accounts: Map<Account, Money>;
}

/** Adds up facts by currency, by their legs; the control apart from them. */
export class ExportedTotals {
  private readonly sums = new Map<string, Sums>();

  /** @throws MalformedFactError; nothing of the fact was added then */
  add(fact: RecordedFact): void {
    try {
      const legs = legsOf(fact);
      const control = (CONTROLS as Record<string, Control<never> | undefined>)[fact.type];
      const added = control?.adds?.(fact.data as never) ?? [];
      for (const currency of new Set(legs.map(({ amount }) => amount.currency))) {
        const sums = this.of(currency);
        const mine = legs.filter(({ amount }) => amount.currency === currency);
        for (const name of Object.keys(SUMMED) as (keyof typeof SUMMED)[])
          sums.figures[name] = summed(SUMMED[name], mine, sums.figures[name]);
        for (const { account, amount } of mine)
          sums.accounts.set(account, sums.accounts.get(account)?.plus(amount) ?? amount);
        const counted = COUNTED[fact.type];
        if (counted) sums[counted] += 1n;
      }
      for (const { amount } of added)
        this.of(amount.currency).control = this.of(amount.currency).control.plus(amount);
    } catch (error) {
      throw new MalformedFactError(fact, `it cannot be added up: ${(error as Error).message}`);
    }
  }

  /** By currency. */
  totals(): ExportedTotal[] {
    return [...this.sums]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, { invoices, payments, creditNotes, figures, control, accounts }]) => {
        const { issued, received, applied, open, pending, unapplied, credited, credits } = figures;
        const amounts = { issued, received, applied, open, pending, unapplied, control };
        const texts = Object.entries(amounts).map(([name, amount]) => [name, amount.toString()]);
        const inOrder = (Object.keys(ACCOUNTS) as Account[]).filter((account) => accounts.has(account));
        return {
          currency,
          invoices: String(invoices),
          payments: String(payments),
          ...(creditNotes > 0n && {
            creditNotes: String(creditNotes),
            credited: credited.toString(),
            credits: credits.toString(),
          }),
          ...(Object.fromEntries(texts) as { [Name in keyof typeof amounts]: string }),
          accounts: Object.fromEntries(
            inOrder.map((account) => [account, accounts.get(account)!.toString()]),
          ),
        };
      });
  }

  private of(currency: string): Sums {
    const known = this.sums.get(currency);
    if (known) return known;
    const zero = Money.zero(currency);
    const figures = Object.fromEntries(Object.keys(SUMMED).map((name) => [name, zero])) as Sums['figures'];
    const counts = { invoices: 0n, payments: 0n, creditNotes: 0n };
    const made = { ...counts, control: zero, figures, accounts: new Map<Account, Money>() };
    this.sums.set(currency, made);
    return made;
  }
}
