import { Body, Controller, Get, Headers, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, UuidInPath, WriteRoute } from '@quittance/http';
import {
  AFTER,
  Answer,
  answerOf,
  code,
  count,
  date,
  decimal,
  id,
  listOf,
  money,
  oneOf,
  orNull,
  readQuery,
  ReadRoute,
  type Says,
  truth,
  unknown,
  uuid,
  words,
} from '@quittance/reading';
import type { FastifyReply } from 'fastify';
import { Pool } from 'pg';
import { judgeBy } from '../judge.js';
import { PaymentRecorded } from '../payment/payment.references.js';
import { languageOf } from '../telling/sentences.js';
import { becauseIn } from './because.js';
import { AcceptProposal } from './proposal.commands.js';
import { type Proposal, type ProposedAllocation, RULES } from './proposal.js';
import { proposalsOf } from './proposal.references.js';
import { MOST_OPEN } from './proposal.sql.js';

const payment = UuidInPath('id');

const ALLOCATION = {
  invoiceId: uuid('Of the invoice', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
  number: id('Of the invoice', '2026-0117'),
  customerId: orNull(id("Whose part of the money it takes; null: nobody's known", 'C-104')),
  amount: money('So much of the money is for it', '520.00'),
  open: money('What is open of the invoice', '520.00'),
  dueOn: date('Its agreed due date', '2026-03-02'),
} satisfies Says<ProposedAllocation>;

type ProposalSaid = Omit<Proposal, 'because'> & { because: string };

const PROPOSAL = {
  proposalId: words('What an acceptance names: a hash of the allocations', 'a3f1'.repeat(16)),
  rule: oneOf('By which rule it was found', RULES, 'reference'),
  score: count('Points of 100; the fewer, the more else fits as well', 98),
  exact: truth('It takes all that is free of that part, and nothing else fits as well', true),
  because: words(
    'Why, with the numbers, in the language of `Accept-Language`: en, it, bg or de',
    'The reference names 2026-0117: 520.00 EUR open, 520.00 free',
  ),
  allocations: listOf('What is allocated when it is accepted', ALLOCATION),
} satisfies Says<ProposalSaid>;

const ANSWER = answerOf({
  items: listOf('The best first, ten at the most', PROPOSAL),
  currency: code('ISO 4217', 'EUR'),
  payerAccount: orNull(
    id("The payer's account number, in capitals without blanks", 'IT60X0542811101000000123456'),
  ),
  free: money('What is free of the payment, whose ever it is', '520.00'),
  more: truth(`A customer has more than ${MOST_OPEN} open invoices: the oldest due were looked at`, false),
  judgedAt: decimal('The position at which the tables stood', '48213'),
});

/** What could be done with the money of a payment that settles nothing. */
@ApiTags('Payments')
@Controller('v1/payments')
export class ProposalController {
  constructor(private readonly pool: Pool) {}

  @Get(':id/proposals')
  @ReadRoute({
    summary: 'What could be done with what is free of a payment',
    description:
      'As things stand: by numbers in its reference, exact amounts, exact sums of up to five invoices, what its account number meant before, and the oldest due first. Discounts, tolerances and credit notes are not proposed.',
    ...ANSWER,
  })
  async proposals(
    @Param('id', payment) paymentId: string,
    @Query() query: Record<string, unknown>,
    @Headers('accept-language') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    readQuery(query, AFTER);
    const proposals = await proposalsOf(judgeBy(this.pool), paymentId);
    if (!proposals) throw unknown('payment');
    const language = languageOf(accepted);
    const items = proposals.items.map((one): ProposalSaid => ({
      ...one,
      because: becauseIn(language, one.because),
    }));
    void reply.header('Content-Language', language);
    return new Answer({ ...proposals, items });
  }
}

@ApiTags('Payments')
@Controller('v1/payments')
export class AcceptanceController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/proposals/acceptance')
  @WriteRoute({
    summary: 'Allocate a payment as it was proposed',
    description:
      'Answers as an allocation does; its fact keeps by which rule it was proposed, and the score.',
    answer: PaymentRecorded,
    refusals: { 404: ['payment-not-found'], 409: ['proposal-changed'] },
  })
  accept(
    @Param('id', payment) paymentId: string,
    @Body() command: AcceptProposal,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { paymentId }));
  }
}
