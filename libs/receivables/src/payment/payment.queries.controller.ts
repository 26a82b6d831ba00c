import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { UuidInPath } from '@quittance/http';
import {
  amount,
  Answer,
  answerOne,
  AXES,
  code,
  date,
  exampleOf,
  id,
  KnownAxis,
  listOf,
  orNull,
  ReadRoute,
  text,
  uuid,
} from '@quittance/reading';
import { NAMED_PART } from '../ledger/named-part.js';
import { paymentStream } from '../streams.js';
import { PAYMENTS } from './payment.list.js';
import { PaymentQueries } from './payment.queries.js';

/** What one payment says beside what a list says of it. */
const DETAIL_COLUMNS = {
  allocations: listOf(
    'Parts meant for invoices: the latest 500, oldest first',
    {
      allocationId: uuid('What an undo names', '7c2f9d0e-9f5c-5d0e-8a4e-8d1c1f2e3d4c'),
      invoiceId: uuid('Of the invoice', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
      number: id('Of the invoice', '2026-0117'),
      customerId: id('Who owes the invoice', 'C-104'),
      customerName: orNull(text('Name of who owes it', 'Rossi S.r.l.')),
      requested: amount('Meant for the invoice', '500.00'),
      applied: amount('Settles the invoice; what was given back is not in it', '500.00'),
      status: code('pending, applied or refused', 'applied'),
      code: orNull(code('Why it was refused or cut', ''), null),
      appliedOn: orNull(date('From when it counts; null unless applied', '2026-03-05')),
      instalment: NAMED_PART,
    },
    ['instalment'],
  ),
  refunds: listOf('What was paid out: the latest 500, oldest first', {
    refundId: uuid('What a reversal names', '3a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c'),
    amount: amount('Paid out', '20.00'),
    customerId: orNull(id('Of whose free part', 'C-104')),
    refundedOn: date('Bank date', '2026-05-04'),
    reversedOn: orNull(date('When it came back; null: it did not', ''), null),
    method: orNull(text('How it went', 'bank-transfer')),
    reference: orNull(text('What was written to the bank', 'RF-2026-007')),
    reason: orNull(text('Why', 'They paid twice.')),
  }),
  returns: listOf('What the bank took back: the latest 500, oldest first', {
    returnId: uuid('What a reversal names', '3a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4d'),
    amount: amount('Taken back', '520.00'),
    returnedOn: date('Bank date', '2026-05-04'),
    reversedOn: orNull(date('When it was won; null: it was not', ''), null),
    code: code('Why', 'am04'),
    externalId: orNull(id('Of the return, at the bank', 'RT-4711')),
    reason: orNull(text('Why, in words', 'Insufficient funds.')),
  }),
  transfers: listOf('What was transferred to other customers: the latest 500, oldest first', {
    transferId: uuid('Of the transfer', '3a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4e'),
    amount: amount('Transferred', '40.00'),
    fromCustomerId: orNull(id('Whose it was', 'C-104')),
    fromCustomerName: orNull(text('Name of whose it was', 'Rossi S.r.l.')),
    customerId: id('Whose it is', 'C-105'),
    customerName: orNull(text('Name of whose it is', 'Neri S.p.A.')),
    transferredOn: date('Business date', '2026-05-04'),
    reason: orNull(text('Why', 'It was for their daughter company.')),
  }),
};

@ApiTags('Payments')
@Controller('v1/payments')
export class PaymentQueriesController {
  constructor(
    private readonly payments: PaymentQueries,
    private readonly axis: KnownAxis,
  ) {}

  @Get(':id')
  @ReadRoute({
    summary: 'A payment with what became of each allocation, its refunds, returns and transfers',
    parameters: AXES,
    stream: paymentStream,
    example: { ...PAYMENTS.example, ...exampleOf(DETAIL_COLUMNS) },
    schema: PAYMENTS.schemaWith(DETAIL_COLUMNS),
  })
  details(
    @Param('id', UuidInPath('id')) id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Answer> {
    return answerOne(this.axis, query, (place) => this.payments.details(id, place));
  }
}
