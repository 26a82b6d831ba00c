import { Money } from '@quittance/kernel';
import type { FactType, ReceivablesFacts } from '../facts.js';
import { ERASED, erasable, type Personal, readable } from '../personal.js';

/** What a fact says to a person: who did what, from what to what. `reason` is kept apart and shown beside it. */
export interface Told {
  sentence: string;
  reason?: string | null;
}

type Sentences = {
  [Type in FactType]: (data: ReceivablesFacts[Type], actor: string) => string | Told;
};

/** One sentence a fact. A fact without one does not compile. */
export const SENTENCES: Sentences = {
  CustomerRegistered: (fact, actor) =>
    sentence(
      `${actor} registered customer ${fact.customerId}${as(fact.personal)}`,
      // Once erased, nobody can say whether they were given.
      maybe('with mail ', erasable(fact.personal, 'email')),
      maybe('phone ', erasable(fact.personal, 'phone')),
      maybe('invoiced in ', fact.currency),
      maybe('terms ', fact.terms && terms(fact.terms)),
      maybe('owner ', fact.ownerId),
      maybe('language ', fact.language),
    ),
  PersonSeen: (fact) =>
    sentence(`${fact.personId} was seen for the first time`, maybe('with roles ', fact.roles.join(' and '))),
  PersonRegistered: (fact, actor) =>
    sentence(
      `${actor} registered person ${fact.personId}${as(fact.personal)}`,
      maybe('with mail ', erasable(fact.personal, 'email')),
      maybe('roles ', fact.roles?.join(' and ')),
      maybe('manager ', fact.managerId),
      maybe('lead ', fact.leadId),
    ),
  InvoiceIssued: (fact, actor) =>
    sentence(
      `${actor} issued invoice ${fact.number} of ${fact.issuedOn} to customer ${fact.customerId} ` +
        `over ${fact.total} ${fact.currency}`,
      fact.net && fact.vat && `net ${fact.net} and VAT ${fact.vat}`,
      `due ${fact.dueOn}`,
      `followed up by ${fact.ownerId}`,
      maybe('project ', fact.work?.project),
      maybe('milestone ', fact.work?.milestone),
      maybe('delivered on ', fact.work?.deliveredOn),
      maybe('approved by ', erasable(fact.personal, 'approvedBy')),
      maybe('notes: ', erasable(fact.personal, 'notes')),
      maybe('approval or notes ', fact.personal?.erased ? ERASED : null),
    ),
  ExtensionGranted: (fact, actor) => ({
    sentence: sentence(
      `${actor} moved the agreed due date of invoice ${fact.number} from ${fact.previousDueOn} to ${fact.agreedDueOn}`,
      `counting from ${fact.grantedOn}`,
      `contractual due date ${fact.dueOn}`,
    ),
    reason: readable(fact.personal, 'reason'),
  }),
  OwnerAssigned: (fact, actor) => ({
    sentence: sentence(
      `${actor} handed invoice ${fact.number} over from ${fact.previousOwnerId} to ${fact.ownerId}`,
      `counting from ${fact.assignedOn}`,
    ),
    reason: readable(fact.personal, 'reason'),
  }),
  PaymentReceived: (fact, actor) =>
    sentence(
      `${actor} recorded ${fact.amount} ${fact.currency} received on ${fact.receivedOn}`,
      maybe('paid by ', fact.payerId),
      maybe('by ', fact.method),
      maybe('reference ', readable(fact.personal, 'reference')),
      maybe('source ', fact.source && [fact.source, fact.externalId].filter(Boolean).join(' ')),
      meant(fact),
    ),
  PaymentApplied: (fact, actor) =>
    sentence(
      `${actor} settled ${fact.applied} ${fact.currency} of invoice ${fact.number} ` +
        `by the payment received on ${fact.receivedOn}: open from ${before(fact)} to ${fact.open} ${fact.currency}`,
      fact.applied !== fact.requested &&
        `${fact.requested} ${fact.currency} were meant for it, the rest stays unapplied`,
      fact.appliedOn !== fact.receivedOn && `counting from ${fact.appliedOn}`,
    ),
  AllocationRefused: (fact, actor) =>
    sentence(
      `${actor} could not settle invoice ${fact.number} by the payment received on ${fact.receivedOn}: ` +
        (fact.code === 'nothing-open' ? 'nothing was open' : fact.code.replaceAll('-', ' ')),
      `${fact.requested} ${fact.currency} stay unapplied`,
    ),
  ReminderPlanned: (fact, actor) =>
    sentence(
      `${actor} planned the reminder ${step(fact.step)} the agreed due date ${fact.agreedDueOn} of invoice ${fact.number}`,
      `${fact.open} ${fact.currency} open`,
      `followed up by ${fact.ownerId}`,
    ),
  ReminderSkipped: (fact, actor) =>
    sentence(
      `${actor} skipped the reminder ${step(fact.step)} the agreed due date ${fact.agreedDueOn} of invoice ${fact.number}: ` +
        (fact.code === 'superseded' ? 'a later one took its place' : fact.code.replaceAll('-', ' ')),
    ),
  InvoiceEscalated: (fact, actor) =>
    sentence(
      `${actor} escalated invoice ${fact.number} from ${fact.ownerId} to ${fact.escalatedTo ?? 'nobody, as no manager or lead is known'}`,
      `${step(fact.step)} the agreed due date ${fact.agreedDueOn}`,
      `${fact.open} ${fact.currency} open`,
    ),
  LogHeadRecorded: (fact, actor) =>
    sentence(
      `${actor} recorded the head of the log at position ${fact.position}: ` +
        `${fact.facts} facts in ${fact.streams} streams`,
      `hash ${fact.hash}`,
    ),
  MacBegun: (fact, actor) =>
    sentence(
      `${actor} began to give every fact a keyed MAC, by the key ${fact.key}`,
      'a later fact without one did not come from Quittance',
    ),
  PersonalDataErased: (fact, actor) => ({
    sentence: `${actor} erased the personal data of ${erased(fact)}`,
    reason: fact.reason,
  }),
  StreamsReleased: (fact, actor) => ({
    sentence: sentence(
      `${actor} let ${fact.count} parked streams go on: ${fact.streams.join(', ')}`,
      Number(fact.count) > fact.streams.length && 'and others',
    ),
    reason: fact.reason,
  }),
};

