import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Rejection } from '@quittance/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Pool } from 'pg';
import { mergeMap, type Observable } from 'rxjs';
import { contentHash } from './content-hash.js';
import { type CsvColumn, csvColumnsAsked, csvFormOf, csvOf } from './csv.js';
import { CursorSeal } from './cursor-seal.js';
import { positionOf } from './cursor.js';
import { ExportLog } from './exports.js';
import { LastWritten, ProblemError } from '@quittance/http';
import { AFTER } from './list/question.js';
import { ProjectorWatch } from './projector-watch.js';

/** One thing, or one report: its body, and what only headers say. */
export class Answer {
  constructor(
    readonly body: object,
    readonly about: { revision?: string; stale?: boolean } = {},
  ) {}
}

/** One page of a list as JSON, or its rows as CSV: whichever `format` or `Accept` asks for. */
export class Listing<Item> {
  constructor(
    readonly of: {
      /** Of the file. */
      name: string;
      columns: readonly CsvColumn<Item>[];
      /** Whether a page was asked for: then CSV holds just that page. */
      limited: boolean;
      stale?: boolean;
      /** Where it was asked on both axes: the file is named by it. */
      place?: { asOf: string; knownAt: Date };
      page: () => Promise<{ body: object; items: Item[]; next: string | null }>;
      every: () => AsyncIterable<Item>;
    },
  ) {}
}

/** How many streams are parked, in the answers of all reads while there are any. */
export const PARKED = 'Quittance-Parked';
const MOST_WAIT_MS = 10_000;

/**
 * The door of everything that is read. Waits for `?after=`, then answers with `Quittance-Position` (how far the
 * projector was), `Quittance-Stale: true` when it is known to be behind, `Quittance-Parked` (how many streams are left
 * out from some fact on), `ETag` (the revision) and `Quittance-Content-Hash`. @throws ProblemError 503 when the projector did not come so far in ten seconds
 */
@Injectable()
export class ReadingInterceptor implements NestInterceptor {
  private readonly seal: CursorSeal;
  private readonly exports: ExportLog;

  constructor(
    private readonly watch: ProjectorWatch,
    private readonly lastWritten: LastWritten,
    pool: Pool,
  ) {
    this.seal = new CursorSeal(pool);
    this.exports = new ExportLog(pool);
  }

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const query = request.query as Record<string, unknown>;
    await this.openCursor(query);
    await this.waitFor(query);
    const state = await this.watch.state();
    // Before the handler: whoever marks rows looks at it.
    if (state.parked > 0) void reply.header(PARKED, String(state.parked));
    const stale = this.watch.isStale(state, this.lastWritten.position);
    const answer = (given: unknown): Promise<unknown> => {
      void reply.header('Quittance-Position', String(state.position)).header('Vary', 'Accept');
      if (stale || aboutStale(given)) void reply.header('Quittance-Stale', 'true');
      if (given instanceof Listing) {
        const columns = csvColumnsAsked(given.of.columns, query);
        if (wantsCsvOf(request)) {
          const listing = new Listing<unknown>({ ...given.of, columns });
          return this.csv(listing, request, reply, state.position);
        }
      }
      return answered(given, reply, this.seal);
    };
    return next.handle().pipe(mergeMap(answer));
  }

  /** CSV of the page that was asked for, with a Link to the next; of the whole list when none was. */
  private async csv(
    { of }: Listing<unknown>,
    request: FastifyRequest,
    reply: FastifyReply,
    position: bigint,
  ): Promise<unknown> {
    const { url, actor } = request;
    const page = of.limited ? await of.page() : undefined;
    if (page?.next)
      void reply.header('Link', `<${withCursor(url, await this.seal.seal(page.next))}>; rel="next"`);
    const [path = '', question = ''] = url.split(/\?(.*)/s);
    const rows = await this.exports.counted(
      { actor, path, question, position },
      page ? one(page.items) : of.every(),
    );
    void reply
      .type('text/csv; charset=utf-8; header=present')
      .header('Content-Disposition', `attachment; filename="${fileOf(of)}"`);
    return csvOf(of.columns, rows, csvFormOf(request.query as Record<string, unknown>));
  }

  /** Before anything is asked: only what was sealed here goes any further. */
  private async openCursor(query: Record<string, unknown>): Promise<void> {
    if (typeof query.cursor === 'string' && query.cursor !== '') {
      query.cursor = await this.seal.open(query.cursor);
    }
  }

  /** For what `after` asks, and for the position of the cursor's first page: a restored read side may be before it. */
  private async waitFor({ after, cursor }: Record<string, unknown>): Promise<void> {
    const first = typeof cursor === 'string' && cursor !== '' ? positionOf(cursor) : undefined;
    const asked = after === undefined ? undefined : asPositionOf(after);
    const position = first !== undefined && !(asked !== undefined && asked > first) ? first : asked;
    if (position === undefined) return;
    if (await this.watch.until((state) => state.position >= position, MOST_WAIT_MS)) return;
    throw new ProblemError(
      503,
      'not-yet-projected',
      'The tables did not reach that position within 10 s. Nothing is lost: try again.',
      [],
      { 'Retry-After': '5' },
    );
  }
}

