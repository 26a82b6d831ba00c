import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandMessage } from '@quittance/event-store';
import {
  type Asker,
  type BatchCommand,
  type BatchParts,
  type BatchRoute,
  BodyPipe,
  doBatch,
  LastWritten,
  type RouteRoles,
} from '@quittance/http';
import { type Clock, Rejection, sideBySide } from '@quittance/kernel';
import { Pool } from 'pg';
import { CLOCK, DEMONSTRATION, ROLES_OF_ROUTES, ROUTES_OF_BATCHES } from '../parts.js';
import { historyOf, PEOPLE, type Size } from './history.js';
import type { Step } from './step.js';

interface Answered {
  status: number;
  answer: Record<string, string>;
}

/** How far it is. */
export interface Progress {
  /** Whether it may be loaded here, and nothing was recorded yet. */
  offered: boolean;
  state: 'none' | 'running' | 'done' | 'failed';
  seed: string | null;
  /** Commands. */
  done: number;
  total: number;
  refused: number;
  /** The first command that was refused or failed, and why. */
  because: string | null;
  /** The last position that was written, decimal. */
  position: string | null;
  seconds: number;
}

/** Customers whose commands are under way at once. */
const AT_ONCE = 80;

/** What an invoice has not answered yet, or others change just now: a moment later it is as the story tells it. */
const PASSING = ['allocation-pending', 'application-pending', 'changed-meanwhile', 'store-unavailable'];

/** Milliseconds between tries of such a one, and how many there are. */
const [PAUSE, TRIES] = [250, 240];

/** Fills an empty installation with the commands of an invented history. One at a time, by the process that was asked. */
@Injectable()
export class Demonstration implements OnModuleDestroy {
  private readonly parts: BatchParts;
  private progress: Omit<Progress, 'offered'> = {
    ...{ state: 'none', seed: null, done: 0, total: 0, refused: 0, because: null, position: null },
    seconds: 0,
  };
  private began = 0;
  private stopping = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    commands: CommandBus,
    private readonly pool: Pool,
    private readonly lastWritten: LastWritten,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ROUTES_OF_BATCHES) routes: readonly BatchRoute[],
    @Inject(ROLES_OF_ROUTES) roles: RouteRoles,
    @Inject(DEMONSTRATION) private readonly allowed: boolean,
  ) {
    const pipe = new BodyPipe((date) => clock.hasDay?.(date) ?? true);
    this.parts = {
      ...{ routes, roles },
      check: (metatype, body) => pipe.transform(body, { type: 'body', metatype }) as CommandMessage,
      execute: (command) => commands.execute(command),
    };
  }

  async look(): Promise<Progress> {
    const isRunning = this.progress.state === 'running';
    const seconds = isRunning ? this.elapsed() : this.progress.seconds;
    const offered = this.allowed && !isRunning && !(await this.isFilled());
    return { ...this.progress, offered, seconds };
  }

  /** Begins, and goes on after this returns; while it runs, asking again is nothing new. @throws Rejection 409 */
  async begin(seed: string, size: Size): Promise<Progress> {
    if (!this.allowed) {
      const detail = 'The demonstration is for trying Quittance out: tokens come from AUTH_ISSUER here.';
      throw Rejection.conflict('no-demonstration', detail);
    }
    if (this.progress.state === 'running') return this.look();
    if (await this.isFilled()) {
      const detail =
        'Something was recorded already: the demonstration is loaded into an empty installation only.';
      throw Rejection.conflict('not-empty', detail);
    }
    // Asked twice in one moment: the second one finds it running.
    if ((this.progress.state as string) === 'running') return this.look();
    const history = historyOf(seed, this.clock.today(), size);
    const total = history.flat(2).length;
    this.progress = { ...this.progress, state: 'running', seed, total, done: 0, refused: 0, because: null };
    this.began = Date.now();
    this.running = this.run(history);
    return this.look();
  }

  private async isFilled(): Promise<boolean> {
    const { rows } = await this.pool.query<{ filled: boolean }>(
      `select exists (select from live.customers) or exists (select from live.invoices)
           or exists (select from live.payments) as filled`,
    );
    return rows[0]!.filled;
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  private async run(history: Step[][][]): Promise<void> {
    const ids = new Map<string, string>();
    const one = async (chain: Step[]): Promise<void> => {
      for (const step of chain) if (!this.stopping) await this.take(step, ids);
    };
    try {
      for (const chains of history) await sideBySide(AT_ONCE, chains, one);
      this.progress.state = this.stopping ? 'failed' : 'done';
    } catch (error) {
      this.progress.state = 'failed';
      this.progress.because ??= (error as Error).message;
    }
    this.progress.seconds = this.elapsed();
  }

  private async take({ key, route, body, by, at, makes }: Step, ids: Map<string, string>): Promise<void> {
    const command = {
      route: filled(route, ids),
      key,
      body: JSON.parse(filled(JSON.stringify({ ...body, statedRecordedAt: this.past(at) }), ids)) as object,
    };
    const actor = { id: by, roles: PEOPLE[by]!.roles };
    const asker = { actor, correlationId: 'demonstration', headers: {}, query: {} };
    const { status, answer } = await this.answered(command, asker);
    this.progress.done += 1;
    if (status >= 300) {
      this.progress.refused += 1;
      this.progress.because ??= `${command.route}: ${answer.code}: ${answer.detail}`;
    } else if (makes) {
      const [name, field = 'id'] = makes.split('#') as [string, string?];
      ids.set(name, answer[field]!);
    }
  }

  /** Its answer, or the refusal that is not over in a moment. */
  private async answered(command: BatchCommand, asker: Asker): Promise<Answered> {
    for (let tries = 1; ; tries += 1) {
      const { answers, position } = await doBatch([command], asker, this.parts);
      this.lastWritten.note(position);
      if (position > BigInt(this.progress.position ?? 0)) this.progress.position = String(position);
      const [{ status, body }] = answers as [{ status: number; body: object }];
      const answer = body as Record<string, string>;
      if (!PASSING.includes(answer.code ?? '') || tries === TRIES || this.stopping) return { status, answer };
      await pause(PAUSE);
    }
  }

  /** The business today may run ahead of the time that facts state. */
  private past(at: string): string {
    const now = this.clock.now().toISOString();
    return at < now ? at : now;
  }

  private elapsed(): number {
    return Math.round((Date.now() - this.began) / 100) / 10;
  }
}

/** Ids in place of names; a name without one stays, and is refused by name. */
const filled = (text: string, ids: ReadonlyMap<string, string>): string =>
  text.replace(/\{(\d{4}-\d+[^{}"]*)\}/g, (whole, name: string) => ids.get(name) ?? whole);
