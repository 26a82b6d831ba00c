import { ApiProperty } from '@nestjs/swagger';
import type { Tone } from '../../policy/policy.stream.js';
import {
  SIMULATED_KINDS,
  type CustomerCounted,
  type SkippedCounted,
  type StepCounted,
} from './simulation.counts.js';
import type { SimulationPage } from './simulation.queries.js';

const COUNT = { type: 'integer' } as const;
const TONES: readonly Tone[] = ['friendly', 'formal', 'firm'];

class StepAnswered implements StepCounted {
  @ApiProperty({ description: 'Month of the days on which it came.', example: '2026-03' })
  month!: string;

  @ApiProperty({ description: 'Key of the step.', example: 'due+7' })
  step!: string;

  @ApiProperty({ ...COUNT, description: 'From the agreed due date.', example: 7 })
  days!: number;

  @ApiProperty({ enum: SIMULATED_KINDS })
  kind!: StepCounted['kind'];

  @ApiProperty({ type: String, nullable: true, enum: [...TONES, null], description: 'Of a reminder.' })
  tone!: string | null;

  @ApiProperty({ description: 'ISO 4217.', example: 'EUR' })
  currency!: string;

  @ApiProperty({ ...COUNT, example: 31 })
  count!: number;

  @ApiProperty({
    description: 'What the reminders asked for; of other steps, what was open.',
    example: '8120.50',
  })
  amount!: string;
}

class CustomerAnswered implements CustomerCounted {
  @ApiProperty({ example: 'C-104' })
  customerId!: string;

  @ApiProperty({ description: 'ISO 4217.', example: 'EUR' })
  currency!: string;

  @ApiProperty({ ...COUNT, description: 'Steps that asked for an invoice or instalment.', example: 4 })
  reminders!: number;

  @ApiProperty({
    ...COUNT,
    description:
      'Mails that they go into: one a day, language and tone, or one an invoice, as the policy says.',
    example: 3,
  })
  mails!: number;

  @ApiProperty({ ...COUNT, example: 1 })
  escalations!: number;

  @ApiProperty({ ...COUNT, description: 'Of the owner.', example: 0 })
  alerts!: number;

  @ApiProperty({ ...COUNT, description: 'Proposals to hand over for collection.', example: 0 })
  collections!: number;

  @ApiProperty({ description: 'What the reminders asked for, added up.', example: '2880.00' })
  asked!: string;
}

class SkippedAnswered implements SkippedCounted {
  @ApiProperty({ description: 'Why a step was held up, or left out.', example: 'disputed' })
  code!: string;

  @ApiProperty({ ...COUNT, description: 'A step counts once a reason.', example: 2 })
  count!: number;
}

class OutcomeAnswered {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'null: those in force on each day.',
    example: 'gentle',
  })
  policyId!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Gentle' })
  name!: string | null;

  @ApiProperty({ type: () => StepAnswered, isArray: true })
  steps!: StepAnswered[];

  @ApiProperty({ type: () => CustomerAnswered, isArray: true })
  customers!: CustomerAnswered[];

  @ApiProperty({ type: () => SkippedAnswered, isArray: true })
  skipped!: SkippedAnswered[];

  @ApiProperty({
    ...COUNT,
    description:
      'Reminders for which nothing was open by what was known on their day, added up from the ledger: 0, or Quittance has a fault.',
    example: 0,
  })
  afterPayment!: number;

  @ApiProperty({
    ...COUNT,
    description: 'Reminders that crossed with the money: it had come by its date, and became known later.',
    example: 2,
  })
  crossed!: number;
}

/** A page of a simulation, as it is answered. */
export class SimulationAnswer implements SimulationPage {
  @ApiProperty({ format: 'date', example: '2026-01-01' })
  from!: string;

  @ApiProperty({ format: 'date', example: '2026-03-31' })
  to!: string;

  @ApiProperty({ enum: ['stated'], description: 'Facts count as known when an imported history says so.' })
  known!: 'stated';

  @ApiProperty({ ...COUNT, description: 'Invoices open at some time in the range.', example: 1177 })
  invoicesInRange!: number;

  @ApiProperty({ ...COUNT, description: 'Of this page.', example: 12 })
  customers!: number;

  @ApiProperty({ ...COUNT, description: 'Of this page.', example: 203 })
  invoices!: number;

  @ApiProperty({ type: () => OutcomeAnswered })
  simulated!: OutcomeAnswered;

  @ApiProperty({ type: () => OutcomeAnswered })
  beside!: OutcomeAnswered;

  @ApiProperty({ type: String, nullable: true, description: 'Where to go on; null: nowhere.', example: null })
  next!: string | null;
}
