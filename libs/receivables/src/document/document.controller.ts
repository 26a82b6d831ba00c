import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, UuidInPath, WriteRoute } from '@quittance/http';
import { SendInvoice, VoidInvoice } from './document.commands.js';

const invoiceId = UuidInPath('id');

@ApiTags('Invoices')
@Controller('v1/invoices/:id')
export class DocumentController {
  constructor(private readonly commands: CommandBus) {}

  @Post('sent')
  @WriteRoute({
    summary: 'Say that an invoice was sent',
    description: 'From `sentOn` on it is `sent`; it may be sent again, on another day or in another way.',
    refusals: { 404: ['invoice-not-found'], 409: ['already-sent', 'void', 'person-erased'] },
  })
  send(
    @Param('id', invoiceId) id: string,
    @Body() command: SendInvoice,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { invoiceId: id }));
  }

  @Post('void')
  @WriteRoute({
    summary: 'Make an invoice void that should not have been',
    description:
      'Only one that was never sent and never settled. From `voidedOn` on it is in no report; its number stays taken. ' +
      'Whatever was sent is taken back by a credit note.',
    refusals: { 404: ['invoice-not-found'], 409: ['cannot-void', 'void', 'person-erased'] },
  })
  void(
    @Param('id', invoiceId) id: string,
    @Body() command: VoidInvoice,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { invoiceId: id }));
  }
}
