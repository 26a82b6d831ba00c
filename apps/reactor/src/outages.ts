import { StoreUnavailableError } from '@quittance/event-store';
import { kindOfError } from '@quittance/process';
import type { Logger } from 'pino';
import type { DutyOutcomes } from './duty-queue.js';

/**
 * Says of duties that fail what there is to say, and of a store that is away only that it went and that it is back,
 * however often its duties come round meanwhile. Both lines are for the terminal, too.
 */
export class Outages implements DutyOutcomes {
  private readonly waiting = new Set<string>();

  constructor(private readonly log: Pick<Logger, 'error' | 'warn' | 'debug'>) {}

  done(name: string): void {
    if (!this.waiting.delete(name) || this.waiting.size > 0) return;
    this.log.warn({ terminal: true, duty: name }, 'the stores answer again: duties go on');
  }

  failed(name: string, error: Error, correlationId: string): void {
    const about = { err: error.message, duty: name, correlationId };
    if (!isAway(error)) return this.log.error(about, name);
    if (this.waiting.size > 0) this.log.debug(about, 'a duty waits for a store');
    else this.log.error(about, 'a store does not answer: duties wait until it does');
    this.waiting.add(name);
  }
}

const isAway = (error: Error): boolean =>
  error.name === StoreUnavailableError.name || kindOfError(error) === 'passing';
