import {
  factsOf,
  holdsOf,
  notInFuture,
  notTooFarOff,
  notTooLate,
  Rejection,
  type Slice,
  wrong,
} from '@quittance/kernel';
import { mustHavePart, nextDue, type Part, partsOf } from '../instalment/parts.decider.js';
import { type Extensions, holdsOn, type SeesExtensions } from './agreed-dates.decider.js';
import { mustBeIssued, named, type SeesIssue, sinceIssue } from '../issue/issue.decider.js';
import { inOrder } from '../lines.decider.js';
import { openOn, type SeesSettlement } from '../settlement/settled.decider.js';
import type { GrantExtension, RevokeExtension } from './extension.commands.js';
import type { ExtensionFacts } from './extension.events.js';

export interface ExtensionSlice {
  name: 'extension';
  commands: { GrantExtension: GrantExtension; RevokeExtension: RevokeExtension };
  facts: ExtensionFacts;
  own: Extensions;
  sees: SeesIssue & SeesSettlement;
  /** The subject is the customer's stream, whose key seals what is said about people. */
  references: Record<'GrantExtension' | 'RevokeExtension', { customerSubject: string }>;
}

const fact = factsOf<ExtensionFacts>();

/** Until when it was agreed that the invoice is paid, beside the contractual due date. */
export const extension: Slice<ExtensionSlice> = {
  name: 'extension',
  initial: [],
  decide: {
    GrantExtension(command, { stream, own }, context) {
      const { today, calendar, id, partId, references } = context;
      const invoice = mustBeIssued(stream, id);
      const { agreedDueOn, reason, grantedOn = today, instalment } = command;
      sinceIssue(invoice, notInFuture(grantedOn, today, '/grantedOn'), '/grantedOn');
      if (!openOn(stream.settlement, invoice.currency, grantedOn).isPositive) {
        throw Rejection.conflict('already-settled', `Nothing was open on the invoice on ${grantedOn}.`);
      }
      notTooLate(agreedDueOn, invoice.issuedOn, calendar.dueYearsMost, '/agreedDueOn');
      const onPlan = holdsOf(stream, grantedOn).find(({ kind }) => kind === 'on-plan');
      if (onPlan) {
        throw Rejection.conflict(
          'on-plan',
          `Invoice ${invoice.number} is paid by a plan agreed on ${onPlan.since}. Revoke it first, then extend.`,
        ).offering(
          { number: invoice.number, agreedOn: onPlan.since },
          { action: 'revoke-plan', planId: onPlan.id },
        );
      }
      const moved = moving({ ...stream, extension: own }, grantedOn, agreedDueOn, instalment);
      notTooFarOff(agreedDueOn, moved.dueOn, context);
      return [
        fact('ExtensionGranted', {
          ...named(invoice, id),
          extensionId: partId(),
          ...moved,
          agreedDueOn,
          grantedOn,
          personal: { subject: references.customerSubject, reason },
        }),
      ];
    },

    RevokeExtension(command, { stream, own }, { today, id, references }) {
      const invoice = mustBeIssued(stream, id);
      const { number, currency, dueOn } = invoice;
      const { extensionId, reason, revokedOn = today } = command;
      const of = own.find((each) => each.id === extensionId);
      if (!of) {
        throw Rejection.notFound('extension-not-found', `Invoice ${number} has no extension ${extensionId}.`);
      }
      notInFuture(revokedOn, today, '/revokedOn');
      if (revokedOn < of.on)
        throw wrong('/revokedOn', 'not-before-grant', revokedOn, `not before it was granted, ${of.on}`);
      if (of.revokedOn !== undefined)
        throw Rejection.conflict('already-revoked', `The extension was revoked from ${of.revokedOn} on.`);
      if (!openOn(stream.settlement, currency, revokedOn).isPositive)
        throw Rejection.conflict('already-settled', `Nothing was open on the invoice on ${revokedOn}.`);
      const left = own.filter((each) => each.id !== extensionId && holdsOn(each)).at(-1);
      return [
        fact('ExtensionRevoked', {
          ...named(invoice, id),
          ...{ extensionId, instalment: of.instalment, previousDueOn: of.agreedDueOn, revokedOn },
          ...{ agreedDueOn: left?.agreedDueOn ?? dueOn, grantedOn: left?.on },
          personal: { subject: references.customerSubject, reason },
        }),
      ];
    },
  },
  evolve: {
    ExtensionGranted: (own, { extensionId: id, grantedOn, agreedDueOn, instalment }) =>
      inOrder(own, { id, on: grantedOn, agreedDueOn, ...(instalment && { instalment }) }),
    ExtensionRevoked: (own, { extensionId, revokedOn }) =>
      own.map((each) => (each.id === extensionId ? { ...each, revokedOn } : each)),
  },
};

type Moving = { dueOn: string; previousDueOn: string; instalment?: number };

/** What the extension moves: the part that it names, else each whose agreed date is earlier. @throws Rejection */
function moving(
  state: SeesIssue & SeesSettlement & SeesExtensions,
  grantedOn: string,
  agreedDueOn: string,
  instalment?: number,
): Moving {
  const parts = partsOf(state, grantedOn);
  const inParts = state.issue!.instalments !== undefined;
  mustHavePart(state.issue!, instalment, '/instalment');
  const named = parts.find(({ number }) => number === instalment);
  if (named && !named.open.isPositive)
    throw Rejection.conflict(
      'already-settled',
      `Nothing was open on instalment ${instalment} on ${grantedOn}.`,
    );
  const alone = named ?? (inParts ? undefined : parts[0]);
  const moved = alone ?? parts.find((part) => part.agreedDueOn < agreedDueOn);
  if (moved && (!alone || isExtension(alone, agreedDueOn)))
    return {
      dueOn: moved.dueOn,
      previousDueOn: moved.agreedDueOn,
      ...(named && { instalment: named.number }),
    };
  const { agreedDueOn: agreed, dueOn } = alone ?? parts.at(-1)!;
  throw Rejection.conflict(
    'not-an-extension',
    `Agreed is ${agreed}, contractual ${dueOn}: an extension is another date, later than the contractual.`,
  ).offering({ agreedDueOn: agreed, dueOn }, { action: 'later-date' });
}

const isExtension = (part: Part, agreedDueOn: string): boolean =>
  agreedDueOn > part.dueOn && agreedDueOn !== part.agreedDueOn;

/**
 * The agreed due date on a day (as known now, without one), by the last extension; of an invoice in instalments that of the
 * earliest on which something is open.
 */
export function agreedDueDate(state: SeesIssue & SeesExtensions & SeesSettlement, on?: string): string {
  if (!state.issue) return '';
  const parts = partsOf(state, on);
  return (nextDue(parts) ?? parts.at(-1)!).agreedDueOn;
}
