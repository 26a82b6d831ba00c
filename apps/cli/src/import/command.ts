import { Command } from 'commander';
import { businessDate, whole } from '../arguments.js';
import { usage } from '../exit.js';
import { pathOf } from '../terminal.js';
import type { Options } from './options.js';

type InvoiceOptions = Omit<Options, 'mapping'> & { mapping?: string; suggest?: boolean };

const STATED = 'state each fact as recorded at the start of its own business date';

/** What both kinds of file are imported with. */
const withOptions = (command: Command): Command =>
  command
    .option('--stated-as-effective', STATED)
    .option('--dry-run', 'read and check every row by itself, send nothing')
    .option('--max-rejects <n>', 'so many rows, as 250 or 5%, may be refused; beyond them nothing is sent')
    .option('--concurrency <n>', 'rows under way at once', whole(1, 500), 150)
    .option('--wait <seconds>', 'how long to wait for an API that is gone', whole(0, 86_400), 60)
    .option('--json', 'the line of JSON only');

export const importCommand = (): Command =>
  // Options behind `payments` are its own.
  withOptions(new Command('import').enablePositionalOptions())
    .description('Bring invoices and payments in from a CSV file')
    .argument('<file>', 'a CSV file with a header')
    .option('--mapping <map>', 'a JSON file that says which column is what')
    .option('--suggest', 'read the head of the file and print a mapping for it; send nothing')
    .option('--known-until <date>', 'all invoices, but only payments up to this date', businessDate)
    .option(
      '--opening-on <date>',
      'the cut-over: what was issued up to this date is taken over, with what is open then',
      businessDate,
    )
    .option('--credit-notes', 'rows with a negative total are credit notes')
    .option(
      '--accept-lookalikes',
      'customers whose ids differ by case, blanks or hyphens alone are different ones',
    )
    .addHelpText(
      'after',
      `
The file is read twice: first every row is checked, and nothing is sent when more than --max-rejects (1 %, at least 10
rows) would be refused: exit 4. Rows that are wrong go to <file>.rejects.csv as they were, with line, column, value and
rule, while the others go in; mended, that file can be imported as it stands. Running an import twice adds nothing;
interrupted, the same command goes on. The last line is JSON:
{rows, added: {customers, invoices, payments}, unchanged, rejected, rejectFile, seconds, ...}

Examples:
  npm run -s quittance -- import docs/examples/first.csv --mapping docs/examples/first.mapping.json
  npm run -s quittance -- import --suggest docs/examples/first.csv`,
    )
    .action(async (file: string, { suggest, mapping, ...options }: InvoiceOptions) => {
      if (suggest) {
        if (mapping) throw usage('--suggest makes a mapping: leave --mapping out');
        const { suggestMapping } = await import('./suggest.js');
        process.exitCode = await suggestMapping(pathOf(file));
        return;
      }
      if (!mapping) throw usage(`required option '--mapping <map>' not specified; --suggest makes one`);
      const { importInvoices } = await import('./import-file.js');
      process.exitCode = await importInvoices(pathOf(file), { ...options, mapping });
    })
    .addCommand(importPayments());

const importPayments = (): Command =>
  withOptions(new Command('payments'))
    .description('Bring receipts in from a CSV file: money for invoices by number, or on account')
    .argument('<file>', 'a CSV file with a header')
    .requiredOption('--mapping <map>', 'a JSON file that says which column is what')
    .option('--propose', 'list in <file>.proposals.csv what could be done with money that stays on account')
    .option('--apply-exact', 'the same, and allocate it so where that is exact and nothing else fits as well')
    .addHelpText(
      'after',
      `
Columns: paidOn, paidAmount, currency; number (one invoice or several, separated by ";"), customerId (who paid),
reference, method, payerAccount, externalId (the bank's own id), recordedAt. A receipt for one invoice is all for that; for several it
pays the oldest due first. What no invoice can take, and a row without a number, stays on account. A number that no
invoice has is a reject. Running it twice adds nothing. The last line is JSON:
{rows, added: {payments}, unchanged, rejected, rejectFile, seconds, ...}

Example:
  npm run -s quittance -- import payments docs/examples/receipts.csv --mapping docs/examples/receipts.mapping.json`,
    )
    .action(async (file: string, options: Options) => {
      const { importReceipts } = await import('./import-file.js');
      const propose = Boolean(options.propose ?? options.applyExact);
      process.exitCode = await importReceipts(pathOf(file), { ...options, propose });
    });
