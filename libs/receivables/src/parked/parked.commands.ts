import { CommandMessage } from '@quittance/event-store';

/** Internal: states that parked streams are let go on, and by whom. Nothing waits: nothing to do. */
export class ReleaseStreams extends CommandMessage {
  streams!: readonly string[];
  reason?: string;
}
