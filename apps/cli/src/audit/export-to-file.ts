import { connectEventStore, ChainBrokenError, MacKeys, StoreUnavailableError } from '@quittance/event-store';
import { Rejection } from '@quittance/kernel';
import { openDatabase } from '@quittance/process';
import {
  exportAudit,
  FileTakenError,
  LogHeadError,
  MacError,
  MalformedFactError,
  type Selection,
  SigningKey,
  UnreadableLogError,
} from '@quittance/receivables';
import { dataFolder } from '../data-folder.js';
import { EXIT, Exit, usage } from '../exit.js';
import { storeUrls } from '../stores.js';
import { pathOf, printLine } from '../terminal.js';

export interface ExportOptions extends Selection {
  overwrite?: boolean;
  json?: boolean;
  lostMacKey?: string[];
}

const TOLD_EVERY_MS = 2_000;
/** The log does not hold together. */
const FOUND = [ChainBrokenError, MacError, MalformedFactError, LogHeadError, UnreadableLogError];

/** What `quittance export-audit` does. */
export async function exportToFile(
  name: string,
  { overwrite, json, lostMacKey: lostMacKeys, ...selection }: ExportOptions,
): Promise<void> {
  const path = pathOf(name);
  const { settings, databaseUrl, eventStoreUrl } = await storeUrls();
  const signing = settings.auditSigningKey && pathOf(settings.auditSigningKey);
  const key = SigningKey.from(signing, await dataFolder(settings));
  const { legalEntity: entity, timeZone } = settings;
  const store = connectEventStore(eventStoreUrl);
  const pool = openDatabase(databaseUrl, { max: 1, name: 'quittance export-audit' });
  const interrupted = new AbortController();
  const interrupt = (): void => interrupted.abort(new Exit(EXIT.interrupted, 'interrupted: nothing is left'));
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    const exported = await exportAudit({
      ...{ store, entity, timeZone, key, path, overwrite, selection },
      ...{ macKeys: new MacKeys(pool), lostMacKeys },
      now: new Date(),
      progress: progress(),
      signal: interrupted.signal,
    });
    if (json) return await printLine(JSON.stringify({ file: path, ...exported }));
    await printLine(
      `${path}: ${exported.facts} facts of ${exported.streams} streams, ${exported.macs} with a MAC`,
    );
    await printLine(`signed by the key with the fingerprint ${exported.fingerprint}`);
  } catch (error) {
    throw exitFor(error);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await Promise.all([store.close(), pool.end()]);
  }
}

function progress(): (facts: number) => void {
  let told = Date.now();
  return (facts) => {
    if (Date.now() - told < TOLD_EVERY_MS) return;
    told = Date.now();
    process.stderr.write(`${facts} facts read\n`);
  };
}

function exitFor(error: unknown): unknown {
  if (FOUND.some((kind) => error instanceof kind)) return new Exit(EXIT.found, (error as Error).message);
  if (error instanceof FileTakenError) return usage(`${error.message}: --overwrite replaces it`);
  if (error instanceof Rejection) return usage(error.detail);
  if (error instanceof StoreUnavailableError) return new Exit(EXIT.unreachable, error.message);
  const { code, message } = error as NodeJS.ErrnoException;
  return ['ENOENT', 'EACCES', 'ENOSPC', 'EROFS', 'EISDIR', 'EEXIST'].includes(code ?? '')
    ? usage(message)
    : error;
}
