import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, TextInPath, WriteRoute } from '@quittance/http';
import { ChangePerson, RegisterPerson } from './person.commands.js';

@ApiTags('People')
@Controller('v1/people')
export class PersonController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @WriteRoute({
    summary: 'Register a person: an owner, manager or lead',
    description:
      'Every verified actor is a person from its first request; this adds name, roles, manager and lead.',
    creates: true,
    refusals: { 409: ['person-taken', 'person-erased'], 422: ['unknown-person'] },
  })
  register(@Body() command: RegisterPerson, @Context() context: CommandContext): Promise<Outcome> {
    return this.commands.execute(given(command, context));
  }

  @Post(':id/changes')
  @WriteRoute({
    summary: 'Change what is known of a person',
    description: 'Field by field: only what is named changes, null empties.',
    refusals: { 404: ['person-not-found'], 409: ['person-erased'], 422: ['unknown-person'] },
  })
  change(
    @Param('id', TextInPath('id')) personId: string,
    @Body() command: ChangePerson,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { personId }));
  }
}
