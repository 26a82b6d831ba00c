import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags, IntersectionType } from '@nestjs/swagger';
import type { CommandContext, CommandMessage, Outcome } from '@quittance/event-store';
import { Context, given, TextInPath, WriteRoute, WrittenAnswer } from '@quittance/http';
import { FinishHandOvers } from './finish-hand-overs.policy.js';
import { HandOver, HandOverAnswer, UndoHandOver } from './hand-over.commands.js';

export class HandOverWritten extends IntersectionType(WrittenAnswer, HandOverAnswer) {}

@ApiTags('People')
@Controller('v1/people/:id/hand-over')
export class HandOverController {
  constructor(
    private readonly commands: CommandBus,
    private readonly finish: FinishHandOvers,
  ) {}

  /** The invoices follow before it is answered, as far as they are known; the reactor finishes what is left. */
  private async finished(command: HandOver | UndoHandOver): Promise<Outcome> {
    const outcome = await this.commands.execute<CommandMessage, Outcome>(command);
    return { ...outcome, position: await this.finish.of(outcome) };
  }

  @Post()
  @WriteRoute({
    summary: 'Hand all that a person follows up over to another one',
    description:
      'Open invoices follow one by one; customers’ defaults, and what falls to the person later, go the same ' +
      'way until something is given to them again by name.',
    answer: HandOverWritten,
    refusals: { 404: ['person-not-found'], 409: ['circle', 'person-erased'], 422: ['unknown-person'] },
  })
  handOver(
    @Param('id', TextInPath('id')) personId: string,
    @Body() command: HandOver,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.finished(given(command, context, { personId }));
  }

  @Post('undo')
  @WriteRoute({
    summary: 'Undo the last hand-over of a person',
    description: 'What went with it, and went no further since, goes back, from the day it had gone.',
    answer: HandOverWritten,
    refusals: { 404: ['person-not-found'], 409: ['not-handed-over', 'person-erased'] },
  })
  undo(
    @Param('id', TextInPath('id')) personId: string,
    @Body() command: UndoHandOver,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.finished(given(command, context, { personId }));
  }
}
