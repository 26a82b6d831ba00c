import { uuid5 } from '@quittance/event-store';
import { Rejection } from '@quittance/kernel';

// The one place where ids and stream names are made. A natural key gives the id, so that uniqueness is an
// append that expects no stream. All ids are within one legal entity.

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const customerStream = (entity: string, customerId: string): string =>
  `customer-${uuid5(entity, 'customer', customerId)}`;

export const personStream = (entity: string, personId: string): string =>
  `person-${uuid5(entity, 'person', personId)}`;

/** The id of the invoice with that number. */
export const invoiceIdOf = (entity: string, number: string): string => uuid5(entity, 'invoice', number);

/** @throws Rejection `invoice-not-found` when the text cannot be an invoice's id. */
export const invoiceStream = (invoiceId: string): string => `invoice-${known(invoiceId, 'invoice')}`;

/** Of the payer's or bank's own id when there is one, else of the actor's idempotency key. */
export function paymentIdOf(
  entity: string,
  payment: { source?: string; externalId?: string; released?: number },
  { actor, key }: { actor: { id: string }; key: string },
): string {
  return payment.externalId === undefined
    ? uuid5(entity, 'POST /v1/payments', actor.id, key)
    : uuid5(
        ...([entity, 'payment', payment.source ?? '', payment.externalId] as const),
        // One that was cancelled has its id for ever: what is recorded instead has another.
        ...(payment.released === undefined ? [] : [String(payment.released)]),
      );
}

/** As former releases named a payment without an id of its own: by the key alone, whoever's it was. */
export const formerPaymentIdOf = (entity: string, key: string): string =>
  uuid5(entity, 'POST /v1/payments', key);

/** Of a part that was named when the payment was recorded; later ones have the id of what their command made. */
export const allocationIdOf = (paymentId: string, invoiceId: string): string => uuid5(paymentId, invoiceId);

/** @throws Rejection `payment-not-found` when the text cannot be a payment's id. */
export const paymentStream = (paymentId: string): string => `payment-${known(paymentId, 'payment')}`;

/** The id of the credit note with that number: numbers of invoices are others. */
export const creditNoteIdOf = (entity: string, number: string): string =>
  uuid5(entity, 'credit-note', number);

/** @throws Rejection `credit-note-not-found` when the text cannot be a credit note's id. */
export const creditNoteStream = (creditNoteId: string): string =>
  `credit-note-${known(creditNoteId, 'credit-note')}`;

/** The stream of an invoice's chase. @throws Rejection `invoice-not-found` */
export const dunningStream = (invoiceId: string): string => `dunning-${known(invoiceId, 'invoice')}`;

/** What was said of a thing to do: its id is text. */
export const workStream = (entity: string, itemId: string): string => `work-${uuid5(entity, 'work', itemId)}`;

/** Of the actor's idempotency key: a draft has no number yet. */
export const draftIdOf = (entity: string, { actor, key }: { actor: { id: string }; key: string }): string =>
  uuid5(entity, 'POST /v1/drafts', actor.id, key);

/** @throws Rejection `draft-not-found` when the text cannot be a draft's id. */
export const draftStream = (draftId: string): string => `draft-${known(draftId, 'draft')}`;

/** Numbers given of a series. */
export const seriesStream = (entity: string, series: string): string =>
  `series-${uuid5(entity, 'series', series)}`;

/** The heads of the log, one stream a legal entity. */
export const logHeadStream = (entity: string): string => `log-heads-${entity}`;

/** Who let parked streams go on, one stream a legal entity. */
export const parkedStream = (entity: string): string => `parked-${entity}`;

/** What the entity set for all, one stream a legal entity. */
export const settingsStream = (entity: string): string => `settings-${entity}`;

/** How debtors are chased, one stream a legal entity. */
export const policyStream = (entity: string): string => `policy-${entity}`;

/** What was refused to people, one stream a legal entity and day. */
export const attemptsStream = (entity: string, day: string): string => `attempts-${entity}-${day}`;

/** A step of a chase: the invoice, its instalment, the step and the agreed due date; never the clock. */
export const stepId = (invoiceId: string, step: string, agreedDueOn: string, part = 1): string =>
  uuid5(invoiceId, String(part), step, agreedDueOn);

/** A mail of a chase: one a customer, day, language and tone; with an own one for each invoice, of its step, too. */
export const mailIdOf = (
  entity: string,
  {
    customerId,
    on,
    language,
    tone,
    template = tone,
    stepId: step,
  }: {
    customerId: string;
    on: string;
    language: string;
    tone: string;
    /** Key of its text; that of its tone when left out. */
    template?: string;
    stepId?: string;
  },
): string =>
  uuid5(
    ...[entity, 'mail', customerId, on, language, tone, '0'],
    // One text for each mail: a last notice is not said of an invoice that is reminded first.
    ...(template === tone ? [] : [template]),
    ...(step === undefined ? [] : [step]),
  );

/** One mail. */
export const mailStream = (mailId: string): string => `mail-${mailId}`;

/** What a person is told on a day. */
export const digestIdOf = (entity: string, personId: string, on: string): string =>
  uuid5(entity, 'digest', personId, on);

/** One digest. */
export const digestStream = (digestId: string): string => `digest-${digestId}`;

/** A text of mails, of its key and language. */
export const templateStream = (entity: string, key: string, language: string): string =>
  `template-${uuid5(entity, 'template', key, language)}`;

/** Of the actor's idempotency key: a webhook has no number. */
export const webhookIdOf = (entity: string, { actor, key }: { actor: { id: string }; key: string }): string =>
  uuid5(entity, 'POST /v1/webhooks', actor.id, key);

/** @throws Rejection `webhook-not-found` when the text cannot be a webhook's id. */
export const webhookStream = (webhookId: string): string => `webhook-${known(webhookId, 'webhook')}`;

function known(id: string, kind: 'invoice' | 'payment' | 'credit-note' | 'draft' | 'webhook'): string {
  const lower = id.toLowerCase();
  if (!UUID.test(lower))
    throw Rejection.notFound(
      `${kind}-not-found`,
      `There is no ${kind.replace('-', ' ')} ${id.slice(0, 100)}.`,
    );
  return lower;
}
