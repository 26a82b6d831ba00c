import { randomUUID } from 'node:crypto';
import { Command } from 'commander';
import { businessDate } from './arguments.js';
import { bodyOf } from './client.js';
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
  next: string | null;
}

const run = (): Command =>
  new Command('run')
    .description('Plan the reminders and escalations of a day; running it twice changes nothing')
    .requiredOption('--date <date>', 'business date of the run', businessDate)
    .option('--json', 'one line of JSON')
    .addHelpText(
      'after',
      `
Example:
  npm run -s quittance -- dunning run --date 2026-03-31`,
    )
    .action(async ({ date, json }: { date: string; json?: boolean }) => {
      // Steps have ids of their own: asking twice, after a lost answer too, plans nothing twice.
      const api = await connect(['manager'], { patienceMs: 30_000 });
      try {
        const total = { on: date, considered: 0, planned: 0, skipped: 0, escalated: 0, failed: 0 };
        let cursor: string | null | undefined;
        do {
          const body = { on: date, ...(cursor && { cursor }) };
          const ran = bodyOf<Ran>(await api.post('/v1/dunning/runs', `dunning-run-${randomUUID()}`, body), {
            '/on': '--date',
          });
          total.considered += ran.considered;
          total.planned += ran.planned;
          total.skipped += ran.skipped;
          total.escalated += ran.escalated;
          total.failed += ran.failed;
          cursor = ran.next;
          if (cursor) process.stderr.write(`${total.considered} invoices considered\n`);
        } while (cursor);
        const { considered, planned, skipped, escalated, failed } = total;
        process.exitCode = failed ? EXIT.found : EXIT.done;
        if (json) return await printLine(JSON.stringify(total));
        await printLine(
          `${date}: ${considered} invoices considered, ${planned} reminders planned, ${skipped} skipped, ${escalated} escalated, ${failed} failed`,
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
