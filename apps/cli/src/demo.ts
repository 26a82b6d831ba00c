import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { whole } from './arguments.js';
import { type ApiClient, bodyOf } from './client.js';
import { apiAddress, connect } from './connect.js';
import { EXIT, Exit } from './exit.js';
import { printLine } from './terminal.js';

/** `GET /v1/demonstration`. */
interface Told {
  state: 'none' | 'running' | 'done' | 'failed';
  done: number;
  total: number;
  refused: number;
  because: string | null;
  position: string | null;
  seconds: number;
}

interface Options {
  seed: string;
  invoices?: number;
  json?: boolean;
}

export const demoCommand = (): Command =>
  new Command('demo')
    .description('Fill an empty installation with two years of an invented company')
    .option('--seed <text>', 'another history: the same seed makes the same one of a day', 'quittance')
    .option('--invoices <n>', 'so many, customers in proportion; 6,000 when left out', whole(10, 20_000))
    .option('--json', 'the line of JSON only')
    .addHelpText(
      'after',
      `
400 customers and 6,000 invoices in four currencies, with payments, credit notes, disputes, promises, plans, write-offs, and
corrections recorded late. Each is a command with a stated time: look at it with known=stated. Refused where something was
recorded already, and with AUTH_ISSUER set.

Example:
  npm run -s quittance -- demo --invoices 300`,
    )
    .action(async ({ seed, invoices, json = false }: Options) => {
      const api = await connect(['manager']);
      try {
        const begun = bodyOf<Told>(await api.post('/v1/demonstration', randomUUID(), { seed, invoices }));
        const told = await watched(api, begun, json);
        const { state, done, refused, because, position, seconds } = told;
        // Read on only what is projected.
        if (position) bodyOf(await api.get(`/v1/demonstration?after=${position}`, { patienceMs: 120_000 }));
        await printLine(
          json
            ? JSON.stringify(told)
            : `${done} commands in ${seconds} s${refused ? `, ${refused} refused, the first: ${because}` : ''}`,
        );
        if (!json && state === 'done') await printLine(`Open ${apiAddress()}/?known=stated`);
        if (state === 'failed')
          throw new Exit(EXIT.unreachable, `the demonstration ended early: ${because ?? 'stopped'}`);
        process.exitCode = refused > 0 ? EXIT.found : EXIT.done;
      } finally {
        await api.close();
      }
    });

/** Until it is over; a bar on a terminal, else a line at each tenth. On stderr. */
async function watched(api: ApiClient, begun: Told, quiet: boolean): Promise<Told> {
  const out = process.stderr;
  const bar =
    out.isTTY && !quiet
      ? new SingleBar({ stream: out, format: '[{bar}] {percentage}% | {value} of {total} commands' })
      : undefined;
  bar?.start(begun.total, 0);
  let told = begun;
  for (let tenth = 0; told.state === 'running'; told = bodyOf<Told>(await api.get('/v1/demonstration'))) {
    bar?.update(told.done);
    const now = Math.floor((told.done * 10) / told.total);
    if (!bar && !quiet && now > tenth)
      out.write(`${(tenth = now)}0% | ${told.done} of ${told.total} commands\n`);
    await pause(250);
  }
  bar?.update(told.done);
  bar?.stop();
  return told;
}
