import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags, IntersectionType } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, UuidInPath, WriteRoute, WrittenAnswer } from '@quittance/http';
import { AgreePlan, PlanAnswer, RevokePlan } from './plan.commands.js';

const invoiceId = UuidInPath('id');

export class PlanWritten extends IntersectionType(WrittenAnswer, PlanAnswer) {}

@ApiTags('Plans')
@Controller('v1/invoices/:id/plans')
export class PlanController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @WriteRoute({
    summary: 'Agree that what is open is paid in parts',
    description:
      'While it holds, its parts are the agreed due dates and nobody is asked. It is broken from the day after a part that was not paid.',
    answer: PlanWritten,
    refusals: {
      404: ['invoice-not-found'],
      409: ['already-settled', 'not-what-is-open', 'on-plan', 'person-erased'],
    },
  })
  agree(
    @Param('id', invoiceId) id: string,
    @Body() command: AgreePlan,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { invoiceId: id }));
  }

  @Post(':planId/revocation')
  @WriteRoute({
    summary: 'Revoke a plan',
    description: 'From revokedOn on the earlier due dates hold again.',
    answer: PlanWritten,
    refusals: { 404: ['invoice-not-found', 'plan-not-found'], 409: ['plan-over', 'person-erased'] },
  })
  revoke(
    @Param('id', invoiceId) id: string,
    @Param('planId', UuidInPath('planId')) planId: string,
    @Body() command: RevokePlan,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { invoiceId: id, planId }));
  }
}
