import { factsOf, Rejection, type Slice } from '@quittance/kernel';
import type { PaymentFacts } from '../payment/payment.events.js';
import { allocating, type Meaning, type Payment } from '../payment/payment.stream.js';
import type { AcceptProposal } from './proposal.commands.js';

type Requested = Pick<PaymentFacts, 'AllocationRequested'>;

/** What was proposed, as a person accepts it. */
interface Accepted {
  rule: string;
  score: number;
  /** `customerId`: whose part of the money; null: nobody's known. */
  allocations: readonly { invoiceId: string; amount: string; customerId: string | null }[];
}

export interface ProposalSlice {
  name: 'proposal';
  commands: { AcceptProposal: AcceptProposal };
  facts: Requested;
  /** Nothing is kept of proposals: they are worked out when they are asked for. */
  own: null;
  sees: { payment: Payment | null };
  references: { AcceptProposal: { accepted?: Accepted; judgedAt: string; meaning: Meaning } };
}

const fact = factsOf<Requested>();

/** What was proposed is allocated as if a person had chosen it; the fact says by which rule it was proposed. */
export const proposal: Slice<ProposalSlice> = {
  name: 'proposal',
  initial: null,
  decide: {
    AcceptProposal(command, { stream: { payment: own } }, context) {
      const { accepted, judgedAt, meaning } = context.references;
      if (own && !accepted) throw changed();
      const { rule = '', score = 0, allocations = [] } = accepted ?? {};
      try {
        return allocating
          .AllocatePayment(
            { ...command, allocations: [...allocations] },
            { own },
            { ...context, references: meaning },
          )
          .map(({ data }) =>
            fact('AllocationRequested', {
              ...(data as Requested['AllocationRequested']),
              proposal: { rule, score, judgedAt },
            }),
          );
      } catch (error) {
        // The tables said that so much is free: the payment itself knows better.
        throw error instanceof Rejection && error.code === 'more-than-free' ? changed() : error;
      }
    },
  },
  evolve: { AllocationRequested: (own) => own },
};

const changed = (): Rejection =>
  Rejection.conflict(
    'proposal-changed',
    'What is free of the payment, or open of the invoices, is not what it was: ask for its proposals again, and accept one of them.',
  );
