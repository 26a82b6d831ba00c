import { type EventStore, type Execute } from '@quittance/event-store';
import { businessDateAt, type Clock } from '@quittance/kernel';
import { type Counts, SettingsError } from '@quittance/process';
import {
  type BeginningOfMacs,
  type DunningRun,
  type FinishCreditNotes,
  type FinishPayments,
  lastLogHead,
  recordLogHead,
} from '@quittance/receivables';
import { CronJob, validateCronExpression } from 'cron';
import type { Logger } from 'pino';
import { beginMacs } from './begin-macs.js';
import { type Duty, DutyQueue } from './duty-queue.js';
import { Outages } from './outages.js';

export interface Duties {
  store: EventStore;
  execute: Execute;
  dunning: DunningRun;
  payments: FinishPayments;
  creditNotes: FinishCreditNotes;
  macs: BeginningOfMacs;
  clock: Clock;
  entity: string;
  timeZone: string;
  log: Logger;
  counts: Pick<Counts, 'add'>;
}

/** The reactor acts in its own name; what it does is in the audit trail like everyone's. */
const ACTOR = { id: 'system:reactor', roles: ['system'] };
/** How often payments and credit notes that a crash left pending are looked for, in milliseconds. */
const FINISH_EVERY = 5_000;
/** When a missed morning run is made good: the projector catches up meanwhile. */
const MISSED_RUN_AFTER = 5_000;

/**
 * What the reactor does by the clock. Every duty may be done twice, by two reactors, or after a restore: the commands
 * it sends have ids that do not depend on when they are sent.
 * @param expression cron expression of the morning run, in the entity's zone
 * @returns ends the schedule and waits for the duty in hand
 */
export function keepSchedule(duties: Duties, expression: string): () => Promise<void> {
  const checked = validateCronExpression(expression);
  if (!checked.valid) throw new SettingsError(`DUNNING_SCHEDULE: ${expression} is no cron expression`);
  const { log, timeZone, counts } = duties;
  const outages = new Outages(log);
  const queue = new DutyQueue({
    done: (name) => {
      counts.add(`${name} done`);
      outages.done(name);
    },
    failed: (name, error, correlationId) => {
      counts.add(`${name} failed`);
      outages.failed(name, error, correlationId);
    },
  });
  const duty = (name: string, work: Duty) => (): void => queue.add(name, work);
  const endLooking = beginMacs(queue, duties.macs, log);
  const morning = duty('morning run', (correlationId) => morningRun(duties, correlationId));
  const job = CronJob.from({ cronTime: expression, onTick: morning, timeZone, start: true });
  const missed = setTimeout(
    duty('missed run', async (correlationId) => {
      if (await isMissed(duties, job)) await morningRun(duties, correlationId);
    }),
    MISSED_RUN_AFTER,
  );
  const finishing = setInterval(
    duty('finish payments', () => duties.payments.run()),
    FINISH_EVERY,
  );
  const crediting = setInterval(
    duty('finish credit notes', () => duties.creditNotes.run()),
    FINISH_EVERY,
  );
  return async () => {
    void job.stop();
    clearTimeout(missed);
    clearInterval(finishing);
    clearInterval(crediting);
    endLooking();
    await queue.end();
  };
}

/** Whether today's run should have been while the reactor was down: each run leaves a head of the log behind. */
async function isMissed({ store, clock, entity, timeZone }: Duties, job: CronJob): Promise<boolean> {
  const last = await lastLogHead(store, entity);
  const over = job.nextDate().toISODate() !== businessDateAt(clock.now(), timeZone);
  return last !== undefined && last.recordedOn < clock.today() && over;
}

/** The chase of the business today, then the head of the log. */
async function morningRun(
  { store, execute, dunning, clock, entity, log }: Duties,
  correlationId: string,
): Promise<void> {
  const by = { actor: ACTOR, correlationId };
  log.info({ ...(await dunning.all(clock.today(), by)), correlationId }, 'morning run');
  const head = await recordLogHead(store, execute, { entity, ...by });
  if (head) log.info({ position: head.position.commit.toString(), correlationId }, 'log head recorded');
}
