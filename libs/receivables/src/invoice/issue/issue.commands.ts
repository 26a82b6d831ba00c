import {
  IsAmount,
  IsBusinessDate,
  IsCurrency,
  IsFreeText,
  IsIdText,
  IsListOf,
  IsOneOf,
  IsPart,
  IsTrueOrFalse,
  Optional,
} from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import { BusinessCommand } from '../../business-command.js';
import { TermsField } from '../../terms/terms.field.js';
import { MOST_INSTALMENTS } from '../../terms/instalments.terms.js';
import { InstalmentField, LineField, OpeningField, WorkField } from './issue.fields.js';

/** One receivable. Give `dueOn`, `instalments` or `terms`; none: the customer's terms. */
export class IssueInvoice extends BusinessCommand {
  @ApiProperty({
    description:
      'Unique in the legal entity; a taken one is refused (409 `number-taken`), and so is one that differs from it by case ' +
      'alone (409 `looks-alike`). Stored with inner blanks folded to one space and hyphens as `-`.',
    example: 'INV-2026-0042',
  })
  @IsIdText()
  number!: string;

  @ApiProperty({ description: 'A known customer.', example: 'C-1001' })
  @IsIdText()
  customerId!: string;

  @ApiProperty({ description: 'Counts from this day; may lie in the future.', example: '2026-03-31' })
  @IsBusinessDate()
  issuedOn!: string;

  @ApiProperty({
    description:
      'The contractual due date: not before `issuedOn` unless `acceptDueBeforeIssue` is true, and at most 10 years after ' +
      'it (setting `DUE_YEARS_MOST`).',
    example: '2026-04-30',
  })
  @Optional()
  @IsBusinessDate()
  dueOn?: string;

  @ApiProperty({
    description:
      'Real ledgers have invoices that were due before they were issued: taken only when this is true.',
    example: false,
  })
  @Optional()
  @IsTrueOrFalse()
  acceptDueBeforeIssue?: boolean;

  @ApiProperty({ description: 'Instead of `dueOn`.' })
  @Optional()
  @IsPart(() => TermsField)
  terms?: TermsField;

  @ApiProperty({
    description:
      'Instead of `dueOn`: parts with due dates of their own, in order of date. They add up to the total.',
  })
  @Optional()
  @IsListOf(() => InstalmentField, MOST_INSTALMENTS, 1)
  instalments?: InstalmentField[];

  @ApiProperty({ description: 'One of the day of issue: HRK to 2022-12-31, XCG from 2025-03-31.' })
  @IsCurrency()
  currency!: string;

  @ApiProperty({ description: 'Including VAT; above zero.', example: '1220.00' })
  @IsAmount()
  total!: string;

  @ApiProperty({ description: 'Without VAT; net + vat = total when both are given.', example: '1000.00' })
  @Optional()
  @IsAmount()
  net?: string;

  @ApiProperty({ example: '220.00' })
  @Optional()
  @IsAmount()
  vat?: string;

  @ApiProperty({ description: 'Their amounts add up to the total.' })
  @Optional()
  @IsListOf(() => LineField, 500, 1)
  lines?: LineField[];

  @ApiProperty({
    description: "Who follows it up: a known person. Left out: the customer's owner, else whoever issues it.",
    example: 'anna.rossi',
  })
  @Optional()
  @IsIdText()
  ownerId?: string;

  @ApiProperty({ description: 'What it is for.' })
  @Optional()
  @IsPart(() => WorkField)
  work?: WorkField;

  @ApiProperty({
    description:
      'Said by the import: it was sent elsewhere, on the day of issue, so that it cannot become void.',
  })
  @Optional()
  @IsOneOf(['import'])
  source?: 'import';

  @ApiProperty({
    description:
      'Taken over from elsewhere: in no report before this day, with the age of its own dates. Needs the role importer or manager.',
  })
  @Optional()
  @IsPart(() => OpeningField)
  opening?: OpeningField;

  @ApiProperty({ description: 'Personal: kept sealed.', example: 'Send a copy to the site office.' })
  @Optional()
  @IsFreeText(5000)
  notes?: string;
}

export class IssueAnswer {
  @ApiProperty({
    required: false,
    description:
      'Left out unless it brings its customer above their credit limit; it is issued all the same. `owed` is with this invoice, less ' +
      'money on account, by the ledger at the position `judgedAt`.',
    type: Object,
    additionalProperties: { type: 'string' },
    example: { limit: '5000.00', owed: '6220.00', judgedAt: '184467' },
  })
  overLimit?: { limit: string; owed: string; judgedAt: string };
}
