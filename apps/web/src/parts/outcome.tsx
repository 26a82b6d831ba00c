import { useTranslations } from 'use-intl';

/** Codes that have words of their own; another one is told as it stands. */
const CODES = ['nothing-open', 'less-open', 'void'] as const;

/** What an invoice answered to its part of the money: word and icon, and why it took less. */
export function Outcome({ of: { status, code } }: { of: { status: string; code?: string | null } }) {
  const t = useTranslations('payment');
  const known = CODES.find((one) => one === code);
  const icon = { applied: '✓', pending: '◔', refused: '✕' }[status] ?? '·';
  const word =
    status === 'applied' || status === 'pending' || status === 'refused' ? t(`outcomes.${status}`) : status;
  const why = known ? t(`codes.${known}`) : code;
  return (
    <span>
      <span aria-hidden="true">{icon}&#xFE0E;</span> {word}
      {why && ` · ${why}`}
    </span>
  );
}
