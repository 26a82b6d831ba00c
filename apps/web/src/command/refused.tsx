import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'use-intl';
import { answered, client } from '../api/client';
import type { CommandPath } from '../api/command';
import type { Problem } from '../api/problem';
import { useMay, useMe } from '../api/session';
import { Banner } from '../parts/banner';
import { Button } from '../parts/button';
import { amountText, dayText, instantText } from '../words/formats';
import { useRefusal } from '../words/refusals';
import type { CommandField } from './command';
import styles from './command.module.css';
import { readable } from '../parts/readable';

interface Props {
  problem: Problem;
  fields: readonly CommandField[];
  path: CommandPath;
  names: Record<string, string>;
  seen?: string;
  /** Fills a field by what is possible instead. */
  put: (name: string, value: string) => void;
  applyToNow: () => void;
  /** Leaves what was typed unsent. */
  discard: () => void;
}

/** Why it is refused, and what would be possible instead (rule 8). */
export function Refused({ problem, fields, put, ...changed }: Props) {
  const t = useTranslations('command');
  const parts = useTranslations('parts');
  const shell = useTranslations('shell');
  const locale = useLocale();
  const { status, body, correlationId } = problem;
  const { said, byField } = useRefusal(problem);
  const shown = fields.map(({ name }) => `/${name}`);
  // A field of these stands beside its error; the others have no field to stand at.
  const others = body.errors.filter(({ field }) => !shown.some((name) => `${field}/`.startsWith(`${name}/`)));
  if (status === 412) return <Changed {...changed} />;
  const amountField = fields.find(({ kind }) => kind === 'amount');
  const dayField = fields.find(({ kind, required }) => kind === 'date' && required);
  return (
    <Banner kind="wrong">
      <div className={styles.refused}>
        {status === 0 || status === 401 ? (
          <p>{status === 0 ? parts('noAnswer') : t('signedOut')}</p>
        ) : (
          <>
            {said && <p>{said}</p>}
            <p lang="en" className={said && styles.hint}>
              {problem.message}
            </p>
          </>
        )}
        {others.length > 0 && (
          <ul>
            {others.map(({ field }) => (
              <li key={field}>
                {field}: {byField[field]}
              </li>
            ))}
          </ul>
        )}
        {(body.possible ?? []).map(({ action, amount, currency = '', on }) => {
          if (amount !== undefined && amountField) {
            const text = t('putAmount', { amount: amountText(amount, locale), currency });
            return (
              <Button key={action} onPress={() => put(amountField.name, amount)}>
                {text}
              </Button>
            );
          }
          if (on !== undefined && dayField) {
            return (
              <Button key={action} onPress={() => put(dayField.name, on)}>
                {t('putDay', { day: dayText(on, locale) })}
              </Button>
            );
          }
          return null;
        })}
        {correlationId && status >= 500 && <p>{shell('correlation', { id: correlationId })}</p>}
      </div>
    </Banner>
  );
}

/** Facts that are looked at, and of them shown. */
const [MOST, SHOWN] = [20, 5];

/** Who changed it since, when and how: said by its facts. What was typed is applied to how it stands now, or not at all. */
function Changed({ path, names, seen, applyToNow, discard }: Omit<Props, 'problem' | 'fields' | 'put'>) {
  const t = useTranslations('command');
  const locale = useLocale();
  const { timeZone } = useMe().entity;
  const since = useSince(path, names.id ?? '', seen);
  return (
    <Banner kind="warning">
      <div className={styles.refused}>
        <p>{t('changed')}</p>
        <ul>
          {since.map(({ position, recordedAt, actor, sentence }) => (
            <li key={position}>
              {t('changedBy', { actor, instant: instantText(recordedAt, locale, timeZone) })}{' '}
              {readable(sentence)}
            </li>
          ))}
        </ul>
        <Button onPress={applyToNow}>{t('applyToNow')}</Button>
        <Button onPress={discard}>{t('discard')}</Button>
      </div>
    </Banner>
  );
}

type About = '/v1/invoices/{id}/timeline' | '/v1/customers/{id}/timeline';

/** Facts of the thing itself after the revision that was seen. A payment has no timeline: the log says it to whoever may read it. */
function useSince(path: CommandPath, id: string, seen: string | undefined) {
  const [, kind] = /^\/v1\/(invoices|payments|customers)\/\{id\}/.exec(path) ?? [];
  const isPayment = kind === 'payments';
  const mayList = useMay('GET /v1/audit');
  const query = { sort: '-position', limit: MOST };
  const about = `/v1/${kind}/{id}/timeline` as About;
  const { data } = useQuery({
    queryKey: [isPayment ? '/v1/audit' : about, { id, since: seen }],
    queryFn: async ({ signal }) =>
      isPayment
        ? answered(client.GET('/v1/audit', { params: { query: { ...query, payment: id } }, signal }))
        : answered(client.GET(about, { params: { path: { id }, query }, signal })),
    enabled: kind !== undefined && (!isPayment || mayList),
  });
  const revision = Number(seen?.replace(/"/g, '') ?? '0');
  // Facts of other streams are about it, too: of those the revision says nothing.
  const isLater = (fact: { stream: string; revision: string | number }): boolean =>
    fact.stream.startsWith(`${kind?.slice(0, -1)}-`) && Number(fact.revision) > revision;
  return (data?.body.items ?? []).filter(isLater).slice(0, SHOWN);
}
