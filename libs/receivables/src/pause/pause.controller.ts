import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags, IntersectionType } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, UuidInPath, WriteRoute, WrittenAnswer } from '@quittance/http';
import { EndPause, PauseAnswer, PauseInvoice } from './pause.commands.js';

const invoiceId = UuidInPath('id');

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
