import { AMOUNT_PATTERN, isCurrency } from '@quittance/kernel';
import {
  OptionalOrNull,
  IsBusinessDate,
  IsCurrency,
  IsIdText,
  IsListOf,
  IsMail,
  IsPart,
  isPlainObject,
  IsTrueOrFalse,
  Optional,
  Rule,
} from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import { BusinessCommand } from '../../business-command.js';
import { TermsField } from '../../terms/terms.field.js';
import { IsLanguage } from '../language.js';
import { AddressField, ContactField } from './change.fields.js';

const isLimit = (amount: unknown): boolean =>
  amount === null || (typeof amount === 'string' && amount.length <= 40 && AMOUNT_PATTERN.test(amount));

/** Limits by currency; null lifts that of one currency. */
const IsLimits = (): PropertyDecorator =>
  Rule(
    'limits',
    'amounts by currency, null where it is lifted: {"EUR": "5000.00"}',
    (value) =>
      isPlainObject(value) && Object.entries(value).every(([of, to]) => isCurrency(of) && isLimit(to)),
    {
      type: 'object',
      additionalProperties: { type: 'string', nullable: true, pattern: AMOUNT_PATTERN.source },
      example: { EUR: '5000.00' },
    },
  );

/** What is known of a customer changes, field by field. Only what is named changes; null empties. */
export class ChangeCustomer extends BusinessCommand {
  /** From the path. */
  customerId!: string;

  @ApiProperty({ description: 'Personal: kept sealed. It cannot be emptied.', example: 'Rossi S.p.A.' })
  @Optional()
  @IsIdText(200)
  name?: string;

  @ApiProperty({ description: 'Personal: kept sealed.', example: 'accounts@rossi.example' })
  @OptionalOrNull()
  @IsMail()
  email?: string | null;

  @ApiProperty({ description: 'Personal: kept sealed.', example: '+39 02 1234567' })
  @OptionalOrNull()
  @IsIdText(50)
  phone?: string | null;

  @ApiProperty({ description: 'Personal: kept sealed.', example: 'IT01234567890' })
  @OptionalOrNull()
  @IsIdText(30)
  vatId?: string | null;

  @ApiProperty({
    description: 'Personal: kept sealed. All of it changes at once.',
    example: { street: 'Via Roma 1', postalCode: '20121', city: 'Milano', country: 'IT' },
  })
  @OptionalOrNull()
  @IsPart(() => AddressField)
  address?: AddressField | null;

  @ApiProperty({ description: 'Personal: kept sealed. All of them change at once.' })
  @OptionalOrNull()
  @IsListOf(() => ContactField, 20)
  contacts?: ContactField[] | null;

  @ApiProperty({ description: 'The currency they are usually invoiced in.', example: 'EUR' })
  @OptionalOrNull()
  @IsCurrency()
  currency?: string | null;

  @ApiProperty({
    description: 'Give a due date to later invoices that name neither a due date nor terms.',
    example: { type: 'net', days: 30 },
  })
  @OptionalOrNull()
  @IsPart(() => TermsField)
  terms?: TermsField | null;

  @ApiProperty({
    description: 'Owns what nobody owns by name from `changedOn` on: a known person.',
    example: 'lea.verdi',
  })
  @OptionalOrNull()
  @IsIdText()
  ownerId?: string | null;

  @ApiProperty({ description: 'For letters.' })
  @OptionalOrNull()
  @IsLanguage()
  language?: string | null;

  @ApiProperty({ description: 'The group that reports and policies put them in.', example: 'public-sector' })
  @OptionalOrNull()
  @IsIdText(50)
  segment?: string | null;

  @ApiProperty({ description: 'Whether they are looked after with special care.', example: true })
  @OptionalOrNull()
  @IsTrueOrFalse()
  highValue?: boolean | null;

  @ApiProperty({
    description:
      'How much they may owe, by currency: only currencies that are named change, null lifts one. An issue above it is not ' +
      'refused, but says so.',
  })
  @OptionalOrNull()
  @IsLimits()
  creditLimit?: Record<string, string | null> | null;

  @ApiProperty({
    description: 'Counts from this day, not in the future; today when left out.',
    example: '2026-04-01',
  })
  @Optional()
  @IsBusinessDate()
  changedOn?: string;
}
