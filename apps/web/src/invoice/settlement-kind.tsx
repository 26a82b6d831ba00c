import { useTranslations } from 'use-intl';

/** Kinds that come with a document of their own, and those that a person chooses in a dialog. */
const OWN = ['cash', 'credit', 'opening', 'redenomination'] as const;
const CHOSEN = [
  ...(['write-off', 'tolerance', 'early-payment-discount', 'bank-charge', 'withheld-tax'] as const),
  ...(['set-off', 'split-payment'] as const),
];

/** What settled a part of an invoice, in words; a kind that the page does not know yet as it stands. */
export function SettlementKind({ of }: { of: string }) {
  const t = useTranslations('invoice');
  const command = useTranslations('command');
  const own = OWN.find((kind) => kind === of);
  if (own) return t(`settledBy.${own}`);
  const chosen = CHOSEN.find((kind) => kind === of);
  return chosen ? command(`choice.${chosen}`) : of;
}
