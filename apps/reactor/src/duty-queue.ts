import { randomUUID } from 'node:crypto';

/** What is to be done, under an id that its commands and its log lines carry. */
export type Duty = (correlationId: string) => Promise<unknown>;

export interface DutyOutcomes {
  done(name: string): void;
  failed(name: string, error: Error, correlationId: string): void;
}

/**
 * Duties one after another. None waits twice: one that takes longer than its clock does not pile up. What fails is
 * told, and comes again at its next time.
 */
export class DutyQueue {
  private readonly waiting = new Set<string>();
  private inHand: Promise<void> = Promise.resolve();
  private ended = false;

  constructor(private readonly outcomes: DutyOutcomes) {}

  add(name: string, duty: Duty): void {
    if (this.waiting.has(name) || this.ended) return;
    this.waiting.add(name);
    this.inHand = this.inHand.then(async () => {
      this.waiting.delete(name);
      if (this.ended) return;
      const correlationId = randomUUID();
      try {
        await duty(correlationId);
        this.outcomes.done(name);
      } catch (error) {
        this.outcomes.failed(name, error as Error, correlationId);
      }
    });
  }

  /** Waits for the duty in hand; those that wait are not begun. */
  end(): Promise<void> {
    this.ended = true;
    return this.inHand;
  }
}
