import { useLocale, useTranslations } from 'use-intl';
import { Commands } from '../command/commands';
import { Became } from '../parts/became';
import { useChaseWords } from '../parts/chase-words';
import { Waiting } from '../parts/empty';
import { Amount } from '../parts/figure';
import { Go } from '../parts/go';
import type { Rows } from '../parts/grid/grid';
import { Pairs } from '../parts/pairs';
import { Peek } from '../parts/peek';
import { Table } from '../parts/table';
import { Trouble } from '../parts/trouble';
import { useAddress } from '../time/use-time';
import { dayText } from '../words/formats';
import styles from './dunning.module.css';
import { commandsOf } from './mail.commands';
import { MailText } from './mail-text';
import mailStyles from './mail.module.css';
import { OUTBOX, useLanguages, useTones } from './mail.words';
import { type MailDetails, type MailRow, useMail } from './use-mail';

interface Props {
  id: string;
  rows: Rows<MailRow>;
  /** Once it was decided, the next one is shown: for many in a row. */
  inARow?: boolean;
}

/** A mail beside its list: as it left, or as it will, and what can be done about it. */
export function MailPeek({ id, rows, inARow }: Props) {
  const t = useTranslations('mail');
  const { change } = useAddress();
  const { data, error } = useMail(id);
  const mail = data?.body.id === id ? data.body : undefined;
  const every = Array.from({ length: rows.length }, (_nothing, at) => rows.at(at));
  const at = every.findIndex((row) => row?.id === id);
  const next = (): void => change({ _peek: (every[at + 1] ?? every[at - 1])?.id, _do: undefined }, 'replace');
  return (
    <Peek<MailRow>
      title={t('one')}
      rows={rows}
      is={(row) => row.id === id}
      onRow={(row) => change({ _peek: row?.id }, 'replace')}
      size="wide"
    >
      {error && !mail && <Trouble error={error} />}
      {!mail && !error && <Waiting label={t('one')} />}
      {mail && (
        <>
          <div className={styles.acts} data-screen-only>
            <Commands
              commands={commandsOf(mail)}
              subject={mail}
              seen={data?.head.etag}
              onDone={inARow ? (_answer, { name }) => name !== 'changeMail' && next() : undefined}
            />
          </div>
          <About mail={mail} />
          <MailText {...mail} />
          <Asks lines={mail.lines} />
          {mail.source !== null && (
            <details>
              <summary className={mailStyles.sourceName}>{t('source')}</summary>
              <pre className={mailStyles.source} tabIndex={0} aria-label={t('source')}>
                {mail.source}
              </pre>
            </details>
          )}
        </>
      )}
    </Peek>
  );
}

function About({ mail }: { mail: MailDetails }) {
  const t = useTranslations('mail');
  const locale = useLocale();
  const languages = useLanguages();
  const tones = useTones();
  const {
    customerId,
    customerName,
    status,
    code,
    draftedOn,
    language,
    tone,
    address,
    attempts,
    response,
    messageId,
  } = mail;
  return (
    <Pairs
      pairs={[
        [t('status'), <Became key="status" {...{ status, code }} />],
        [
          t('customer'),
          <Go key="customer" to="/customers/$id" params={{ id: customerId }}>
            {customerName ?? customerId}
          </Go>,
        ],
        [t('to'), address],
        [t('draftedOn'), dayText(draftedOn, locale)],
        [t('spoken'), `${languages[language] ?? language}, ${tones[tone] ?? tone}`],
        [t('attempts'), attempts > 0 && attempts],
        [t('response'), response === OUTBOX ? t('outbox') : response && <span lang="en">{response}</span>],
        [t('messageId'), messageId],
      ]}
    />
  );
}

/** The invoices in it, and those that were taken out. */
function Asks({ lines }: Pick<MailDetails, 'lines'>) {
  const t = useTranslations('mail');
  const locale = useLocale();
  const words = useChaseWords();
  return (
    <Table label={t('asks')} heads={[t('invoice'), t('dueOn'), t('state')]} figures={[t('asked')]}>
      {lines.map(({ stepId, invoiceId = '', number, agreedDueOn = '', asked = '0', currency, code }) => (
        <tr key={stepId}>
          <td>
            <Go to="/invoices/$id" params={{ id: invoiceId }} search={{ _tab: 'reminders' }}>
              {number}
            </Go>
          </td>
          <td data-short>{dayText(agreedDueOn, locale)}</td>
          <td>{code ? t('takenOut', { why: words.why(code) }) : t('isIn')}</td>
          <td data-figure>
            <Amount amount={asked} currency={currency} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
