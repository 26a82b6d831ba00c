import { factsOf, type Hold, later, Rejection, type Slice, wrong } from '@quittance/kernel';
import {
  mustBeIssued,
  named,
  openOn,
  type SeesIssue,
  type SeesSettlement,
} from '../invoice/invoice.stream.js';
import type { EndPause, PauseInvoice } from './pause.commands.js';
import type { PauseFacts } from './pause.events.js';

interface Pause {
  id: string;
  on: string;
  /** The last day of it. */
  until?: string;
  /** The first day after it, where somebody ended it. */
  endedOn?: string;
}

/** Pauses of the invoice, as recorded. */
export type Pauses = readonly Pause[];

export interface PauseSlice {
  name: 'pause';
  commands: { PauseInvoice: PauseInvoice; EndPause: EndPause };
  facts: PauseFacts;
  own: Pauses;
  sees: SeesIssue & SeesSettlement;
  /** The subject is the customer's stream, whose key seals what is said about people. */
  references: { PauseInvoice: { customerSubject: string }; EndPause: { customerSubject: string } };
}

const fact = factsOf<PauseFacts>();

/** Days on which nobody is asked for the invoice. */
export const pause: Slice<PauseSlice> = {
  name: 'pause',
  initial: [],
  decide: {
    PauseInvoice({ until, reason }, { stream, own }, { today, id, partId, references }) {
      const invoice = mustBeIssued(stream, id);
      const pausedOn = later(today, invoice.issuedOn);
      if (until !== undefined && until < pausedOn)
        throw wrong('/until', 'not-before-pause', until, `not before the pause begins, ${pausedOn}`);
      if (!openOn(stream.settlement, invoice.currency, pausedOn).isPositive)
        throw Rejection.conflict('already-settled', `Nothing is open on invoice ${invoice.number}.`);
      const other = own.find((each) => holdsOn(each, pausedOn));
      if (other) {
        throw Rejection.conflict(
          'already-paused',
          `Invoice ${invoice.number} is paused ${other.until ? `to ${other.until}` : 'until somebody ends it'}.`,
        );
      }
      return [
        fact('Paused', {
          ...named(invoice, id),
          ...{ pauseId: partId(), currency: invoice.currency, pausedOn, until },
          personal: { subject: references.customerSubject, reason },
        }),
      ];
    },

    EndPause({ pauseId, reason }, { stream, own }, { today, id, references }) {
      const invoice = mustBeIssued(stream, id);
      const of = own.find((each) => each.id === pauseId);
      if (!of)
        throw Rejection.notFound('pause-not-found', `Invoice ${invoice.number} has no pause ${pauseId}.`);
      const endedOn = later(today, of.on);
      if (!holdsOn(of, endedOn)) {
        throw Rejection.conflict('pause-over', `The pause ended on ${of.endedOn ?? of.until}.`);
      }
      return [
        fact('PauseEnded', {
          ...named(invoice, id),
          ...{ pauseId, currency: invoice.currency, endedOn },
          personal: reason === undefined ? undefined : { subject: references.customerSubject, reason },
        }),
      ];
    },
  },
  evolve: {
    Paused: (own, { pauseId: id, pausedOn: on, until }) => [...own, { id, on, until }],
    PauseEnded: (own, { pauseId, endedOn }) =>
      own.map((each) => (each.id === pauseId ? { ...each, endedOn } : each)),
  },
  holds: (own, on) => own.filter((each) => holdsOn(each, on)).map(hold),
};

const holdsOn = ({ on, until, endedOn }: Pause, day: string): boolean =>
  on <= day && (until === undefined || day <= until) && (endedOn === undefined || day < endedOn);

const hold = ({ id, on: since, until }: Pause): Hold => ({ kind: 'paused', id, since, until });
