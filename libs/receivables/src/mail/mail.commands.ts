import { ApiProperty } from '@nestjs/swagger';
import { CommandMessage } from '@quittance/event-store';
import { IsFreeText, IsOneOf, IsTextList, IsTrueOrFalse, Optional } from '@quittance/http';
import { BusinessCommand } from '../business-command.js';
import { IsReason, IsReasonCode } from '../reason.js';
import { type Language, TONES, type Tone } from '../template/template.events.js';
import type { Item } from './mail.events.js';
import { MOST } from '../template/template.references.js';

/** Internal: a step that was planned goes into its mail, which begins with the first one. */
export class DraftMail extends CommandMessage {
  mailId!: string;
  customerId!: string;
  /** The run's day. */
  on!: string;
  language!: Language;
  tone!: Tone;
  template!: string;
  approval!: 'person' | 'none';
  item!: Item;
}

/** It may leave. Of one that failed, or of which nobody knows whether it left: it is sent again. */
export class ApproveMail extends BusinessCommand {
  /** From the path. */
  mailId!: string;
}

export class RefuseMail extends BusinessCommand {
  /** From the path. */
  mailId!: string;

  @IsReason('We called them today.')
  reason!: string;
}

/** What the mail says, in place of the text of its template. Only what is named changes. */
export class ChangeMail extends BusinessCommand {
  /** From the path. */
  mailId!: string;

  @ApiProperty({ description: 'An ICU message, as in a template.', example: 'Invoice {number}' })
  @Optional()
  @IsFreeText(MOST.subject)
  subject?: string;

  @ApiProperty({ description: 'An ICU message, as in a template.', example: 'Good day {customer},' })
  @Optional()
  @IsFreeText(MOST.body)
  body?: string;

  @ApiProperty({ description: 'Another tone than the one that was chosen.', example: 'formal' })
  @Optional()
  @IsOneOf(TONES)
  tone?: Tone;
}

/** Several mails at once. */
export class ApproveMails {
  @ApiProperty({
    description: 'Of reminders or of mails.',
    example: ['8f14e45f-ceea-5a7a-9c1b-2f1d3c4b5a69'],
  })
  @IsTextList(100)
  ids!: string[];
}

/** It came back. `permanent`: nothing will reach that address. */
export class BounceMail extends BusinessCommand {
  /** From the path. */
  mailId!: string;

  @IsReasonCode()
  code!: string;

  @ApiProperty({ description: 'Whether nothing will reach that address.', example: true })
  @IsTrueOrFalse()
  permanent!: boolean;
}

/** Internal: what is asked is read again; what is stale goes out of the mail, and the rest begins to leave. */
export class BeginSending extends CommandMessage {
  mailId!: string;
  messageId!: string;
  /** The business day on which it leaves. */
  on!: string;
  /** Who sends it: `Name <address>`. */
  sender!: string;
  /** Who signs. */
  creditor!: string;
  /** `HH:MM` of the entity's day: between quiet hours nothing leaves. Left out: it does not matter. */
  time?: string;
}

/**
 * Internal: once it is recorded that the mail begins to leave, what it asks is read once more. Where it would say something else by
 * now, because money came in between, it does not leave.
 */
export class HoldMailBack extends BeginSending {
  /** What it says. */
  text!: string;
}

/** Internal: what the mail server said. */
export class EndSending extends CommandMessage {
  mailId!: string;
  messageId!: string;
  outcome!: 'accepted' | 'failed' | 'unknown';
  code?: string;
  final?: boolean;
  response?: string;
}
