import { useLocale, useTranslations } from 'use-intl';
import { Problem } from '../api/problem';
import { Became } from '../parts/became';
import { useChaseWords } from '../parts/chase-words';
import { DateField } from '../parts/date-field';
import { Empty, Waiting } from '../parts/empty';
import { Amount } from '../parts/figure';
import { Go } from '../parts/go';
import { Table } from '../parts/table';
import { Trouble } from '../parts/trouble';
import { Sheet } from '../shell/page';
import { useAddress, useTime } from '../time/use-time';
import { dayText } from '../words/formats';
import { Ladder } from './ladder';
import styles from './reminders.module.css';
import type { InvoiceDetails } from './use-invoice';
import { useDecided, useExplained } from './use-reminders';
import { WhyNot } from './why-not';

/** What was asked of the debtor and what was not, what comes next, and why something goes out on a day or does not. */
export function InvoiceReminders({ invoice: { id } }: { invoice: InvoiceDetails }) {
  const t = useTranslations('dunning');
  const locale = useLocale();
  const { search, change } = useAddress();
  const { day } = useTime();
  const on = search._on ?? day;
  const { data, error, refetch } = useExplained(id, on);
  const decided = useDecided(id);
  const isNotYet = error instanceof Problem && error.status === 404;
  return (
    <>
      <Sheet title={t('why')}>
        <div className={styles.why}>
          <DateField
            label={t('onDay')}
            hint={t('onDayHint')}
            day={on}
            onDay={(chosen) => change({ _on: chosen === day ? undefined : chosen }, 'replace')}
          />
          <div className={styles.said} role="status">
            {isNotYet && <p>{t('notYet', { day: dayText(on, locale) })}</p>}
            {error && !isNotYet && <Trouble error={error} retry={() => void refetch()} />}
            {!error && !data && <Waiting label={t('why')} lines={2} />}
            {!error && data && <WhyNot explained={data.body} />}
          </div>
        </div>
      </Sheet>
      {!error &&
        data?.body.parts.map((part) => (
          <Ladder key={part.part} part={part} of={data.body} statusOf={decided.statusOf} />
        ))}
      {decided.error && <Trouble error={decided.error} retry={() => void decided.refetch()} />}
      {decided.data && decided.items.length === 0 && <Empty title={t('nothingDecided')} />}
      {decided.items.length > 0 && <AllDecided {...decided} />}
    </>
  );
}

/** Every step of the invoice as it stands, those of former due dates among them. */
function AllDecided({ items, statusOf }: Pick<ReturnType<typeof useDecided>, 'items' | 'statusOf'>) {
  const t = useTranslations('dunning');
  const locale = useLocale();
  const words = useChaseWords();
  return (
    <Sheet title={t('decided')}>
      <Table
        label={t('decided')}
        heads={[t('decidedOn'), t('step'), t('dueOn'), t('outcome'), t('told'), t('mail')]}
        figures={[t('asked')]}
      >
        {items.map((item) => (
          <tr key={item.id}>
            <td data-short>{dayText(item.on, locale)}</td>
            <td>{words.step(item.step)}</td>
            <td data-short>{dayText(item.agreedDueOn, locale)}</td>
            <td>
              <Became status={statusOf(item)} code={item.code} />
            </td>
            <td>{item.status === 'escalated' ? (item.escalatedTo ?? t('nobody')) : '–'}</td>
            <td data-short>
              {item.mailId === null ? (
                '–'
              ) : (
                <Go to="/reminders/mails" search={{ _peek: item.mailId }}>
                  {t('showMail')}
                </Go>
              )}
            </td>
            <td data-figure>
              {item.asked === null ? (
                '–'
              ) : (
                <Amount amount={item.asked} currency={item.currency ?? undefined} />
              )}
            </td>
          </tr>
        ))}
      </Table>
    </Sheet>
  );
}
