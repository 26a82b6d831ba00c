import { IsBusinessDate, IsIdText, Optional } from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import { BusinessCommand } from '../business-command.js';
import { IsReason } from '../reason.js';

/** An agency asks for the money from now on. */
export class HandToCollection extends BusinessCommand {
  /** From the path. */
  invoiceId!: string;

  @ApiProperty({ description: 'Who asks for the money.', example: 'Recupero Crediti S.p.A.' })
  @IsIdText(200)
  agency!: string;

  @IsReason('Three promises were broken.')
  reason!: string;

  @ApiProperty({
    description:
      'Counts from this day, not in the future; today when left out. Something must have been open on it.',
    example: '2026-06-01',
  })
  @Optional()
  @IsBusinessDate()
  handedOverOn?: string;
}

/** The agency gave it back: from that day on it is ours to ask. */
export class ReturnFromCollection extends BusinessCommand {
  /** From the path. */
  invoiceId!: string;
  /** From the path. */
  collectionId!: string;

  @IsReason('They could not reach anybody.')
  reason!: string;

  @ApiProperty({
    description: 'Counts from this day, not before the hand-over and not in the future; today when left out.',
    example: '2026-09-01',
  })
  @Optional()
  @IsBusinessDate()
  returnedOn?: string;
}

/** The part of the invoice that was made, or is over. */
export class CollectionAnswer {
  @ApiProperty({ description: 'Of the hand-over.', example: '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c' })
  collectionId!: string;
}
