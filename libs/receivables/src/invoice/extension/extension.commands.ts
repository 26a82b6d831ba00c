import { IsBusinessDate, IsFreeText, IsWhole, Optional } from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import { BusinessCommand } from '../../business-command.js';

/** A later agreed due date. The contractual one stays beside it. */
export class GrantExtension extends BusinessCommand {
  /** From the path. */
  invoiceId!: string;

  @ApiProperty({
    description:
      'Later than the contractual due date, at most 10 years after the issue (setting `DUE_YEARS_MOST`).',
    example: '2026-05-31',
  })
  @IsBusinessDate()
  agreedDueOn!: string;

  @ApiProperty({
    description: 'The instalment that is moved. All whose agreed date is earlier when left out.',
    example: 2,
  })
  @Optional()
  @IsWhole(1, 120)
  instalment?: number;

  @ApiProperty({
    description: 'Why. Personal: kept sealed.',
    example: 'Their client pays at the end of May.',
  })
  @IsFreeText(1000)
  reason!: string;

  @ApiProperty({
    description:
      'Counts from this day, not in the future; today when left out. Something must have been open on it.',
    example: '2026-04-20',
  })
  @Optional()
  @IsBusinessDate()
  grantedOn?: string;
}
