import { InWords, IsBusinessDate, IsFreeText, Optional } from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import { BusinessCommand } from '../business-command.js';

abstract class Note extends BusinessCommand {
  @ApiProperty({
    description: 'What was said or seen. Personal: kept sealed.',
    example: 'Called Mr Neri: the invoice is with their site office, he looks for it.',
  })
  @IsFreeText(5000)
  @InWords()
  text!: string;

  @ApiProperty({ description: 'Come back to it on that day, today or later.', example: '2026-05-31' })
  @Optional()
  @IsBusinessDate()
  followUpOn?: string;
}

/** Writes down what was said or seen about an invoice. */
export class AddInvoiceNote extends Note {
  /** From the path. */
  invoiceId!: string;
}

/** Writes down what was said or seen about a customer. */
export class AddCustomerNote extends Note {
  /** From the path. */
  customerId!: string;
}

/** The note that was made. */
export class NoteAnswer {
  @ApiProperty({ description: 'Of the note.', example: '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c' })
  noteId!: string;
}
