import { Command } from 'commander';
import { businessDate, whole } from './arguments.js';
import { type ApiClient, bodyOf, type OptionNames } from './client.js';
import { connect } from './connect.js';
import { narrowed, wide } from './terminal-width.js';
import { printLine, tableOf } from './terminal.js';

interface Reminder {
  status: string;
  on: string;
  step: string;
  number: string;
  customerId: string;
  agreedDueOn: string;
  currency: string | null;
  open: string | null;
  ownerId: string | null;
  escalatedTo: string | null;
}

interface Options {
  status?: string;
  from?: string;
  to?: string;
  customer?: string;
  owner?: string;
  limit: number;
  json?: boolean;
  csv?: boolean;
}

/** What this command calls the parameters of the list. */
const OPTIONS: OptionNames = {
  '/status': '--status',
  '/on': '--from, --to',
  '/customerId': '--customer',
  '/ownerId': '--owner',
};
const PAGE = 500;

export const remindersCommand = (): Command =>
  new Command('list')
    .description('The reminders that were planned or skipped, and escalations, newest first')
    .option(
      '--status <status>',
      'planned, sent, skipped, escalated, ..., several by comma; all when left out',
    )
    .option('--from <date>', 'decided on this business date or later', businessDate)
    .option('--to <date>', 'decided on this business date or earlier', businessDate)
    .option('--customer <id>', 'of this customer')
    .option('--owner <id>', 'of invoices that this person owned then')
    .option('--limit <n>', 'at most so many rows', whole(1, 100_000), 1_000)
    .option('--json', 'one line of JSON')
    .option('--csv', 'all rows as CSV, as the API writes it')
    .addHelpText(
      'after',
      `
Example:
  npm run -s quittance -- dunning list --status planned --from 2026-03-31`,
    )
    .action(async (options: Options) => {
      const api = await connect(['analyst']);
      try {
        if (options.csv) return await printCsv(api, queryOf(options));
        const { items, more } = await read(api, queryOf(options), options.limit);
        if (options.json) return await printLine(JSON.stringify({ items, more }));
        await print(items);
        if (more) process.stderr.write(`only the first ${items.length}: --limit N gives more, --csv all\n`);
      } finally {
        await api.close();
      }
    });

function queryOf({ status, from, to, customer, owner }: Options): URLSearchParams {
  const on = from || to ? `${from ?? ''}..${to ?? ''}` : undefined;
  const given = Object.entries({ status, on, customerId: customer, ownerId: owner });
  return new URLSearchParams(given.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** The first rows, page by page; `more`: whether others follow. */
async function read(
  api: ApiClient,
  query: URLSearchParams,
  limit: number,
): Promise<{ items: Reminder[]; more: boolean }> {
  const items: Reminder[] = [];
  for (;;) {
    query.set('limit', String(Math.min(PAGE, limit - items.length)));
    const answer = await api.get(`/v1/reminders?${query.toString()}`);
    const page = bodyOf<{ items: Reminder[]; next: string | null }>(answer, OPTIONS);
    items.push(...page.items);
    if (!page.next || items.length >= limit) return { items, more: page.next !== null };
    query.set('cursor', page.next);
  }
}

/** All rows, a page in memory at a time. */
async function printCsv(api: ApiClient, query: URLSearchParams): Promise<void> {
  query.set('limit', String(PAGE));
  for (
    let next: string | undefined = `/v1/reminders?${query.toString()}`, first = true;
    next;
    first = false
  ) {
    const answer = await api.get(next, { accept: 'text/csv' });
    bodyOf(answer, OPTIONS);
    await printed(first ? answer.text : answer.text.slice(answer.text.indexOf('\n') + 1));
    next = /^<(.+)>; rel="next"$/.exec(answer.header('link') ?? '')?.[1];
  }
}

const printed = (text: string): Promise<void> =>
  new Promise((done) => process.stdout.write(text, () => done()));

async function print(items: Reminder[]): Promise<void> {
  if (!items.length) return printLine('no reminder was planned or skipped, and nothing escalated');
  const rows = items.map((one) => [
    ...[one.on, one.status, one.step, one.number, one.customerId, one.agreedDueOn],
    ...[
      one.open ?? '',
      one.currency ?? '',
      one.escalatedTo ? `${one.ownerId} > ${one.escalatedTo}` : (one.ownerId ?? ''),
    ],
  ]);
  const header = ['on', 'status', 'step', 'invoice', 'customer', 'agreed due', 'open', '', 'owner'];
  const columns = process.stdout.isTTY ? process.stdout.columns || 80 : undefined;
  const shown = columns === undefined ? rows : narrowed(header, rows, columns, [3, 4, 8]);
  await printLine(tableOf(header, shown, (i) => i === 6, columns === undefined ? undefined : wide));
}
