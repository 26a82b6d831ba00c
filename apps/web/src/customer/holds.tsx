import { useLocale, useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { Commands } from '../command/commands';
import { Status } from '../parts/status';
import { useTime } from '../time/use-time';
import { dayText } from '../words/formats';
import { END_CUSTOMER_PAUSE, END_INSOLVENCY } from './customer.commands';
import styles from './customer.module.css';

/** What holds for all that the customer owes: a pause of reminders, an insolvency. */
export function Holds({ id, seen }: { id: string; seen?: string }) {
  const t = useTranslations('customer');
  const locale = useLocale();
  const { time, day } = useTime();
  const query = { customerId: id, ...time, limit: 100 };
  const pauses = useAsk('/v1/pauses', query, (signal) =>
    client.GET('/v1/pauses', { params: { query }, signal }),
  );
  const insolvencies = useAsk('/v1/insolvencies', query, (signal) =>
    client.GET('/v1/insolvencies', { params: { query }, signal }),
  );
  const pause = pauses.data?.body.items.find(
    ({ invoiceId, pausedOn, until, endedOn }) =>
      invoiceId === null &&
      pausedOn <= day &&
      (until === null || until >= day) &&
      (endedOn === null || endedOn > day),
  );
  const insolvency = insolvencies.data?.body.items.find(
    ({ since, endedOn }) => since <= day && (endedOn === null || endedOn > day),
  );
  return (
    <>
      {pause && (
        <Status
          of="paused"
          more={pause.until === null ? undefined : t('until', { day: dayText(pause.until, locale) })}
        />
      )}
      {pause && (
        <Commands
          commands={[END_CUSTOMER_PAUSE]}
          subject={{ id: pause.id, customerId: id }}
          {...{ seen, of: pause.id, look: 'quiet' as const }}
        />
      )}
      {insolvency && (
        <strong className={styles.overdue}>
          <span aria-hidden="true">⚠&#xFE0E;</span>{' '}
          {t('insolvent', { day: dayText(insolvency.since, locale) })}
        </strong>
      )}
      {insolvency && (
        <Commands
          commands={[END_INSOLVENCY]}
          subject={{ id }}
          {...{ seen, of: insolvency.id, look: 'quiet' as const }}
        />
      )}
    </>
  );
}
