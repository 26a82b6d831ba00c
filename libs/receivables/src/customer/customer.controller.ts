import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, TextInPath, WriteRoute } from '@quittance/http';
import { ChangeCustomer } from './change/change.commands.js';
import { RegisterCustomer } from './customer.commands.js';

@ApiTags('Customers')
@Controller('v1/customers')
export class CustomerController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @WriteRoute({
    summary: 'Register a customer',
    description: 'The same again is nothing to do; other content under a taken id is refused.',
    creates: true,
    refusals: { 409: ['customer-taken', 'looks-alike', 'person-erased'], 422: ['unknown-person'] },
  })
  register(@Body() command: RegisterCustomer, @Context() context: CommandContext): Promise<Outcome> {
    return this.commands.execute(given(command, context));
  }

  @Post(':id/changes')
  @WriteRoute({
    summary: 'Change what is known of a customer',
    description:
      'Field by field: only what is named changes, null empties. What was in force before stays so for questions about earlier days.',
    refusals: { 404: ['customer-not-found'], 409: ['merged', 'person-erased'], 422: ['unknown-person'] },
  })
  change(
    @Param('id', TextInPath('id')) customerId: string,
    @Body() command: ChangeCustomer,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { customerId }));
  }
}
