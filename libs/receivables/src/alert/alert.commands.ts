import { ApiProperty } from '@nestjs/swagger';
import { CommandMessage } from '@quittance/event-store';
import { IsOneOf, Optional } from '@quittance/http';
import { BusinessCommand } from '../business-command.js';
import { type Language, LANGUAGES } from '../template/template.events.js';
import { type DigestItem, type Way, WAYS } from './alert.events.js';

/** How a person is told of what falls due: said by themselves, or by an admin. */
export class ChooseAlerts extends BusinessCommand {
  /** From the path. */
  personId!: string;

  @ApiProperty({
    description: 'none: in the work list alone; mail or webhook: a digest a day.',
    example: 'mail',
  })
  @IsOneOf(WAYS)
  alerts!: Way;

  @ApiProperty({ description: 'Of the mail; left out: as it was, at first en.', example: 'it' })
  @Optional()
  @IsOneOf(LANGUAGES)
  language?: Language;
}

/** Internal: what a person is told on a day. A second one of the day is nothing to do. */
export class DrawUpDigest extends CommandMessage {
  digestId!: string;
  personId!: string;
  on!: string;
  alerts!: 'mail' | 'webhook';
  language!: Language;
  items!: DigestItem[];
  more!: number;
}

/** Internal: it begins to leave, with what is still there of it. */
export class BeginDigest extends CommandMessage {
  digestId!: string;
  /** As the work list has them now. */
  items!: DigestItem[];
  messageId!: string;
  /** `Name <address>`. */
  sender!: string;
  /** Where the page is; left out: the mail has no links. */
  publicUrl?: string;
}

/** Internal: what the mail server said. */
export class EndDigest extends CommandMessage {
  digestId!: string;
  messageId!: string;
  outcome!: 'accepted' | 'failed' | 'unknown';
  code?: string;
  final?: boolean;
  response?: string;
}
