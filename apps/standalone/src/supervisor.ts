import { resolve } from 'node:path';
import { type CannotStart, logsIn } from '@quittance/embedded';
import { type Settings } from '@quittance/process/environment';
import { offsetTo } from '@quittance/kernel';
import { Child } from './child.js';
import { startEmbeddedStores } from './embedded-stores.js';
import { givenStores } from './given-stores.js';
import { logFile } from './logs.js';
import { npmHasEnded } from './npm.js';
import type { Part, Stores } from './part.js';

/** Starts all parts of an installation, keeps them up, and stops them in order: the door first, PostgreSQL last. */
export class Supervisor {
  private readonly parts: Part[] = [];
  private starting: Promise<unknown> = Promise.resolve();
  private stopping?: Promise<void>;

  /**
   * @param tell says a line on the terminal
   * @param onLost a part is gone for good: the rest has to be stopped
   */
  constructor(
    private readonly settings: Settings,
    private readonly tell: (line: string) => void,
    private readonly onLost: (error: CannotStart) => void,
  ) {}

  /** @throws CannotStart with one line */
  start(): Promise<{ apiUrl: string; dataDir: string }> {
    const started = this.startAll();
    this.starting = started.catch(() => undefined);
    return started;
  }

  private async startAll(): Promise<{ apiUrl: string; dataDir: string }> {
    const { settings } = this;
    const stores = settings.databaseUrl
      ? await givenStores(settings, this.tell)
      : await startEmbeddedStores(settings, {
          add: (part) => this.add(part),
          tell: this.tell,
          onLost: this.onLost,
          ending: () => this.stopping !== undefined || npmHasEnded(),
        });
    const projector = this.child('projector', stores);
    const reactor = this.child('reactor', stores);
    const api = this.child('api', stores, { PORT: String(settings.port) });
    const [{ url: apiUrl }] = await Promise.all([
      api.start<{ url: string }>(),
      projector.start(),
      reactor.start(),
    ]);
    api.env.PORT = new URL(apiUrl).port; // a free one that was taken once is kept
    stores.announce(apiUrl);
    return { apiUrl, dataDir: stores.dataDir };
  }

  private child(
    name: string,
    { databaseUrl, eventStoreUrl, dataDir, mark, whenUp }: Stores,
    more = {},
  ): Child {
    const { clockStart, clockOffsetDays, timeZone } = this.settings;
    const child = new Child({
      name,
      main: resolve(__dirname, `../../${name}/src/main.js`),
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        QUITTANCE_EVENTSTORE_URL: eventStoreUrl, // wins over one of the surroundings
        EVENTSTORE_URL: eventStoreUrl,
        QUITTANCE_EMBEDDED: String(!this.settings.databaseUrl),
        DATA_DIR: dataDir,
        QUITTANCE_CLOCK_OFFSET_DAYS: String(clockStart ? offsetTo(clockStart, timeZone) : clockOffsetDays),
        ...more,
      },
      logFile: logFile(logsIn(dataDir), name),
      mark,
      tell: this.tell,
      onLost: this.onLost,
      needs: whenUp,
    });
    this.add(child);
    return child;
  }

  private add(part: Part): void {
    this.parts.push(part);
    if (this.stopping) throw new Error('interrupted'); // ends the start; the part is stopped with the others
  }

  /** Stops everything, the last started first, a start in progress too. A second call hurries the first. */
  stop(): Promise<void> {
    if (this.stopping) this.parts.forEach((part) => void part.stop(true));
    return (this.stopping ??= Promise.resolve().then(() => this.stopAll())); // `stopping` is set before a part stops
  }

  private async stopAll(): Promise<void> {
    const stopped = new Set<Part>();
    const next = (): Part | undefined => this.parts.findLast((part) => !stopped.has(part));
    const stopParts = async (): Promise<void> => {
      for (let part = next(); part; part = next()) {
        await part.stop(false);
        stopped.add(part);
      }
    };
    await stopParts();
    await this.starting; // its children are gone, so it ends soon, perhaps with a part more
    await stopParts();
  }
}
