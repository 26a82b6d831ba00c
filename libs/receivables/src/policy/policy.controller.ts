import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, WriteRoute } from '@quittance/http';
import { AssignPolicy, VersionPolicy } from './policy.commands.js';

@ApiTags('Dunning')
@Controller('v1/policies')
export class PolicyController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @WriteRoute({
    summary: 'Say how debtors are chased: a policy whole, as its next version',
    creates: true,
    description:
      'It holds for steps that are not decided yet. A step that was sent is never sent again: it is known by its key, whatever day ' +
      'it moves to.',
  })
  version(@Body() command: VersionPolicy, @Context() context: CommandContext): Promise<Outcome> {
    return this.commands.execute(given(command, context));
  }

  @Post('assignments')
  @WriteRoute({
    summary: 'Say by which policy the entity, a segment, a customer or an invoice is chased',
    creates: true,
    description:
      'From `from` on, until another is assigned. The narrower wins: invoice, customer, segment, entity.',
    refusals: { 422: ['unknown-policy'] },
  })
  assign(@Body() command: AssignPolicy, @Context() context: CommandContext): Promise<Outcome> {
    return this.commands.execute(given(command, context));
  }
}
