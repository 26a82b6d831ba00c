import { useLocale, useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import type { paths } from '../api/schema';
import { useMay } from '../api/session';
import { Button } from '../parts/button';
import { Waiting } from '../parts/empty';
import { Amount } from '../parts/figure';
import { Go } from '../parts/go';
import { useIsOnline } from '../parts/online';
import { Table } from '../parts/table';
import { Trouble } from '../parts/trouble';
import { dayText } from '../words/formats';
import styles from './apply.module.css';
import type { Answered } from './outcomes';
import { Refusal } from './refusal';
import { useAllocating } from './use-allocating';
import type { PaymentDetails } from './use-payment';

type Asked = paths['/v1/payments/{id}/proposals']['get']['responses'][200]['content']['application/json'];
type Proposal = Asked['items'][number];

interface Props {
  payment: PaymentDetails;
  seen?: string;
  onAnswer: (answered: Answered | undefined) => void;
}

/** What could be done with what is free, the best first. Nothing is done until somebody accepts. */
export function Proposals({ payment, seen, onAnswer }: Props) {
  const t = useTranslations('apply');
  const shell = useTranslations('shell');
  const isOnline = useIsOnline();
  const { id, unapplied } = payment;
  const { data, error } = useAsk('/v1/payments/{id}/proposals', { id, unapplied }, (signal) =>
    client.GET('/v1/payments/{id}/proposals', { params: { path: { id } }, signal }),
  );
  const { submit, isUnknown, problem } = useAllocating('/v1/payments/{id}/proposals/acceptance', {
    id,
    seen,
    onAnswer,
  });
  const may = useMay('POST /v1/payments/{id}/proposals/acceptance');
  return (
    <section aria-label={t('proposals')} className={styles.part}>
      <h3>{t('proposals')}</h3>
      <Refusal problem={problem} isUnknown={isUnknown} />
      {error && <Trouble error={error} />}
      {!data && !error && <Waiting label={t('proposals')} lines={3} />}
      {data?.body.items.length === 0 && <p className={styles.muted}>{t('noProposals')}</p>}
      <ol className={styles.proposals}>
        {data?.body.items.map((proposal, at) => (
          <li key={proposal.proposalId} className={styles.proposal}>
            <What proposal={proposal} currency={payment.currency} />
            {may && (
              <Button
                look={at === 0 ? 'main' : 'plain'}
                cannot={isOnline ? undefined : shell('offline')}
                onPress={() => void submit({ proposalId: proposal.proposalId })}
                aria-label={t('acceptWhich', { which: wordsOf(proposal, t) })}
              >
                {t('accept')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {data?.body.more && <p className={styles.muted}>{t('more')}</p>}
    </section>
  );
}

const wordsOf = ({ rule, allocations }: Proposal, t: ReturnType<typeof useTranslations<'apply'>>): string =>
  `${t(`rules.${rule}`)}, ${allocations.map(({ number }) => number).join(', ')}`;

/** By which rule, how sure, why, and what it would settle. */
function What({ proposal, currency }: { proposal: Proposal; currency: string }) {
  const t = useTranslations('apply');
  const locale = useLocale();
  const { rule, score, exact, because, allocations } = proposal;
  return (
    <div className={styles.what}>
      <p>
        <strong>{t(`rules.${rule}`)}</strong>{' '}
        <span className={styles.muted}>
          {t('score', { score: String(score) })}
          {exact && ` · ${t('exact')}`}
        </span>
      </p>
      <p className={styles.muted}>{because}</p>
      <Table label={wordsOf(proposal, t)} heads={[t('invoice'), t('due')]} figures={[t('open'), t('amount')]}>
        {allocations.map(({ invoiceId, number, dueOn, open, amount }) => (
          <tr key={invoiceId}>
            <td>
              <Go to="/invoices/$id" params={{ id: invoiceId }}>
                {number}
              </Go>
            </td>
            <td data-short>{dayText(dueOn, locale)}</td>
            <td data-figure>
              <Amount amount={open} />
            </td>
            <td data-figure>
              <Amount amount={amount} currency={currency} />
            </td>
          </tr>
        ))}
      </Table>
    </div>
  );
}
