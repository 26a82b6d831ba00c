import { Command } from 'commander';
import {
  AGING_OPTIONS,
  type Aging,
  agingOf,
  BASES,
  BUCKETS,
  GROUPS,
  KNOWN,
  print,
  sayParked,
} from './aging.js';
import { businessDate, oneOf } from './arguments.js';
import { knownAtOf } from './known-at.js';
import { type Answer, bodyOf } from './client.js';
import { connect } from './connect.js';
import { printLine } from './terminal.js';

interface Options {
  asOf: string;
  knownAt?: string;
  known?: string;
  basis?: string;
  by?: string;
  buckets?: string;
  json?: boolean;
  csv?: boolean;
  delimiter?: string;
  bom?: boolean;
}

const aging = (): Command =>
  new Command('aging')
    .description('What is open, by age, as of a business date and as known at an instant')
    .requiredOption('--as-of <date>', 'business date', businessDate)
    .option(
      '--known-at <when>',
      'a date (its end), or an instant as 2026-03-31T18:00:00+02:00; now when left out',
    )
    .option('--known <axis>', `one of ${KNOWN.join(', ')}`, oneOf(...KNOWN))
    .option('--basis <basis>', `one of ${BASES.join(', ')}`, oneOf(...BASES))
    .option('--by <group>', `a row for each: ${GROUPS.join(', ')}`, oneOf(...GROUPS))
    .option('--buckets <days>', `ends of the buckets, as ${BUCKETS}`)
    .option('--json', 'one line of JSON')
    .option('--csv', 'CSV, as the API writes it')
    .option('--delimiter <sign>', 'of the CSV: one of , ; | or tab', oneOf(',', ';', '|', 'tab'))
    .option('--bom', 'begin the CSV with a byte order mark, by which Excel knows UTF-8')
    .addHelpText(
      'after',
      `
Example:
  npm run -s quittance -- report aging --as-of 2026-03-31 --by customer`,
    )
    .action(async ({ json, csv, bom, delimiter, ...asked }: Options) => {
      const question = { ...asked, knownAt: knownAtOf(asked.knownAt) };
      const api = await connect(['analyst']);
      try {
        if (csv) {
          const form = { delimiter, bom: bom ? 'true' : undefined };
          const answer = await api.get(`/v1/reports/aging?${queryOf({ ...question, ...form }).toString()}`, {
            accept: 'text/csv',
          });
          bodyOf(answer, AGING_OPTIONS);
          sayParked(answer);
          process.stdout.write(answer.text);
          return;
        }
        let first: Answer | undefined;
        const report: Aging = await agingOf(api, queryOf(question), (answer) => (first ??= answer));
        sayParked(first!);
        if (json) await printLine(JSON.stringify(report));
        else await print(report);
      } finally {
        await api.close();
      }
    });

function queryOf(question: { [name: string]: string | undefined }): URLSearchParams {
  const given = Object.entries(question).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new URLSearchParams(given);
}

export const reportCommand = (): Command =>
  new Command('report')
    .description('Reports')
    .addCommand(aging())
    .addHelpText(
      'after',
      `
Example:
  npm run -s quittance -- report aging --as-of 2026-03-31`,
    );
