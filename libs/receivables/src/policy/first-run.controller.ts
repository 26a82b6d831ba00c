import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, WriteRoute } from '@quittance/http';
import { ConfirmEscalations } from './first-run.commands.js';

@ApiTags('Dunning')
@Controller('v1/dunning/confirmations')
export class FirstRunController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @WriteRoute({
    summary: 'Confirm the escalations that a first run held',
    description:
      'The next run makes them. The first run that escalates makes at most 50 escalations unasked: with more of them it makes none, and ' +
      '`/v1/work` says so. `/v1/dunning/blocked?code=not-confirmed` lists them.',
    refusals: { 409: ['nothing-held'] },
  })
  confirm(@Body() command: ConfirmEscalations, @Context() context: CommandContext): Promise<Outcome> {
    return this.commands.execute(given(command, context));
  }
}
