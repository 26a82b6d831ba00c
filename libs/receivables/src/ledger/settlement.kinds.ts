/** How far a person decides a kind of settlement alone. Amounts that bound it are limits of the entity, by these names. */
interface Decided {
  /** From this amount on, a second person must approve: the first of these limits that is set. */
  readonly secondFrom: readonly string[];
  /** At most so much an invoice; a limit that is not set allows nothing. */
  readonly mostOfInvoice?: string;
  /** More than so much a customer and year needs a second person. */
  readonly ofCustomerYear?: string;
  /** Once an invoice. */
  readonly once?: true;
  /** Within the discount that the invoice's terms give; else it needs a second person. */
  readonly byTerms?: true;
  /** It must name what it is set against. */
  readonly named?: true;
  /** While the customer is insolvent it needs a second person. */
  readonly twoInInsolvency?: true;
}

interface Kind {
  /** The account on the other side. */
  readonly account: string;
  /** Of a kind that a person decides; the others come with a document of their own. */
  readonly decided?: Decided;
}

/** From when on the second person of write-offs is needed, where a kind has no limit of its own. */
const OF_WRITING_OFF = 'writeOffSecondPersonFrom';

/** How an invoice can be settled. A new kind is one line here; its account is made by it. */
export const SETTLEMENT_KINDS = {
  cash: { account: 'unapplied' },
  credit: { account: 'credit' },
  opening: { account: 'opening' },
  'write-off': {
    account: 'written-off',
    decided: { secondFrom: [OF_WRITING_OFF], ofCustomerYear: 'writeOffPerCustomerYear' },
  },
  tolerance: {
    account: 'tolerance',
    decided: {
      secondFrom: ['toleranceSecondPersonFrom'],
      ...{ mostOfInvoice: 'tolerancePerInvoice', ofCustomerYear: 'tolerancePerCustomerYear', once: true },
    },
  },
  'early-payment-discount': {
    account: 'early-payment-discount',
    decided: { secondFrom: ['earlyPaymentDiscountSecondPersonFrom', OF_WRITING_OFF], byTerms: true },
  },
  'bank-charge': {
    account: 'bank-charge',
    decided: { secondFrom: ['bankChargeSecondPersonFrom', OF_WRITING_OFF] },
  },
  'withheld-tax': {
    account: 'withheld-tax',
    decided: { secondFrom: ['withheldTaxSecondPersonFrom', OF_WRITING_OFF] },
  },
  'set-off': {
    account: 'set-off',
    decided: { secondFrom: ['setOffSecondPersonFrom', OF_WRITING_OFF], named: true, twoInInsolvency: true },
  },
  'split-payment': { account: 'split-payment', decided: { secondFrom: ['splitPaymentSecondPersonFrom'] } },
  redenomination: { account: 'redenomination', decided: { secondFrom: ['redenominationSecondPersonFrom'] } },
} as const satisfies Record<string, Kind>;

export type SettlementKind = keyof typeof SETTLEMENT_KINDS;

/** Kinds that a person decides, without a document of their own. */
export type DecidedKind = {
  [K in SettlementKind]: (typeof SETTLEMENT_KINDS)[K] extends { decided: Decided } ? K : never;
}[SettlementKind];

const ALL: readonly [string, Kind][] = Object.entries(SETTLEMENT_KINDS);

export const DECIDED_KINDS = ALL.flatMap(([kind, { decided }]) => (decided ? [kind as DecidedKind] : []));

/** How far a person decides it alone. */
export const decidedBy = (kind: DecidedKind): Decided => SETTLEMENT_KINDS[kind].decided;

/** Names of limits that kinds have, each with what it bounds. */
export const limitsOfKinds = (): { name: string; kind: string; of: 'second' | 'invoice' | 'year' }[] =>
  ALL.flatMap(([kind, { decided }]) =>
    decided
      ? [
          { name: decided.secondFrom[0]!, kind, of: 'second' as const },
          ...(decided.mostOfInvoice ? [{ name: decided.mostOfInvoice, kind, of: 'invoice' as const }] : []),
          ...(decided.ofCustomerYear ? [{ name: decided.ofCustomerYear, kind, of: 'year' as const }] : []),
        ]
      : [],
  );