const erased = ({ customerId, personId, paymentId }: ReceivablesFacts['PersonalDataErased']): string =>
  customerId !== undefined
    ? `customer ${customerId}`
    : personId !== undefined
      ? `person ${personId}`
      : `payment ${paymentId}`;

/** The fact in words. What no person did, Quittance did. */
export function tell<Type extends FactType>(type: Type, data: ReceivablesFacts[Type], actor: string): Told {
  const told = SENTENCES[type](data, actor.startsWith('system:') ? 'Quittance' : actor);
  return typeof told === 'string' ? { sentence: told } : told;
}

const sentence = (...parts: (string | false | null | undefined)[]): string =>
  parts.filter(Boolean).join(', ');

const maybe = (word: string, value: string | null | undefined): string | undefined =>
  value ? word + value : undefined;

const before = ({ open, applied, currency }: { open: string; applied: string; currency: string }): string =>
  Money.of(open, currency).plus(Money.of(applied, currency)).toString();

/** `due-3` is "3 days before", `due+7` "7 days after". */
function step(key: string): string {
  const days = key.replace(/^due[+-]/, '');
  return `${days} days ${key.startsWith('due-') ? 'before' : 'after'}`;
}

const as = (personal: Personal<{ name: string }>): string => {
  const name = readable(personal, 'name');
  return name ? ` as ${name}` : '';
};

/** The first few invoices a payment was meant for, and what no invoice was named for. */
const NAMED = 5;
function meant({ allocations, amount, currency }: ReceivablesFacts['PaymentReceived']): string {
  const free = allocations.reduce(
    (left, part) => left.minus(Money.of(part.amount, currency)),
    Money.of(amount, currency),
  );
  const named = allocations
    .slice(0, NAMED)
    .map((part) => `${part.amount} ${currency} for invoice ${part.number}`)
    .join(' and ');
  const more = allocations.length - NAMED;
  return sentence(
    named && `meant ${named}${more > 0 ? ` and ${more} more` : ''}`,
    !free.isZero && `${free.toString()} ${currency} for no invoice`,
  );
}

function terms(agreed: NonNullable<ReceivablesFacts['CustomerRegistered']['terms']>): string {
  const { type, days, months, day } = agreed;
  const wait = months === undefined ? `${days ?? 0} days` : `${months} months`;
  if (type === 'net') return `${wait} net`;
  if (type === 'daysEndOfMonth')
    return day === undefined
      ? `end of the month after ${wait}`
      : `day ${day} of the month that follows ${wait} end of month`;
  if (type === 'endOfMonth') return `${days ? `${days} days after ` : ''}end of month`;
  if (type === 'dayOfMonth') return `day ${day ?? ''} of the month${days ? ` after ${days} days` : ''}`;
  return `day ${day ?? ''} of the next month`;
}
