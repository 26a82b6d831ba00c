import { IsAmount, IsBusinessDate, IsListOf, Optional } from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import { BusinessCommand } from '../business-command.js';
import { IsReason } from '../reason.js';
import { type Instalment, MOST_INSTALMENTS } from '../terms/instalments.terms.js';

/** A part of the plan. */
export class PlanPartField implements Instalment {
  @ApiProperty({
    description: 'By the end of this day. It may lie in the future; not before the one before it.',
    example: '2026-06-30',
  })
  @IsBusinessDate()
  dueOn!: string;

  @ApiProperty({ description: 'Above zero.', example: '60.00' })
  @IsAmount()
  amount!: string;
}

/** What is open of the invoice is to be paid in parts. */
export class AgreePlan extends BusinessCommand {
  /** From the path. */
  invoiceId!: string;

  @ApiProperty({ description: 'In order of date. They come to what is open on agreedOn.' })
  @IsListOf(() => PlanPartField, MOST_INSTALMENTS, 1)
  instalments!: PlanPartField[];

  @ApiProperty({
    description: 'Counts from this day, not in the future; today when left out.',
    example: '2026-05-04',
  })
  @Optional()
  @IsBusinessDate()
  agreedOn?: string;

  @IsReason('They cannot pay it at once.')
  reason!: string;
}

/** Nothing is agreed by the plan any more: the earlier due dates hold again. */
export class RevokePlan extends BusinessCommand {
  /** From the path. */
  invoiceId!: string;
  /** From the path. */
  planId!: string;

  @ApiProperty({
    description: 'Counts from this day, not in the future; today when left out.',
    example: '2026-06-02',
  })
  @Optional()
  @IsBusinessDate()
  revokedOn?: string;

  @IsReason('They asked for another plan.')
  reason!: string;
}

/** The part of the invoice that was made, or is over. */
export class PlanAnswer {
  @ApiProperty({ description: 'Of the plan.', example: '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c' })
  planId!: string;
}
