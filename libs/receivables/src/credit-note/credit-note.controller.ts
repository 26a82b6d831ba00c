import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags, IntersectionType } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, UuidInPath, WriteRoute, WrittenAnswer } from '@quittance/http';
import {
  CreditNoteAnswer,
  CreditNoteLeft,
  CreditRefundAnswer,
  CreditUndoAnswer,
} from './credit-note.answers.js';
import {
  ApplyCreditNote,
  CancelCreditNote,
  IssueCreditNote,
  RefundCreditNote,
  ReverseCreditRefund,
  UndoApplication,
} from './credit-note.commands.js';

const note = UuidInPath('id');
const part = UuidInPath('partId');

export class CreditNoteWritten extends IntersectionType(WrittenAnswer, CreditNoteAnswer) {}
export class CreditUndone extends IntersectionType(WrittenAnswer, CreditUndoAnswer) {}
export class CreditRefunded extends IntersectionType(WrittenAnswer, CreditRefundAnswer) {}
export class CreditNoteChanged extends IntersectionType(WrittenAnswer, CreditNoteLeft) {}

const UNKNOWN = ['credit-note-not-found'];
const ERASED = 'person-erased';

@ApiTags('Credit notes')
@Controller('v1/credit-notes')
export class CreditNoteController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @WriteRoute({
    summary: 'Issue a credit note, and apply it to invoices of the customer',
    description:
      'Naming invoices moves no money: only `applications` do. What an invoice cannot take stays on account.',
    answer: CreditNoteWritten,
    creates: true,
    // 500 applications and as many invoices, as widely as they may be written.
    largestBody: 256 * 1024,
    refusals: {
      409: ['number-taken', 'looks-alike', 'other-customer', 'currency-mismatch', 'merged', ERASED],
      422: ['unknown-customer', 'unknown-invoice'],
    },
  })
  issue(@Body() command: IssueCreditNote, @Context() context: CommandContext): Promise<Outcome> {
    return this.commands.execute(given(command, context));
  }

  @Post(':id/applications')
  @WriteRoute({
    summary: 'Apply what is left of it to invoices',
    answer: CreditNoteWritten,
    largestBody: 256 * 1024,
    refusals: {
      404: UNKNOWN,
      409: ['more-than-left', 'other-customer', 'currency-mismatch'],
      422: ['unknown-invoice'],
    },
  })
  apply(
    @Param('id', note) creditNoteId: string,
    @Body() command: ApplyCreditNote,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { creditNoteId }));
  }

  @Post(':id/applications/:partId/undo')
  @WriteRoute({
    summary: 'Take back an application that was a mistake',
    description:
      'It counts from the day of the application, in all or by an amount: the invoice is open again from that day.',
    answer: CreditUndone,
    refusals: {
      404: [...UNKNOWN, 'application-not-found'],
      409: ['more-than-applied', 'application-pending', 'upholds-dispute', ERASED],
    },
  })
  undo(
    @Param('id', note) creditNoteId: string,
    @Param('partId', part) applicationId: string,
    @Body() command: UndoApplication,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { creditNoteId, applicationId }));
  }

  @Post(':id/refunds')
  @WriteRoute({
    summary: 'Pay out what is left of it',
    answer: CreditRefunded,
    refusals: { 404: UNKNOWN, 409: ['more-than-left', ERASED] },
  })
  refund(
    @Param('id', note) creditNoteId: string,
    @Body() command: RefundCreditNote,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { creditNoteId }));
  }

  @Post(':id/refunds/:partId/reversal')
  @WriteRoute({
    summary: 'Record that a refund came back',
    answer: CreditRefunded,
    refusals: { 404: [...UNKNOWN, 'refund-not-found'], 409: ['reversed', ERASED] },
  })
  reverse(
    @Param('id', note) creditNoteId: string,
    @Param('partId', part) refundId: string,
    @Body() command: ReverseCreditRefund,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { creditNoteId, refundId }));
  }

  @Post(':id/cancellation')
  @WriteRoute({
    summary: 'Cancel a credit note that was a mistake',
    description:
      'Only one of which nothing was ever applied or refunded. It counts from the day it counted from.',
    answer: CreditNoteChanged,
    refusals: { 404: UNKNOWN, 409: ['in-use', ERASED] },
  })
  cancel(
    @Param('id', note) creditNoteId: string,
    @Body() command: CancelCreditNote,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { creditNoteId }));
  }
}
