import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, TextInPath, WriteRoute } from '@quittance/http';
import { ChooseAlerts } from './alert.commands.js';

@ApiTags('People')
@Controller('v1/people/:id/alerts')
export class AlertController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @WriteRoute({
    summary: 'Choose how a person is told of what falls due',
    description:
      'By the person themself, or by an admin. `mail` and `webhook`: one digest a day, after the morning run, of due dates and escalations in their ' +
      'work list; `none`: in the work list alone.',
    refusals: { 403: ['forbidden'], 404: ['person-not-found'], 409: ['person-erased'] },
  })
  choose(
    @Param('id', TextInPath('id')) personId: string,
    @Body() command: ChooseAlerts,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { personId }));
  }
}
