import {
  IsAmount,
  IsBusinessDate,
  IsIdText,
  IsListOf,
  IsTrueOrFalse,
  IsUuid,
  Optional,
} from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import { IsReason, IsReasonCode } from '../reason.js';
import { MOST_ALLOCATIONS, OnPayment } from './payment.commands.js';

/** It was recorded by mistake: as if it had never come. Only while nothing of it is used. */
export class CancelPayment extends OnPayment {
  @IsReason('The bank had shown it twice.')
  reason!: string;

  @ApiProperty({
    description: 'Its `externalId` may be recorded again. Left out: it stays taken.',
    example: true,
  })
  @Optional()
  @IsTrueOrFalse()
  release?: boolean;
}

/** Who paid, when that was not known. */
export class IdentifyPayer extends OnPayment {
  @ApiProperty({ description: 'A known customer.', example: 'C-1001' })
  @IsIdText()
  customerId!: string;

  @IsReason('They sent the transfer slip.')
  reason!: string;
}

/** Money that settles nothing is another customer's from a day on. */
export class TransferUnapplied extends OnPayment {
  @ApiProperty({ description: 'Whose it is from then on: a known customer.', example: 'C-1002' })
  @IsIdText()
  customerId!: string;

  @ApiProperty({ description: 'Whose it was; the payer when left out.', example: 'C-1001' })
  @Optional()
  @IsIdText()
  from?: string;

  @ApiProperty({ description: 'At most what is free of that part.', example: '40.00' })
  @IsAmount()
  amount!: string;

  @ApiProperty({ description: 'Not in the future; today when left out.', example: '2026-05-04' })
  @Optional()
  @IsBusinessDate()
  on?: string;

  @IsReason('It was for their daughter company.')
  reason!: string;
}

/** Applied money that is paid out. */
export class RefundedFromField {
  @ApiProperty({
    description: 'An allocation of the payment.',
    example: '7c2f9d0e-9f5c-5d0e-8a4e-8d1c1f2e3d4c',
  })
  @IsUuid()
  allocationId!: string;

  @ApiProperty({ description: 'At most what it settles.', example: '10.00' })
  @IsAmount()
  amount!: string;
}

/** Money is paid out: of what is free, or of what invoices give back for it. */
export class RefundPayment extends OnPayment {
  @ApiProperty({ description: 'All that is paid out, with what `from` names.', example: '40.00' })
  @IsAmount()
  amount!: string;

  @ApiProperty({ description: "Whose free part; the payer's when left out.", example: 'C-1001' })
  @Optional()
  @IsIdText()
  customerId?: string;

  @ApiProperty({
    description:
      'Of applied money: its invoices are open again from `refundedOn` on. The rest is taken from what is free.',
  })
  @Optional()
  @IsListOf(() => RefundedFromField, MOST_ALLOCATIONS)
  from?: RefundedFromField[];

  @ApiProperty({ description: 'Bank date, not in the future; today when left out.', example: '2026-05-04' })
  @Optional()
  @IsBusinessDate()
  refundedOn?: string;

  @ApiProperty({ description: 'How it went.', example: 'bank-transfer' })
  @Optional()
  @IsIdText(50)
  method?: string;

  @ApiProperty({
    description: 'What was written to the bank. Personal: kept sealed.',
    example: 'RF-2026-007',
  })
  @Optional()
  @IsIdText(500)
  reference?: string;

  @IsReason('They paid twice.')
  reason!: string;
}

/** The money of a refund came back. */
export class ReverseRefund extends OnPayment {
  /** From the path. */
  refundId!: string;

  @ApiProperty({
    description: 'Bank date, not before the refund and not in the future; today when left out.',
    example: '2026-05-11',
  })
  @Optional()
  @IsBusinessDate()
  on?: string;

  @IsReason('The account was closed.')
  reason!: string;
}

/** The bank, or the holder of a card, took it back: invoices are open again, with the due dates that they had. */
export class ReturnPayment extends OnPayment {
  @ApiProperty({ description: 'All that was not returned yet when left out.', example: '520.00' })
  @Optional()
  @IsAmount()
  amount?: string;

  @ApiProperty({ description: 'Bank date, not in the future.', example: '2026-05-04' })
  @IsBusinessDate()
  returnedOn!: string;

  @ApiProperty({
    description: 'In kebab case: chargeback, or a return code of ISO 20022 in small letters.',
    example: 'am04',
  })
  @IsReasonCode()
  code!: string;

  @ApiProperty({
    description:
      "The bank's own id of the return: the same return is never recorded twice (200, nothing is added).",
    example: 'RT-4711',
  })
  @Optional()
  @IsIdText()
  externalId?: string;

  @ApiProperty({ description: 'Why. Personal: kept sealed.', example: 'Insufficient funds.' })
  @Optional()
  @IsIdText(500)
  reason?: string;
}

/** A return was won after all: the money came in again, and the same invoices are asked once. */
export class ReverseReturn extends OnPayment {
  /** From the path. */
  returnId!: string;

  @ApiProperty({
    description: 'Bank date, not before the return and not in the future; today when left out.',
    example: '2026-06-11',
  })
  @Optional()
  @IsBusinessDate()
  on?: string;

  @IsReason('The bank decided for us.')
  reason!: string;
}
