import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags, IntersectionType } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, WriteRoute, WrittenAnswer } from '@quittance/http';
import { PaymentAnswer, RecordPayment } from './payment.commands.js';

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
      409: ['currency-mismatch', 'payment-taken', 'person-erased'],
      422: ['unknown-customer', 'unknown-invoice'],
    },
  })
  record(@Body() command: RecordPayment, @Context() context: CommandContext): Promise<Outcome> {
    return this.commands.execute(given(command, context));
  }
}
