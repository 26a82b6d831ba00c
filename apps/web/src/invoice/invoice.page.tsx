import { useParams } from '@tanstack/react-router';
import { useLocale, useTranslations } from 'use-intl';
import { Commands } from '../command/commands';
import { figureOf } from '../parts/explanation';
import { Figure } from '../parts/figure';
import { Go } from '../parts/go';
import { PartsOf } from '../parts/parts-of';
import { negatedOf, sumOf } from '../parts/sums';
import { isUnknown, NotThere } from '../shell/not-there';
import { Page, Sheet } from '../shell/page';
import { Standing as HowComplete } from '../shell/standing';
import { useAnswerOf } from '../time/instant';
import { dayText } from '../words/formats';
import { Adjustments } from './adjustments';
import { InvoiceDocument } from './document.tab';
import { InvoiceFacts } from './facts.tab';
import { Holds } from './holds';
import { INVOICE_COMMANDS } from './invoice.commands';
import { Standing } from './invoices.columns';
import styles from './invoices.module.css';
import { InvoiceMoney } from './money.tab';
import { InvoiceReminders } from './reminders.tab';
import { InvoiceTimeline } from './timeline.tab';
import { NextStep } from './next-step';
import { type InvoiceDetails, useInvoice } from './use-invoice';

/** Each lists what it needs of the invoice. */
const TABS = {
  timeline: InvoiceTimeline,
  money: InvoiceMoney,
  reminders: InvoiceReminders,
  document: InvoiceDocument,
  facts: InvoiceFacts,
} as const;
type TabKey = keyof typeof TABS;

export function Invoice() {
  const t = useTranslations('invoice');
  const { id } = useParams({ from: '/invoices/$id' });
  const { data, error, refetch } = useInvoice(id);
  const invoice = data?.body.id === id ? data.body : undefined;
  useAnswerOf(invoice && { ...invoice, hash: data?.head.hash });
  if (!invoice || isUnknown(error))
    return (
      <NotThere
        title={t('list')}
        error={error}
        retry={() => void refetch()}
        unknown={t('notYet')}
        hint={t('notYetHint')}
      />
    );
  const { number, customerName, customerId, ownerId } = invoice;
  const tabs = (Object.keys(TABS) as TabKey[]).map((key): [TabKey, string] => [key, t(`tabs.${key}`)]);
  return (
    <Page
      title={t('title', { number })}
      more={
        <span className={styles.muted}>
          {t.rich('customerLine', {
            customer: customerName ?? customerId,
            owner: ownerId,
            to: (name) => (
              <Go to="/customers/$id" params={{ id: customerId }}>
                {name}
              </Go>
            ),
          })}
        </span>
      }
      actions={<Commands commands={INVOICE_COMMANDS} first={3} subject={invoice} seen={data?.head.etag} />}
    >
      <HowComplete head={data!.head} />
      <Sum invoice={invoice} />
      <Holds invoice={invoice} seen={data?.head.etag} />
      <Adjustments invoice={invoice} seen={data?.head.etag} />
      <PartsOf label={t('tabList')} tabs={tabs}>
        {(shown) => {
          const Shown = TABS[shown];
          return <Shown invoice={invoice} />;
        }}
      </PartsOf>
    </Page>
  );
}

/** Issued − paid − settled otherwise = open, and how it stands. */
function Sum({ invoice }: { invoice: InvoiceDetails }) {
  const t = useTranslations('invoice');
  const locale = useLocale();
  const { total, paid, open, currency, dueOn, agreedDueOn } = invoice;
  const otherwise = sumOf([total, negatedOf(paid), negatedOf(open)]);
  const made = (column: string) => figureOf('invoice', invoice, column);
  return (
    <Sheet>
      <div className={styles.sum}>
        <span>
          <Figure value={{ amount: total, currency }} explain={made('total')} /> {t('issued')}
        </span>
        <span>
          − <Figure value={{ amount: paid }} explain={made('paid')} /> {t('cash')}
        </span>
        {/[1-9]/.test(otherwise) && (
          <span>
            − <Figure value={{ amount: otherwise }} explain={made('otherwise')} /> {t('otherwise')}
          </span>
        )}
        <span>
          ={' '}
          <Figure value={{ amount: open, currency }} explain={made('open')} size="large" label={t('open')} />{' '}
          {t('open').toLocaleLowerCase(locale)}
        </span>
        <Standing row={invoice} />
        <span className={styles.muted}>
          {agreedDueOn === dueOn
            ? t('dueSame', { day: dayText(dueOn, locale) })
            : t('dueMoved', { from: dayText(dueOn, locale), to: dayText(agreedDueOn, locale) })}
        </span>
        <NextStep invoice={invoice} />
      </div>
    </Sheet>
  );
}
