import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags, IntersectionType } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, TextInPath, WriteRoute, WrittenAnswer } from '@quittance/http';
import { DeclareInsolvency, EndInsolvency, InsolvencyAnswer } from './insolvency.commands.js';

const customerId = TextInPath('id');

export class InsolvencyWritten extends IntersectionType(WrittenAnswer, InsolvencyAnswer) {}

@ApiTags('Customers')
@Controller('v1/customers/:id/insolvency')
export class InsolvencyController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @WriteRoute({
    summary: 'Record that a customer is insolvent',
    description:
      'From `since` on no reminder asks for their invoices and nothing escalates; each of them says so in `holds` and stays in every report.',
    answer: InsolvencyWritten,
    refusals: { 404: ['customer-not-found'], 409: ['already-insolvent', 'merged', 'person-erased'] },
  })
  declare(
    @Param('id', customerId) id: string,
    @Body() command: DeclareInsolvency,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { customerId: id }));
  }

  @Post('end')
  @WriteRoute({
    summary: 'Record that the insolvency of a customer is over',
    description: 'From today on reminders ask for their invoices again.',
    answer: InsolvencyWritten,
    refusals: { 404: ['customer-not-found'], 409: ['not-insolvent', 'person-erased'] },
  })
  end(
    @Param('id', customerId) id: string,
    @Body() command: EndInsolvency,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { customerId: id }));
  }
}
