import { IsBusinessDate, IsFreeText, IsOneOf, Optional } from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import { BusinessCommand } from '../business-command.js';
import { IsReason } from '../reason.js';
import type { Channel } from './document.events.js';

const CHANNELS: readonly Channel[] = ['mail', 'post', 'portal', 'edi', 'other'];

/** The invoice was sent to its customer. */
export class SendInvoice extends BusinessCommand {
  /** From the path. */
  invoiceId!: string;

  @ApiProperty({ description: 'How it was sent.' })
  @IsOneOf(CHANNELS)
  channel!: Channel;

  @ApiProperty({ description: 'To whom. Personal: kept sealed.', example: 'accounts@rossi.example' })
  @Optional()
  @IsFreeText(500)
  to?: string;

  @ApiProperty({
    description: 'Counts from this day, not in the future and not before the issue; today when left out.',
    example: '2026-04-01',
  })
  @Optional()
  @IsBusinessDate()
  sentOn?: string;
}

/** The invoice should not have been. */
export class VoidInvoice extends BusinessCommand {
  /** From the path. */
  invoiceId!: string;

  @IsReason('It was issued to the wrong customer.')
  reason!: string;

  @ApiProperty({
    description: 'Counts from this day, not in the future; today (or the day of issue) when left out.',
    example: '2026-04-02',
  })
  @Optional()
  @IsBusinessDate()
  voidedOn?: string;
}
