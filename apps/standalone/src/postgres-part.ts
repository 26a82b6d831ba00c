import { constants } from 'node:os';
import { type PostgresOptions, type PostgresServer, startPostgres } from '@quittance/embedded';
import type { Part } from './part.js';
import { Revival, type RevivalOptions } from './revival.js';

/** PostgreSQL as a part like the others: started again when its postmaster dies, at the same address. */
export class PostgresPart implements Part {
  private stopping = false;
  /** The start under way, or the last one. */
  private server?: Promise<PostgresServer>;
  private isUp = false;
  private readonly waiting: (() => void)[] = [];
  private readonly revival: Revival;

  constructor(
    private readonly postgres: PostgresOptions,
    options: Omit<RevivalOptions, 'name'>,
  ) {
    this.revival = new Revival(
      { name: 'postgresql', ...options },
      () => this.start(),
      () => this.stopping,
    );
  }

  /** @throws CannotStart */
  async start(): Promise<PostgresServer> {
    this.server = startPostgres(this.postgres);
    const server = await this.server;
    this.isUp = true;
    for (const resolve of this.waiting.splice(0)) resolve();
    void server.exited.then((code) => {
      this.isUp = false;
      this.server = undefined;
      if (!this.stopping) void this.revival.died(how(code), server.whyEnded());
    });
    return server;
  }

  /** Resolves when it takes connections, at once or again. */
  readonly up = (): Promise<void> =>
    this.isUp ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));

  async stop(hurry: boolean): Promise<void> {
    this.stopping = true;
    const server = await this.server?.catch(() => undefined);
    await server?.stop(hurry ? 'immediate' : 'fast');
  }
}

/** As a shell says it: 128 and the signal. */
function how(code: number): string {
  const [signal] = Object.entries(constants.signals).find(([, number]) => number === code - 128) ?? [];
  return signal ?? `exit code ${code}`;
}
