import { useLocale, useTranslations } from 'use-intl';
import { Amount } from '../parts/figure';
import { Go } from '../parts/go';
import { Pairs } from '../parts/pairs';
import { Table } from '../parts/table';
import { Sheet } from '../shell/page';
import { dayText } from '../words/formats';
import styles from './audit.module.css';
import { namedBy } from './thing';
import type { Fact, FactPart } from './use-fact';
import { readable } from '../parts/readable';

/** What a fact says, what it moves, what caused it and what it caused. */
export function FactSaid({ fact }: FactPart) {
  const t = useTranslations('audit');
  const { personal, ...data } = JSON.parse(fact.data) as Record<string, unknown>;
  const { causedBy, consequences } = fact;
  return (
    <>
      <Sheet title={t('rawData')}>
        <div className={styles.said}>
          <Pairs
            pairs={[
              ...Object.entries(data).map(([name, value]): [string, React.ReactNode] => [
                name,
                <Value key={name} name={name} value={value} />,
              ]),
              [t('personal'), personal !== undefined && t('sealed')],
            ]}
          />
        </div>
      </Sheet>
      {fact.legs.length > 0 && <Legs fact={fact} />}
      {causedBy && <Linked title={t('causedBy')} facts={[causedBy]} />}
      {consequences.length > 0 && <Linked title={t('consequences')} facts={consequences} />}
      {!causedBy && consequences.length === 0 && <p className={styles.note}>{t('alone')}</p>}
    </>
  );
}

/** As the fact has it: texts as they are, and what has parts as JSON. */
function Value({ name, value }: { name: string; value: unknown }) {
  const place = namedBy(name, value);
  if (place) return <Go {...place}>{String(value)}</Go>;
  if (typeof value !== 'object' || value === null) return String(value);
  return <code className={styles.json}>{JSON.stringify(value)}</code>;
}

function Legs({ fact: { legs } }: FactPart) {
  const t = useTranslations('audit');
  const locale = useLocale();
  return (
    <Sheet title={t('legs')}>
      <Table
        label={t('legs')}
        heads={[t('account'), t('kind'), t('effectiveOn'), t('customer')]}
        figures={[t('amount')]}
      >
        {legs.map(({ account, kind, on, customerId, amount, currency }, at) => (
          <tr key={at}>
            <td>{account}</td>
            <td>{kind}</td>
            <td data-short>{dayText(on, locale)}</td>
            <td>
              {customerId === null ? (
                '–'
              ) : (
                <Go to="/customers/$id" params={{ id: customerId }}>
                  {customerId}
                </Go>
              )}
            </td>
            <td data-figure>
              <Amount amount={amount} currency={currency} />
            </td>
          </tr>
        ))}
      </Table>
    </Sheet>
  );
}

function Linked({ title, facts }: { title: string; facts: Fact['consequences'] }) {
  return (
    <Sheet title={title}>
      <ul className={styles.facts}>
        {facts.map(({ position, sentence, type }) => (
          <li key={position}>
            <Go to="/facts/$position" params={{ position }}>
              {position}
            </Go>{' '}
            {readable(sentence)} <span className={styles.muted}>{type}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
