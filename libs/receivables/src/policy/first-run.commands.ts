import { CommandMessage } from '@quittance/event-store';
import { BusinessCommand } from '../business-command.js';

/** Internal: the first run that escalates would make so many escalations. */
export class HoldEscalations extends CommandMessage {
  /** The run's day. */
  on!: string;
  escalations!: number;
}

/** What a first run held is escalated by the next one. */
export class ConfirmEscalations extends BusinessCommand {}
