import { createHash } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { join } from 'node:path';
import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandMessage } from '@quittance/event-store';
import {
  type BatchRoute,
  BodyPipe,
  LastWritten,
  ProblemError,
  type RouteRoles,
  type Upload,
} from '@quittance/http';
import { type Actor, type Clock, Rejection } from '@quittance/kernel';
import { FileImport, invoicesFile, receiptsFile, Unusable } from '@quittance/importing';
import type { FastifyInstance } from 'fastify';
import { CLOCK, ROLES_OF_ROUTES, ROUTES_OF_BATCHES, SPOOL, TIME_ZONE } from '../parts.js';
import { type AskedImport, importAsked, type Kind } from './import.form.js';
import { ImportQueries, type ImportRow, type Progress, SAID, type Slot } from './import.queries.js';
import { type ImportNote, outcomeOf, renamed, UNFORESEEN } from './import.notes.js';
import { type Door, OwnDoor } from './own-door.js';
import { passingFolder, removeFolder, sweep } from './spool.js';

/** Rows under way at once: fewer than the command line's, for others work at the same door. */
const AT_ONCE = 60;
/** Bytes of a file of rows that are kept. */
const MOST_KEPT = 16 * 1024 * 1024;
const PROGRESS_MS = 1_000;
const MOST_NOTES = 20;

export const KINDS = { invoices: invoicesFile, receipts: receiptsFile };

/** A file that was sent, and who sent it. */
export interface Sent {
  id: string;
  actor: Actor;
  correlationId: string;
  /** @param path where the file goes; none: it was sent before, and is only compared */
  receive: (path?: string) => Promise<Upload>;
}

interface Run {
  slot: Slot;
  stop: AbortController;
  folder: string;
}

