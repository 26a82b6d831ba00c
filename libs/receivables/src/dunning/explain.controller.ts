import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { UuidInPath } from '@quittance/http';
import type { Clock } from '@quittance/kernel';
import {
  AFTER,
  amount,
  Answer,
  answerOf,
  asDate,
  code,
  count,
  date,
  id,
  readQuery,
  ReadRoute,
  type Says,
  shownOnly,
  uuid,
} from '@quittance/reading';
import { CLOCK } from '../parts.js';
import { type ChaseExplained, ExplainChase, type PartExplained } from './explain.queries.js';

const ON = { on: asDate('the day that is explained; today when left out', '2026-05-07') };
const STRING = { type: 'string' };
const OR_NULL = { type: ['string', 'null'] };
const DAY = { type: 'string', format: 'date' };
const all = (properties: Record<string, object>): object => ({
  ...{ type: 'object', required: Object.keys(properties), properties },
});
const STEP = all({
  ...{ step: STRING, kind: STRING, days: { type: 'integer' }, on: DAY, tone: OR_NULL, status: OR_NULL },
  ...{ decidedOn: OR_NULL, code: OR_NULL, mailId: OR_NULL },
});
const PART = all({
  ...{ part: { type: 'integer' }, agreedDueOn: DAY, open: STRING, asked: STRING, onAccount: STRING },
  ...{ comes: OR_NULL, blockedBy: OR_NULL, why: STRING, steps: { type: 'array', items: STEP } },
  next: { ...all({ step: STRING, on: DAY }), type: ['object', 'null'] },
});
const EXAMPLE: PartExplained = {
  ...{ part: 1, agreedDueOn: '2026-04-30', open: '720.00', asked: '720.00', onAccount: '0.00' },
  ...{ comes: 'due+7', blockedBy: null, next: { step: 'due+7', on: '2026-05-07' } },
  why: 'due+7 comes: 720.00 EUR is asked',
  steps: [
    {
      ...{ step: 'due+3', kind: 'remind', days: 3, on: '2026-05-03', tone: 'friendly' },
      status: 'sent',
      ...{ decidedOn: '2026-05-03', code: null, mailId: '8f14e45f-ceea-5a7a-9c1b-2f1d3c4b5a69' },
    },
  ],
};
const HABIT = { settled: 12, onTime: 11, late: 0, broken: 0, tone: 'friendly' as const };
const HELD = { unapplied: '0.00', credits: '0.00', pending: '0.00', older: '0.00' };

const SHOWN = {
  invoiceId: uuid('Of the invoice', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
  number: id('Of the invoice', '2026-0117'),
  customerId: id('Who owes it', 'C-104'),
  on: date('The day', '2026-05-07'),
  currency: code('Of the invoice', 'EUR'),
  open: amount('What is open of it', '720.00'),
  policyId: code('By which it is chased', 'standard'),
  policyVersion: count('Of the policy; 0: as Quittance brings it', 0),
  holds: shownOnly(
    'What holds it up',
    { type: 'array', items: all({ kind: STRING, since: DAY, until: OR_NULL, amount: OR_NULL }) },
    [],
    (cell) => cell as ChaseExplained['holds'],
  ),
  habit: shownOnly(
    'How the customer paid in the year before, which says the tone where a step of the policy names none: invoices that payments settled, ' +
      'by the third day after the due date, more than 14 days after it, and promises that were broken; null: the policy names every tone',
    {
      ...all({
        ...{ settled: { type: 'integer' }, onTime: { type: 'integer' }, late: { type: 'integer' } },
        ...{ broken: { type: 'integer' }, tone: STRING },
      }),
      type: ['object', 'null'],
    },
    HABIT,
    (cell) => cell as ChaseExplained['habit'],
  ),
  held: shownOnly(
    'What is held for the customer in that currency, and what of theirs fell due before',
    all({ unapplied: STRING, credits: STRING, pending: STRING, older: STRING }),
    HELD,
    (cell) => cell as ChaseExplained['held'],
  ),
  parts: shownOnly(
    'Its open parts: the ladder of each, what became of it, what comes and what blocks it; none when nothing is open',
    { type: 'array', items: PART },
    [EXAMPLE],
    (cell) => cell as PartExplained[],
  ),
} satisfies Says<ChaseExplained>;

@ApiTags('Dunning')
@Controller('v1/invoices/:id/reminders')
export class ExplainChaseController {
  constructor(
    private readonly explaining: ExplainChase,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('explain')
  @ReadRoute({
    summary: 'Why a reminder of an invoice goes out on a day, or does not',
    description:
      'By the facts that count by that day, as known now: the policy, the steps with their days and what became of each, what holds the ' +
      'invoice up, what is held for the customer, what comes next and what blocks it.',
    parameters: ON,
    ...answerOf(SHOWN),
  })
  async explain(
    @Param('id', UuidInPath('id')) invoiceId: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Answer> {
    const { on = this.clock.today() } = readQuery(query, { ...ON, ...AFTER });
    return new Answer(await this.explaining.of(invoiceId, on));
  }
}
