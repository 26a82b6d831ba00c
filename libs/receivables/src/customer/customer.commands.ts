import {
  IsBusinessDate,
  IsCurrency,
  IsIdText,
  IsMail,
  IsPart,
  IsTrueOrFalse,
  Optional,
} from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import { BusinessCommand } from '../business-command.js';
import { TermsField } from '../terms/terms.field.js';
import { IsLanguage } from './language.js';

/** A customer who may owe: the same again is nothing to do, other content under the same id is refused. */
export class RegisterCustomer extends BusinessCommand {
  @ApiProperty({ description: "The customer's id, chosen by the caller.", example: 'C-1001' })
  @IsIdText()
  customerId!: string;

  @ApiProperty({
    description: 'Personal: kept sealed, so that it can be erased.',
    example: 'Rossi Costruzioni S.r.l.',
  })
  @IsIdText(200)
  name!: string;

  @ApiProperty({ description: 'The currency they are usually invoiced in.', example: 'EUR' })
  @Optional()
  @IsCurrency()
  currency?: string;

  @ApiProperty({ description: 'Give a due date to invoices that name neither a due date nor terms.' })
  @Optional()
  @IsPart(() => TermsField)
  terms?: TermsField;

  @ApiProperty({
    description: 'Owns their invoices when those name nobody: a known person.',
    example: 'anna.rossi',
  })
  @Optional()
  @IsIdText()
  ownerId?: string;

  @ApiProperty({ description: 'Personal: kept sealed.', example: 'accounts@rossi.example' })
  @Optional()
  @IsMail()
  email?: string;

  @ApiProperty({ description: 'Personal: kept sealed.', example: '+39 02 1234567' })
  @Optional()
  @IsIdText(50)
  phone?: string;

  @ApiProperty({ description: 'For letters.' })
  @Optional()
  @IsLanguage()
  language?: string;

  @ApiProperty({
    description:
      'The customer is another one than that whose id differs by case, blanks or hyphens alone; else such an id is refused ' +
      '(409 `looks-alike`).',
    example: false,
  })
  @Optional()
  @IsTrueOrFalse()
  acceptLookalike?: boolean;

  @ApiProperty({ description: 'Counts from this day; today when left out.', example: '2026-03-02' })
  @Optional()
  @IsBusinessDate()
  registeredOn?: string;
}
