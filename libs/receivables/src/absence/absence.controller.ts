import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags, IntersectionType } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, TextInPath, WriteRoute, WrittenAnswer } from '@quittance/http';
import { AbsenceAnswer, RecordAbsence } from './absence.commands.js';

export class AbsenceWritten extends IntersectionType(WrittenAnswer, AbsenceAnswer) {}

@ApiTags('People')
@Controller('v1/people/:id/absences')
export class AbsenceController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @WriteRoute({
    summary: 'Record that a person is away, and who stands in',
    description:
      'From the first to the last day the deputy’s work list shows what is to be done for them. Owners stay.',
    answer: AbsenceWritten,
    refusals: { 404: ['person-not-found'], 409: ['already-absent'], 422: ['unknown-person'] },
  })
  record(
    @Param('id', TextInPath('id')) personId: string,
    @Body() command: RecordAbsence,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { personId }));
  }
}
