import { setMaxListeners } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { Command } from 'commander';
import { settingsFrom } from '@quittance/kernel';
import { businessDate, whole } from '../arguments.js';
import { connect } from '../connect.js';
import { EXIT, Exit, type ExitCode, usage } from '../exit.js';
import { pathOf, printLine } from '../terminal.js';
import { columnsFrom } from './header.js';
import { linesOf } from './lines.js';
import { mappingFrom } from './mapping.js';
import { duration, Progress } from './progress.js';
import { recordsOf } from './records.js';
import { RejectFile } from './rejects.js';
import { cellReader, rowReader } from './row.js';
import { noTotals, projected, runImport } from './run.js';
import { RowSender } from './sender.js';

interface Options {
  mapping: string;
  knownUntil?: string;
  statedAsEffective?: boolean;
  dryRun?: boolean;
  json?: boolean;
  concurrency: number;
  wait: number;
}

export const importCommand = (): Command =>
  new Command('import')
    .description('Bring invoices and payments in from a CSV file')
    .argument('<file>', 'a CSV file with a header')
    .requiredOption('--mapping <map>', 'a JSON file that says which column is what')
    .option('--known-until <date>', 'all invoices, but only payments up to this date', businessDate)
    .option('--stated-as-effective', 'state each fact as recorded at the start of its own business date')
    .option('--dry-run', 'read and check every row by itself, send nothing')
    .option('--concurrency <n>', 'rows under way at once', whole(1, 256), 24)
    .option('--wait <seconds>', 'how long to wait for an API that is gone', whole(0, 86_400), 60)
    .option('--json', 'the line of JSON only')
    .addHelpText(
      'after',
      `
Rows that are wrong go to <file>.rejects.csv (line, column, value, rule) while the others go in. Running it
twice adds nothing; interrupted, the same command goes on. The last line is JSON:
{rows, added: {customers, invoices, payments}, unchanged, rejected, rejectFile, seconds}

Example:
  npm run -s quittance -- import docs/examples/first.csv --mapping docs/examples/first.mapping.json`,
    )
    .action(async (file: string, options: Options) => {
      process.exitCode = await importFile(pathOf(file), options);
    });

async function importFile(file: string, options: Options): Promise<ExitCode> {
  const began = Date.now();
  const { timeZone: zone } = settingsFrom(process.env);
  const mapping = mappingFrom(await textOf(pathOf(options.mapping)), options.mapping);
  const size = await sizeOf(file);
  const records = recordsOf(linesOf(file, mapping.encoding), mapping.delimiter);
  const first = await records.next();
  if (first.done) throw usage(`${file} is empty: it has no header`);
  if (first.value.fault) throw usage(`${file}: the header ${first.value.fault.rule}`);
  const columns = columnsFrom(first.value.cells, mapping, file);
  const cell = cellReader(mapping, columns);
  const read = rowReader(mapping, columns, zone);

  const interruption = interruptible();
  const stopped = (): boolean => interruption.signal.aborted;
  const connection = {
    connections: options.concurrency,
    patienceMs: options.wait * 1000,
    signal: interruption.signal,
  };
  const api = options.dryRun ? undefined : await connect(['clerk', 'importer'], connection);
  const sender =
    api &&
    new RowSender(api, {
      zone,
      statedAsEffective: Boolean(options.statedAsEffective),
      knownUntil: options.knownUntil,
    });
  const totals = noTotals();
  const progress = new Progress(size, totals);
  const note = (message: string): void => progress.note(message);
  if (columns.unmapped.length) note(`not mapped: ${columns.unmapped.join(', ')}`);
  const rejects = await RejectFile.beside(file, note);
  let failure: Exit | undefined;
  try {
    const place = (...[record, field]: Parameters<typeof cell>) => ({
      column: columns.nameOf(field),
      value: cell(record, field),
    });
    await runImport({
      records,
      read,
      sender,
      rejects,
      place,
      concurrency: options.concurrency,
      totals,
      stopped,
    });
    if (api && sender && !stopped()) await projected(api, sender.position, stopped);
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
    failure = error;
  } finally {
    progress.end();
    interruption.end();
    await rejects.close();
    await api?.close();
  }
  const { rows, added, unchanged, rejected, commands } = totals;
  const seconds = Math.round((Date.now() - began) / 10) / 100;
  const cut = failure ?? (stopped() ? new Exit(EXIT.interrupted, 'interrupted') : undefined);
  if (!options.json) {
    const speed = commands ? `, ${Math.round(commands / seconds)} commands/s` : '';
    await printLine(
      `${rows} rows in ${duration(seconds)}${speed}: added ${added.customers} customers, ${added.invoices} invoices, ` +
        `${added.payments} payments; ${unchanged} unchanged, ${rejected} rejected` +
        (options.dryRun ? ' (dry run: nothing was sent)' : ''),
    );
    if (rejects.path) await printLine(`rejected rows: ${rejects.path}`);
  }
  const said = { rows, added, unchanged, rejected, rejectFile: rejects.path, seconds };
  await printLine(
    JSON.stringify({ ...said, ...(options.dryRun && { dryRun: true }), ...(cut && { complete: false }) }),
  );
  if (cut) {
    throw new Exit(cut.code, `${cut.message}; what is in stays in: run the same command again to go on`);
  }
  return rejected ? EXIT.found : EXIT.done;
}

/** Ctrl-C asks to stop; a second one ends at once. npm passes a Ctrl-C on, so two at the same moment are one. */
function interruptible(): { signal: AbortSignal; end: () => void } {
  const stop = new AbortController();
  setMaxListeners(0, stop.signal); // Each row that waits for an API that is gone listens.
  let at = 0;
  const interrupt = (): void => {
    if (at && Date.now() - at > 1_000) process.exit(EXIT.interrupted);
    at ||= Date.now();
    stop.abort();
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  return { signal: stop.signal, end: () => void process.off('SIGINT', interrupt).off('SIGTERM', interrupt) };
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw usage(`${path} cannot be read: ${error.code ?? error.message}`);
  });
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw usage(`${file} cannot be read: ${error.code ?? error.message}`);
  });
  if (found.isDirectory()) throw usage(`${file} is a folder`);
  return found.size;
}
