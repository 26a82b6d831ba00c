import { factsOf, type Hold, notInFuture, Rejection, type Slice, wrong } from '@quittance/kernel';
import {
  mustBeIssued,
  named,
  openOn,
  type SeesIssue,
  type SeesSettlement,
  sinceIssue,
} from '../invoice/invoice.stream.js';
import type { HandToCollection, ReturnFromCollection } from './collection.commands.js';
import type { CollectionFacts } from './collection.events.js';

interface Collection {
  id: string;
  on: string;
  /** The first day on which it is ours again. */
  returnedOn?: string;
}

export interface CollectionSlice {
  name: 'collection';
  commands: { HandToCollection: HandToCollection; ReturnFromCollection: ReturnFromCollection };
  facts: CollectionFacts;
  /** Hand-overs of the invoice, as recorded. */
  own: readonly Collection[];
  sees: SeesIssue & SeesSettlement;
  /** The subject is the customer's stream, whose key seals what is said about people. */
  references: Record<'HandToCollection' | 'ReturnFromCollection', { customerSubject: string }>;
}

const fact = factsOf<CollectionFacts>();

/** While an agency asks for the money, nobody else does. */
export const collection: Slice<CollectionSlice> = {
  name: 'collection',
  initial: [],
  decide: {
    HandToCollection(command, { stream, own }, { today, id, partId, references }) {
      const invoice = mustBeIssued(stream, id);
      const { agency, reason, handedOverOn = today } = command;
      sinceIssue(invoice, notInFuture(handedOverOn, today, '/handedOverOn'), '/handedOverOn');
      if (!openOn(stream.settlement, invoice.currency, handedOverOn).isPositive) {
        throw Rejection.conflict(
          'already-settled',
          `Nothing was open on invoice ${invoice.number} on ${handedOverOn}.`,
        );
      }
      const other = own.find(({ returnedOn }) => returnedOn === undefined || handedOverOn < returnedOn);
      if (other) {
        throw Rejection.conflict(
          'in-collection',
          `Invoice ${invoice.number} is in collection from ${other.on} ${other.returnedOn ? `to ${other.returnedOn}` : 'on'}.`,
        );
      }
      return [
        fact('HandedToCollection', {
          ...named(invoice, id),
          ...{ collectionId: partId(), currency: invoice.currency, agency, handedOverOn },
          personal: { subject: references.customerSubject, reason },
        }),
      ];
    },

    ReturnFromCollection(command, { stream, own }, { today, id, references }) {
      const invoice = mustBeIssued(stream, id);
      const { collectionId, reason, returnedOn = today } = command;
      const of = own.find((each) => each.id === collectionId);
      if (!of) {
        throw Rejection.notFound(
          'collection-not-found',
          `Invoice ${invoice.number} was never handed over as ${collectionId}.`,
        );
      }
      notInFuture(returnedOn, today, '/returnedOn');
      if (returnedOn < of.on)
        throw wrong('/returnedOn', 'not-before-hand-over', returnedOn, `not before the hand-over, ${of.on}`);
      if (of.returnedOn !== undefined)
        throw Rejection.conflict('already-returned', `It was given back on ${of.returnedOn}.`);
      return [
        fact('ReturnedFromCollection', {
          ...named(invoice, id),
          ...{ collectionId, currency: invoice.currency, returnedOn },
          personal: { subject: references.customerSubject, reason },
        }),
      ];
    },
  },
  evolve: {
    HandedToCollection: (own, { collectionId: id, handedOverOn: on }) => [...own, { id, on }],
    ReturnedFromCollection: (own, { collectionId, returnedOn }) =>
      own.map((each) => (each.id === collectionId ? { ...each, returnedOn } : each)),
  },
  holds: (own, day) =>
    own
      .filter(({ on, returnedOn }) => on <= day && (returnedOn === undefined || day < returnedOn))
      .map(({ id, on: since }): Hold => ({ kind: 'in-collection', id, since })),
};
