import { businessDateAt } from '@quittance/kernel';
import { type Counts, SettingsError } from '@quittance/process';
import type { ReactedBy, Reaction, ReactionParts } from '@quittance/receivables';
import { CronJob, validateCronExpression } from 'cron';
import type { Logger } from 'pino';
import { DutyQueue } from './duty-queue.js';
import { Outages } from './outages.js';

export interface Scheduled {
  reactions: readonly Reaction[];
  parts: ReactionParts;
  /** IANA zone of the morning. */
  timeZone: string;
  log: Logger;
  counts: Pick<Counts, 'add'>;
}

/** The reactor acts in its own name; what it does is in the audit trail like everyone's. */
const ACTOR = { id: 'system:reactor', roles: ['system'] };
/** When a missed morning run is made good: the projector catches up meanwhile. */
const MISSED_RUN_AFTER = 5_000;

/** Does what there is to do. @returns whether it never need be done again */
type Work = (correlationId: string) => Promise<boolean>;

/**
 * Runs the reactions that features declare, by the clock.
 * @param expression cron expression of the morning run, in the entity's zone
 * @returns ends the schedule and waits for the duty in hand
 */
export function keepSchedule(scheduled: Scheduled, expression: string): () => Promise<void> {
  const checked = validateCronExpression(expression);
  if (!checked.valid) throw new SettingsError(`DUNNING_SCHEDULE: ${expression} is no cron expression`);
  const { reactions, timeZone, log, counts } = scheduled;
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
  const timers = reactions.flatMap((reaction) => {
    const { name, every, atOnce } = reaction;
    if (every === 'morning') return [];
    const work = workOf(reaction, scheduled);
    const look = (): void =>
      queue.add(name, async (correlationId) => {
        if (await work(correlationId)) clearInterval(timer);
      });
    const timer = setInterval(look, every);
    if (atOnce) look();
    return [timer];
  });
  const mornings = reactions.filter(({ every }) => every === 'morning');
  const works = mornings.map((reaction) => workOf(reaction, scheduled));
  const morningRun = async (correlationId: string): Promise<void> => {
    for (const work of works) await work(correlationId);
  };
  const onTick = (): void => queue.add('morning run', morningRun);
  const job = CronJob.from({ cronTime: expression, onTick, timeZone, start: true });
  const missed = setTimeout(
    () =>
      queue.add('missed run', async (correlationId) => {
        if (await isMissed(mornings, scheduled, job)) await morningRun(correlationId);
      }),
    MISSED_RUN_AFTER,
  );
  return async () => {
    void job.stop();
    clearTimeout(missed);
    for (const timer of timers) clearInterval(timer);
    await queue.end();
  };
}

/** A reaction begun, with the log told what it says. */
function workOf(reaction: Reaction, { parts, log }: Scheduled): Work {
  const react = reaction.begin(parts);
  return async (correlationId) => {
    const by: ReactedBy = { actor: ACTOR, correlationId };
    const { told, over = false } = (await react(by)) ?? {};
    if (told) log[told.warn ? 'warn' : 'info']({ ...told.fields, correlationId }, told.message);
    return over;
  };
}

/** Whether today's run should have been while the reactor was down. */
async function isMissed(
  mornings: readonly Reaction[],
  { parts, timeZone }: Scheduled,
  job: CronJob,
): Promise<boolean> {
  const { clock } = parts;
  if (job.nextDate().toISODate() === businessDateAt(clock.now(), timeZone)) return false;
  for (const { lastDay } of mornings) {
    const last = await lastDay?.(parts);
    if (last !== undefined && last < clock.today()) return true;
  }
  return false;
}
