import { factsOf, later, Rejection, type Slice } from '@quittance/kernel';
import { type CustomerState, mustBeRegistered, mustNotBeMerged } from '../customer/customer.stream.js';
import {
  mustBeIssued,
  named,
  openOn,
  type SeesIssue,
  type SeesSettlement,
} from '../invoice/invoice.stream.js';
import type { EndCustomerPause, EndPause, PauseCustomer, PauseInvoice } from './pause.commands.js';
import type { PauseFacts } from './pause.events.js';
import { begun, endsSince, over, PAUSING, type Pauses } from './pause.state.decider.js';

interface Pausing {
  name: 'pause';
  facts: PauseFacts;
  own: Pauses;
}

export interface PauseSlice extends Pausing {
  commands: { PauseInvoice: PauseInvoice; EndPause: EndPause };
  sees: SeesIssue & SeesSettlement;
  /** The subject is the customer's stream, whose key seals what is said about people. */
  references: { PauseInvoice: { customerSubject: string }; EndPause: { customerSubject: string } };
}

export interface CustomerPauseSlice extends Pausing {
  commands: { PauseCustomer: PauseCustomer; EndCustomerPause: EndCustomerPause };
  sees: CustomerState;
}

const fact = factsOf<PauseFacts>();

/** Days on which nobody is asked for the invoice. */
export const pause: Slice<PauseSlice> = {
  ...PAUSING,
  decide: {
    PauseInvoice(command, { stream, own }, { today, id, partId, references }) {
      const invoice = mustBeIssued(stream, id);
      const { number, currency, issuedOn } = invoice;
      const about = { subject: references.customerSubject, what: `Invoice ${number}` };
      const pausedOn = later(today, issuedOn);
      endsSince(command.until, pausedOn);
      if (!openOn(stream.settlement, currency, pausedOn).isPositive)
        throw Rejection.conflict('already-settled', `Nothing is open on invoice ${number}.`);
      const said = begun(own, command, { ...about, pausedOn });
      return [fact('Paused', { ...named(invoice, id), pauseId: partId(), currency, ...said })];
    },

    EndPause(command, { stream, own }, { today, id, references }) {
      const invoice = mustBeIssued(stream, id);
      const { number, currency } = invoice;
      const about = { subject: references.customerSubject, what: `Invoice ${number}` };
      const said = over(own, command, { ...about, today });
      return [fact('PauseEnded', { ...named(invoice, id), pauseId: command.pauseId, currency, ...said })];
    },
  },
};

/** Days on which nobody is asked for anything that the customer owes. */
export const customerPause: Slice<CustomerPauseSlice> = {
  ...PAUSING,
  decide: {
    PauseCustomer(command, { stream, own }, { today, stream: subject, partId }) {
      const { customerId } = mustNotBeMerged(stream, command.customerId);
      const about = { subject, what: `Customer ${customerId}` };
      endsSince(command.until, today);
      const said = begun(own, command, { ...about, pausedOn: today });
      return [fact('Paused', { customerId, pauseId: partId(), ...said })];
    },

    EndCustomerPause(command, { stream, own }, { today, stream: subject }) {
      const { customerId } = mustBeRegistered(stream, command.customerId);
      const said = over(own, command, { subject, what: `Customer ${customerId}`, today });
      return [fact('PauseEnded', { customerId, pauseId: command.pauseId, ...said })];
    },
  },
};
