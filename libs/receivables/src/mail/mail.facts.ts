import type { FactsDeclared } from '../manifest/fact.js';
import { OF_INVOICE, sentence } from '../manifest/words.js';
import { readable } from '../personal.js';
import type { MailFacts } from './mail.events.js';

const MAIL = { mailId: 'uuid of the mail', customerId: 'whom it goes to' };
const STREAM = { schema: 1, stream: 'mail-<mail uuid>' } as const;

/** What Quittance says of the facts of a mail. */
export const mailFacts: FactsDeclared<MailFacts> = {
  MailDrafted: {
    ...STREAM,
    effectiveOn: (fact) => fact.draftedOn,
    sentence: (fact, actor) =>
      sentence(`${actor} drafted a ${fact.tone} mail to customer ${fact.customerId} in ${fact.language}`),
    comment: 'A mail was begun',
    fields: {
      ...MAIL,
      draftedOn: 'business date of the run',
      language: 'en, it, bg or de',
      tone: 'friendly, formal or firm',
      template: 'key of its text',
    },
  },
  MailItemAdded: {
    ...STREAM,
    effectiveOn: (fact) => fact.addedOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} put invoice ${fact.number} into the mail to customer ${fact.customerId}`,
        `${fact.asked} ${fact.currency} asked`,
      ),
    comment: 'A reminder went into a mail',
    fields: {
      ...MAIL,
      ...OF_INVOICE,
      stepId: 'uuid of the reminder',
      currency: 'ISO 4217',
      asked: 'what is asked when it was planned',
      onAccount: 'what is held of the customer and set against it',
      agreedDueOn: 'agreed due date',
      addedOn: 'business date of the run',
      approval: 'person: somebody looks at the mail before it leaves; none',
    },
  },
  MailItemRemoved: {
    ...STREAM,
    effectiveOn: (fact) => fact.removedOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} took a reminder out of the mail to customer ${fact.customerId}: ${fact.code.replaceAll('-', ' ')}`,
      ),
    comment: 'A reminder was stale when its mail was to leave',
    fields: {
      ...MAIL,
      stepId: 'uuid of the reminder',
      invoiceId: 'uuid of the invoice',
      code: 'why: paid, disputed, ...',
      left: 'how many reminders are in the mail still',
      removedOn: 'business date',
    },
  },
  MailChanged: {
    ...STREAM,
    effectiveOn: (fact) => fact.changedOn,
    sentence: (fact, actor) => sentence(`${actor} changed the mail to customer ${fact.customerId}`),
    comment: 'A person changed what a mail says',
    fields: { ...MAIL, changedOn: 'business date', tone: 'the tone from then on; left out: as it was' },
    personal: ['line', 'body'],
  },
  MailApproved: {
    ...STREAM,
    schema: 2,
    upcasters: { 1: (data: object) => data },
    effectiveOn: (fact) => fact.approvedOn,
    sentence: (_fact, actor) => sentence(`${actor} approved the mail`),
    comment: 'A mail may leave',
    fields: {
      ...MAIL,
      approvedOn: 'business date',
      approvedBy: 'person who approved it',
      template: 'key of the text that it has; left out: a former release approved it',
      templateVersion: 'version of that text; 0: as Quittance brings it',
    },
    personal: ['contentHash'],
  },
  MailRefused: {
    ...STREAM,
    effectiveOn: (fact) => fact.refusedOn,
    sentence: (fact, actor) => ({
      sentence: sentence(`${actor} refused the mail to customer ${fact.customerId}`),
      reason: readable(fact.personal, 'reason'),
    }),
    comment: 'A mail is not to leave',
    fields: { ...MAIL, refusedOn: 'business date' },
    personal: ['reason'],
  },
  MailSendingBegun: {
    ...STREAM,
    effectiveOn: (fact) => fact.begunOn,
    sentence: (fact, actor) =>
      sentence(`${actor} began to send the mail to customer ${fact.customerId}`, `try ${fact.attempt}`),
    comment: 'A mail began to leave: what it says is what is here',
    fields: {
      ...MAIL,
      begunOn: 'business date',
      messageId: 'its Message-ID: the same at every try',
      sender: 'who sends it, as settings said it',
      attempt: 'number of the try, from 1',
    },
    personal: ['address', 'line', 'text', 'html'],
  },
  MailAccepted: {
    ...STREAM,
    effectiveOn: (fact) => fact.acceptedOn,
    sentence: (fact) => sentence(`The mail server took the mail to customer ${fact.customerId}`),
    comment: 'The mail server took the mail',
    fields: { ...MAIL, messageId: 'its Message-ID', acceptedOn: 'business date' },
    personal: ['response'],
  },
  MailSendingFailed: {
    ...STREAM,
    effectiveOn: (fact) => fact.failedOn,
    sentence: (fact) =>
      sentence(
        `The mail to customer ${fact.customerId} did not leave: ${fact.code}`,
        fact.final ? 'it is not tried again' : 'it is tried again',
      ),
    comment: 'The mail server did not take the mail',
    fields: {
      ...MAIL,
      code: 'number that the server answered, or what went wrong',
      final: 'whether it is not tried again by itself',
      failedOn: 'business date',
    },
    personal: ['response'],
  },
  MailOutcomeUnknown: {
    ...STREAM,
    effectiveOn: (fact) => fact.unknownOn,
    sentence: (fact) => sentence(`Nobody knows whether the mail to customer ${fact.customerId} left`),
    comment: 'The connection or the process ended before the mail server answered',
    fields: { ...MAIL, messageId: 'its Message-ID', unknownOn: 'business date' },
  },
  MailBounced: {
    ...STREAM,
    effectiveOn: (fact) => fact.bouncedOn,
    sentence: (fact) =>
      sentence(
        `The mail to customer ${fact.customerId} came back: ${fact.code.replaceAll('-', ' ')}`,
        fact.permanent ? 'nothing will reach that address' : 'for now',
      ),
    comment: 'A mail came back',
    fields: {
      ...MAIL,
      code: 'why, in kebab case',
      permanent: 'whether nothing will reach that address',
      bouncedOn: 'business date',
    },
  },
};
