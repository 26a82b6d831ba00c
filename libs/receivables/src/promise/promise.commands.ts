import { IsAmount, IsBusinessDate, IsFreeText, Optional } from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import { BusinessCommand } from '../business-command.js';
import { IsReason } from '../reason.js';

/** Somebody at the customer promises money for the invoice by a day. */
export class MakePromise extends BusinessCommand {
  /** From the path. */
  invoiceId!: string;

  @ApiProperty({
    description: 'Above zero, at most what is open on madeOn. All of that when left out.',
    example: '120.00',
  })
  @Optional()
  @IsAmount()
  amount?: string;

  @ApiProperty({ description: 'By the end of this day. It may lie in the future.', example: '2026-05-31' })
  @IsBusinessDate()
  promisedOn!: string;

  @ApiProperty({
    description: 'Counts from this day, not in the future; today when left out.',
    example: '2026-05-04',
  })
  @Optional()
  @IsBusinessDate()
  madeOn?: string;

  @ApiProperty({ description: 'Who promised it. Personal: kept sealed.', example: 'Mr Rossi, on the phone' })
  @Optional()
  @IsFreeText(200)
  madeBy?: string;

  @Optional()
  @IsReason('Their client pays at the end of May.')
  reason?: string;
}

/** Nothing is promised by it any more: it was a mistake, or another one takes its place. */
export class WithdrawPromise extends BusinessCommand {
  /** From the path. */
  invoiceId!: string;
  /** From the path. */
  promiseId!: string;

  @IsReason('They promised another day.')
  reason!: string;
}

/** The part of the invoice that was made, or is over. */
export class PromiseAnswer {
  @ApiProperty({ description: 'Of the promise.', example: '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c' })
  promiseId!: string;
}
