import { IsBusinessDate, Optional } from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import { BusinessCommand } from '../business-command.js';
import { IsReason } from '../reason.js';

/** Nobody is asked for the invoice for a while. */
export class PauseInvoice extends BusinessCommand {
  /** From the path. */
  invoiceId!: string;

  @ApiProperty({
    description:
      'The last day of the pause, today (or the day of issue) or later; left out: until somebody ends it.',
    example: '2026-05-31',
  })
  @Optional()
  @IsBusinessDate()
  until?: string;

  @IsReason('Their bank account is being moved.')
  reason!: string;
}

/** The pause is over from today on. */
export class EndPause extends BusinessCommand {
  /** From the path. */
  invoiceId!: string;
  /** From the path. */
  pauseId!: string;

  @Optional()
  @IsReason('The new account is in use.')
  reason?: string;
}

/** Nobody is asked for anything that the customer owes for a while. */
export class PauseCustomer extends BusinessCommand {
  /** From the path. */
  customerId!: string;

  @ApiProperty({
    description: 'The last day of the pause, today or later; left out: until somebody ends it.',
    example: '2026-05-31',
  })
  @Optional()
  @IsBusinessDate()
  until?: string;

  @IsReason('Their bank account is being moved.')
  reason!: string;
}

/** The pause of the customer is over from today on. */
export class EndCustomerPause extends BusinessCommand {
  /** From the path. */
  customerId!: string;
  /** From the path. */
  pauseId!: string;

  @Optional()
  @IsReason('The new account is in use.')
  reason?: string;
}

/** The part of the invoice or customer that was made, or is over. */
export class PauseAnswer {
  @ApiProperty({ description: 'Of the pause.', example: '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c' })
  pauseId!: string;
}
