import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Rejection } from '@quittance/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, map, mergeMap, type Observable } from 'rxjs';
import { ProblemError } from '@quittance/http';
import { ProjectorWatch } from './projector-watch.js';
import { Answer, Listing, PARKED } from './reading.js';

interface Row {
  id: string;
  parked?: true;
}

/**
 * Marks what is shown from a stream that a projection could not go on with: `parked: true` on the row, for later facts
 * are missing from it. Answers as of a place on the axes stay the bytes they were: of them only the header speaks. A
 * thing that is missing altogether is not said to be unknown.
 */
export abstract class ParkedRows implements NestInterceptor {
  protected abstract readonly stream: (id: string) => string;

  constructor(private readonly watch: ProjectorWatch) {}

  /** For things whose stream is named by their id. */
  static of(stream: (id: string) => string): new (watch: ProjectorWatch) => NestInterceptor {
    @Injectable()
    class ParkedRowsOf extends ParkedRows {
      protected readonly stream = stream;
      constructor(watch: ProjectorWatch) {
        super(watch);
      }
    }
    return ParkedRowsOf;
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    if (!http.getResponse<FastifyReply>().hasHeader(PARKED)) return next.handle();
    const { id } = http.getRequest<FastifyRequest>().params as { id?: string };
    return next.handle().pipe(
      map((given: unknown) => (given instanceof Listing ? this.list(given as Listing<unknown>) : given)),
      mergeMap(async (given) => {
        if (given instanceof Answer && !isPlaced(given.body)) await this.mark([given.body as Row]);
        return given;
      }),
      catchError(async (error: unknown) => {
        throw id !== undefined && (await this.waits(id, error)) ? waiting() : error;
      }),
    );
  }

  private list({ of }: Listing<unknown>): Listing<unknown> {
    const page = async () => {
      const answered = await of.page();
      if (!isPlaced(answered.body)) await this.mark(answered.items as Row[]);
      return answered;
    };
    return new Listing({ ...of, page });
  }

  private async mark(rows: readonly Row[]): Promise<void> {
    const parked = await this.watch.parkedAmong(rows.map(({ id }) => this.stream(id)));
    if (parked.size === 0) return;
    for (const row of rows) if (parked.has(this.stream(row.id))) row.parked = true;
  }

  private async waits(id: string, error: unknown): Promise<boolean> {
    if (!(error instanceof Rejection) || error.kind !== 'not-found') return false;
    return (await this.watch.parkedAmong([this.stream(id)])).size > 0;
  }
}

const isPlaced = (body: object): boolean => 'knownAt' in body;

const waiting = (): ProblemError =>
  new ProblemError(503, 'parked', 'It exists, but its stream is parked: `quittance parked` says why.', [], {
    'Retry-After': '60',
  });
