import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags, IntersectionType } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, TextInPath, UuidInPath, WriteRoute, WrittenAnswer } from '@quittance/http';
import { EndCustomerPause, EndPause, PauseAnswer, PauseCustomer, PauseInvoice } from './pause.commands.js';

const invoiceId = UuidInPath('id');
const customerId = TextInPath('id');

export class PauseWritten extends IntersectionType(WrittenAnswer, PauseAnswer) {}

@ApiTags('Pauses')
@Controller('v1/invoices/:id/pauses')
export class PauseController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @WriteRoute({
    summary: 'Ask nobody for an invoice for a while',
    description:
      'From today to `until`, no reminder asks for it and nothing escalates; it stays in every report.',
    answer: PauseWritten,
    refusals: { 404: ['invoice-not-found'], 409: ['already-settled', 'already-paused', 'person-erased'] },
  })
  pause(
    @Param('id', invoiceId) id: string,
    @Body() command: PauseInvoice,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { invoiceId: id }));
  }

  @Post(':pauseId/end')
  @WriteRoute({
    summary: 'End a pause',
    description: 'From today on reminders ask for the invoice again.',
    answer: PauseWritten,
    refusals: { 404: ['invoice-not-found', 'pause-not-found'], 409: ['pause-over', 'person-erased'] },
  })
  end(
    @Param('id', invoiceId) id: string,
    @Param('pauseId', UuidInPath('pauseId')) pauseId: string,
    @Body() command: EndPause,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { invoiceId: id, pauseId }));
  }
}

@ApiTags('Pauses')
@Controller('v1/customers/:id/pauses')
export class CustomerPauseController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @WriteRoute({
    summary: 'Ask a customer for nothing for a while',
    description: 'From today to `until`, no reminder asks for any of their invoices and nothing escalates.',
    answer: PauseWritten,
    refusals: { 404: ['customer-not-found'], 409: ['already-paused', 'merged', 'person-erased'] },
  })
  pause(
    @Param('id', customerId) id: string,
    @Body() command: PauseCustomer,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { customerId: id }));
  }

  @Post(':pauseId/end')
  @WriteRoute({
    summary: 'End a pause of a customer',
    description: 'From today on reminders ask for their invoices again.',
    answer: PauseWritten,
    refusals: { 404: ['customer-not-found', 'pause-not-found'], 409: ['pause-over', 'person-erased'] },
  })
  end(
    @Param('id', customerId) id: string,
    @Param('pauseId', UuidInPath('pauseId')) pauseId: string,
    @Body() command: EndCustomerPause,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { customerId: id, pauseId }));
  }
}
