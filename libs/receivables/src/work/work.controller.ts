import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, TextInPath, WriteRoute } from '@quittance/http';
import { DoWork, SnoozeWork } from './work.commands.js';
import { WorkQueries } from './work.queries.js';

const refusals = { 404: ['work-not-found'], 409: ['already-done', 'person-erased'] };

@ApiTags('Work')
@Controller('v1/work/:id')
export class WorkController {
  constructor(
    private readonly commands: CommandBus,
    private readonly work: WorkQueries,
  ) {}

  @Post('done')
  @WriteRoute({
    summary: 'Say that a thing to do was done',
    description: 'It is off the list from today on; what comes of a new reason is another thing to do.',
    creates: true,
    refusals,
  })
  async done(
    @Param('id', TextInPath('id')) itemId: string,
    @Body() command: DoWork,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    const customerId = await this.work.customerOf(itemId);
    return this.commands.execute(given(command, context, { itemId, customerId }));
  }

  @Post('snooze')
  @WriteRoute({ summary: 'Put a thing to do off to a day', creates: true, refusals })
  async snooze(
    @Param('id', TextInPath('id')) itemId: string,
    @Body() command: SnoozeWork,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    const customerId = await this.work.customerOf(itemId);
    return this.commands.execute(given(command, context, { itemId, customerId }));
  }
}
