import {
  connectEventStore,
  type EventStore,
  MovedHistoryMark,
  StoreUnavailableError,
} from '@quittance/event-store';
import { settingsFrom } from '@quittance/process/environment';
import { EXIT, Exit, usage } from '../exit.js';
import { storeUrls } from '../stores.js';
import { printLine } from '../terminal.js';
import { type Compared, compareLogs } from './compare.js';
import { copyLog, otherFacts } from './copy.js';
import { StepProgress } from './progress.js';
import { askBoth } from './questions.js';

export interface MigrateOptions {
  from?: string;
  to: string;
  verify?: string;
  json?: boolean;
}

/** What `quittance migrate-store` does. */
export async function migrateStore({ to: toUrl, verify, json, ...options }: MigrateOptions): Promise<void> {
  const began = Date.now();
  const { timeZone, legalEntity: entity } = settingsFrom(process.env);
  const urls = options.from && !verify ? undefined : await storeUrls();
  const fromUrl = options.from ?? urls!.eventStoreUrl;
  if (fromUrl === toUrl) throw usage('--from and --to are the same store');
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const progress = new StepProgress();
  const opened: { close(): Promise<void> }[] = [];
  const open = <Opened extends { close(): Promise<void> }>(connect: () => Opened): Opened => {
    try {
      const one = connect();
      opened.push(one);
      return one;
    } catch (error) {
      throw error instanceof RangeError ? usage(error.message) : error;
    }
  };
  try {
    const from = open(() => connectEventStore(fromUrl));
    const to = open(() => connectEventStore(toUrl, { ownPositions: true }));
    const mark = open(() => new MovedHistoryMark(toUrl));
    const show = (step: string) => (done: number) => progress.show(step, done);
    const { signal } = stopping;
    await begin(to, mark);
    const copied = await copyLog({ from, to, signal, progress: show('copying') });
    const compared = await compareLogs(from, to, show('comparing'));
    await mark.write({ state: 'moved', end: String(compared.end), here: String(compared.here) });
    const questions =
      verify &&
      (await askBoth({
        databaseUrl: urls!.databaseUrl,
        scratchUrl: verify,
        eventStoreUrl: toUrl,
        timeZone,
        entity,
        signal,
        progress: show('projecting'),
      }));
    progress.end();
    await said(
      { copied, ...compared, questions: questions || 0, seconds: (Date.now() - began) / 1_000 },
      json,
    );
  } catch (error) {
    progress.end();
    throw asExit(error);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await Promise.allSettled(opened.map((one) => one.close()));
  }
}

/** The target is ours: empty, or begun by this command. From now on nobody else can use it. */
async function begin(to: EventStore, mark: MovedHistoryMark): Promise<void> {
  const before = await mark.read();
  if (!before)
    for await (const { type, stream } of to.readAll({ limit: 1 }))
      throw otherFacts(`${type} in ${stream} is in it`);
  if (before?.state === 'moved')
    for await (const last of to.readAll({ backwards: true, limit: 1 }))
      if (last.metadata.$origin === undefined) throw otherFacts('it is in use since its history was moved');
  await mark.write({ state: 'moving', end: '0', here: '0' });
}

async function said(
  result: Compared & { copied: number; questions: number; seconds: number },
  json?: boolean,
): Promise<void> {
  const { copied, facts, streams, heartbeats, questions, seconds, hash, end } = result;
  const line = json
    ? JSON.stringify({ copied, facts, streams, heartbeats, hash, end: String(end), questions, seconds })
    : `${facts} facts in ${streams} streams are the same in both (${heartbeats} heartbeats among them; ${copied} copied` +
      ` now), hash ${hash ?? 'none'}${questions ? `; ${questions} questions answered with the same bytes` : ''}`;
  await printLine(line);
}

function asExit(error: unknown): unknown {
  const { code, message } = error as { code?: string; message: string };
  const isAway =
    error instanceof StoreUnavailableError || (code !== undefined && /^(E[A-Z]+|08...|57P0.)$/.test(code));
  return isAway && !(error instanceof Exit)
    ? new Exit(EXIT.unreachable, `a store cannot be reached: ${message}`)
    : error;
}
