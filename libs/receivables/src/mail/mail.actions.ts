import { Decimal } from 'decimal.js';
import { by, lines, ofType } from '../../../../test/faults/support/books/balance.js';
import type { PlainFact } from '../../../../test/faults/support/books/plain-fact.js';
import type { FeatureActions } from '../../../../test/histories/simulated/action.js';

const typesIn = (facts: readonly PlainFact[], prefix: string): PlainFact[] =>
  facts.filter(({ type }) => type.startsWith(prefix));

/** Mails follow what dunning planned: histories write none by themselves. */
export const mailActions: FeatureActions = {
  actions: [],
  balances: [
    {
      of: 'mails',
      projection: 'mails',
      what: 'to whom, and how often it was tried',
      sql: 'select id::text, customer_id, drafted_on, language, attempts, message_id from live.mails',
      must: (facts) =>
        new Map(
          [...by(typesIn(facts, 'Mail'), 'mailId')].map(([id, each]) => {
            const { said } = ofType(each, 'MailDrafted')[0]!;
            const tries = ofType(each, 'MailSendingBegun');
            const messageId = tries.at(-1)?.said.messageId ?? null;
            return [id, [said.customerId, said.draftedOn, said.language, tries.length, messageId]];
          }),
        ),
    },
    {
      of: 'mail_items',
      projection: 'mails',
      what: 'what mails ask, and what was taken out again',
      sql: `select concat_ws(' ', mail_id, step_id), invoice_id, asked, currency, agreed_due_on, code from live.mail_items`,
      must: (facts) => {
        const out = new Map(
          ofType(facts, 'MailItemRemoved').map(({ said }) => [`${said.mailId} ${said.stepId}`, said.code]),
        );
        return new Map(
          ofType(facts, 'MailItemAdded').map(({ said }) => {
            const key = `${said.mailId} ${said.stepId}`;
            const values = [said.invoiceId, new Decimal(said.asked!), said.currency, said.agreedDueOn];
            return [key, [...values, out.get(key) ?? null]];
          }),
        );
      },
    },
    {
      of: 'mail_troubles',
      projection: 'mails',
      what: 'which mails failed or may have left, and what was decided then',
      sql: 'select position::text, mail_id::text, status, code, effective_on from live.mail_troubles',
      must: (facts) =>
        new Map([
          ...lines('MailApproved', ({ said }) => [said.mailId, 'approved', null, said.approvedOn])(facts),
          ...lines('MailRefused', ({ said }) => [said.mailId, 'refused', null, said.refusedOn])(facts),
          ...lines('MailSendingFailed', ({ said }) => [said.mailId, 'failed', said.code, said.failedOn])(
            facts.filter(({ type, data }) => type !== 'MailSendingFailed' || data.final === true),
          ),
          ...lines('MailOutcomeUnknown', ({ said }) => [said.mailId, 'unknown', null, said.unknownOn])(facts),
          ...lines('MailBounced', ({ said }) => [said.mailId, 'bounced', null, said.bouncedOn])(facts),
        ]),
    },
  ],
  agrees: () => undefined,
};
