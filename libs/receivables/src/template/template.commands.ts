import { IsFreeText, IsIdText, IsOneOf, IsUuid, Optional } from '@quittance/http';
import { ApiProperty, PickType } from '@nestjs/swagger';
import { BusinessCommand } from '../business-command.js';
import { LANGUAGES, type Language, TONES, type Tone } from './template.events.js';
import { MOST } from './message.check.js';

/** What a mail says, as a new version. */
export class VersionTemplate extends BusinessCommand {
  /** From the path. */
  key!: string;
  /** From the path. */
  language!: Language;

  @ApiProperty({
    description: 'One line, an ICU message.',
    example: '{count, plural, one {Invoice {number}} other {# invoices}}: {total}',
  })
  @IsFreeText(MOST.subject)
  subject!: string;

  @ApiProperty({
    description:
      'An ICU message; blank lines part the paragraphs. The table of invoices stands before the last of them.',
    example: 'Good day {customer},\n\nPlease look at the list below.\n\nKind regards\n{creditor}',
  })
  @IsFreeText(MOST.body)
  body!: string;
}

/** A mail as it would be sent, to whom and with what. */
export class PreviewTemplate extends PickType(VersionTemplate, [] as const) {
  @ApiProperty({
    description: 'About this invoice; or `customerId`.',
    example: '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c',
  })
  @Optional()
  @IsUuid()
  invoiceId?: string;

  @ApiProperty({
    description: 'About all that the customer is to pay by today; or `invoiceId`.',
    example: 'C-104',
  })
  @Optional()
  @IsIdText()
  customerId?: string;

  @ApiProperty({ description: 'Instead of the subject as it stands.', example: '{number}: {total}' })
  @Optional()
  @IsFreeText(MOST.subject)
  subject?: string;

  @ApiProperty({ description: 'Instead of the body as it stands.', example: 'Good day {customer},' })
  @Optional()
  @IsFreeText(MOST.body)
  body?: string;

  @ApiProperty({
    description: 'Of a text with a key of its own, where it has none in the language.',
    example: 'formal',
  })
  @Optional()
  @IsOneOf(TONES)
  tone?: Tone;
}

export const isLanguage = (text: string): text is Language => (LANGUAGES as readonly string[]).includes(text);
