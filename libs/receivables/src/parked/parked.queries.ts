import { Inject, Injectable } from '@nestjs/common';
import { Vault } from '@quittance/event-store';
import { Rejection } from '@quittance/kernel';
import {
  type AnyProjection,
  mayRelease,
  OtherVersion,
  releaseParked,
  type Released,
} from '@quittance/read-model';
import { Pool } from 'pg';
import type { MoneyOfFacts } from '../ledger/control.js';
import { ALL_PROJECTIONS, MONEY_OF_FACTS } from '../parts.js';
import { type LeftOut, leftOutOf, READABLE } from './left-out.js';

/** A stream that a projection could not go on with, from which fact on, why, and what reports lack meanwhile. */
export interface ParkedStream {
  projection: string;
  stream: string;
  /** The fact it could not go on with. */
  revision: string;
  position: string;
  type: string;
  /** Without the values it quoted. */
  error: string;
  since: string;
  /** Of the invoice, where the stream is one's. */
  number: string | null;
  customerId: string | null;
  /** That fact and those after it. */
  waiting: number;
  leftOut: LeftOut[];
}

export interface ParkedList {
  /** Oldest fact first. */
  items: ParkedStream[];
  /** Rows in all: one a projection and stream. */
  total: number;
  /** Whether there are more after these. */
  more: boolean;
  /** Facts up to this position are told of. */
  through: string;
}

/** A page of them: how many rows, of which streams (of all when left out), after which row. */
export interface ParkedPage {
  limit: number;
  streams?: readonly string[];
  after?: { position: string; projection: string };
  /** That of the first page; how far the projector is when left out. */
  through?: string;
}

/** Rows that a release answers with at most. */
const MOST = 500;

export interface ReleaseResult {
  released: Released[];
  /** Those asked for that failed again, at the same or a later fact. */
  parked: ParkedStream[];
}

/** The streams that wait, and letting them go on. */
@Injectable()
export class ParkedStreams {
  constructor(
    private readonly pool: Pool,
    private readonly vault: Vault,
    @Inject(ALL_PROJECTIONS) private readonly projections: readonly AnyProjection[],
    @Inject(MONEY_OF_FACTS) private readonly money: MoneyOfFacts,
  ) {}

  async list({ limit, streams, after, through: first }: ParkedPage): Promise<ParkedList> {
    const through = first ?? (await this.end());
    const place = [after?.position ?? '-1', after?.projection ?? ''];
    const values = [streams ?? null, ...place, limit + 1, through];
    const { rows } = await this.pool.query<ParkedRow>(PARKED, values);
    const { rows: all } = await this.pool.query<{ total: number }>(
      'select count(*)::int as total from projector.parked where position <= $1',
      [through],
    );
    const shown = rows.slice(0, limit);
    const leftOut = await leftOutOf(this.pool, this.money, shown, through);
    return {
      items: shown.map(({ since, revision, position, ...row }, i) => ({
        ...row,
        revision: String(revision),
        position: String(position),
        since: since.toISOString(),
        waiting: leftOut[i]!.reduce((count, { facts }) => count + facts, 0),
        leftOut: leftOut[i]!,
      })),
      total: all[0]!.total,
      more: rows.length > limit,
      through,
    };
  }

  private async end(): Promise<string> {
    const { rows } = await this.pool.query<{ at: string }>(
      `select greatest((select coalesce(checkpoint_commit, 0) from projector.state),
                       (select coalesce(max(position), 0) from projector.parked))::text as at`,
    );
    return rows[0]!.at;
  }

  /**
   * The names of those that wait, of the ones asked for or of all.
   * @throws Rejection when the tables are not of this process's version
   */
  async releasable(streams?: readonly string[]): Promise<string[]> {
    await mayRelease({ pool: this.pool, projections: this.projections, streams }).catch(refuseOther);
    const { rows } = await this.pool.query<{ stream: string }>(
      `select stream from projector.parked where $1::text[] is null or stream = any ($1)
       group by stream order by min(position), stream`,
      [streams ?? null],
    );
    return rows.map(({ stream }) => stream);
  }

  /**
   * Projects their facts from where they stopped, with the projections of this process; the projector waits.
   * @throws Rejection when the tables are not of this process's version
   */
  async release(streams?: readonly string[]): Promise<ReleaseResult> {
    const released = await releaseParked({
      ...{ pool: this.pool, projections: this.projections, opener: this.vault },
      streams,
    }).catch(refuseOther);
    return { released, parked: (await this.list({ limit: MOST, streams })).items };
  }
}

function refuseOther(error: Error): never {
  throw error instanceof OtherVersion ? otherVersion(error.projections) : error;
}

const otherVersion = (projections: readonly string[]): Rejection =>
  Rejection.conflict(
    'other-version',
    `Nothing was released: this api's version is not the one that the tables of ${projections.join(', ')} were made by. ` +
      'Ask an api of that version, or start the projector with this one: it rebuilds them, and nothing need be released.',
  );

interface ParkedRow extends Omit<ParkedStream, 'revision' | 'position' | 'since' | 'waiting' | 'leftOut'> {
  revision: bigint;
  position: bigint;
  since: Date;
}

const PARKED = `
  select p.projection, p.stream, p.revision, p.position, p.type, p.error, p.since,
         first.data ->> 'number' as number, first.data ->> 'customerId' as "customerId"
  from (select * from projector.parked
         where ($1::text[] is null or stream = any ($1)) and (position, projection) > ($2::bigint, $3::text)
           and position <= $5::bigint
         order by position, projection limit $4) p
  left join lateral (select ${READABLE} as data from mirror.facts f
                      where f.stream = p.stream and f.revision = 0) first on true
  order by p.position, p.projection`;
