import { AMOUNT_PATTERN } from '@quittance/kernel';
import { IsAmount, IsBusinessDate, IsFreeText, IsIdText, IsWhole, Optional, Rule } from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import type { Instalment } from '../../terms/instalments.terms.js';
import type { InvoiceLine, Work } from './issue.events.js';

/** A figure that is no amount of a currency: a quantity, a unit price, a rate. Any number of decimals up to 10. */
const IsFigure = (example: string): PropertyDecorator =>
  Rule(
    'figure',
    'a string of digits, at most 15 before and 10 after the point: "12.5"',
    (value) => typeof value === 'string' && value.length <= 26 && AMOUNT_PATTERN.test(value),
    { type: String, pattern: AMOUNT_PATTERN.source, example },
  );

/** One line of an invoice in a request. The amounts of all lines add up to the invoice's total. */
export class LineField implements InvoiceLine {
  @ApiProperty({ example: 'Site works, first milestone' })
  @Optional()
  @IsFreeText(500)
  description?: string;

  @Optional()
  @IsFigure('10')
  quantity?: string;

  @Optional()
  @IsFigure('100.00')
  unitPrice?: string;

  @ApiProperty({ example: '1000.00' })
  @Optional()
  @IsAmount()
  net?: string;

  @ApiProperty({ description: 'Per cent.' })
  @Optional()
  @IsFigure('22')
  vatRate?: string;

  @ApiProperty({ example: '220.00' })
  @Optional()
  @IsAmount()
  vat?: string;

  @ApiProperty({ description: "Including VAT, in the invoice's currency.", example: '1220.00' })
  @IsAmount()
  amount!: string;
}

/** What was open of it when the books were taken over from elsewhere. */
export class OpeningField {
  @ApiProperty({
    description: 'Counts from this day, not in the future; not before the issue.',
    example: '2026-01-01',
  })
  @IsBusinessDate()
  on!: string;

  @ApiProperty({ description: 'What had settled it before, less than the total.', example: '400.00' })
  @Optional()
  @IsAmount()
  settledBefore?: string;

  @ApiProperty({ description: 'When the last reminder left elsewhere.', example: '2025-12-15' })
  @Optional()
  @IsBusinessDate()
  lastReminder?: string;

  @ApiProperty({ description: 'How many left elsewhere.', example: 2 })
  @Optional()
  @IsWhole(0, 1000)
  remindersSent?: number;
}

/** A part of the invoice with a due date of its own. */
export class InstalmentField implements Instalment {
  @ApiProperty({ description: 'Not before the one before it.', example: '2026-04-30' })
  @IsBusinessDate()
  dueOn!: string;

  @ApiProperty({ description: 'Above zero.', example: '406.67' })
  @IsAmount()
  amount!: string;
}

/** What the invoice is for. */
export class WorkField implements Work {
  @ApiProperty({ example: 'Bridge A12' })
  @Optional()
  @IsIdText(200)
  project?: string;

  @ApiProperty({ example: 'Foundations' })
  @Optional()
  @IsIdText(200)
  milestone?: string;

  @ApiProperty({ example: '2026-03-20' })
  @Optional()
  @IsBusinessDate()
  deliveredOn?: string;

  @ApiProperty({ description: 'Personal: kept sealed.', example: 'Ing. Neri' })
  @Optional()
  @IsIdText(200)
  approvedBy?: string;
}
