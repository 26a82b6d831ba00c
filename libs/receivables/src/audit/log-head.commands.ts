import { CommandMessage } from '@quittance/event-store';

/** Internal: states from where on every fact has a MAC. */
export class BeginMacs extends CommandMessage {
  /** Id of the key in use. */
  key!: string;
  /** Facts MacBegun that the sender has found to be forged: they are none. */
  forged!: number;
}

/** Internal: states the head of the log as it was read, so that a missing stream or a cut tail shows later. */
export class RecordLogHead extends CommandMessage {
  /** Position of the last fact counted; a decimal text, as all figures here. */
  position!: string;
  facts!: string;
  streams!: string;
  /** SHA-256 (hex) chained over the hashes of all facts. */
  hash!: string;
}
