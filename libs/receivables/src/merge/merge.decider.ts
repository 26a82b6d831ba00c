import { factsOf, notInFuture, Rejection, type Slice, wrong } from '@quittance/kernel';
import { type Customer, type CustomerState, isMerged, unknownCustomer } from '../customer/customer.stream.js';
import type { MergeCustomer, UndoMerge } from './merge.commands.js';
import type { MergeFacts } from './merge.events.js';

/** The merge in force. */
type Merge = MergeFacts['CustomerMerged'] | null;

export interface MergeSlice {
  name: 'merge';
  commands: { MergeCustomer: MergeCustomer; UndoMerge: UndoMerge };
  facts: MergeFacts;
  own: Merge;
  sees: CustomerState;
  /** The other one (`undefined`: there is none), and who that one is by merges in force: itself, where it was not merged. */
  references: { MergeCustomer: { into: Customer | undefined; root: string } };
}

const fact = factsOf<MergeFacts>();

/** That two customers are one. It moves no money: reports show the one as the other. */
export const merge: Slice<MergeSlice> = {
  name: 'merge',
  initial: null,
  decide: {
    MergeCustomer(command, { stream, own }, { today, partId, stream: subject, references: { into, root } }) {
      const { intoCustomerId, reason, mergedOn = today } = command;
      const { customerId } = known(stream, command.customerId);
      if (own) throw isMerged(customerId, own.intoCustomerId);
      if (intoCustomerId === customerId)
        throw wrong('/intoCustomerId', 'another', intoCustomerId, 'another customer than the merged one');
      if (!into) throw unknownCustomer('/intoCustomerId', intoCustomerId);
      if (root === customerId) {
        throw Rejection.conflict(
          'circle',
          `Customer ${intoCustomerId} is merged into ${customerId} already: undo that first, or leave it so.`,
        );
      }
      if (root !== intoCustomerId) throw isMerged(intoCustomerId, root, '/intoCustomerId');
      notInFuture(mergedOn, today, '/mergedOn');
      const personal = { subject, reason };
      return [fact('CustomerMerged', { mergeId: partId(), customerId, intoCustomerId, mergedOn, personal })];
    },

    UndoMerge({ customerId, reason }, { stream, own }, { stream: subject }) {
      known(stream, customerId);
      if (!own)
        throw Rejection.conflict(
          'not-merged',
          `Customer ${customerId} is not merged: nothing is to be undone.`,
        );
      const { personal: _, ...merged } = own;
      return [fact('CustomerMergeUndone', { ...merged, personal: { subject, reason } })];
    },
  },
  evolve: {
    CustomerMerged: (_own, merged) => merged,
    CustomerMergeUndone: () => null,
  },
};

function known({ customer }: CustomerState, customerId: string): Customer {
  if (!customer) throw Rejection.notFound('customer-not-found', `There is no customer ${customerId}.`);
  return customer;
}
