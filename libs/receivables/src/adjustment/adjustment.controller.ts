import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags, IntersectionType } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, UuidInPath, WriteRoute, WrittenAnswer } from '@quittance/http';
import {
  ApproveSettlement,
  ApproveWriteOff,
  RefuseSettlement,
  RefuseWriteOff,
  RequestSettlement,
  RequestWriteOff,
  SettlementAnswer,
  UndoSettlement,
  WriteOffAnswer,
} from './adjustment.commands.js';

const invoiceId = UuidInPath('id');
const writeOffInPath = UuidInPath('writeOffId');
const settlementInPath = UuidInPath('settlementId');

export class WriteOffWritten extends IntersectionType(WrittenAnswer, WriteOffAnswer) {}
export class SettlementWritten extends IntersectionType(WrittenAnswer, SettlementAnswer) {}

const SECOND = ['same-person', 'less-open', 'already-decided'];

@ApiTags('Write-offs')
@Controller('v1/invoices/:id/write-offs')
export class WriteOffController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @WriteRoute({
    summary: 'Write off what is not paid any more',
    description:
      'At once; or, where the amount or the year of the customer reaches its limit, when a second person has approved.',
    answer: WriteOffWritten,
    refusals: {
      404: ['invoice-not-found'],
      409: ['already-settled', 'more-than-open', 'no-vat', 'person-erased'],
    },
  })
  request(
    @Param('id', invoiceId) id: string,
    @Body() command: RequestWriteOff,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { invoiceId: id }));
  }

  @Post(':writeOffId/approval')
  @WriteRoute({
    summary: 'Approve a write-off that somebody else asked for',
    description: 'It counts from `approvedOn`, today when left out.',
    answer: WriteOffWritten,
    refusals: { 404: ['invoice-not-found', 'write-off-not-found'], 409: [...SECOND, 'no-vat'] },
  })
  approve(
    @Param('id', invoiceId) id: string,
    @Param('writeOffId', writeOffInPath) writeOffId: string,
    @Body() command: ApproveWriteOff,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { invoiceId: id, writeOffId }));
  }

  @Post(':writeOffId/refusal')
  @WriteRoute({
    summary: 'Refuse a write-off that was asked for',
    answer: WriteOffWritten,
    refusals: {
      404: ['invoice-not-found', 'write-off-not-found'],
      409: ['already-decided', 'person-erased'],
    },
  })
  refuse(
    @Param('id', invoiceId) id: string,
    @Param('writeOffId', writeOffInPath) writeOffId: string,
    @Body() command: RefuseWriteOff,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { invoiceId: id, writeOffId }));
  }
}

@ApiTags('Settlements')
@Controller('v1/invoices/:id/settlements')
export class SettlementController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @WriteRoute({
    summary: 'Settle an invoice in another way, without money of it',
    description:
      'A small difference, a discount, a deduction of a bank, a tax withheld, a debt of ours. From the limit of its kind on, a second person must approve.',
    answer: SettlementWritten,
    refusals: {
      404: ['invoice-not-found'],
      409: ['already-settled', 'more-than-open', 'tolerance-taken', 'person-erased'],
    },
  })
  request(
    @Param('id', invoiceId) id: string,
    @Body() command: RequestSettlement,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { invoiceId: id }));
  }

  @Post(':settlementId/approval')
  @WriteRoute({
    summary: 'Approve a settlement that somebody else asked for',
    description: 'It counts from `approvedOn`; from the day for which it was asked when left out.',
    answer: SettlementWritten,
    refusals: { 404: ['invoice-not-found', 'settlement-not-found'], 409: SECOND },
  })
  approve(
    @Param('id', invoiceId) id: string,
    @Param('settlementId', settlementInPath) settlementId: string,
    @Body() command: ApproveSettlement,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { invoiceId: id, settlementId }));
  }

  @Post(':settlementId/refusal')
  @WriteRoute({
    summary: 'Refuse a settlement that was asked for',
    answer: SettlementWritten,
    refusals: {
      404: ['invoice-not-found', 'settlement-not-found'],
      409: ['already-decided', 'person-erased'],
    },
  })
  refuse(
    @Param('id', invoiceId) id: string,
    @Param('settlementId', settlementInPath) settlementId: string,
    @Body() command: RefuseSettlement,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { invoiceId: id, settlementId }));
  }

  @Post(':settlementId/undo')
  @WriteRoute({
    summary: 'Take back a settlement or a write-off that was a mistake',
    description: 'What it settled is open again, from the day it had counted from.',
    answer: SettlementWritten,
    refusals: {
      404: ['invoice-not-found', 'settlement-not-found'],
      409: ['not-recorded', 'already-undone', 'person-erased'],
    },
  })
  undo(
    @Param('id', invoiceId) id: string,
    @Param('settlementId', settlementInPath) settlementId: string,
    @Body() command: UndoSettlement,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { invoiceId: id, settlementId }));
  }
}