/** Imports of this process, each in the background from the answer on. */
@Injectable()
export class Imports implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger('import');
  private readonly door: Omit<Door, 'fastify'>;
  private readonly pipe: BodyPipe;
  private readonly underWay = new Map<AbortController, Promise<void>>();

  constructor(
    commands: CommandBus,
    lastWritten: LastWritten,
    private readonly records: ImportQueries,
    private readonly host: HttpAdapterHost,
    @Inject(CLOCK) clock: Clock,
    @Inject(TIME_ZONE) readonly zone: string,
    @Inject(SPOOL) readonly spool: string | null,
    @Inject(ROUTES_OF_BATCHES) routes: readonly BatchRoute[],
    @Inject(ROLES_OF_ROUTES) roles: RouteRoles,
  ) {
    this.pipe = new BodyPipe((date) => clock.hasDay?.(date) ?? true);
    const check = (metatype: BatchRoute['command'], body: object): CommandMessage =>
      this.pipe.transform(body, { type: 'body', metatype }) as CommandMessage;
    const batch = { routes, roles, check, execute: (command: CommandMessage) => commands.execute(command) };
    this.door = { batch, lastWritten };
  }

  /** What is too old goes where nobody imports again, too. The start does not wait for it. */
  onModuleInit(): void {
    const gone = Promise.all([this.records.forget(), sweep(this.spool ?? undefined)]);
    void gone.catch((error: Error) => this.log.warn(error.message));
  }

  /** Stops what is under way: what is in stays in, and the file may be sent again. */
  async onModuleDestroy(): Promise<void> {
    for (const stop of this.underWay.keys()) stop.abort();
    await Promise.all(this.underWay.values());
  }

  /**
   * Begins the import of a file that is sent now; sent again under its key it is the same import.
   * @throws ProblemError 400, 403, 413, 415, 422 @throws Rejection 409, 422
   */
  async begin(sent: Sent): Promise<{ row: ImportRow; created: boolean }> {
    const known = await this.records.find(sent.id);
    if (known) {
      if (!known.content.equals(contentOf(await sent.receive()))) throw keyReused();
      return { row: known, created: false };
    }
    const stop = new AbortController();
    setMaxListeners(0, stop.signal); // Each row that waits for a store listens.
    const slot = await this.enter(sent.actor.id, () => stop.abort());
    let folder: string | undefined;
    try {
      folder = await passingFolder(this.spool ?? undefined);
      const row = await this.opened(sent, { slot, stop, folder });
      return { row, created: true };
    } catch (error) {
      await slot.release();
      if (folder) await removeFolder(folder);
      throw error;
    }
  }

  private async enter(personId: string, lost: () => void): Promise<Slot> {
    const entered = await this.records.enter(personId, lost);
    if (typeof entered !== 'string') return entered;
    if (entered === 'others') {
      throw Rejection.conflict(
        'imports-busy',
        'Others import at this moment: send it again when one of them has ended.',
      );
    }
    const importId = await this.records.underWay(personId);
    const refusal = Rejection.conflict(
      'import-under-way',
      'An import of yours is under way: send the next one when it has ended.',
    );
    // While its file still comes in nothing is to be looked at.
    throw importId === undefined
      ? refusal.offering({}, { action: 'send-again' })
      : refusal.offering({ importId }, { action: 'look-at-import', importId });
  }

  /** Up to where it goes on without whoever sent it. */
  private async opened(sent: Sent, run: Run): Promise<ImportRow> {
    const path = join(run.folder, 'file.csv');
    const upload = await sent.receive(path);
    const asked = importAsked(upload.fields, sent.actor, this.pipe, this.door.batch.roles);
    const { file } = upload;
    const { options } = asked;
    const about = { options, zone: this.zone };
    const opened = await FileImport.open(path, kindOf(asked.kind), about, {
      text: asked.mapping,
      name: 'mapping',
    }).catch((error: Error) => unusable(error, path, file.name));
    const { id, actor } = sent;
    await this.records.forget();
    await run.slot.begin({
      ...{ id, personId: actor.id, content: contentOf(upload), fileName: file.name, bytes: file.bytes },
      ...{ kind: asked.kind, dryRun: asked.dryRun, encoding: opened.encoding },
    });
    const row = (await this.records.find(id))!;
    const running = this.run(sent, asked, opened, run, (text) => text.replaceAll(path, file.name));
    this.underWay.set(
      run.stop,
      running.finally(() => this.underWay.delete(run.stop)),
    );
    return row;
  }

  private async run(
    { id, actor, correlationId }: Sent,
    { dryRun, maxRejects }: AskedImport,
    opened: FileImport<unknown>,
    { slot, stop, folder }: Run,
    named: (text: string) => string,
  ): Promise<void> {
    const { signal } = stop;
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    const door = new OwnDoor({ fastify, ...this.door }, actor, correlationId, signal);
    const now = {
      state: 'checking',
      totals: opened.totals as unknown as Record<string, unknown>,
      notes: [] as ImportNote[],
    };
    const warn = (error: Error): void => this.log.warn(error.message);
    const progress = (): Progress => ({ ...now, position: door.position });
    const ticking = setInterval(() => void this.records.progress(id, progress()).catch(warn), PROGRESS_MS);
    let [state, because]: [string, ImportNote[]] = ['failed', [UNFORESEEN]];
    let leftOut = 0;
    try {
      const ended = await opened.run({
        ...{
          poster: dryRun ? undefined : door,
          maxRejects,
          concurrency: AT_ONCE,
          signal,
          mostBytes: MOST_KEPT,
        },
        note: (note) => void (now.notes.length < MOST_NOTES && now.notes.push(renamed(note, named))),
        checked: () => void (now.state = 'sending'),
      });
      leftOut = ended.leftOut;
      const { rejectFile, warningFile, proposalFile } = ended;
      for (const [i, path] of [rejectFile, warningFile, proposalFile].entries()) {
        if (path) await this.records.keep(id, SAID[i]!, path);
      }
      const outcome = outcomeOf(ended);
      if (outcome) [state, because] = outcome;
      else this.log.error(ended.failure);
    } catch (error) {
      this.log.error(error);
    } finally {
      clearInterval(ticking);
      await removeFolder(folder).catch(warn);
      await slot.leave();
      await this.records
        .end(
          id,
          { ...progress(), state },
          because.map((each) => renamed(each, named)),
          leftOut,
        )
        .catch(warn);
      await slot.release();
    }
  }
}

const kindOf = (kind: Kind): (typeof KINDS)['invoices'] => KINDS[kind] as (typeof KINDS)['invoices'];

const contentOf = ({ fields, file }: Upload): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([file.name, file.sha256, Object.entries(fields).sort()]))
    .digest();

/** @param path of the file here, which is nothing to its sender @throws ProblemError 422 */
export function unusable(error: Error, path: string, name: string): never {
  if (!(error instanceof Unusable)) throw error;
  const hint = error.message.replaceAll(path, name);
  const field = hint.startsWith('mapping: ') ? '/mapping' : '/file';
  throw new ProblemError(422, 'unusable-file', hint, [{ field, rule: 'usable', hint }]);
}

const keyReused = (): ProblemError =>
  new ProblemError(
    422,
    'idempotency-key-reused',
    'This Idempotency-Key was used for another file or mapping.',
  );
