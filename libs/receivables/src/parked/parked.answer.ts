import { ApiProperty } from '@nestjs/swagger';
import type { LeftOut } from './left-out.js';
import type { ParkedStream, ReleaseResult } from './parked.queries.js';

// What a release answers, as OpenAPI shows it.

class ReleasedAnswer {
  @ApiProperty({ example: 'invoices' })
  projection!: string;

  @ApiProperty({ example: 'invoice-0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c' })
  stream!: string;
}

class LeftOutAnswer implements LeftOut {
  @ApiProperty({ example: 'PaymentApplied' })
  type!: string;

  @ApiProperty({ type: 'integer', description: 'Facts of the type.', example: 1 })
  facts!: number;

  @ApiProperty({ type: String, nullable: true, example: 'EUR' })
  currency!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Of facts about money.', example: '500.00' })
  amount!: string | null;
}

class ParkedAnswer extends ReleasedAnswer implements ParkedStream {
  @ApiProperty({ description: 'Of the fact that it could not go on with; decimal.', example: '1' })
  revision!: string;

  @ApiProperty({ description: 'Of that fact; decimal.', example: '184467' })
  position!: string;

  @ApiProperty({ example: 'PaymentApplied' })
  type!: string;

  @ApiProperty({ description: 'Without the values it quoted.' })
  error!: string;

  @ApiProperty({ format: 'date-time' })
  since!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Of the invoice, where it is one.' })
  number!: string | null;

  @ApiProperty({ type: String, nullable: true })
  customerId!: string | null;

  @ApiProperty({ type: 'integer', description: 'That fact and those after it.', example: 2 })
  waiting!: number;

  @ApiProperty({ type: [LeftOutAnswer] })
  leftOut!: LeftOutAnswer[];
}

export class ReleaseAnswer implements ReleaseResult {
  @ApiProperty({ type: [ReleasedAnswer], description: 'Those that go on.' })
  released!: ReleasedAnswer[];

  @ApiProperty({ type: [ParkedAnswer], description: 'Those that failed again.' })
  parked!: ParkedAnswer[];
}
