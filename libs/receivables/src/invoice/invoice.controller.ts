import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags, IntersectionType } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, UuidInPath, WriteRoute, WrittenAnswer } from '@quittance/http';
import { ExtensionAnswer, GrantExtension, RevokeExtension } from './extension/extension.commands.js';
import { IssueAnswer, IssueInvoice } from './issue/issue.commands.js';
import { AssignOwner } from './owner/owner.commands.js';

const invoiceId = UuidInPath('id');

export class ExtensionWritten extends IntersectionType(WrittenAnswer, ExtensionAnswer) {}

export class IssueWritten extends IntersectionType(WrittenAnswer, IssueAnswer) {}

@ApiTags('Invoices')
@Controller('v1/invoices')
export class InvoiceController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @WriteRoute({
    summary: 'Issue an invoice',
    description: 'Due on `dueOn`, or by `terms`, or by the customer’s terms.',
    answer: IssueWritten,
    creates: true,
    // 500 lines with descriptions of 500 characters, in scripts whose letters take more bytes.
    largestBody: 1024 * 1024,
    refusals: {
      409: ['number-taken', 'looks-alike', 'merged', 'person-erased'],
      422: ['unknown-customer', 'unknown-person'],
    },
  })
  issue(@Body() command: IssueInvoice, @Context() context: CommandContext): Promise<Outcome> {
    return this.commands.execute(given(command, context));
  }

  @Post(':id/extensions')
  @WriteRoute({
    summary: 'Agree a later due date',
    description:
      'The contractual due date stays beside it; the agreed one counts from the day it was granted.',
    answer: ExtensionWritten,
    refusals: {
      404: ['invoice-not-found'],
      409: ['not-an-extension', 'already-settled', 'on-plan', 'person-erased'],
    },
  })
  extend(
    @Param('id', invoiceId) id: string,
    @Body() command: GrantExtension,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { invoiceId: id }));
  }

  @Post(':id/extensions/:extensionId/revocation')
  @WriteRoute({
    summary: 'Revoke an extension',
    description:
      'From `revokedOn` on the due date holds that would be agreed without it; until then it holds.',
    answer: ExtensionWritten,
    refusals: {
      404: ['invoice-not-found', 'extension-not-found'],
      409: ['already-revoked', 'already-settled', 'person-erased'],
    },
  })
  revoke(
    @Param('id', invoiceId) id: string,
    @Param('extensionId', UuidInPath('extensionId')) extensionId: string,
    @Body() command: RevokeExtension,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { invoiceId: id, extensionId }));
  }

  @Post(':id/owner')
  @WriteRoute({
    summary: 'Hand the invoice to another owner',
    refusals: { 404: ['invoice-not-found'], 409: ['person-erased'], 422: ['unknown-person'] },
  })
  assign(
    @Param('id', invoiceId) id: string,
    @Body() command: AssignOwner,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { invoiceId: id }));
  }
}
