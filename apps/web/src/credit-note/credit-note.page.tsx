import { useParams } from '@tanstack/react-router';
import { useLocale, useTranslations } from 'use-intl';
import { Problem } from '../api/problem';
import { Commands } from '../command/commands';
import { Empty, Waiting } from '../parts/empty';
import { Amount } from '../parts/figure';
import { Go } from '../parts/go';
import { isSome } from '../parts/sums';
import { Table } from '../parts/table';
import { Trouble } from '../parts/trouble';
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
  const shell = useTranslations('shell');
  const locale = useLocale();
  const { id } = useParams({ from: '/credit-notes/$id' });
  const { data, error, refetch } = useCreditNote(id);
  const note = data?.body.id === id ? data.body : undefined;
  useAnswerOf(note && { ...note, hash: data?.head.hash });
  if (!note) {
    const isUnknown = error instanceof Problem && error.status === 404;
    return (
      <Page title={t('one')}>
        {isUnknown && <Empty title={t('notYet')} />}
        {error && !isUnknown && <Trouble error={error} retry={() => void refetch()} />}
        {!error && <Waiting label={shell('loading')} />}
      </Page>
    );
  }
  const { number, customerId, issuedOn, reason, reasonCode, corrects, correctsText } = note;
  const seen = data?.head.etag;
  return (
    <Page
      title={t('title', { number })}
      more={
        <span className={styles.muted}>
          <Go to="/customers/$id" params={{ id: customerId }}>
            {customerId}
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
      {note.refunds.length > 0 && <Refunds note={note} seen={seen} />}
    </Page>
  );
}

interface Part {
  note: CreditNoteDetails;
  seen?: string;
}

/** total = applied + refunded + on account + cancelled. */
function Equation({ note }: { note: CreditNoteDetails }) {
  const t = useTranslations('creditNote');
  const parts = (['applied', 'refunded', 'onAccount', 'cancelled'] as const).filter(
    (part) => part === 'applied' || part === 'onAccount' || isSome(note[part]),
  );
  return (
    <div className={styles.line}>
      <span>
        <strong>
          <Amount amount={note.total} currency={note.currency} />
        </strong>{' '}
        {t('total')}
      </span>
      {parts.map((part, at) => (
        <span key={part}>
          {at === 0 ? '=' : '+'} <Amount amount={note[part]} /> {t(part)}
        </span>
      ))}
    </div>
  );
}

function Applications({ note, seen }: Part) {
  const t = useTranslations('creditNote');
  const locale = useLocale();
  return (
    <Sheet title={t('applications')}>
      <Table
        label={t('applications')}
        heads={[t('invoice'), t('from'), t('became')]}
        figures={[t('requested'), t('settles')]}
        acts={t('commands')}
      >
        {note.applications.map((one) => (
          <tr key={one.applicationId}>
            <td>
              <Go to="/invoices/$id" params={{ id: one.invoiceId }}>
                {one.number}
              </Go>
            </td>
            <td data-short>{one.appliedOn === null ? '–' : dayText(one.appliedOn, locale)}</td>
            <td>{[t(`status.${one.status as 'applied'}`), one.code].filter(Boolean).join(' · ')}</td>
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

function Refunds({ note, seen }: Part) {
  const t = useTranslations('creditNote');
  const locale = useLocale();
  return (
    <Sheet title={t('refunds')}>
      <Table
        label={t('refunds')}
        heads={[t('on'), t('reference'), t('reason'), t('cameBackOn')]}
        figures={[t('amount')]}
        acts={t('commands')}
      >
        {note.refunds.map(({ refundId, refundedOn, method, reference, reason, reversedOn, amount }) => (
          <tr key={refundId}>
            <td data-short>{dayText(refundedOn, locale)}</td>
            <td>{[method, reference].filter(Boolean).join(' · ')}</td>
            <td>{reason}</td>
            <td data-short>{reversedOn === null ? '–' : dayText(reversedOn, locale)}</td>
            <td data-figure>
              <Amount amount={amount} currency={note.currency} />
            </td>
            <td data-figure>
              {reversedOn === null && (
                <Commands
                  commands={[CREDIT_CAME_BACK]}
                  subject={{ note, partId: refundId, amount }}
                  seen={seen}
                  of={refundId}
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
