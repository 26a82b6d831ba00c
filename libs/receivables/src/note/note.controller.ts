import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags, IntersectionType } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, TextInPath, UuidInPath, WriteRoute, WrittenAnswer } from '@quittance/http';
import { AddCustomerNote, AddInvoiceNote, NoteAnswer } from './note.commands.js';

export class NoteAdded extends IntersectionType(WrittenAnswer, NoteAnswer) {}

const WROTE =
  'What was said on the phone, or seen: for whoever comes after. With `followUpOn` somebody is to come back to it.';

@ApiTags('Notes')
@Controller('v1/invoices/:id/notes')
export class InvoiceNoteController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @WriteRoute({
    summary: 'Write a note on an invoice',
    description: WROTE,
    answer: NoteAdded,
    refusals: { 404: ['invoice-not-found'], 409: ['person-erased'] },
  })
  add(
    @Param('id', UuidInPath('id')) id: string,
    @Body() command: AddInvoiceNote,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { invoiceId: id }));
  }
}

@ApiTags('Notes')
@Controller('v1/customers/:id/notes')
export class CustomerNoteController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @WriteRoute({
    summary: 'Write a note on a customer',
    description: WROTE,
    answer: NoteAdded,
    refusals: { 404: ['customer-not-found'], 409: ['merged', 'person-erased'] },
  })
  add(
    @Param('id', TextInPath('id')) id: string,
    @Body() command: AddCustomerNote,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { customerId: id }));
  }
}
