import { CommandMessage } from '@quittance/event-store';

/** Internal: what was refused to somebody. */
export class KeepAttempt extends CommandMessage {
  attemptedOn!: string;
  actorId!: string;
  code!: string;
  command!: string;
  document!: string;
}

/** Internal: further attempts of a day and actor, beyond those that are kept one by one. */
export class CountAttempts extends CommandMessage {
  attemptedOn!: string;
  actorId!: string;
  /** Beyond those that are kept. */
  more!: number;
}
