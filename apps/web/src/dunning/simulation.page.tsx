import { useLocale, useTranslations } from 'use-intl';
import { Problem } from '../api/problem';
import { Banner } from '../parts/banner';
import { Empty } from '../parts/empty';
import { Trouble } from '../parts/trouble';
import { Page, PrintButton, Sheet } from '../shell/page';
import { useAddress } from '../time/use-time';
import { countText, dayText } from '../words/formats';
import { RemindersNav } from './reminders.nav';
import { SimulationChart } from './simulation.chart';
import { SimulationForm } from './simulation.form';
import styles from './simulation.module.css';
import type { Outcome, SimulationAsked } from './simulation.sum';
import { CustomersTable, StepsTable } from './simulation.tables';
import { useSimulation } from './use-simulation';

/** What another policy would have sent over the past, beside the one in force. Nothing is written. */
export function Simulation() {
  const t = useTranslations('simulation');
  const locale = useLocale();
  const { search } = useAddress();
  const { policyId, besidePolicyId, from, to } = search;
  const asked: SimulationAsked | undefined =
    policyId && from && to ? { policyId, from, to, ...(besidePolicyId && { besidePolicyId }) } : undefined;
  const { data, error, isFetching, looked, refetch } = useSimulation(asked);
  const refused = error instanceof Problem ? error.byField() : {};
  const nameOf = ({ name }: Outcome): string => name ?? t('inForce');
  const names = data && { simulated: nameOf(data.simulated), beside: nameOf(data.beside) };
  return (
    <Page title={t('title')} actions={data && <PrintButton />}>
      <RemindersNav />
      <Sheet>
        <SimulationForm refused={refused} />
      </Sheet>
      {!asked && <Empty title={t('nothingAsked')}>{t('hint')}</Empty>}
      {error && Object.keys(refused).length === 0 && <Trouble error={error} retry={() => void refetch()} />}
      {isFetching && (
        <p role="status" className={styles.looking}>
          {looked
            ? t('looking', { invoices: countText(looked.invoices, locale), of: countText(looked.of, locale) })
            : t('begins')}
        </p>
      )}
      {data && !isFetching && data.invoices === 0 && <Empty title={t('nothing')}>{t('nothingHint')}</Empty>}
      {data && names && data.invoices > 0 && (
        <>
          <p className={styles.said}>
            {t('said', {
              ...{ from: dayText(data.from, locale), to: dayText(data.to, locale) },
              ...{ invoices: countText(data.invoices, locale), customers: countText(data.customers, locale) },
            })}{' '}
            {t('crossed', {
              simulated: countText(data.simulated.crossed, locale),
              beside: countText(data.beside.crossed, locale),
            })}
          </p>
          {data.simulated.afterPayment + data.beside.afterPayment > 0 ? (
            <Banner kind="wrong">{t('afterPayment')}</Banner>
          ) : (
            <p className={styles.said}>✓ {t('noneAfterPayment')}</p>
          )}
          <SimulationChart answer={data} names={names} />
          <StepsTable answer={data} names={names} />
          <CustomersTable answer={data} names={names} />
        </>
      )}
    </Page>
  );
}
