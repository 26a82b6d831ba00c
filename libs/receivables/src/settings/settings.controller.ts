import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, WriteRoute } from '@quittance/http';
import { SetDuties, SetLimits } from './settings.commands.js';

@ApiTags('Settings')
@Controller('v1/settings')
export class SettingsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('limits')
  @WriteRoute({
    summary: 'Set limits: how far people decide alone',
    creates: true,
    description:
      'Only the limits that are named change; null lifts one. It holds for every command from then on.',
  })
  limits(@Body() command: SetLimits, @Context() context: CommandContext): Promise<Outcome> {
    return this.commands.execute(given(command, context));
  }

  @Post('duties')
  @WriteRoute({
    summary: 'Set which duties one person may not combine on one document',
    creates: true,
    description:
      'The pairs that are named are kept apart from then on, and no other; that who asked may not approve always holds.',
  })
  duties(@Body() command: SetDuties, @Context() context: CommandContext): Promise<Outcome> {
    return this.commands.execute(given(command, context));
  }
}