function asPositionOf(given: unknown): bigint {
  const position = typeof given === 'string' ? AFTER.after.read(given) : undefined;
  if (position !== undefined) return position;
  const { rule, hint } = AFTER.after;
  throw Rejection.invalid('invalid', 'A parameter is wrong.', { field: '/after', rule, value: given, hint });
}

const aboutStale = (given: unknown): boolean =>
  (given instanceof Answer && given.about.stale === true) ||
  (given instanceof Listing && given.of.stale === true);

async function answered(given: unknown, reply: FastifyReply, seal: CursorSeal): Promise<unknown> {
  const body = await sealed(
    given instanceof Listing ? (await given.of.page()).body : (given as Answer).body,
    seal,
  );
  const revision = given instanceof Answer ? given.about.revision : undefined;
  if (revision !== undefined) void reply.header('ETag', `"${revision}"`);
  void reply.header('Quittance-Content-Hash', contentHash(body));
  return body;
}

/** `next` is the one place of a cursor, in every answer that has one. */
async function sealed(body: object, seal: CursorSeal): Promise<object> {
  const { next } = body as { next?: unknown };
  return typeof next === 'string' ? { ...body, next: await seal.seal(next) } : body;
}

/** `invoices-2026-03-31-known-20260401T070000Z.csv`; of things as they stand just `invoices.csv`. */
function fileOf({ name, place }: Listing<unknown>['of']): string {
  if (!place) return `${name}.csv`;
  const knownAt = place.knownAt.toISOString().replace(/[-:]|\.\d+/g, '');
  return `${name}-${place.asOf}-known-${knownAt}.csv`;
}

function withCursor(url: string, cursor: string): string {
  const [path, query] = url.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', cursor);
  return `${path}?${parameters.toString()}`;
}

async function* one<Item>(items: Item[]): AsyncGenerator<Item> {
  yield* items;
}

/** Under a link by `format`, else by `Accept`. */
function wantsCsvOf({ query, headers }: FastifyRequest): boolean {
  const { format } = query as { format?: string };
  return format === undefined ? wantsCsv(headers.accept) : format !== 'json';
}

/** Whether CSV is named in `Accept` and JSON is not preferred to it. */
export function wantsCsv(accept = ''): boolean {
  const weight = (type: string): number => {
    const range = accept.split(',').find((part) => part.split(';')[0]!.trim().toLowerCase() === type);
    return range === undefined ? 0 : Number(/;\s*q=([\d.]+)/.exec(range)?.[1] ?? 1);
  };
  return weight('text/csv') > 0 && weight('text/csv') >= weight('application/json');
}
