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
import { creditNoteStream } from '../streams.js';
import { CREDIT_NOTES } from './credit-note.list.js';
import { CreditNoteQueries } from './credit-note.queries.js';

/** What one credit note says beside what a list says of it. */
const DETAIL_COLUMNS = {
  applications: listOf(
    'Parts meant for invoices: the latest 500, oldest first',
    {
      applicationId: uuid('What an undo names', '7c2f9d0e-9f5c-5d0e-8a4e-8d1c1f2e3d4c'),
      invoiceId: uuid('Of the invoice', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
      number: id('Of the invoice', '2026-0117'),
      requested: amount('Meant for the invoice', '100.00'),
      applied: amount('Settles the invoice; what was undone is not in it', '100.00'),
      status: code('pending, applied or refused', 'applied'),
      code: orNull(code('Why it was refused or cut', ''), null),
      appliedOn: orNull(date('From when it counts; null unless applied', '2026-03-10')),
      instalment: NAMED_PART,
    },
    ['instalment'],
  ),
  refunds: listOf('What was paid out: the latest 500, oldest first', {
    refundId: uuid('What a reversal names', '3a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c'),
    amount: amount('Paid out', '22.00'),
    refundedOn: date('Bank date', '2026-05-04'),
    reversedOn: orNull(date('When it came back; null: it did not', ''), null),
    method: orNull(text('How it went', 'bank-transfer')),
    reference: orNull(text('What was written to the bank', 'CN-2026-007')),
    reason: orNull(text('Why', 'They asked for it.')),
  }),
};

@ApiTags('Credit notes')
@Controller('v1/credit-notes')
export class CreditNoteQueriesController {
  constructor(
    private readonly creditNotes: CreditNoteQueries,
    private readonly axis: KnownAxis,
  ) {}

  @Get(':id')
  @ReadRoute({
    summary: 'A credit note with what became of each application, and its refunds',
    parameters: AXES,
    stream: creditNoteStream,
    example: { ...CREDIT_NOTES.example, ...exampleOf(DETAIL_COLUMNS) },
    schema: CREDIT_NOTES.schemaWith(DETAIL_COLUMNS),
  })
  details(
    @Param('id', UuidInPath('id')) id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Answer> {
    return answerOne(this.axis, query, (place) => this.creditNotes.details(id, place));
  }
}
