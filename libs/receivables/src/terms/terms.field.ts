import { IsAmount, IsListOf, IsOneOf, IsPart, IsTrueOrFalse, IsWhole, Optional, Rule } from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import { DiscountField } from './discount.field.js';
import { MOST_INSTALMENTS, type TermsPart } from './instalments.terms.js';
import type { PaymentTerms } from './payment.terms.js';

const SHARE = /^(0\.\d{1,10}|1(\.0{1,10})?)$/;
const IsShare = (): PropertyDecorator =>
  Rule(
    'share',
    'a share of the total, above 0 and up to 1: "0.25"',
    (value) => typeof value === 'string' && SHARE.test(value) && !/^0\.0+$/.test(value),
    { type: String, pattern: SHARE.source, example: '0.25' },
  );

/** One instalment of terms: how much of the total, and when. */
export class TermsPartField implements TermsPart {
  @ApiProperty({ description: 'Of the total. A part says one of `share`, `amount` and `rest`.' })
  @Optional()
  @IsShare()
  share?: string;

  @ApiProperty({ example: '400.00' })
  @Optional()
  @IsAmount()
  amount?: string;

  @ApiProperty({ description: 'True: what the other parts leave.', example: true })
  @Optional()
  @IsTrueOrFalse()
  rest?: true;

  @ApiProperty({ description: 'After the issue: counted first.', example: 1 })
  @Optional()
  @IsWhole(0, 120)
  months?: number;

  @ApiProperty({
    description: 'Of the month that this comes to; its last day where it has no such day.',
    example: 15,
  })
  @Optional()
  @IsWhole(1, 31)
  day?: number;

  @ApiProperty({ description: 'Counted last.', example: 30 })
  @Optional()
  @IsWhole(0, 3650)
  days?: number;
}

/** Terms of payment in a request. Which of `days` and `day` a type takes is said by its rule (422 `terms`). */
export class TermsField implements PaymentTerms {
  @ApiProperty({
    description:
      '`net`: `days` after issue. `endOfMonth`: `days` after the end of the month of issue. `dayOfMonth`: the ' +
      'first `day` falling on or after issue + `days`. `nextMonth`: the `day` (1st) of the following month. ' +
      '`daysEndOfMonth`: the end of the month in which issue + `days` (or `months`) falls; with a `day`, that day of ' +
      'the month after. `net` and `daysEndOfMonth` take `months` instead of `days`. `instalments`: by their `parts`.',
    example: 'net',
  })
  @IsOneOf(['net', 'endOfMonth', 'dayOfMonth', 'nextMonth', 'daysEndOfMonth', 'instalments'])
  type!: PaymentTerms['type'];

  @ApiProperty({ description: '0 when left out.', example: 30 })
  @Optional()
  @IsWhole(0, 3650)
  days?: number;

  @ApiProperty({
    description: "Instead of days: the same day so many months later, or the month's last day.",
    example: 1,
  })
  @Optional()
  @IsWhole(0, 120)
  months?: number;

  @ApiProperty({
    description: "Day of the month; the month's last day where it has no such day.",
    example: 15,
  })
  @Optional()
  @IsWhole(1, 31)
  day?: number;

  @ApiProperty({
    description:
      'Of `instalments`, in order of their dates. Without a part that is the rest, shares add up to 1 and are split by largest remainder.',
  })
  @Optional()
  @IsListOf(() => TermsPartField, MOST_INSTALMENTS, 1)
  parts?: TermsPartField[];

  @ApiProperty({ description: 'For paying early, whatever the type.' })
  @Optional()
  @IsPart(() => DiscountField)
  discount?: DiscountField;
}
