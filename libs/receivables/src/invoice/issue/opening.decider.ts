import { type Actor, amountIn, type Money, notInFuture, Rejection, wrong } from '@quittance/kernel';
import type { IssueInvoice } from './issue.commands.js';
import { type IssueFacts, TAKING_OVER } from './issue.events.js';

type TakenOver = Pick<IssueFacts['InvoiceIssued'], 'opening' | 'settledBefore'>;

/** What is said of an invoice that is taken over from elsewhere. @throws Rejection 403 when a clerk does it */
export function takenOver(
  { opening, issuedOn }: IssueInvoice,
  total: Money,
  today: string,
  { roles }: Actor,
): TakenOver {
  if (!opening) return {};
  if (!TAKING_OVER.some((role) => roles.includes(role))) {
    throw new Rejection(
      'forbidden',
      'forbidden',
      'To take invoices over needs the role importer or manager.',
      [
        {
          field: '/opening',
          rule: 'role',
          hint: 'leave it out, or send a token that has one of these roles',
        },
      ],
    );
  }
  const { on, lastReminder, remindersSent } = opening;
  if (notInFuture(on, today, '/opening/on') < issuedOn)
    throw wrong('/opening/on', 'not-before-issue', on, `not before it was issued, ${issuedOn}`);
  if (lastReminder !== undefined && lastReminder > on)
    throw wrong('/opening/lastReminder', 'before-opening', lastReminder, `not after the opening, ${on}`);
  return { opening: { on, lastReminder, remindersSent }, ...settledOf(opening.settledBefore, total) };
}

function settledOf(given: string | undefined, total: Money): Pick<TakenOver, 'settledBefore'> {
  if (given === undefined) return {};
  const settled = amountIn(total.currency, given, '/opening/settledBefore');
  if (settled.isZero) return {};
  if (!total.minus(settled).isPositive) {
    const hint = `less than the total, ${total.toString()}: what is settled is not taken over`;
    throw wrong('/opening/settledBefore', 'below-total', given, hint);
  }
  return { settledBefore: settled.toString() };
}
