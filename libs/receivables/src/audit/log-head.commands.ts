import { CommandMessage } from '@quittance/event-store';

/** Internal: states the head of the log as it was read, so that a missing stream or a cut tail shows later. */
export class RecordLogHead extends CommandMessage {
  /** Position of the last fact counted; a decimal text, as all figures here. */
  position!: string;
  facts!: string;
  streams!: string;
  /** SHA-256 (hex) chained over the hashes of all facts. */
  hash!: string;
}
