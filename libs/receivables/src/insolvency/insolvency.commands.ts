import { IsBusinessDate, IsIdText, Optional } from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import { BusinessCommand } from '../business-command.js';
import { IsReason } from '../reason.js';

/** The customer is insolvent. */
export class DeclareInsolvency extends BusinessCommand {
  /** From the path. */
  customerId!: string;

  @ApiProperty({ description: 'Counts from this day, not in the future.', example: '2026-06-01' })
  @IsBusinessDate()
  since!: string;

  @ApiProperty({ description: "Number of the court's file.", example: 'IN 123/26' })
  @Optional()
  @IsIdText(200)
  reference?: string;

  @IsReason('The court opened proceedings.')
  reason!: string;
}

/** The insolvency is over from today on. */
export class EndInsolvency extends BusinessCommand {
  /** From the path. */
  customerId!: string;

  @IsReason('The court closed the proceedings.')
  reason!: string;
}

/** The insolvency that was declared, or is over. */
export class InsolvencyAnswer {
  @ApiProperty({ description: 'Of the insolvency.', example: '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c' })
  insolvencyId!: string;
}
