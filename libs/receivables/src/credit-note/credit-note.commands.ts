import {
  IsAmount,
  IsBusinessDate,
  IsCurrency,
  IsIdText,
  IsListOf,
  IsPart,
  IsUuid,
  isUuid,
  IsWhole,
  Optional,
  Rule,
} from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import { BusinessCommand } from '../business-command.js';
import { IsReason, IsReasonCode } from '../reason.js';

/** The most invoices one request may name. */
export const MOST_APPLICATIONS = 500;
const INVOICE = '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c';

const IsUuidList = (max: number): PropertyDecorator =>
  Rule(
    'uuids',
    `a list of at most ${max} ids as answered, uuids`,
    (value) => Array.isArray(value) && value.length <= max && value.every(isUuid),
    { type: String, isArray: true, maxItems: max },
  );

/** The part of a credit note that is meant for one invoice. */
export class ApplicationField {
  @ApiProperty({ description: 'The id answered when the invoice was issued.', example: INVOICE })
  @IsUuid()
  invoiceId!: string;

  @ApiProperty({
    description: 'Above zero. What the invoice cannot take stays on account.',
    example: '100.00',
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
}

export class CreditOpeningField {
  @ApiProperty({ description: 'Counts from this day, whenever it was issued.', example: '2026-01-01' })
  @IsBusinessDate()
  on!: string;
}

/** Less is owed than was invoiced. Naming an invoice moves no money: only `applications` do. */
export class IssueCreditNote extends BusinessCommand {
  @ApiProperty({
    description:
      'Unique among the credit notes of the legal entity (409 `number-taken`); one that differs by case alone is refused, too ' +
      '(409 `looks-alike`).',
    example: 'CN-2026-007',
  })
  @IsIdText()
  number!: string;

  @ApiProperty({ description: 'A known customer.', example: 'C-1001' })
  @IsIdText()
  customerId!: string;

  @ApiProperty({ description: 'Counts from this day, not in the future.', example: '2026-04-15' })
  @IsBusinessDate()
  issuedOn!: string;

  @ApiProperty({ description: 'That of the invoices; for no invoice, one of the day of issue.' })
  @IsCurrency()
  currency!: string;

  @ApiProperty({ description: 'Including VAT; above zero.', example: '122.00' })
  @IsAmount()
  total!: string;

  @ApiProperty({ description: 'Without VAT. Net and VAT make the total.', example: '100.00' })
  @Optional()
  @IsAmount()
  net?: string;

  @ApiProperty({ example: '22.00' })
  @Optional()
  @IsAmount()
  vat?: string;

  @ApiProperty({
    description: 'In kebab case: price, quantity, quality, return, duplicate, dispute, other, or your own.',
    example: 'quality',
  })
  @IsReasonCode()
  reasonCode!: string;

  @IsReason()
  reason!: string;

  @ApiProperty({
    description: 'Invoices of the customer that it corrects, by their ids.',
    example: [INVOICE],
  })
  @Optional()
  @IsUuidList(MOST_APPLICATIONS)
  corrects?: string[];

  @ApiProperty({ description: 'As `corrects` of one.', example: INVOICE })
  @Optional()
  @IsUuid()
  invoiceId?: string;

  @ApiProperty({ description: 'What it corrects, in words.', example: 'Bonus of 2025' })
  @Optional()
  @IsIdText(500)
  correctsText?: string;

  @ApiProperty({ description: 'At most the total in sum; each invoice once.' })
  @Optional()
  @IsListOf(() => ApplicationField, MOST_APPLICATIONS)
  applications?: ApplicationField[];

  @ApiProperty({ description: 'Taken over from elsewhere: what was left of it then.' })
  @Optional()
  @IsPart(() => CreditOpeningField)
  opening?: CreditOpeningField;
}

/** A later request about one credit note. */
abstract class OnCreditNote extends BusinessCommand {
  /** From the path. */
  creditNoteId!: string;
}

/** More of what is left of it is meant for invoices. */
export class ApplyCreditNote extends OnCreditNote {
  @ApiProperty({ description: 'At most what is left, in sum; each invoice once.' })
  @IsListOf(() => ApplicationField, MOST_APPLICATIONS, 1)
  applications!: ApplicationField[];

  @ApiProperty({
    description:
      'Counts from this day, not in the future; left out, or earlier than that: from the later of both issues.',
    example: '2026-04-20',
  })
  @Optional()
  @IsBusinessDate()
  on?: string;
}

/** An application was a mistake: it is as if it had not been, from the day it counted from. */
export class UndoApplication extends OnCreditNote {
  /** From the path. */
  applicationId!: string;

  @ApiProperty({ description: 'All that is applied by it when left out.', example: '40.00' })
  @Optional()
  @IsAmount()
  amount?: string;

  @IsReason()
  reason!: string;
}

/** What is left of it is paid out. */
export class RefundCreditNote extends OnCreditNote {
  @ApiProperty({ description: 'At most what is left.', example: '22.00' })
  @IsAmount()
  amount!: string;

  @ApiProperty({
    description: 'Bank date, not in the future; today when left out.',
    example: '2026-05-04',
  })
  @Optional()
  @IsBusinessDate()
  refundedOn?: string;

  @ApiProperty({ description: 'How it went.', example: 'bank-transfer' })
  @Optional()
  @IsIdText(50)
  method?: string;

  @ApiProperty({
    description: 'What was written to the bank. Personal: kept sealed.',
    example: 'CN-2026-007',
  })
  @Optional()
  @IsIdText(500)
  reference?: string;

  @IsReason()
  reason!: string;
}

/** The money of a refund came back. */
export class ReverseCreditRefund extends OnCreditNote {
  /** From the path. */
  refundId!: string;

  @ApiProperty({
    description: 'Bank date, not before the refund and not in the future; today when left out.',
    example: '2026-05-11',
  })
  @Optional()
  @IsBusinessDate()
  on?: string;

  @IsReason()
  reason!: string;
}

/** It was issued by mistake. Only what was never applied or refunded; counts from the day it counted from. */
export class CancelCreditNote extends OnCreditNote {
  @IsReason()
  reason!: string;
}
