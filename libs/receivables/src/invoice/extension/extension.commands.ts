import { IsBusinessDate, IsFreeText, IsWhole, Optional } from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import { BusinessCommand } from '../../business-command.js';
import { IsReason } from '../../reason.js';

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

/** What was agreed holds no more. */
export class RevokeExtension extends BusinessCommand {
  /** From the path. */
  invoiceId!: string;
  /** From the path. */
  extensionId!: string;

  @IsReason('They agreed to pay at once, and did not.')
  reason!: string;

  @ApiProperty({
    description:
      'From this day on the due date before it holds again: not before it was granted, not in the future; today when left out. ' +
      'Something must have been open on it.',
    example: '2026-05-04',
  })
  @Optional()
  @IsBusinessDate()
  revokedOn?: string;
}

/** The extension that was made, or is revoked. */
export class ExtensionAnswer {
  @ApiProperty({ description: 'Of the extension.', example: '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c' })
  extensionId!: string;
}
