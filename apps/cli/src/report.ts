import { Command } from 'commander';
import type { Aging } from './aging-answer.js';
import {
  AGING_OPTIONS,
  agingOf,
  BASES,
  BUCKETS,
  GROUPS,
  KNOWN,
  print,
  sayParked,
  SORTS,
  topOf,
} from './aging.js';
import { businessDate, oneOf, whole } from './arguments.js';
import { knownAtOf } from './known-at.js';
import { type Answer, bodyOf } from './client.js';
import { connect } from './connect.js';
import { usage } from './exit.js';
import { printLine } from './terminal.js';

interface Options {
  asOf: string;
  knownAt?: string;
  known?: string;
  basis?: string;
  by?: string;
  buckets?: string;
  sort?: string;
  currency?: string;
  definition?: string;
  top?: number;
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
    .option(
      '--sort <amount>',
      `rows by an amount within each currency, largest first with a minus in front: ${SORTS.filter((sort) => !sort.startsWith('-')).join(', ')}`,
      oneOf(...SORTS),
    )
    .option(
      '--top <n>',
      'only the first rows of each currency, by -open unless --sort says otherwise',
      whole(1, 500),
    )
    .option('--currency <code>', 'only this currency, as EUR')
    .option('--definition <n>', 'the number of the definition, the newest when left out')
    .option('--json', 'one line of JSON')
    .option('--csv', 'CSV, as the API writes it')
    .option('--delimiter <sign>', 'of the CSV: one of , ; | or tab', oneOf(',', ';', '|', 'tab'))
    .option('--bom', 'begin the CSV with a byte order mark, by which Excel knows UTF-8')
    .addHelpText(
      'after',
      `
Example:
  npm run -s quittance -- report aging --as-of 2026-03-31 --by customer
  npm run -s quittance -- report aging --as-of 2026-03-31 --top 10`,
    )
    .action(async ({ json, csv, bom, delimiter, top, ...asked }: Options) => {
      const question = { ...asked, ...rowsOf(asked, top), knownAt: knownAtOf(asked.knownAt) };
      if (csv && top !== undefined && !asked.currency) {
        throw usage('--top with --csv: name the currency too, as --currency EUR');
      }
      const api = await connect(['analyst']);
      try {
        if (csv) {
          const limit = top === undefined ? undefined : String(top);
          const form = { delimiter, bom: bom ? 'true' : undefined, limit };
          const answer = await api.get(`/v1/reports/aging?${queryOf({ ...question, ...form }).toString()}`, {
            accept: 'text/csv',
          });
          bodyOf(answer, AGING_OPTIONS);
          sayParked(answer);
          process.stdout.write(answer.text);
          return;
        }
        let first: Answer | undefined;
        const heard = (answer: Answer): void => void (first ??= answer);
        const query = queryOf(question);
        const report: Aging = await (top === undefined
          ? agingOf(api, query, heard)
          : topOf(api, query, top, heard));
        sayParked(first!);
        if (json) await printLine(JSON.stringify(report));
        else await print(report, process.stdout.isTTY ? process.stdout.columns || 80 : undefined);
      } finally {
        await api.close();
      }
    });

/** Rows are sorted, and a sort without rows is by customer: `--top 10` alone says who owes most. */
const rowsOf = ({ by, sort }: Options, top?: number): Pick<Options, 'by' | 'sort'> =>
  sort === undefined && top === undefined ? {} : { by: by ?? 'customer', sort: sort ?? '-open' };

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
