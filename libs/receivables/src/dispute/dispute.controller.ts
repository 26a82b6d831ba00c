import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags, IntersectionType } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, UuidInPath, WriteRoute, WrittenAnswer } from '@quittance/http';
import { DisputeAnswer, RaiseDispute, ResolveDispute } from './dispute.commands.js';

const invoiceId = UuidInPath('id');

export class DisputeWritten extends IntersectionType(WrittenAnswer, DisputeAnswer) {}

@ApiTags('Disputes')
@Controller('v1/invoices/:id/disputes')
export class DisputeController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @WriteRoute({
    summary: 'Record that the customer disputes an invoice, or a part of it',
    description: 'What is disputed is not asked for by reminders; the rest is.',
    answer: DisputeWritten,
    refusals: {
      404: ['invoice-not-found'],
      409: ['already-settled', 'more-than-open', 'person-erased'],
      422: ['unknown-person'],
    },
  })
  raise(
    @Param('id', invoiceId) id: string,
    @Body() command: RaiseDispute,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { invoiceId: id }));
  }

  @Post(':disputeId/resolution')
  @WriteRoute({
    summary: 'Resolve a dispute',
    description:
      'Upheld, it needs a credit note whose applications to the invoice cover what is upheld by resolvedOn.',
    answer: DisputeWritten,
    refusals: {
      404: ['invoice-not-found', 'dispute-not-found'],
      409: ['already-resolved', 'more-than-disputed', 'needs-credit-note', 'person-erased'],
    },
  })
  resolve(
    @Param('id', invoiceId) id: string,
    @Param('disputeId', UuidInPath('disputeId')) disputeId: string,
    @Body() command: ResolveDispute,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { invoiceId: id, disputeId }));
  }
}
