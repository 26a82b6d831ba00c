import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags, IntersectionType } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, UuidInPath, WriteRoute, WrittenAnswer } from '@quittance/http';
import {
  CancelPayment,
  IdentifyPayer,
  RefundPayment,
  ReturnPayment,
  ReverseRefund,
  ReverseReturn,
  TransferUnapplied,
} from './moving.commands.js';
import {
  PaymentLeft,
  PaymentRefundAnswer,
  PaymentReturnAnswer,
  RefundReversedAnswer,
  ReturnReversedAnswer,
  TransferAnswer,
} from './payment.answers.js';

const payment = UuidInPath('id');
const part = UuidInPath('partId');

export class PaymentChanged extends IntersectionType(WrittenAnswer, PaymentLeft) {}
export class Transferred extends IntersectionType(WrittenAnswer, TransferAnswer) {}
export class PaymentRefunded extends IntersectionType(WrittenAnswer, PaymentRefundAnswer) {}
export class RefundBack extends IntersectionType(WrittenAnswer, RefundReversedAnswer) {}
export class PaymentTakenBack extends IntersectionType(WrittenAnswer, PaymentReturnAnswer) {}
export class ReturnBack extends IntersectionType(WrittenAnswer, ReturnReversedAnswer) {}

/** Money of a payment that goes elsewhere, and whose it is. */
@ApiTags('Payments')
@Controller('v1/payments')
export class MovingController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/cancellation')
  @WriteRoute({
    summary: 'Cancel a payment that was recorded by mistake',
    description:
      'Only while nothing of it is allocated, and nothing was refunded, returned or transferred. It counts from the day of the money.',
    answer: PaymentChanged,
    refusals: {
      404: ['payment-not-found'],
      409: ['in-use', 'person-erased'],
    },
  })
  cancel(
    @Param('id', payment) paymentId: string,
    @Body() command: CancelPayment,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { paymentId }));
  }

  @Post(':id/payer')
  @WriteRoute({
    summary: 'Name the payer when that was not known',
    description: 'It counts from the day of the money.',
    answer: PaymentChanged,
    refusals: {
      404: ['payment-not-found'],
      409: ['payer-known', 'cancelled', 'allocation-pending', 'person-erased'],
      422: ['unknown-customer'],
    },
  })
  identify(
    @Param('id', payment) paymentId: string,
    @Body() command: IdentifyPayer,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { paymentId }));
  }

  @Post(':id/transfers')
  @WriteRoute({
    summary: 'Transfer what is unapplied to another customer',
    description: 'Inside the payment: no money comes or goes.',
    answer: Transferred,
    refusals: {
      404: ['payment-not-found'],
      409: ['more-than-free', 'person-erased'],
      422: ['unknown-customer'],
    },
  })
  transfer(
    @Param('id', payment) paymentId: string,
    @Body() command: TransferUnapplied,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { paymentId }));
  }

  @Post(':id/refunds')
  @WriteRoute({
    summary: 'Pay out what is unapplied, or applied money by `from`',
    description: 'Invoices that `from` names are open again from `refundedOn` on.',
    answer: PaymentRefunded,
    refusals: {
      404: ['payment-not-found', 'allocation-not-found'],
      409: ['more-than-free', 'more-than-applied', 'allocation-pending', 'person-erased'],
    },
  })
  refund(
    @Param('id', payment) paymentId: string,
    @Body() command: RefundPayment,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { paymentId }));
  }

  @Post(':id/refunds/:partId/reversal')
  @WriteRoute({
    summary: 'Record that a refund came back',
    answer: RefundBack,
    refusals: {
      404: ['payment-not-found', 'refund-not-found'],
      409: ['reversed', 'person-erased'],
    },
  })
  reverseRefund(
    @Param('id', payment) paymentId: string,
    @Param('partId', part) refundId: string,
    @Body() command: ReverseRefund,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { paymentId, refundId }));
  }

  @Post(':id/returns')
  @WriteRoute({
    summary: 'Record a bank return or a chargeback',
    description:
      'It is taken from what is unapplied first, then from allocations, the last one first, then below zero. Invoices are open again with the due dates that they had.',
    answer: PaymentTakenBack,
    refusals: {
      404: ['payment-not-found'],
      409: ['nothing-to-return', 'allocation-pending', 'person-erased'],
    },
  })
  takeBack(
    @Param('id', payment) paymentId: string,
    @Body() command: ReturnPayment,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { paymentId }));
  }

  @Post(':id/returns/:partId/reversal')
  @WriteRoute({
    summary: 'Record that a return was won',
    description: 'The money comes in again on its own bank date, and the same invoices are asked once.',
    answer: ReturnBack,
    refusals: {
      404: ['payment-not-found', 'return-not-found'],
      409: ['reversed', 'allocation-pending', 'person-erased'],
    },
  })
  reverseReturn(
    @Param('id', payment) paymentId: string,
    @Param('partId', part) returnId: string,
    @Body() command: ReverseReturn,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { paymentId, returnId }));
  }
}
