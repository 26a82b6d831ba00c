import type { DecidedKind } from '../ledger/settlement.kinds.js';
import type { Personal } from '../personal.js';

/** How they name the invoice, and the amount. Amounts are texts with exactly the currency's decimals. */
type About = Record<'invoiceId' | 'number' | 'customerId' | 'currency' | 'amount', string>;

/**
 * Who asked, and what a limit over many invoices was judged by. `because`: why it needs a second person, in kebab case: amount,
 * customer-year, behind, terms, insolvency. `judgedAt`: the position at which the ledger stood; `judgedSum`: what the customer's
 * year came to by it, before this; `yearLimit`: the limit.
 */
type Asked = Record<'requestedBy', string> &
  Partial<Record<'judgedAt' | 'judgedSum' | 'yearLimit', string> & Record<'because', string[]>>;

type OfWriteOff = Record<'writeOffId', string>;
type OfSettlement = Record<'settlementId', string> & Record<'kind', Exclude<DecidedKind, 'write-off'>>;

/** What settles an invoice by a decision, without money: facts of `invoice-<uuid>`. */
export interface AdjustmentFacts {
  /** Somebody asks to write off: a second person decides. */
  WriteOffRequested: About &
    OfWriteOff &
    Asked & {
      reasonCode: string;
      vat?: 'claimed';
      requestedOn: string;
      personal: Personal<{ reason: string }>;
    };
  /** It stays owed. */
  WriteOffRefused: About & OfWriteOff & { refusedOn: string; personal: Personal<{ reason: string }> };
  /** It is owed no more: at once, or when a second person approved. */
  WrittenOff: About &
    OfWriteOff &
    Asked & {
      /** The part of it that is VAT and claimed back; none: all of it is lost. */
      vat?: string;
      /** Open after it. */
      open: string;
      reasonCode: string;
      /** None: at once. */
      approvedBy?: string;
      /** From when it counts. */
      approvedOn: string;
      personal?: Personal<{ reason: string }>;
    };
  /** It is owed again, or a part of it, from the day it had counted from; recovered: from the day of the money that came. */
  WriteOffReversed: About &
    OfWriteOff & {
      vat?: string;
      open: string;
      /** Of a recovery: the allocation that took what was written off, in the same append. */
      allocationId?: string;
      reversedOn: string;
      personal?: Personal<{ reason: string }>;
    };
  /** A recovery falls, as its money goes back: what it had reversed is written off again. */
  WriteOffRestored: About &
    OfWriteOff &
    Record<'open' | 'allocationId' | 'restoredOn', string> & { vat?: string };
  /** Somebody asks for a settlement that needs a second person. */
  SettlementRequested: About &
    OfSettlement &
    Asked & { reference?: string; on: string; personal: Personal<{ reason: string }> };
  SettlementRefused: About & OfSettlement & { refusedOn: string; personal: Personal<{ reason: string }> };
  /** It settles the invoice: at once, or when a second person approved. */
  SettlementRecorded: About &
    OfSettlement &
    Asked & {
      open: string;
      /** What it is set against, or was told by. */
      reference?: string;
      approvedBy?: string;
      approvedOn?: string;
      /** Of a difference: the allocation whose money it came with, in the same append. */
      allocationId?: string;
      /** The instalment that the allocation names, from 1. */
      instalment?: number;
      /** From when it counts. */
      on: string;
      personal?: Personal<{ reason: string }>;
    };
  /** What was recorded by mistake is open again, from the day it had counted from. */
  SettlementUndone: About &
    OfSettlement & {
      open: string;
      /** Of a difference that falls with its money: the allocation. */
      allocationId?: string;
      /** The instalment that was named when it was settled, from 1. */
      instalment?: number;
      on: string;
      personal?: Personal<{ reason: string }>;
    };
}

/** Those of them that change what is open. */
export type AdjustedFacts = Pick<
  AdjustmentFacts,
  'WrittenOff' | 'WriteOffReversed' | 'WriteOffRestored' | 'SettlementRecorded' | 'SettlementUndone'
>;
