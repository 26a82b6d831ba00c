import { IsAmount, IsBusinessDate, IsIdText, IsOneOf, IsUuid, Optional } from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import { BusinessCommand } from '../business-command.js';
import { IsReason, IsReasonCode } from '../reason.js';
import type { DisputeOutcome } from './dispute.events.js';

export const OUTCOMES: readonly DisputeOutcome[] = ['upheld', 'rejected', 'withdrawn'];

/** The customer says that something of an invoice is not owed. */
export class RaiseDispute extends BusinessCommand {
  /** From the path. */
  invoiceId!: string;

  @ApiProperty({
    description: 'Above zero; with what is disputed already at most what is open. All of that when left out.',
    example: '120.00',
  })
  @Optional()
  @IsAmount()
  amount?: string;

  @ApiProperty({ description: 'Any word, such as price, quantity, quality, return, duplicate, other.' })
  @IsReasonCode()
  reasonCode!: string;

  @IsReason()
  reason!: string;

  @ApiProperty({ description: 'Who looks into it: a known person.', example: 'lea.verdi' })
  @Optional()
  @IsIdText()
  ownerId?: string;

  @ApiProperty({ description: 'By when the customer is to have an answer.', example: '2026-05-04' })
  @Optional()
  @IsBusinessDate()
  answerBy?: string;

  @ApiProperty({
    description:
      'Counts from this day, not in the future; today when left out. Something must have been open on it.',
    example: '2026-04-20',
  })
  @Optional()
  @IsBusinessDate()
  disputedOn?: string;
}

/** A dispute is over. What is not upheld counts as rejected. */
export class ResolveDispute extends BusinessCommand {
  /** From the path. */
  invoiceId!: string;
  /** From the path. */
  disputeId!: string;

  @ApiProperty({ description: 'Upheld: the customer was right, and has a credit note for it.' })
  @IsOneOf(OUTCOMES)
  outcome!: DisputeOutcome;

  @ApiProperty({ description: 'What is upheld, if not all. Only with `upheld`.', example: '60.00' })
  @Optional()
  @IsAmount()
  amount?: string;

  @ApiProperty({
    description: 'The credit note whose applications to this invoice cover it. Only with `upheld`.',
    example: '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c',
  })
  @Optional()
  @IsUuid()
  creditNoteId?: string;

  @IsReason('Seen on the delivery note.')
  reason!: string;

  @ApiProperty({
    description: 'Counts from this day, not in the future, not before the dispute; today when left out.',
    example: '2026-05-02',
  })
  @Optional()
  @IsBusinessDate()
  resolvedOn?: string;
}

/** The part of the invoice that was made, or is over. */
export class DisputeAnswer {
  @ApiProperty({ description: 'Of the dispute.', example: '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c' })
  disputeId!: string;
}
