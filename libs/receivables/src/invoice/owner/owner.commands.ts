import { IsBusinessDate, IsFreeText, IsIdText, Optional } from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import { BusinessCommand } from '../../business-command.js';

/** Another person follows the invoice up. */
export class AssignOwner extends BusinessCommand {
  /** From the path. */
  invoiceId!: string;

  @ApiProperty({ description: 'A known person.', example: 'lea.verdi' })
  @IsIdText()
  ownerId!: string;

  @ApiProperty({ description: 'Why. Personal: kept sealed.', example: 'Takes over the region.' })
  @IsFreeText(1000)
  reason!: string;

  @ApiProperty({
    description: 'Counts from this day, not in the future; today when left out.',
    example: '2026-04-20',
  })
  @Optional()
  @IsBusinessDate()
  assignedOn?: string;
}
