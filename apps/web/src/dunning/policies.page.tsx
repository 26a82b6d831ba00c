import { useLocale, useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { useMay } from '../api/session';
import { Commands } from '../command/commands';
import { Waiting } from '../parts/empty';
import { Amount } from '../parts/figure';
import { Go } from '../parts/go';
import { Pairs } from '../parts/pairs';
import { Table } from '../parts/table';
import { Trouble } from '../parts/trouble';
import { Page, PrintButton, Sheet } from '../shell/page';
import { Standing } from '../shell/standing';
import { useAnswerOf } from '../time/instant';
import { useTime } from '../time/use-time';
import { dayText } from '../words/formats';
import styles from './dunning.module.css';
import { LadderPicture } from './ladder-picture';
import { ASSIGN } from './policies.commands';
import { PolicySteps } from './policy-steps';
import { RemindersNav } from './reminders.nav';
import type { Policies as All, Policy } from './use-policies';

/** By which rules debtors are chased, and whom each rule is for. */
export function Policies() {
  const t = useTranslations('policy');
  const { time } = useTime();
  const mayWrite = useMayWrite();
  const { data, error, refetch } = useAsk('/v1/policies', { ...time }, (signal) =>
    client.GET('/v1/policies', { params: { query: time }, signal }),
  );
  useAnswerOf(data && { ...data.body, hash: data.head.hash });
  return (
    <Page
      title={t('title')}
      actions={
        <>
          {mayWrite && <Go to="/reminders/policies/write">{t('write.newOne')}</Go>}
          <PrintButton />
        </>
      }
    >
      <RemindersNav />
      {error && <Trouble error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting label={t('title')} lines={12} />}
      {data && (
        <>
          <Standing head={data.head} />
          <Assignments {...data.body} />
          {data.body.policies.map((policy) => (
            <OnePolicy key={policy.policyId} policy={policy} />
          ))}
        </>
      )}
    </Page>
  );
}

/** Nothing is written into a past that is fixed. */
function useMayWrite(): boolean {
  const may = useMay('POST /v1/policies');
  return useTime().state !== 'known-at' && may;
}

/** The narrower wins: invoice, customer, segment, everybody. */
function Assignments({ assignments, assignmentsInAll }: Pick<All, 'assignments' | 'assignmentsInAll'>) {
  const t = useTranslations('policy');
  const locale = useLocale();
  const words = useTranslations('command');
  const isSaid = assignments.some(({ scope }) => scope === 'entity');
  return (
    <Sheet title={t('assignments')}>
      <Table label={t('assignments')} heads={[t('for'), t('which'), t('policy'), t('from')]}>
        {!isSaid && (
          <tr>
            <td>{words('choice.entity')}</td>
            <td>–</td>
            <td>standard</td>
            <td>{t('always')}</td>
          </tr>
        )}
        {assignments.map(({ scope, scopeId, policyId, from }) => (
          <tr key={`${scope} ${scopeId}`}>
            <td>{words(`choice.${scope}`)}</td>
            <td>
              <Whose scope={scope} id={scopeId} />
            </td>
            <td>{policyId}</td>
            <td data-short>{dayText(from, locale)}</td>
          </tr>
        ))}
      </Table>
      {assignmentsInAll > 0 && (
        <p className={styles.inAll}>
          {assignmentsInAll > assignments.length
            ? t('inAllMore', { count: assignmentsInAll, shown: assignments.length })
            : t('inAll', { count: assignmentsInAll })}
        </p>
      )}
    </Sheet>
  );
}

function Whose({ scope, id }: { scope: string; id: string | null }) {
  if (id === null) return '–';
  if (scope !== 'customer' && scope !== 'invoice') return id;
  return (
    <Go to={scope === 'customer' ? '/customers/$id' : '/invoices/$id'} params={{ id }}>
      {id}
    </Go>
  );
}

function OnePolicy({ policy }: { policy: Policy }) {
  const t = useTranslations('policy');
  const mayWrite = useMayWrite();
  const { policyId, name, version, businessDays, holidays, quietHours, grouping, minAmount, steps } = policy;
  const least = Object.entries(minAmount);
  const days = holidays.map((one) => (one === 'target' ? t('target') : one));
  return (
    <Sheet title={t('titleOf', { name, version })}>
      <div className={styles.policy}>
        <LadderPicture name={name} steps={steps} />
        <PolicySteps name={name} steps={steps} />
        <Pairs
          pairs={[
            [t('id'), policyId],
            [
              t('comesOn'),
              businessDays ? t('businessDays', { holidays: days.join(', ') || 'none' }) : t('anyDay'),
            ],
            [t('quietHours'), quietHours && t('fromTo', quietHours)],
            [
              t('least'),
              least.length > 0 &&
                least.map(([currency, amount]) => (
                  <span key={currency}>
                    <Amount {...{ amount, currency }} />{' '}
                  </span>
                )),
            ],
            [t('grouping'), t(grouping === 'customer' ? 'oneACustomer' : 'oneAnInvoice')],
          ]}
        />
        <div className={styles.acts} data-screen-only>
          <Commands commands={[ASSIGN]} subject={policy} of={policyId} />
          {mayWrite && (
            <>
              <Go to="/reminders/policies/write" search={{ _of: policyId }}>
                {t('write.next')}
              </Go>
              <Go to="/reminders/policies/write" search={{ _from: policyId }}>
                {t('write.copy')}
              </Go>
            </>
          )}
        </div>
      </div>
    </Sheet>
  );
}
