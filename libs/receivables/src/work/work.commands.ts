import { CommandMessage } from '@quittance/event-store';
import { IsBusinessDate, IsFreeText, Optional } from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import { IsReason } from '../reason.js';

/** A thing to do was done. */
export class DoWork extends CommandMessage {
  /** From the path. */
  itemId!: string;
  /** Whom it is about, where it is there. */
  customerId?: string;

  @ApiProperty({ description: 'Personal: kept sealed.', example: 'They pay on Friday.' })
  @Optional()
  @IsFreeText(5000)
  note?: string;
}

/** A thing to do is for later. */
export class SnoozeWork extends CommandMessage {
  /** From the path. */
  itemId!: string;
  /** Whom it is about, where it is there. */
  customerId?: string;

  @ApiProperty({ description: 'The day on which it is there again: after today.', example: '2026-05-04' })
  @IsBusinessDate()
  until!: string;

  @IsReason('They are back on Monday.')
  reason!: string;
}
