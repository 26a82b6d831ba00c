import type { Changes, ProjectedFact, Projection } from '@quittance/read-model';
import { erasable } from '../personal.js';
import type { MailFacts } from './mail.events.js';
import { mailItems, type MailRow, mails, mailTroubles } from './mail.tables.js';

const EMPTY = {
  ...{
    waits: false,
    attempts: 0,
    tried_at: null,
    code: null,
    permanent: false,
    message_id: null,
    sender: null,
  },
  ...{ address: null, line: null, body: null, response: null, text: null, html: null },
};

const change =
  <Type extends keyof MailFacts>(
    make: (fact: ProjectedFact<MailFacts[Type]>, row: MailRow) => Partial<MailRow>,
  ) =>
  (fact: ProjectedFact<MailFacts[Type]>, changes: Changes): void =>
    changes.change(mails, { id: fact.data.mailId }, (row) => {
      if (!row) throw new Error(`mail ${fact.data.mailId} was never drafted`);
      return { ...row, ...make(fact, row) };
    });

/** Said when a mail is in trouble, and when it is no more. */
const stands = (
  { data, at, effectiveOn, statedAt }: ProjectedFact<{ mailId: string }>,
  changes: Changes,
  status: MailRow['status'],
  code: string | null = null,
): void =>
  changes.put(mailTroubles, {
    ...{ position: at, mail_id: data.mailId, status, code, effective_on: effectiveOn, stated_at: statedAt },
  });

export const mailProjection: Projection<MailFacts> = {
  name: 'mails',
  comment: 'Mails as they stand, and what they ask',
  tables: [mails, mailItems, mailTroubles],
  streams: ['mail'],
  on: {
    MailDrafted: ({ data }, changes) =>
      changes.put(mails, {
        ...{ id: data.mailId, customer_id: data.customerId, drafted_on: data.draftedOn, ...EMPTY },
        ...{ language: data.language, tone: data.tone, template: data.template, status: 'draft' },
      }),
    MailItemAdded: (fact, changes) => {
      const { data, at, statedAt } = fact;
      changes.put(mailItems, {
        ...{ mail_id: data.mailId, step_id: data.stepId, invoice_id: data.invoiceId, number: data.number },
        ...{ currency: data.currency, asked: data.asked, on_account: data.onAccount ?? null, code: null },
        ...{ agreed_due_on: data.agreedDueOn, position: at, stated_at: statedAt },
      });
      change<'MailItemAdded'>((_, row) => {
        const waits = row.waits || data.approval === 'person';
        return { waits, status: waits ? 'draft' : 'approved' };
      })(fact, changes);
    },
    MailItemRemoved: (fact, changes) => {
      const { mailId: mail_id, stepId: step_id, code } = fact.data;
      changes.change(mailItems, { mail_id, step_id }, (row) => row && { ...row, code });
      change<'MailItemRemoved'>(({ data }, { status }) => ({
        status: data.left === 0 ? 'dropped' : status,
      }))(fact, changes);
    },
    MailChanged: change<'MailChanged'>(({ data }, row) => ({
      tone: data.tone ?? row.tone,
      line: erasable(data.personal, 'line') ?? row.line,
      body: erasable(data.personal, 'body') ?? row.body,
    })),
    MailApproved: (fact, changes) => {
      stands(fact, changes, 'approved');
      change<'MailApproved'>(() => ({ status: 'approved', tried_at: null }))(fact, changes);
    },
    MailRefused: (fact, changes) => {
      stands(fact, changes, 'refused');
      change<'MailRefused'>(({ data }) => ({
        status: 'refused',
        response: erasable(data.personal, 'reason'),
      }))(fact, changes);
    },
    MailSendingBegun: change<'MailSendingBegun'>(({ data, recordedAt }) => ({
      ...{
        status: 'sending',
        attempts: data.attempt,
        tried_at: recordedAt,
        message_id: data.messageId,
        sender: data.sender,
      },
      ...{ address: erasable(data.personal, 'address'), line: erasable(data.personal, 'line') },
      ...{ text: erasable(data.personal, 'text'), html: erasable(data.personal, 'html'), code: null },
    })),
    MailAccepted: change<'MailAccepted'>(({ data }) => ({
      status: 'sent',
      response: erasable(data.personal, 'response'),
    })),
    MailSendingFailed: (fact, changes) => {
      if (fact.data.final) stands(fact, changes, 'failed', fact.data.code);
      change<'MailSendingFailed'>(({ data }) => ({
        ...{ status: data.final ? 'failed' : 'approved', code: data.code },
        response: erasable(data.personal, 'response'),
      }))(fact, changes);
    },
    MailOutcomeUnknown: (fact, changes) => {
      stands(fact, changes, 'unknown');
      change<'MailOutcomeUnknown'>(() => ({ status: 'unknown' }))(fact, changes);
    },
    MailBounced: (fact, changes) => {
      stands(fact, changes, 'bounced');
      change<'MailBounced'>(({ data: { code, permanent } }) => ({
        ...{ status: 'bounced', code, permanent },
      }))(fact, changes);
    },
  },
};
