import { randomUUID } from 'node:crypto';
import type { EventStore, ExpectedRevision } from '@quittance/event-store';

/** A sign of life through the same subscription: it moves the known time on when nothing else is recorded. */
export const HEARTBEAT = 'HeartbeatRecorded';

export const heartbeatStream = (entity: string): string => `heartbeat-${entity}`;

export interface HeartbeatOptions {
  store: EventStore;
  entity: string;
  /** Between two when nothing happens, in milliseconds. */
  idle?: number;
  /** After the last of a burst of facts, in milliseconds: so that a question "now" soon becomes complete. */
  soon?: number;
  /** Told when one could not be appended: the next one tries again. */
  failed?: (error: Error) => void;
}

/** Appends heartbeats: every ten seconds, soon after facts, at once when asked. One at a time. */
export class Heartbeat {
  private revision: ExpectedRevision = 'none';
  private timer: NodeJS.Timeout | undefined;
  private due = Infinity;
  private burst = 0;
  private beating: Promise<void> | undefined;
  private again = false;
  private stopped = true;

  constructor(private readonly options: HeartbeatOptions) {}

  start(): void {
    this.stopped = false;
    this.now();
  }

  /**
   * Facts came through: a beat after the last of them says that they were all. While they keep coming they move
   * the known time themselves; a beat every ten such pauses is enough.
   */
  soon(): void {
    const { soon = 100 } = this.options;
    this.burst ||= Date.now();
    this.schedule(Math.min(soon, Math.max(0, this.burst + 10 * soon - Date.now())), true);
  }

  /** Somebody asks a question about this very moment. A beat on its way may be older than the question. */
  now(): void {
    if (this.stopped) return;
    if (this.beating) {
      this.again = true;
      return;
    }
    this.due = Infinity;
    this.burst = 0;
    this.beating = this.beat().finally(() => {
      this.beating = undefined;
      if (!this.again) return this.schedule(this.options.idle ?? 10_000);
      this.again = false;
      this.now();
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.beating;
  }

  private schedule(delay: number, later = false): void {
    const due = Date.now() + delay;
    if (this.stopped || (due >= this.due && !later)) return;
    clearTimeout(this.timer);
    this.due = due;
    this.timer = setTimeout(() => this.now(), delay);
  }

  private async beat(): Promise<void> {
    const { store, entity, failed } = this.options;
    const fact = { id: randomUUID(), type: HEARTBEAT, data: {}, metadata: { entity } };
    try {
      // A conflict says where the stream is; whose beat wins does not matter, one has been recorded.
      const answer = await store.append(heartbeatStream(entity), this.revision, [fact]);
      if (answer.result === 'appended') this.revision = answer.revision;
      else if (answer.result === 'conflict') {
        this.revision = answer.actual;
        this.again = true;
      } else failed?.(answer.cause);
    } catch (error) {
      failed?.(error as Error);
    }
  }
}
