import { randomUUID } from 'node:crypto';
import { Command } from 'commander';
import { businessDate } from './arguments.js';
import { type ApiClient, bodyOf } from './client.js';
import { connect } from './connect.js';
import { EXIT } from './exit.js';
import { remindersCommand } from './reminders.js';
import { simulateCommand } from './simulate.js';
import { printLine } from './terminal.js';

interface Ran {
  on: string;
  considered: number;
  planned: number;
  skipped: number;
  escalated: number;
  failed: number;
  held: number;
  next: string | null;
}

const COUNTS = ['considered', 'planned', 'skipped', 'escalated', 'failed'] as const;

/** The whole run of a day, page by page, added to what a run before it did. */
async function ranOn(api: ApiClient, date: string, before: Omit<Ran, 'next'>): Promise<Omit<Ran, 'next'>> {
  const total = { ...before, considered: 0 };
  let cursor: string | null | undefined;
  do {
    const body = { on: date, ...(cursor && { cursor }) };
    const answer = await api.post('/v1/dunning/runs', `dunning-run-${randomUUID()}`, body);
    const ran = bodyOf<Ran>(answer, { '/on': '--date' });
    for (const count of COUNTS) total[count] += ran[count];
    total.held = ran.held;
    cursor = ran.next;
    if (cursor) process.stderr.write(`${total.considered} invoices considered\n`);
  } while (cursor);
  return total;
}

interface Options {
  date: string;
  confirm?: boolean;
  json?: boolean;
}

const run = (): Command =>
  new Command('run')
    .description('Plan the reminders and escalations of a day; running it twice changes nothing')
    .requiredOption('--date <date>', 'business date of the run', businessDate)
    .option('--confirm', 'make the escalations of a first run that are more than 50')
    .option('--json', 'one line of JSON')
    .addHelpText(
      'after',
      `
The first run that escalates makes at most 50 escalations. With more it makes none, until they are confirmed:
look at them, and run it again with --confirm.

Example:
  npm run -s quittance -- dunning run --date 2026-03-31`,
    )
    .action(async ({ date, confirm, json }: Options) => {
      // Steps have ids of their own: asking twice, after a lost answer too, plans nothing twice.
      const api = await connect(['manager'], { patienceMs: 30_000 });
      try {
        const none = { on: date, considered: 0, planned: 0, skipped: 0, escalated: 0, failed: 0, held: 0 };
        let total = await ranOn(api, date, none);
        if (total.held > 0 && confirm) {
          bodyOf(await api.post('/v1/dunning/confirmations', `dunning-confirmation-${randomUUID()}`, {}));
          total = await ranOn(api, date, total);
        }
        const { considered, planned, skipped, escalated, failed, held } = total;
        process.exitCode = failed + held > 0 ? EXIT.found : EXIT.done;
        if (json) return await printLine(JSON.stringify(total));
        await printLine(
          `${date}: ${considered} invoices considered, ${planned} reminders planned, ${skipped} skipped, ${escalated} escalated, ${failed} failed`,
        );
        if (held > 0)
          await printLine(
            `${held} escalations of a first run wait: look at /v1/dunning/blocked?code=not-confirmed, then run it again with --confirm`,
          );
      } finally {
        await api.close();
      }
    });

export const dunningCommand = (): Command =>
  new Command('dunning')
    .description('Reminders and escalations')
    .addCommand(run())
    .addCommand(remindersCommand())
    .addCommand(simulateCommand())
    .addHelpText(
      'after',
      `
Example:
  npm run -s quittance -- dunning run --date 2026-03-31`,
    );
