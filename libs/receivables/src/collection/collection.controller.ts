import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags, IntersectionType } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, UuidInPath, WriteRoute, WrittenAnswer } from '@quittance/http';
import { CollectionAnswer, HandToCollection, ReturnFromCollection } from './collection.commands.js';

const invoiceId = UuidInPath('id');

export class CollectionWritten extends IntersectionType(WrittenAnswer, CollectionAnswer) {}

@ApiTags('Collections')
@Controller('v1/invoices/:id/collections')
export class CollectionController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @WriteRoute({
    summary: 'Hand an invoice over to collection',
    description:
      'From `handedOverOn` on no reminder asks for it and nothing escalates; it stays in every report.',
    answer: CollectionWritten,
    refusals: { 404: ['invoice-not-found'], 409: ['already-settled', 'in-collection', 'person-erased'] },
  })
  handOver(
    @Param('id', invoiceId) id: string,
    @Body() command: HandToCollection,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { invoiceId: id }));
  }

  @Post(':collectionId/return')
  @WriteRoute({
    summary: 'Take an invoice back from collection',
    description: 'From `returnedOn` on reminders ask for it again.',
    answer: CollectionWritten,
    refusals: {
      404: ['invoice-not-found', 'collection-not-found'],
      409: ['already-returned', 'person-erased'],
    },
  })
  takeBack(
    @Param('id', invoiceId) id: string,
    @Param('collectionId', UuidInPath('collectionId')) collectionId: string,
    @Body() command: ReturnFromCollection,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { invoiceId: id, collectionId }));
  }
}
