import type { paths } from '../api/schema';
import type { Target } from '../parts/go';

export type WorkQuery = NonNullable<paths['/v1/work']['get']['parameters']['query']>;
export type WorkItem =
  paths['/v1/work']['get']['responses'][200]['content']['application/json']['items'][number];

/** Kinds of things to do, as the API names them, the most urgent first, with the word of each. */
export const KINDS = {
  'broken-promise': 'brokenPromise',
  'plan-broken': 'planBroken',
  'dispute-to-answer': 'disputeToAnswer',
  'approval-waiting': 'approvalWaiting',
  escalated: 'escalated',
  'over-limit': 'overLimit',
  'no-manager': 'noManager',
  'payment-to-allocate': 'paymentToAllocate',
  'follow-up': 'followUp',
  'escalations-held': 'escalationsHeld',
  'mail-unknown': 'mailUnknown',
  'propose-collection': 'proposeCollection',
  'mail-failed': 'mailFailed',
  'no-address': 'noAddress',
  'not-followed-up': 'notFollowedUp',
  alerted: 'alerted',
  overdue: 'overdue',
  'due-today': 'dueToday',
  'due-soon': 'dueSoon',
} as const;

export type KindWord = (typeof KINDS)[keyof typeof KINDS];

/** The word of a kind; one that this page does not know stands as the API calls it. */
export const kindWord = (kind: string): KindWord | undefined => KINDS[kind as keyof typeof KINDS];

/** Of what a thing to do came: its dispute, promise, payment. */
export const sourceOf = ({ id, kind }: WorkItem): string => id.slice(kind.length + 1);

/** Where it is done: the dialog that settles it, where there is one, else the page of what it is about. */
export function placeOf(item: WorkItem): Target | undefined {
  const { kind, customerId, ownerId } = item;
  switch (kind) {
    case 'broken-promise':
      return ofInvoice(item, 'plan');
    case 'plan-broken':
      return ofInvoice(item, `revokePlan.${sourceOf(item)}`);
    case 'dispute-to-answer':
      return ofInvoice(item, `resolve.${sourceOf(item)}`);
    case 'approval-waiting':
      return ofInvoice(item, `approve.${sourceOf(item)}`);
    case 'payment-to-allocate':
      return { to: '/payments/apply', search: { unapplied: '0.01..', _peek: sourceOf(item) } };
    case 'over-limit':
      return customerId === null ? undefined : ofCustomer(customerId, { _do: 'change' });
    case 'no-manager':
      return ownerId === null
        ? undefined
        : { to: '/admin/people', search: { _peek: ownerId, _do: 'changePerson' } };
    case 'escalations-held':
      return { to: '/reminders/blocked', search: { code: 'not-confirmed' } };
    case 'no-address':
      return { to: '/admin/people', search: { _peek: sourceOf(item) } };
    case 'follow-up':
      return thingOf(item, { _tab: 'timeline' });
    default:
      return thingOf(item);
  }
}

/** What it is about: an invoice, a payment, or a customer. */
export function thingOf(item: WorkItem, search: Record<string, string> = {}): Target | undefined {
  const { kind, invoiceId, customerId } = item;
  if (invoiceId !== null) return { to: '/invoices/$id', params: { id: invoiceId }, search };
  if (kind === 'payment-to-allocate') return { to: '/payments/$id', params: { id: sourceOf(item) }, search };
  return customerId === null ? undefined : ofCustomer(customerId, search);
}

const ofInvoice = ({ invoiceId }: WorkItem, dialog: string): Target | undefined =>
  invoiceId === null
    ? undefined
    : { to: '/invoices/$id', params: { id: invoiceId }, search: { _do: dialog } };

const ofCustomer = (id: string, search: Record<string, string>): Target => ({
  ...{ to: '/customers/$id', params: { id }, search },
});
