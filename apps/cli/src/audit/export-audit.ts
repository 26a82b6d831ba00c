import { Command } from 'commander';
import { connectEventStore, ChainBrokenError, StoreUnavailableError } from '@quittance/event-store';
import { Rejection } from '@quittance/kernel';
import {
  exportAudit,
  FileTakenError,
  LogHeadError,
  type Selection,
  SigningKey,
} from '@quittance/receivables';
import { businessDate } from '../arguments.js';
import { dataFolder } from '../data-folder.js';
import { EXIT, Exit, usage } from '../exit.js';
import { storeUrls } from '../stores.js';
import { pathOf, printLine } from '../terminal.js';

interface Options extends Selection {
  overwrite?: boolean;
  json?: boolean;
}

const TOLD_EVERY_MS = 2_000;

export const exportAuditCommand = (): Command =>
  new Command('export-audit')
    .description('Write facts with what proves them to a file that a stranger can verify')
    .argument('<file>', 'NDJSON; packed when it ends in .gz')
    .option('--invoice <number>', 'the streams of one invoice, its payments and its customer')
    .option('--customer <id>', 'the streams of one customer, their invoices and payments')
    .option('--from <date>', 'recorded on this day or later', businessDate)
    .option('--to <date>', 'recorded on this day or before', businessDate)
    .option('--overwrite', 'replace a file of that name')
    .option('--json', 'one line of JSON')
    .addHelpText(
      'after',
      `
Reads the event store itself, not its mirror; on DATABASE_URL and EVENTSTORE_URL, or the embedded stores while they run.
AUDIT_SIGNING_KEY names the file of an Ed25519 key outside DATA_DIR:
  openssl genpkey -algorithm ed25519 -out audit-key.pem
  openssl pkey -in audit-key.pem -pubout -out audit-public.pem    (for whoever verifies)
Format and verifier: docs/audit-export.md.

Example:
  AUDIT_SIGNING_KEY=~/audit-key.pem npm run -s quittance -- export-audit audit.ndjson.gz
  node apps/cli/verify/verify-audit.mjs audit.ndjson.gz --public-key audit-public.pem`,
    )
    .action(async (name: string, { overwrite, json, ...selection }: Options) => {
      const path = pathOf(name);
      const { settings, eventStoreUrl } = await storeUrls();
      const signing = settings.auditSigningKey && pathOf(settings.auditSigningKey);
      const key = SigningKey.from(signing, await dataFolder(settings));
      const { legalEntity: entity, timeZone } = settings;
      const store = connectEventStore(eventStoreUrl);
      const interrupted = new AbortController();
      const interrupt = (): void =>
        interrupted.abort(new Exit(EXIT.interrupted, 'interrupted: nothing is left'));
      process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
      try {
        const exported = await exportAudit({
          ...{ store, entity, timeZone, key, path, overwrite, selection },
          now: new Date(),
          progress: progress(),
          signal: interrupted.signal,
        });
        if (json) return await printLine(JSON.stringify({ file: path, ...exported }));
        await printLine(`${path}: ${exported.facts} facts of ${exported.streams} streams`);
        await printLine(`signed by the key with the fingerprint ${exported.fingerprint}`);
      } catch (error) {
        throw exitFor(error);
      } finally {
        process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
        await store.close();
      }
    });

function progress(): (facts: number) => void {
  let told = Date.now();
  return (facts) => {
    if (Date.now() - told < TOLD_EVERY_MS) return;
    told = Date.now();
    process.stderr.write(`${facts} facts read\n`);
  };
}

function exitFor(error: unknown): unknown {
  if (error instanceof ChainBrokenError || error instanceof LogHeadError)
    return new Exit(EXIT.found, error.message);
  if (error instanceof FileTakenError) return usage(`${error.message}: --overwrite replaces it`);
  if (error instanceof Rejection) return usage(error.detail);
  if (error instanceof StoreUnavailableError) return new Exit(EXIT.unreachable, error.message);
  const { code, message } = error as NodeJS.ErrnoException;
  return ['ENOENT', 'EACCES', 'ENOSPC', 'EROFS', 'EISDIR', 'EEXIST'].includes(code ?? '')
    ? usage(message)
    : error;
}
