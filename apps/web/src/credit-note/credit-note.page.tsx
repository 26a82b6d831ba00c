import { useParams } from '@tanstack/react-router';
import { useLocale, useTranslations } from 'use-intl';
import { Commands } from '../command/commands';
import { useColumnWord } from '../parts/column-word';
import { figureOf } from '../parts/explanation';
import { Amount, Figure } from '../parts/figure';
import { Go } from '../parts/go';
import { Outcome } from '../parts/outcome';
import { Refunds } from '../parts/refunds';
import { isSome } from '../parts/sums';
import { Table } from '../parts/table';
import { NotThere } from '../shell/not-there';
import { Page, Sheet } from '../shell/page';
import { Standing } from '../shell/standing';
import { useAnswerOf } from '../time/instant';
import { dayText } from '../words/formats';
import { CREDIT_CAME_BACK, creditNoteCommands, UNDO_APPLICATION } from './credit-note.commands';
import { type CreditNoteDetails, useCreditNote } from './use-credit-note';
import styles from './credit-note.module.css';

/** A credit note: what it settles, what was paid out of it, and what is left. */
export function CreditNote() {
  const t = useTranslations('creditNote');
  const locale = useLocale();
  const { id } = useParams({ from: '/credit-notes/$id' });
  const { data, error, refetch } = useCreditNote(id);
  const note = data?.body.id === id ? data.body : undefined;
  useAnswerOf(note && { ...note, hash: data?.head.hash });
  if (!note)
    return <NotThere title={t('one')} error={error} retry={() => void refetch()} unknown={t('notYet')} />;
  const { number, customerId, customerName, issuedOn, reason, reasonCode, corrects, correctsText } = note;
  const seen = data?.head.etag;
  return (
    <Page
      title={t('title', { number })}
      more={
        <span className={styles.muted}>
          <Go to="/customers/$id" params={{ id: customerId }}>
            <span title={customerId}>{customerName ?? customerId}</span>
          </Go>
          {` · ${t('issuedOn', { day: dayText(issuedOn, locale) })} · ${reason ?? reasonCode}`}
        </span>
      }
      actions={<Commands commands={creditNoteCommands(note)} subject={note} seen={seen} />}
    >
      <Standing head={data!.head} />
      <Sheet>
        <Equation note={note} />
        {(corrects.length > 0 || correctsText !== null) && (
          <p className={styles.corrects}>
            {t('corrects')}{' '}
            {corrects.map((invoice) => (
              <Go key={invoice.invoiceId} to="/invoices/$id" params={{ id: invoice.invoiceId! }}>
                {invoice.number}
              </Go>
            ))}{' '}
            {correctsText}
          </p>
        )}
      </Sheet>
      {note.applications.length > 0 && <Applications note={note} seen={seen} />}
      {note.refunds.length > 0 && (
        <Sheet title={t('refunds')}>
          <Refunds refunds={note.refunds} currency={note.currency}>
            {({ refundId, amount }) => (
              <Commands
                commands={[CREDIT_CAME_BACK]}
                subject={{ note, partId: refundId, amount }}
                seen={seen}
                of={refundId}
                look="quiet"
              />
            )}
          </Refunds>
        </Sheet>
      )}
    </Page>
  );
}

interface Part {
  note: CreditNoteDetails;
  seen?: string;
}

/** total = applied + refunded + on account + cancelled: each opens to the facts that made it. */
function Equation({ note }: { note: CreditNoteDetails }) {
  const t = useTranslations('creditNote');
  const parts = (['applied', 'refunded', 'onAccount', 'cancelled'] as const).filter(
    (part) => part === 'applied' || part === 'onAccount' || isSome(note[part]),
  );
  const word = useColumnWord();
  const made = (column: string) => figureOf('credit-note', note, column);
  return (
    <div className={styles.line}>
      <span>
        <strong>
          <Figure value={{ amount: note.total, currency: note.currency }} explain={made('total')} />
        </strong>{' '}
        {t('total')}
      </span>
      {parts.map((part, at) => (
        <span key={part}>
          {at === 0 ? '=' : '+'}{' '}
          <Figure value={{ amount: note[part] }} explain={made(part)} label={word(part)} /> {t(part)}
        </span>
      ))}
    </div>
  );
}

/** Which invoices it is meant for, and what each answered: said as of a payment. */
function Applications({ note, seen }: Part) {
  const t = useTranslations('creditNote');
  const words = useTranslations('payment');
  const locale = useLocale();
  return (
    <Sheet title={t('applications')}>
      <Table
        label={t('applications')}
        heads={[words('invoice'), words('countsFrom'), words('outcome')]}
        figures={[words('requested'), words('applied')]}
        acts={words('commands')}
      >
        {note.applications.map((one) => (
          <tr key={one.applicationId}>
            <td>
              <Go to="/invoices/$id" params={{ id: one.invoiceId }}>
                {one.number}
              </Go>
            </td>
            <td data-short>{one.appliedOn === null ? '–' : dayText(one.appliedOn, locale)}</td>
            <td>
              <Outcome of={one} />
            </td>
            <td data-figure>
              <Amount amount={one.requested} currency={note.currency} />
            </td>
            <td data-figure>
              <Amount amount={one.applied} currency={note.currency} />
            </td>
            <td data-figure>
              {isSome(one.applied) && (
                <Commands
                  commands={[UNDO_APPLICATION]}
                  subject={{ note, partId: one.applicationId, amount: one.applied }}
                  seen={seen}
                  of={one.applicationId}
                  look="quiet"
                />
              )}
            </td>
          </tr>
        ))}
      </Table>
    </Sheet>
  );
}
