import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags, IntersectionType } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, UuidInPath, WriteRoute, WrittenAnswer } from '@quittance/http';
import { PaymentAnswer } from './payment.answers.js';
import { AllocatePayment, RecordPayment } from './payment.commands.js';

const payment = UuidInPath('id');
const UNKNOWN = ['payment-not-found'];

/** What became of a payment, per allocation. */
export class PaymentRecorded extends IntersectionType(WrittenAnswer, PaymentAnswer) {}

@ApiTags('Payments')
@Controller('v1/payments')
export class PaymentController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @WriteRoute({
    summary: 'Record money received, once',
    description: 'Over none to 500 invoices. What an invoice cannot take stays unapplied.',
    answer: PaymentRecorded,
    creates: true,
    // 500 allocations, as widely as they may be written.
    largestBody: 256 * 1024,
    refusals: {
      409: ['currency-mismatch', 'payment-taken', 'merged', 'person-erased'],
      422: ['unknown-customer', 'unknown-invoice'],
    },
  })
  record(@Body() command: RecordPayment, @Context() context: CommandContext): Promise<Outcome> {
    return this.commands.execute(given(command, context));
  }

  @Post(':id/allocations')
  @WriteRoute({
    summary: 'Allocate what is free of it to invoices',
    description: 'What an invoice cannot take stays unapplied.',
    answer: PaymentRecorded,
    largestBody: 256 * 1024,
    refusals: {
      404: UNKNOWN,
      409: ['more-than-free', 'currency-mismatch'],
      422: ['unknown-invoice'],
    },
  })
  allocate(
    @Param('id', payment) paymentId: string,
    @Body() command: AllocatePayment,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { paymentId }));
  }
}
