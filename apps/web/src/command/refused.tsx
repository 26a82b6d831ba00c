import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'use-intl';
import { answered, client } from '../api/client';
import type { CommandPath } from '../api/command';
import type { Problem } from '../api/problem';
import { useMe } from '../api/session';
import { Banner } from '../parts/banner';
import { Button } from '../parts/button';
import { amountText, dayText, instantText } from '../words/formats';
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
}

/** Why it is refused, and what would be possible instead (rule 8). */
export function Refused({ problem, fields, path, names, seen, put, applyToNow }: Props) {
  const t = useTranslations('command');
  const parts = useTranslations('parts');
  const shell = useTranslations('shell');
  const locale = useLocale();
  const { status, body, correlationId } = problem;
  const shown = fields.map(({ name }) => `/${name}`);
  // A field of these stands beside its error; the others have no field to stand at.
  const others = body.errors.filter(({ field }) => !shown.some((name) => `${field}/`.startsWith(`${name}/`)));
  if (status === 412) return <Changed {...{ path, names, seen, applyToNow }} />;
  const amountField = fields.find(({ kind }) => kind === 'amount');
  const dayField = fields.find(({ kind, required }) => kind === 'date' && required);
  return (
    <Banner kind="wrong">
      <div className={styles.refused}>
        <p>{status === 0 ? parts('noAnswer') : status === 401 ? t('signedOut') : problem.message}</p>
        {others.length > 0 && (
          <ul>
            {others.map(({ field, hint, rule }) => (
              <li key={field}>
                {field}: {hint ?? rule}
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

type About = '/v1/invoices/{id}/timeline' | '/v1/customers/{id}/timeline';

/** Who changed it since, and how: said by its facts. */
function Changed({ path, names, seen, applyToNow }: Pick<Props, 'path' | 'names' | 'seen' | 'applyToNow'>) {
  const t = useTranslations('command');
  const locale = useLocale();
  const { timeZone } = useMe().entity;
  const [, kind] = /^\/v1\/(invoices|customers)\/\{id\}/.exec(path) ?? [];
  const about = `/v1/${kind}/{id}/timeline` as About;
  const id = names.id ?? '';
  const { data } = useQuery({
    queryKey: [about, { id, since: seen }],
    queryFn: ({ signal }) => {
      const query = { sort: '-position', limit: 5 };
      return answered(client.GET(about, { params: { path: { id }, query }, signal }));
    },
    enabled: kind !== undefined,
  });
  const revision = Number(seen?.replace(/"/g, '') ?? '0');
  const since = (data?.body.items ?? []).filter((fact) => Number(fact.revision) > revision);
  return (
    <Banner kind="warning">
      <div className={styles.refused}>
        <p>{t('changed')}</p>
        <ul>
          {since.map(({ position, recordedAt, sentence }) => (
            <li key={position}>
              {instantText(recordedAt, locale, timeZone)}: {readable(sentence)}
            </li>
          ))}
        </ul>
        <Button onPress={applyToNow}>{t('applyToNow')}</Button>
      </div>
    </Banner>
  );
}
