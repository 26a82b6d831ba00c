import { factsOf, type Hold, later, notInFuture, Rejection, type Slice } from '@quittance/kernel';
import { type CustomerState, mustBeRegistered, mustNotBeMerged } from '../customer/customer.stream.js';
import type { DeclareInsolvency, EndInsolvency } from './insolvency.commands.js';
import type { InsolvencyFacts } from './insolvency.events.js';

interface Insolvency {
  id: string;
  since: string;
  /** The first day after it. */
  endedOn?: string;
}

export interface InsolvencySlice {
  name: 'insolvency';
  commands: { DeclareInsolvency: DeclareInsolvency; EndInsolvency: EndInsolvency };
  facts: InsolvencyFacts;
  /** Insolvencies of the customer, as recorded: at most the last is not over. */
  own: readonly Insolvency[];
  sees: CustomerState;
}

const fact = factsOf<InsolvencyFacts>();

/** While a customer is insolvent, nobody is asked for what they owe. */
export const insolvency: Slice<InsolvencySlice> = {
  name: 'insolvency',
  initial: [],
  decide: {
    DeclareInsolvency(command, { stream, own }, { today, stream: subject, partId }) {
      const { since, reference, reason } = command;
      const { customerId } = mustNotBeMerged(stream, command.customerId);
      notInFuture(since, today, '/since');
      const other = own.find(({ endedOn }) => endedOn === undefined || since < endedOn);
      if (other) {
        throw Rejection.conflict(
          'already-insolvent',
          `Customer ${customerId} is insolvent since ${other.since}${other.endedOn ? `, to ${other.endedOn}` : ''}.`,
        );
      }
      return [
        fact('CustomerInsolvent', {
          ...{ customerId, insolvencyId: partId(), since, reference },
          personal: { subject, reason },
        }),
      ];
    },

    EndInsolvency({ customerId: named, reason }, { stream, own }, { today, stream: subject }) {
      const { customerId } = mustBeRegistered(stream, named);
      const of = own.find(({ endedOn }) => endedOn === undefined);
      if (!of) throw Rejection.conflict('not-insolvent', `Customer ${customerId} is not insolvent.`);
      return [
        fact('CustomerInsolvencyEnded', {
          ...{ customerId, insolvencyId: of.id, endedOn: later(today, of.since) },
          personal: { subject, reason },
        }),
      ];
    },
  },
  evolve: {
    CustomerInsolvent: (own, { insolvencyId: id, since }) => [...own, { id, since }],
    CustomerInsolvencyEnded: (own, { insolvencyId, endedOn }) =>
      own.map((each) => (each.id === insolvencyId ? { ...each, endedOn } : each)),
  },
  holds: (own, day) =>
    own
      .filter(({ since, endedOn }) => since <= day && (endedOn === undefined || day < endedOn))
      .map(({ id, since }): Hold => ({ kind: 'insolvent', id, since })),
};
