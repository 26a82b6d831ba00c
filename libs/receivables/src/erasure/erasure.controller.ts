import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type CommandContext, type CommandMessage, type Outcome, Vault } from '@quittance/event-store';
import { Context, given, WriteRoute } from '@quittance/http';
import { Rejection } from '@quittance/kernel';
import { EraseCustomer, ErasePayment, ErasePerson, RequestErasure } from './erasure.commands.js';

@ApiTags('Erasure')
@Controller('v1/erasures')
export class ErasureController {
  constructor(
    private readonly commands: CommandBus,
    private readonly vault: Vault,
  ) {}

  /**
   * The fact first, then the key: a crash in between leaves a fact, and whoever comes to it (the projector, or the
   * same request again) destroys the key.
   */
  @Post()
  @WriteRoute({
    summary: 'Erase the personal data of a customer, a person or a payment',
    description:
      'Exactly one of the three. The key is destroyed: what is sealed in facts, exports and backups of the log ' +
      'cannot be read again, and nothing more is sealed for them. Tables are emptied when it is projected: ' +
      '`GET /v1/erasures/{id}?after=<position>` says what was.',
    refusals: {
      404: ['customer-not-found', 'person-not-found', 'payment-not-found'],
      409: ['sealed-for-customer', 'nothing-personal'],
    },
  })
  async erase(@Body() request: RequestErasure, @Context() context: CommandContext): Promise<Outcome> {
    const outcome = await this.commands.execute<CommandMessage, Outcome>(given(commandOf(request), context));
    await this.vault.erase(outcome.stream);
    return outcome;
  }
}

function commandOf({ customerId, personId, paymentId, reason }: RequestErasure): CommandMessage {
  const named = [customerId, personId, paymentId].filter((id) => id !== undefined);
  if (named.length !== 1) {
    throw Rejection.invalid('invalid', 'A field is wrong.', {
      field: '',
      rule: 'exactly-one',
      hint: 'one of customerId, personId and paymentId',
    });
  }
  if (customerId !== undefined) return Object.assign(new EraseCustomer(), { customerId, reason });
  if (personId !== undefined) return Object.assign(new ErasePerson(), { personId, reason });
  return Object.assign(new ErasePayment(), { paymentId: paymentId!, reason });
}
