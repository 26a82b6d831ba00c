import { useLocale, useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { Commands } from '../command/commands';
import { Amount } from '../parts/figure';
import { Sheet } from '../shell/page';
import { useTime } from '../time/use-time';
import { dayText } from '../words/formats';
import { SETTLEMENT_COMMANDS, WRITE_OFF_COMMANDS } from './adjustment.commands';
import styles from './holds.module.css';
import type { InvoiceDetails } from './use-invoice';

/** Write-offs and settlements without money: asked for, recorded, refused, taken back; and who decides. */
export function Adjustments({ invoice, seen }: { invoice: InvoiceDetails; seen?: string }) {
  const t = useTranslations('invoice');
  const command = useTranslations('command');
  const locale = useLocale();
  const rows = useAdjustments(invoice.id);
  if (rows.length === 0) return null;
  return (
    <Sheet title={t('adjustments')}>
      <ul className={styles.holds}>
        {rows.map(({ commands, kind, ...row }) => (
          <li key={row.id} className={styles.hold}>
            <strong>{command(`choice.${kind as 'write-off'}`)}</strong>
            <Amount amount={row.amount} currency={row.currency} />
            <span>{t(`adjusted.${row.status}`)}</span>
            <span className={styles.days}>
              {t('askedBy', { person: row.requestedBy, day: dayText(row.requestedOn, locale) })}
              {row.reason && ` · ${row.reason}`}
            </span>
            <span className={styles.does}>
              <Commands commands={commands} subject={row} seen={seen} of={row.id} look="quiet" />
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function useAdjustments(invoiceId: string) {
  const { time } = useTime();
  const query = { ...time, invoiceId, limit: 100 };
  const writeOffs = useAsk('/v1/write-offs', query, (signal) =>
    client.GET('/v1/write-offs', { params: { query }, signal }),
  );
  const settlements = useAsk('/v1/settlements', query, (signal) =>
    client.GET('/v1/settlements', { params: { query }, signal }),
  );
  return [
    ...(writeOffs.data?.body.items ?? []).map((row) => ({
      ...row,
      kind: 'write-off',
      commands: WRITE_OFF_COMMANDS[row.status] ?? [],
    })),
    ...(settlements.data?.body.items ?? []).map((row) => ({
      ...row,
      commands: SETTLEMENT_COMMANDS[row.status] ?? [],
    })),
  ];
}
