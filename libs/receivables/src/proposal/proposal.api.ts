import { type Api, commandsOn } from '../manifest/feature.js';
import { LOOKED_UP } from '../manifest/roles.js';
import { allocated, finishedBefore, meaningOf, paymentInPath } from '../payment/payment.references.js';
import { payments } from '../payment/payment.stream.js';
import { paymentStream } from '../streams.js';
import { AcceptProposal } from './proposal.commands.js';
import { AcceptanceController, ProposalController } from './proposal.controller.js';
import { proposal } from './proposal.decider.js';
import { proposalsOf } from './proposal.references.js';

export const proposalApi: Api = {
  commands: commandsOn(payments, proposal, {
    AcceptProposal: {
      command: AcceptProposal,
      stream: ({ paymentId }) => paymentStream(paymentId),
      references: async ({ paymentId, proposalId }, read) => {
        const { items = [], judgedAt = '0' } = (await proposalsOf(read.judge, paymentId)) ?? {};
        const accepted = items.find((one) => one.proposalId === proposalId);
        return { accepted, judgedAt, meaning: await meaningOf(read, accepted?.allocations) };
      },
      instead: finishedBefore('proposal-changed'),
      answer: allocated,
    },
  }),
  routes: {
    'GET /v1/payments/:id/proposals': { roles: LOOKED_UP },
    'POST /v1/payments/:id/proposals/acceptance': {
      roles: ['clerk', 'manager'],
      batch: { command: AcceptProposal, path: paymentInPath },
    },
  },
  codes: {
    'proposal-changed': [
      409,
      'It is not proposed any more.',
      'Ask for the proposals again (`/v1/payments/{id}/proposals`), and accept one of those with a new `Idempotency-Key`.',
    ],
  },
  writes: [AcceptanceController],
  reads: [ProposalController],
};
