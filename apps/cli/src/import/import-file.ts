import { setMaxListeners } from 'node:events';
import { readFile } from 'node:fs/promises';
import {
  type Added,
  type Ended,
  FileImport,
  type FileKind,
  invoicesFile,
  type Limit,
  limitOf,
  type Note,
  receiptsFile,
  STANDARD_LIMIT,
  type Totals,
  Unusable,
} from '@quittance/importing';
import { settingsFrom } from '@quittance/process/environment';
import { connect } from '../connect.js';
import { EXIT, Exit, type ExitCode, usage } from '../exit.js';
import { pathOf, printLine } from '../terminal.js';
import type { Options } from './options.js';
import { duration, Progress } from './progress.js';
import { projected } from './projected.js';

/** Rows share them: what they send at the same time goes in one request. */
const CONNECTIONS = 8;

export const importInvoices = (file: string, options: Options): Promise<ExitCode> =>
  importFile(invoicesFile, file, options);

export const importReceipts = (file: string, options: Options): Promise<ExitCode> =>
  importFile(receiptsFile, file, options);

/** @throws Exit when nothing could be sent, or not all of it */
async function importFile<Row>(kind: FileKind<Row>, file: string, options: Options): Promise<ExitCode> {
  const began = Date.now();
  const maxRejects = options.maxRejects === undefined ? STANDARD_LIMIT : limit(options.maxRejects);
  const { timeZone: zone } = settingsFrom(process.env);
  const mapping = { text: await textOf(pathOf(options.mapping)), name: options.mapping };
  const opened = await FileImport.open(file, kind, { options, zone }, mapping).catch(asUsage);
  const { totals, size } = opened;
  const interruption = interruptible();
  const { signal } = interruption;
  const connection = { connections: CONNECTIONS, patienceMs: options.wait * 1000, signal };
  const api = options.dryRun ? undefined : await connect(['clerk', 'importer'], connection);
  let progress = new Progress(size, totals, 'checking');
  const ended = await opened.run({
    ...{ poster: api, signal, note: ({ text }) => progress.note(text) },
    ...{ maxRejects, concurrency: options.concurrency },
    checked: () => {
      progress.end('whole');
      progress = new Progress(size, totals, 'sending');
    },
    ...(api && { sent: (position) => projected(api, position, signal) }),
  });
  progress.end(ended.failure || ended.stopped ? 'cut' : 'whole');
  interruption.end();
  await api?.close();
  const cut = cutOff(ended);
  const seconds = Math.round((Date.now() - began) / 10) / 100;
  await report(totals, ended, { options, seconds, cut: Boolean(cut) });
  if (cut) throw new Exit(cut.code, cut.message + goingOn(cut.code, totals));
  if (ended.refused && !options.dryRun)
    throw new Exit(EXIT.refused, `nothing was sent: ${inOne(ended.refused)}`);
  return totals.rejected ? EXIT.found : EXIT.done;
}

/** @throws Exit (usage), worded as commander does: the library is not loaded before the command is known */
function limit(text: string): Limit {
  try {
    return limitOf(text);
  } catch (error) {
    throw usage(`option '--max-rejects <n>' argument '${text}' is invalid. ${(error as Error).message}`);
  }
}

/** Why it ended before the file did. @throws what nobody foresaw */
function cutOff({ failure, stopped }: Ended): Exit | undefined {
  if (failure instanceof Unusable) return usage(failure.message);
  if (failure && !(failure instanceof Exit)) throw failure;
  return failure ?? (stopped ? new Exit(EXIT.interrupted, 'interrupted') : undefined);
}

/** A file or mapping that cannot be used is one that should not have been given. @throws Exit (usage), or the error itself */
export function asUsage(error: Error): never {
  throw error instanceof Unusable ? usage(error.message) : error;
}

function goingOn(code: ExitCode, { commands }: Totals): string {
  if (code === EXIT.unreachable || code === EXIT.interrupted) {
    return '; what is in stays in: run the same command again to go on';
  }
  if (code === EXIT.refused) return commands ? '; what is in stays in' : '; nothing was sent';
  return '';
}

interface How {
  options: Options;
  seconds: number;
  cut: boolean;
}

async function report(totals: Totals, ended: Ended, { options, seconds, cut }: How): Promise<void> {
  const { rows, added, unchanged, rejected, skipped, warnings, proposed, commands } = totals;
  const { rejectFile, warningFile, proposalFile, refused } = ended;
  if (!options.json) {
    const speed = commands ? `, ${Math.round(commands / seconds)} commands/s` : '';
    await printLine(
      `${rows} rows in ${duration(seconds)}${speed}: added ${inWords(added)}; ` +
        `${unchanged} unchanged, ${rejected} rejected` +
        (skipped ? `, ${skipped} skipped` : '') +
        (options.dryRun ? ' (dry run: nothing was sent)' : ''),
    );
    if (rejectFile) await printLine(`rejected rows: ${rejectFile}`);
    if (warningFile) await printLine(`${warnings} rows with a warning: ${warningFile}`);
    if (proposalFile) await printLine(`${proposed} rows with a proposal: ${proposalFile}`);
  }
  const line = {
    ...{ rows, added, unchanged, rejected, rejectFile, seconds },
    ...{ skipped, warnings, warningFile },
    ...(options.propose && { proposed, proposalFile }),
    ...(refused && { refused: inOne(refused) }),
    ...(options.dryRun && { dryRun: true }),
    ...(cut && { complete: false }),
  };
  await printLine(JSON.stringify(line));
}

const inOne = (notes: readonly Note[]): string => notes.map(({ text }) => text).join(' ');

const inWords = (added: Added): string =>
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
