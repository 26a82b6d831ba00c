import { setMaxListeners } from 'node:events';
import { readFile } from 'node:fs/promises';
import { settingsFrom } from '@quittance/process/environment';
import { connect } from '../connect.js';
import { EXIT, Exit, type ExitCode, usage } from '../exit.js';
import { pathOf, printLine } from '../terminal.js';
import { Batches } from './batches.js';
import { cellReader, type RowReader } from './cells.js';
import type { FileKind } from './kind.js';
import { type Mapping, mappingFrom } from './mapping.js';
import type { ImportOptions } from './options.js';
import { duration, Progress } from './progress.js';
import { RowFile } from './rejects.js';
import { noTotals, type Place, projected, Said, sendRows, surveyRows, type Totals } from './run.js';
import { openSource, type Source, stateOf } from './source.js';
import { Survey } from './survey.js';

/** Rows share them: what they send at the same time goes in one request. */
const CONNECTIONS = 8;

/**
 * Imports a file in two readings: the first checks every row, the second sends those that are well.
 * @throws Exit when nothing could be sent, or not all of it
 */
export async function importFile<Row>(
  kind: FileKind<Row>,
  file: string,
  options: ImportOptions,
): Promise<ExitCode> {
  const began = Date.now();
  const { timeZone: zone } = settingsFrom(process.env);
  const mapping = mappingFrom(await textOf(pathOf(options.mapping)), options.mapping, kind);
  const state = await stateOf(file);
  const source = await openSource(file, mapping);
  const { columns } = source;
  const cell = cellReader(mapping, columns);
  const asked = { options, zone };
  const survey = new Survey(cell, columns.nameOf, mapping.dateFormat, zone, mapping.locale);
  const gathering = kind.gather(asked);

  const interruption = interruptible();
  const stopped = (): boolean => interruption.signal.aborted;
  const connection = {
    connections: CONNECTIONS,
    patienceMs: options.wait * 1000,
    signal: interruption.signal,
  };
  const api = options.dryRun ? undefined : await connect(['clerk', 'importer'], connection);
  const totals = noTotals(kind.added(mapping, options));
  let progress = new Progress(state.size, totals, 'checking');
  const note = (message: string): void => progress.note(message);
  if (columns.unmapped.length) note(`not mapped: ${columns.unmapped.join(', ')}`);
  const rejectFile = await RowFile.beside(file, 'rejects', source, note);
  const warningFile = await RowFile.beside(file, 'warnings', source, note);
  const place: Place = (record, field) => ({ column: columns.nameOf(field), value: cell(record, field) });
  const [rejects, warnings] = [new Said(rejectFile, place), new Said(warningFile, place)];
  let failure: Exit | undefined;
  let refused: string | undefined;
  let whole = false;
  try {
    const reading = { totals, stopped, warnings };
    const check = (): RowReader<Row> => kind.reader({ mapping, columns }, asked);
    await surveyRows({ ...reading, records: source.records, check: check() }, { survey, gathering, rejects });
    refused = stopped() ? undefined : survey.refusal(options.maxRejects);
    if (api && !refused && !stopped()) {
      progress.end('whole');
      Object.assign(totals, { rows: 0, bytes: 0, rejected: 0, skipped: 0 });
      progress = new Progress(state.size, totals, 'sending');
      const { records, mended } = await again(file, mapping, state);
      const sender = gathering.sender(new Batches(api));
      const { concurrency } = options;
      await sendRows({ ...reading, records, check: check(), sender, rejects, mended, concurrency });
      if (!stopped()) await projected(api, sender.position, stopped);
    }
    whole = !stopped();
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
    failure = error;
  } finally {
    progress.end(whole ? 'whole' : 'cut');
    interruption.end();
    await Promise.all([rejectFile.close(), warningFile.close()]);
    await api?.close();
  }
  const cut = failure ?? (stopped() ? new Exit(EXIT.interrupted, 'interrupted') : undefined);
  const seconds = Math.round((Date.now() - began) / 10) / 100;
  await report(totals, { options, seconds, rejectFile, warningFile, refused, cut: Boolean(cut) });
  if (cut) throw new Exit(cut.code, cut.message + goingOn(cut.code, totals));
  if (refused && !options.dryRun) throw new Exit(EXIT.refused, `nothing was sent: ${refused}`);
  return totals.rejected ? EXIT.found : EXIT.done;
}

/** The same file, from its first row. @throws Exit (usage) when it was changed meanwhile: it was not checked so */
async function again(
  file: string,
  mapping: Mapping,
  state: Awaited<ReturnType<typeof stateOf>>,
): Promise<Source> {
  const now = await stateOf(file);
  if (now.size !== state.size || now.changed !== state.changed) {
    throw usage(`${file} was changed while it was checked: nothing was sent, run the import again`);
  }
  return openSource(file, mapping);
}

function goingOn(code: ExitCode, { commands }: Totals): string {
  if (code === EXIT.unreachable || code === EXIT.interrupted) {
    return '; what is in stays in: run the same command again to go on';
  }
  if (code === EXIT.refused) return commands ? '; what is in stays in' : '; nothing was sent';
  return '';
}

interface Ending {
  options: ImportOptions;
  seconds: number;
  rejectFile: RowFile;
  warningFile: RowFile;
  refused?: string;
  cut: boolean;
}

async function report(totals: Totals, ending: Ending): Promise<void> {
  const { rows, added, unchanged, rejected, skipped, warnings, commands } = totals;
  const { options, seconds, rejectFile, warningFile, refused, cut } = ending;
  if (!options.json) {
    const speed = commands ? `, ${Math.round(commands / seconds)} commands/s` : '';
    await printLine(
      `${rows} rows in ${duration(seconds)}${speed}: added ${inWords(added)}; ` +
        `${unchanged} unchanged, ${rejected} rejected` +
        (skipped ? `, ${skipped} skipped` : '') +
        (options.dryRun ? ' (dry run: nothing was sent)' : ''),
    );
    if (rejectFile.path) await printLine(`rejected rows: ${rejectFile.path}`);
    if (warningFile.path) await printLine(`${warnings} rows with a warning: ${warningFile.path}`);
  }
  const line = {
    ...{ rows, added, unchanged, rejected, rejectFile: rejectFile.path, seconds },
    ...{ skipped, warnings, warningFile: warningFile.path },
    ...(refused && { refused }),
    ...(options.dryRun && { dryRun: true }),
    ...(cut && { complete: false }),
  };
  await printLine(JSON.stringify(line));
}

const inWords = (added: Totals['added']): string =>
  Object.entries(added)
    .map(([what, count]) => `${count} ${what === 'creditNotes' ? 'credit notes' : what}`)
    .join(', ');

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
