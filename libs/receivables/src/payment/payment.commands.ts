import {
  IsAmount,
  IsBusinessDate,
  IsCurrency,
  IsIdText,
  IsListOf,
  IsOneOf,
  IsPart,
  IsUuid,
  IsWhole,
  Optional,
  Rule,
} from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import { CommandMessage } from '@quittance/event-store';
import { OTHER_KINDS } from '../adjustment/adjustment.commands.js';
import type { Difference } from '../adjustment/adjustment.stream.js';
import { BusinessCommand } from '../business-command.js';
import { IsReason } from '../reason.js';

/** The most invoices one payment may name. */
export const MOST_ALLOCATIONS = 500;

/** What the payer kept back of an invoice, accepted with the money. */
export class DifferenceField implements Difference {
  @ApiProperty({ description: 'How it settles the invoice.' })
  @IsOneOf(OTHER_KINDS)
  kind!: Difference['kind'];

  @ApiProperty({ description: 'Above zero. What is not open any more is left out.', example: '2.50' })
  @IsAmount()
  amount!: string;

  @Optional()
  @IsReason('They deduct what their bank charged.')
  reason?: string;
}

/** The part of a payment that is meant for one invoice. */
export class AllocationField {
  @ApiProperty({
    description: 'The id answered when the invoice was issued.',
    example: '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c',
  })
  @IsUuid()
  invoiceId!: string;

  @ApiProperty({
    description: 'Above zero. What the invoice cannot take stays unapplied.',
    example: '1220.00',
  })
  @IsAmount()
  amount!: string;

  @ApiProperty({
    description:
      'The instalment that it fills first, up to its amount; what is above that joins the rest. Of an invoice in instalments.',
    example: 2,
  })
  @Optional()
  @IsWhole(1, 120)
  instalment?: number;

  @ApiProperty({
    description:
      "Whose part of the money. Left out: that of the invoice's customer if there is one, else the payer's.",
    example: 'C-1001',
  })
  @Optional()
  @IsIdText()
  /** null, which no caller may say: nobody's known. */
  customerId?: string | null;

  @ApiProperty({
    description: 'True: it comes for what was written off of the invoice, and takes no more than that.',
    example: true,
  })
  @Optional()
  @Rule('true', 'true, or left out', (value) => value === true, { type: Boolean })
  recovery?: true;

  @ApiProperty({
    description:
      'What the payer kept back, accepted with the money: it settles the invoice, too, and falls with the money.',
  })
  @Optional()
  @IsListOf(() => DifferenceField, 10)
  differences?: DifferenceField[];
}

export class PaymentOpeningField {
  @ApiProperty({ description: 'Counts from this day, whenever it was received.', example: '2026-01-01' })
  @IsBusinessDate()
  on!: string;
}

/** Money received, once. What is not allocated, or not taken by an invoice, stays unapplied. */
export class RecordPayment extends BusinessCommand {
  /** How often a payment under its external id was cancelled and released: set by Quittance, never by a caller. */
  released?: number;

  @ApiProperty({ description: 'Above zero.', example: '1220.00' })
  @IsAmount()
  amount!: string;

  @ApiProperty({
    description: 'That of the invoices, whatever the day; for no invoice, one of the day of receipt.',
  })
  @IsCurrency()
  currency!: string;

  @ApiProperty({ description: 'Bank date; counts from this day, not in the future.', example: '2026-04-28' })
  @IsBusinessDate()
  receivedOn!: string;

  @ApiProperty({ description: 'How it came.', example: 'bank-transfer' })
  @Optional()
  @IsIdText(50)
  method?: string;

  @ApiProperty({ description: 'What the payer wrote. Personal: kept sealed.', example: 'INV-2026-0042' })
  @Optional()
  @IsIdText(500)
  reference?: string;

  @ApiProperty({
    description:
      "The payer's account number, as the bank says it; blanks and small letters count for nothing. Personal: kept sealed.",
    example: 'IT60X0542811101000000123456',
  })
  @Optional()
  @IsIdText(50)
  payerAccount?: string;

  @ApiProperty({
    description: 'Who paid: a known customer, who may be another than the invoices name.',
    example: 'C-1001',
  })
  @Optional()
  @IsIdText()
  payerId?: string;

  @ApiProperty({ description: 'Where it is known from.', example: 'bank-main' })
  @Optional()
  @IsIdText()
  source?: string;

  @ApiProperty({
    description: "The source's own id: the same payment is never recorded twice.",
    example: 'BK-99817',
  })
  @Optional()
  @IsIdText()
  externalId?: string;

  @ApiProperty({
    description: 'Money on account that is taken over from elsewhere: what was left of it then.',
  })
  @Optional()
  @IsPart(() => PaymentOpeningField)
  opening?: PaymentOpeningField;

  @ApiProperty({
    description: 'At most the amount in sum; each invoice once, in the currency of the payment.',
  })
  @Optional()
  @IsListOf(() => AllocationField, MOST_ALLOCATIONS)
  allocations?: AllocationField[];
}

/** A later request about one payment. */
export abstract class OnPayment extends BusinessCommand {
  /** From the path. */
  paymentId!: string;
}

/** More of what is free of it is meant for invoices. */
export class AllocatePayment extends OnPayment {
  @ApiProperty({ description: 'At most what is free, in sum; each invoice once.' })
  @IsListOf(() => AllocationField, MOST_ALLOCATIONS, 1)
  allocations!: AllocationField[];

  @ApiProperty({
    description:
      "Counts from this day, not in the future; left out, or earlier than that: from the later of the money's date and the invoice's issue.",
    example: '2026-05-04',
  })
  @Optional()
  @IsBusinessDate()
  on?: string;
}

/** An allocation was a mistake: it is as if it had not been, from the day it counted from. */
export class UndoAllocation extends OnPayment {
  /** From the path. */
  allocationId!: string;

  @ApiProperty({ description: 'All that is applied by it when left out.', example: '40.00' })
  @Optional()
  @IsAmount()
  amount?: string;

  @IsReason('It was for another invoice.')
  reason!: string;
}

/** All that is applied of it was a mistake. */
export class UndoAllocations extends OnPayment {
  @IsReason('It was for other invoices.')
  reason!: string;
}

/** What an invoice took. */
export interface Taken {
  allocationId: string;
  /** Of one that was named when the payment was recorded. */
  invoiceId: string;
  requested: string;
  applied: string;
  code?: string;
  appliedOn: string;
}

/** What an invoice gave back: of an undo, a return or a refund. */
export interface Given {
  undoId?: string;
  returnId?: string;
  refundId?: string;
  allocationId: string;
  reopenedOn: string;
}

/** What an invoice answered. Those that the payment has already are nothing to do. */
export type Answered = Taken | Given;

/** The invoices' answers, for the payment's own stream. */
export class RecordPaymentAnswers extends CommandMessage {
  paymentId!: string;
  answers!: Answered[];
}

/** Asks again what has no answer yet; does nothing to a payment that waits for none. */
export class FinishPayment extends CommandMessage {
  paymentId!: string;
}
