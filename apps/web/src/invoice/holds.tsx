import { useLocale, useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { Commands } from '../command/commands';
import { Amount } from '../parts/figure';
import { Status, type StatusKey } from '../parts/status';
import { Sheet } from '../shell/page';
import { useTime } from '../time/use-time';
import { dayText } from '../words/formats';
import { HOLD_COMMANDS } from './hold.commands';
import styles from './holds.module.css';
import type { InvoiceDetails } from './use-invoice';

/** What each hold is called. */
const WORDS: Record<string, StatusKey> = {
  disputed: 'disputed',
  promised: 'promised',
  'on-plan': 'onPlan',
  paused: 'paused',
  extended: 'extended',
  'in-collection': 'inCollection',
  insolvent: 'insolvent',
};

/** Why the invoice is not simply dunned: each hold, since when, and what ends it. */
export function Holds({ invoice, seen }: { invoice: InvoiceDetails; seen?: string }) {
  const t = useTranslations('invoice');
  const locale = useLocale();
  const ofCustomer = usePausesOfCustomer(invoice);
  if (invoice.holds.length === 0) return null;
  return (
    <Sheet title={t('holds')}>
      <ul className={styles.holds}>
        {invoice.holds.map((hold) => {
          const { kind, id, since, until, amount } = hold;
          const command = ofCustomer.includes(id) ? undefined : HOLD_COMMANDS[kind];
          const days = { since: dayText(since, locale), until: until ? dayText(until, locale) : '' };
          const [key] = [WORDS[kind]];
          return (
            <li key={id} className={styles.hold}>
              {key ? <Status of={key} /> : kind}
              {amount && <Amount amount={amount} currency={invoice.currency} />}
              <span className={styles.days}>{until ? t('heldUntil', days) : t('heldSince', days)}</span>
              {ofCustomer.includes(id) && <span className={styles.days}>{t('heldByCustomer')}</span>}
              {command && (
                <span className={styles.does}>
                  <Commands
                    commands={[command]}
                    subject={{ invoice, hold }}
                    seen={seen}
                    of={id}
                    look="quiet"
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}

/** Pauses of the customer hold each of their invoices: they are ended there. */
function usePausesOfCustomer({ customerId, holds }: InvoiceDetails): string[] {
  const { time } = useTime();
  const query = { ...time, customerId, limit: 100 };
  const isPaused = holds.some(({ kind }) => kind === 'paused');
  const { data } = useAsk(
    '/v1/pauses',
    query,
    (signal) => client.GET('/v1/pauses', { params: { query }, signal }),
    { enabled: isPaused },
  );
  return (data?.body.items ?? []).filter(({ invoiceId }) => invoiceId === null).map(({ id }) => id);
}
