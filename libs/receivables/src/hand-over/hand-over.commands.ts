import { CommandMessage } from '@quittance/event-store';
import { IsBusinessDate, IsIdText, Optional } from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import { BusinessCommand } from '../business-command.js';
import { IsReason } from '../reason.js';
import type { HandOverFacts } from './hand-over.events.js';

/** All that a person follows up goes to another one. */
export class HandOver extends BusinessCommand {
  /** From the path. */
  personId!: string;

  @ApiProperty({ description: 'Who takes over: a known person.', example: 'lea.verdi' })
  @IsIdText()
  toPersonId!: string;

  @IsReason('Anna goes on parental leave.')
  reason!: string;

  @ApiProperty({
    description: 'Counts from this day, not in the future; today when left out.',
    example: '2026-04-20',
  })
  @Optional()
  @IsBusinessDate()
  on?: string;
}

/** What was handed over last goes back. */
export class UndoHandOver extends BusinessCommand {
  /** From the path. */
  personId!: string;

  @IsReason('It was meant for another region.')
  reason!: string;
}

export class HandOverAnswer {
  @ApiProperty({ description: 'Of the hand-over.', example: '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c' })
  handOverId!: string;
}

/** Internal: an invoice goes with a hand-over, or back with its undo. Derived from the fact alone. */
export class TakeOver extends CommandMessage {
  invoiceId!: string;
  handOverId!: string;
  personId!: string;
  toPersonId!: string;
  on!: string;
  back!: boolean;
  /** The reason as the person's stream keeps it: sealed. */
  personal!: HandOverFacts['HandedOver']['personal'];
}
