import { IsOneOf, IsWhole, Optional } from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import type { PaymentTerms } from './payment.terms.js';

/** Terms of payment in a request. Which of `days` and `day` a type takes is said by its rule (422 `terms`). */
export class TermsField implements PaymentTerms {
  @ApiProperty({
    description:
      '`net`: `days` after issue. `endOfMonth`: `days` after the end of the month of issue. `dayOfMonth`: the ' +
      'first `day` falling on or after issue + `days`. `nextMonth`: the `day` (1st) of the following month. ' +
      '`daysEndOfMonth`: the end of the month in which issue + `days` (or `months`) falls; with a `day`, that day of ' +
      'the month after. `net` and `daysEndOfMonth` take `months` instead of `days`.',
    example: 'net',
  })
  @IsOneOf(['net', 'endOfMonth', 'dayOfMonth', 'nextMonth', 'daysEndOfMonth'])
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
}
