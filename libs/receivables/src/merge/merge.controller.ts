import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags, IntersectionType } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, TextInPath, WriteRoute, WrittenAnswer } from '@quittance/http';
import { MergeAnswer, MergeCustomer, UndoMerge } from './merge.commands.js';

export class MergeWritten extends IntersectionType(WrittenAnswer, MergeAnswer) {}

@ApiTags('Customers')
@Controller('v1/customers/:id/merge')
export class MergeController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @WriteRoute({
    summary: 'Say that a customer is the same as another one',
    description:
      'Reports before `mergedOn` show two, later ones show one. No money moves, and documents keep the customer they were issued to.',
    answer: MergeWritten,
    refusals: {
      404: ['customer-not-found'],
      409: ['merged', 'circle', 'person-erased'],
      422: ['unknown-customer'],
    },
  })
  merge(
    @Param('id', TextInPath('id')) customerId: string,
    @Body() command: MergeCustomer,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { customerId }));
  }

  @Post('undo')
  @WriteRoute({
    summary: 'Undo a merge',
    description: 'It was a mistake: known from now on, the two were two all the time.',
    answer: MergeWritten,
    refusals: { 404: ['customer-not-found'], 409: ['not-merged', 'person-erased'] },
  })
  undo(
    @Param('id', TextInPath('id')) customerId: string,
    @Body() command: UndoMerge,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { customerId }));
  }
}
