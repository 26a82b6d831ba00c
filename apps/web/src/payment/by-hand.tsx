import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { Button } from '../parts/button';
import { Amount } from '../parts/figure';
import { useIsOnline } from '../parts/online';
import { Table } from '../parts/table';
import { Trouble } from '../parts/trouble';
import { isAboveZero, less, sumOf } from '../parts/sums';
import { useAddress } from '../time/use-time';
import { readAmount } from '../parts/amount';
import { useRefusal } from '../words/refusals';
import styles from './apply.module.css';
import { type Candidate, CandidateRow } from './candidate-row';
import { useDecimals } from './decimals';
import { InvoiceSearch } from './invoice-search';
import type { Answered } from './outcomes';
import { Refusal } from './refusal';
import { useAllocating } from './use-allocating';
import type { PaymentDetails } from './use-payment';

interface Props {
  payment: PaymentDetails;
  seen?: string;
  onAnswer: (answered: Answered | undefined) => void;
}

/** What is typed for an invoice; the invoice is kept, so that it stays when somebody searches on. */
type Typed = Map<string, { of: Candidate; text: string }>;

/** Allocates over several invoices, each with its exact amount. */
export function ByHand({ payment, seen, onAnswer }: Props) {
  const t = useTranslations('apply');
  const locale = useLocale();
  const { id, currency, unapplied } = payment;
  const decimals = useDecimals(currency);
  const [typed, setTyped] = useState<Typed>(new Map());
  const { found, error, isAsked } = useCandidates(payment);
  const { submit, isUnknown, problem } = useAllocating('/v1/payments/{id}/allocations', {
    ...{ id, seen, onAnswer },
  });
  const rows = [...[...typed.values()].map(({ of }) => of), ...found.filter((one) => !typed.has(one.id))];
  const read = [...typed].map(([invoiceId, { text }]) => ({
    invoiceId,
    ...readAmount(text, locale, decimals),
  }));
  const meant = read.filter((one): one is { invoiceId: string; amount: string } => 'amount' in one);
  const rest = less(unapplied, ...meant.map(({ amount }) => amount));
  const type = (of: Candidate, text: string): void =>
    setTyped((before) => {
      const after = new Map(before);
      if (text.trim() === '') after.delete(of.id);
      else after.set(of.id, { of, text });
      return after;
    });
  const { byField: wrong } = useRefusal(problem);
  const shell = useTranslations('shell');
  const isOnline = useIsOnline();
  const cannot = !isOnline
    ? shell('offline')
    : meant.length === 0
      ? t('noAmounts')
      : meant.length < read.length || !meant.every(({ amount }) => isAboveZero(amount))
        ? t('unreadable')
        : rest.startsWith('-')
          ? t('moreThanFree')
          : undefined;
  return (
    <section aria-label={t('byHand')} className={styles.part}>
      <h3>{t('byHand')}</h3>
      <InvoiceSearch />
      <Refusal problem={problem} isUnknown={isUnknown} />
      {error && <Trouble error={error} />}
      {!isAsked && rows.length === 0 && <p className={styles.muted}>{t('searchFirst')}</p>}
      {isAsked && !error && rows.length === 0 && <p className={styles.muted}>{t('nothingFound')}</p>}
      {rows.length > 0 && (
        <Table label={t('byHand')} heads={[t('invoice'), t('due')]} figures={[t('open'), t('amount')]}>
          {rows.map((row) => (
            <CandidateRow
              key={row.id}
              row={row}
              text={typed.get(row.id)?.text ?? ''}
              decimals={decimals}
              rest={rest}
              wrong={wrong[`/allocations/${meant.findIndex(({ invoiceId }) => invoiceId === row.id)}/amount`]}
              onType={(text) => type(row, text)}
            />
          ))}
        </Table>
      )}
      <div className={styles.send}>
        <span className={styles.muted} role="status">
          {t('sum')}{' '}
          <Amount amount={sumOf(['0.00', ...meant.map(({ amount }) => amount)])} currency={currency} /> ·{' '}
          {t('stays')} <Amount amount={rest} currency={currency} />
        </span>
        <Button
          look="main"
          cannot={cannot}
          onPress={() =>
            void submit({ allocations: meant.map(({ invoiceId, amount }) => ({ invoiceId, amount })) })
          }
        >
          {t('allocate', { count: meant.length })}
        </Button>
      </div>
    </section>
  );
}

/** Open invoices in the currency of the money: those of the customer, or what somebody searches for. */
function useCandidates({ customerId, payerId, currency }: PaymentDetails) {
  const { search } = useAddress();
  const customer = customerId ?? payerId;
  const { _q: q } = search;
  const whose = q ? { q } : customer === null ? undefined : { customerId: customer };
  const query = { currency, open: '0.01..', sort: 'agreedDueOn', limit: 50, ...whose };
  const { data, error } = useAsk(
    '/v1/invoices',
    query,
    (signal) => client.GET('/v1/invoices', { params: { query }, signal }),
    { enabled: whose !== undefined },
  );
  const found: Candidate[] = whose === undefined ? [] : (data?.body.items ?? []);
  return { found, error, isAsked: whose !== undefined && data !== undefined };
}
