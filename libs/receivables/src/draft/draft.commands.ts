import { ApiProperty, OmitType, PartialType } from '@nestjs/swagger';
import { type CommandContext, CommandMessage } from '@quittance/event-store';
import { IsIdText, isIdText, Optional, Rule } from '@quittance/http';
import { BusinessCommand } from '../business-command.js';
import { IssueInvoice } from '../invoice/issue/issue.commands.js';
import { IsReason } from '../reason.js';

/** Fields of an invoice without its number: it is given when the draft is issued. */
export class CreateDraft extends OmitType(IssueInvoice, ['number', 'source', 'opening'] as const) {}

/** Only what is named changes; `null` empties. */
export class ChangeDraft extends PartialType(
  OmitType(IssueInvoice, ['number', 'source', 'opening', 'context', 'statedRecordedAt'] as const),
) {
  declare context: CommandContext;
  declare statedRecordedAt?: string;

  /** From the path. */
  draftId!: string;
}

export class ApproveDraft extends BusinessCommand {
  /** From the path. */
  draftId!: string;
}

export class DiscardDraft extends BusinessCommand {
  /** From the path. */
  draftId!: string;

  @Optional()
  @IsReason('The order was cancelled.')
  reason?: string;
}

/** A number, or a series of which the next one is taken. */
export class IssueDraft extends BusinessCommand {
  /** From the path. */
  draftId!: string;

  @ApiProperty({
    description: 'Of the invoice: unique in the legal entity. Or `series`.',
    example: '2026-0042',
  })
  @Optional()
  @IsIdText()
  number?: string;

  @Optional()
  @Rule(
    'series',
    'what stands before the digits of a number, not ending in a digit: `2026-`',
    (value) => isIdText(value, 60) && !/\d$/.test(value),
    {
      type: String,
      description: 'The next number of the series is taken, such as `2026-0042`.',
      example: '2026-',
    },
  )
  series?: string;
}

/** Internal: whether the draft could be issued, before a number is taken for it. */
export class CheckDraft extends CommandMessage {
  draftId!: string;
}

/** Internal: the next number of a series, for a draft. */
export class TakeNumber extends CommandMessage {
  series!: string;
  draftId!: string;
}

/** Internal: asks again for the invoice of a draft that a crash left without one; does nothing to any other. */
export class FinishDraft extends CommandMessage {
  draftId!: string;
}

/** Internal: the invoice of the draft was refused. */
export class ReopenDraft extends CommandMessage {
  draftId!: string;
  code!: string;
}

export class DraftIssuedAnswer {
  @ApiProperty({ description: 'Of the invoice.', example: '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c' })
  invoiceId!: string;

  @ApiProperty({ description: 'Of the invoice.', example: '2026-0042' })
  number!: string;
}
