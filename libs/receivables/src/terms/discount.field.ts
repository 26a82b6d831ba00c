import { IsWhole, Rule } from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import type { Discount } from './payment.terms.js';

const PERCENT = /^(?:\d{1,2}(?:\.\d{1,4})?|100)$/;

const isPercent = (value: unknown): boolean =>
  typeof value === 'string' && PERCENT.test(value) && !/^0*(\.0*)?$/.test(value);

/** A discount for paying early. */
export class DiscountField implements Discount {
  @ApiProperty({ description: 'Of the total.' })
  // Written as a number it is the same text.
  @Transform(({ value }: { value: unknown }) => (typeof value === 'number' ? String(value) : value))
  @Rule('percent', 'above 0 and up to 100, with four decimals at most: "2.5"', isPercent, {
    type: String,
    pattern: PERCENT.source,
    example: '2.5',
  })
  percent!: string;

  @ApiProperty({ description: 'Days after the issue within which the money must be received.', example: 10 })
  @IsWhole(0, 3650)
  days!: number;
}
