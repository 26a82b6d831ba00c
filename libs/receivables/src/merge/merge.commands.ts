import { IsBusinessDate, IsIdText, Optional } from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import { BusinessCommand } from '../business-command.js';
import { IsReason } from '../reason.js';

/** The customer is the same as another one. */
export class MergeCustomer extends BusinessCommand {
  /** From the path. */
  customerId!: string;

  @ApiProperty({ description: 'Who they are: a known customer who was not merged.', example: 'C-1002' })
  @IsIdText()
  intoCustomerId!: string;

  @IsReason('Registered twice: it is the same firm.')
  reason!: string;

  @ApiProperty({
    description: 'Counts from this day, not in the future; today when left out.',
    example: '2026-04-20',
  })
  @Optional()
  @IsBusinessDate()
  mergedOn?: string;
}

/** They are two after all. */
export class UndoMerge extends BusinessCommand {
  /** From the path. */
  customerId!: string;

  @IsReason('They are two firms of one name.')
  reason!: string;
}

export class MergeAnswer {
  @ApiProperty({ description: 'Of the merge.', example: '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c' })
  mergeId!: string;
}
