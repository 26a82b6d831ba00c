import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags, IntersectionType } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import { Context, given, UuidInPath, WriteRoute, WrittenAnswer } from '@quittance/http';
import { MakePromise, PromiseAnswer, WithdrawPromise } from './promise.commands.js';

const invoiceId = UuidInPath('id');

export class PromiseWritten extends IntersectionType(WrittenAnswer, PromiseAnswer) {}

@ApiTags('Promises')
@Controller('v1/invoices/:id/promises')
export class PromiseController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @WriteRoute({
    summary: 'Record that the customer promised to pay by a day',
    description:
      'Until the end of that day nobody is asked for what was promised. Whether it is kept follows from the payments received by then.',
    answer: PromiseWritten,
    refusals: {
      404: ['invoice-not-found'],
      409: ['already-settled', 'promise-above-open', 'already-promised', 'person-erased'],
    },
  })
  make(
    @Param('id', invoiceId) id: string,
    @Body() command: MakePromise,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { invoiceId: id }));
  }

  @Post(':promiseId/withdrawal')
  @WriteRoute({
    summary: 'Withdraw a promise',
    description: 'From today on it is neither kept nor broken, and reminders ask for what is open.',
    answer: PromiseWritten,
    refusals: {
      404: ['invoice-not-found', 'promise-not-found'],
      409: ['already-withdrawn', 'person-erased'],
    },
  })
  withdraw(
    @Param('id', invoiceId) id: string,
    @Param('promiseId', UuidInPath('promiseId')) promiseId: string,
    @Body() command: WithdrawPromise,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    return this.commands.execute(given(command, context, { invoiceId: id, promiseId }));
  }
}
