import { factsOf, notInFuture, notTooFarOff, notTooLate, Rejection, type Slice } from '@quittance/kernel';
import { mustBeIssued, named, type SeesIssue, sinceIssue } from '../issue/issue.decider.js';
import { inOrder, lastOn } from '../lines.decider.js';
import { openOn, type SeesSettlement } from '../settlement/settlement.decider.js';
import type { GrantExtension } from './extension.commands.js';
import type { ExtensionFacts } from './extension.events.js';

/** Agreed due dates, by the day they count from, then as recorded. */
export type Extensions = readonly { on: string; agreedDueOn: string }[];

export interface SeesExtensions {
  extension: Extensions;
}

export interface ExtensionSlice {
  name: 'extension';
  commands: { GrantExtension: GrantExtension };
  facts: ExtensionFacts;
  own: Extensions;
  sees: SeesIssue & SeesSettlement;
  /** The subject is the customer's stream, whose key seals what is said about people. */
  references: { GrantExtension: { customerSubject: string } };
}

const fact = factsOf<ExtensionFacts>();

/** Until when it was agreed that the invoice is paid, beside the contractual due date. */
export const extension: Slice<ExtensionSlice> = {
  name: 'extension',
  initial: [],
  decide: {
    GrantExtension(command, { stream, own }, context) {
      const { today, calendar, id, references } = context;
      const invoice = mustBeIssued(stream, id);
      const { agreedDueOn, reason, grantedOn = today } = command;
      sinceIssue(invoice, notInFuture(grantedOn, today, '/grantedOn'), '/grantedOn');
      if (!openOn(stream.settlement, invoice.currency, grantedOn).isPositive) {
        throw Rejection.conflict('already-settled', `Nothing was open on the invoice on ${grantedOn}.`);
      }
      notTooLate(agreedDueOn, invoice.issuedOn, calendar.dueYearsMost, '/agreedDueOn');
      const previousDueOn = agreedDueDate({ issue: invoice, extension: own }, grantedOn);
      if (agreedDueOn <= invoice.dueOn || agreedDueOn === previousDueOn) {
        throw Rejection.conflict(
          'not-an-extension',
          `Agreed is ${previousDueOn}, contractual ${invoice.dueOn}: an extension is another date, later than the contractual.`,
        );
      }
      notTooFarOff(agreedDueOn, invoice.dueOn, context);
      return [
        fact('ExtensionGranted', {
          ...named(invoice, id),
          dueOn: invoice.dueOn,
          previousDueOn,
          agreedDueOn,
          grantedOn,
          personal: { subject: references.customerSubject, reason },
        }),
      ];
    },
  },
  evolve: {
    ExtensionGranted: (own, { grantedOn, agreedDueOn }) => inOrder(own, { on: grantedOn, agreedDueOn }),
  },
};

/** The agreed due date on a day (as known now, without one): the last extension's by the day it counts from. */
export const agreedDueDate = ({ issue, extension: own }: SeesIssue & SeesExtensions, on?: string): string =>
  lastOn(own, on)?.agreedDueOn ?? issue?.dueOn ?? '';
