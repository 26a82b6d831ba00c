import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags, IntersectionType } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, UuidInPath, WriteRoute, WrittenAnswer } from '@quittance/http';
import { AllocationUndoAnswer, GaveBackAnswer, PaymentAnswer } from './payment.answers.js';
import { AllocatePayment, RecordPayment, UndoAllocation, UndoAllocations } from './payment.commands.js';

const payment = UuidInPath('id');
const UNKNOWN = ['payment-not-found'];

/** What became of a payment, per allocation. */
export class PaymentRecorded extends IntersectionType(WrittenAnswer, PaymentAnswer) {}

export class AllocationUndone extends IntersectionType(WrittenAnswer, AllocationUndoAnswer) {}
export class AllocationsUndone extends IntersectionType(WrittenAnswer, GaveBackAnswer) {}

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

  @Post(':id/allocations/undo')
  @WriteRoute({
    summary: 'Take back all allocations of it',
    description: 'Each counts from the day of the allocation: the invoices are open again from that day.',
    answer: AllocationsUndone,
    refusals: { 404: UNKNOWN, 409: ['more-than-applied', 'allocation-pending', 'person-erased'] },
  })
  undoAll(
    @Param('id', payment) paymentId: string,
    @Body() command: UndoAllocations,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { paymentId }));
  }

  @Post(':id/allocations/:partId/undo')
  @WriteRoute({
    summary: 'Take back an allocation that was a mistake',
    description:
      'It counts from the day of the allocation, in all or by an amount: the invoice is open again from that day.',
    answer: AllocationUndone,
    refusals: {
      404: [...UNKNOWN, 'allocation-not-found'],
      409: ['more-than-applied', 'allocation-pending', 'person-erased'],
    },
  })
  undo(
    @Param('id', payment) paymentId: string,
    @Param('partId', UuidInPath('partId')) allocationId: string,
    @Body() command: UndoAllocation,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { paymentId, allocationId }));
  }
}
