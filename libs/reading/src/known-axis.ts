import { asDate, asInstant, asOneOf, type Question } from './query-string.js';
import { type Cursor, foreign } from './cursor.js';
import { ProjectorWatch } from './projector-watch.js';
import { ProblemError } from '@quittance/http';
import { type Clock, Rejection } from '@quittance/kernel';
import { Pool } from 'pg';

/** The two axes as a question names them. */
export const AXES = {
  asOf: asDate("the business date to look from, today in the entity's zone when left out"),
  knownAt: asInstant('only what was recorded by then counts; everything when left out'),
  known: asOneOf(
    'cut on the instant the store recorded, or on the one an imported history states',
    'recorded',
    'stated',
  ),
};

/** A question's place on both axes: the same place, the same answer, for ever. */
export interface Place {
  asOf: string;
  known: 'recorded' | 'stated';
  knownAt: Date;
  /**
   * The last position that counts. With `stated`: the last whose stated instant lies at or before knownAt; it does
   * not cut, for a fact recorded later may state an earlier instant.
   */
  knownPosition: bigint;
  /** How far the projector was when the place was found. Where `stated` does not cut, this does. */
  seen?: bigint;
  /** The projector could not say that everything recorded up to now is in: the last facts may be missing. */
  stale: boolean;
}

/** What an answer says of its place; a later question that names the same gets the same answer. */
export function shown(place: Place): ShownPlace;
export function shown(place: Place | undefined): Partial<ShownPlace>;
export function shown(place: Place | undefined): Partial<ShownPlace> {
  if (!place) return {};
  const { asOf, knownAt, knownPosition, known } = place;
  return { asOf, knownAt: knownAt.toISOString(), knownPosition: String(knownPosition), known };
}

interface ShownPlace {
  asOf: string;
  knownAt: string;
  knownPosition: string;
  known: Place['known'];
}

/** What a cursor keeps of it: the positions too, for what is recorded later may state an earlier instant. */
export const pinned = (place: Place): Record<string, string> => ({
  asOf: place.asOf,
  knownAt: place.knownAt.toISOString(),
  knownPosition: String(place.knownPosition),
  ...(place.seen !== undefined && { at: String(place.seen) }),
});

type Axes = Question<typeof AXES>;

/** The positions of a first page. */
interface Pins {
  knownPosition?: bigint;
  seen?: bigint;
}

/** A later page's question at the place of the first. @throws Rejection 422 when it names another place itself */
export function at<Asked extends Axes>(asked: Asked, cursor: Cursor): Asked & Pins {
  const { asOf, knownAt, knownPosition, at: seen } = cursor.pinned ?? {};
  const moved =
    (asked.asOf !== undefined && asked.asOf !== asOf) ||
    (asked.knownAt !== undefined && asked.knownAt.toISOString() !== knownAt);
  if (moved) throw foreign();
  return {
    ...asked,
    asOf,
    knownAt: knownAt === undefined ? undefined : new Date(knownAt),
    ...(knownPosition !== undefined && { knownPosition: BigInt(knownPosition) }),
    ...(seen !== undefined && { seen: BigInt(seen) }),
  };
}

const EVERYTHING_MS = 1_000;
const GIVEN_MS = 5_000;
const NUDGE_EVERY_MS = 250;

const noDay = (field: string, date: string): Rejection =>
  Rejection.invalid('invalid', 'A parameter is wrong.', {
    field,
    rule: 'date',
    value: date,
    hint: "a day that the entity's time zone had",
  });

/** Rows of a table in `live`, each with `position` and `stated_at`; of all rows when `only` is left out. */
export interface StatedLines {
  table: string;
  /** Which rows, in SQL. */
  only?: string;
}

/** Finds a question's place: `knownAt` to a position, complete, or not at all. */
export class KnownAxis {
  /** @param lines what holds, between them, every fact that a report can */
  constructor(
    private readonly pool: Pool,
    private readonly watch: ProjectorWatch,
    private readonly clock: Clock,
    private readonly lines: readonly StatedLines[],
  ) {}

  get today(): string {
    return this.clock.today();
  }

  /** The entity's zone. */
  get zone(): string {
    return this.clock.zone ?? 'UTC';
  }

  /**
   * The place of a list or of one thing: undefined when no axis was named, then things are answered as they stand.
   * A list's cursor keeps the place of its first page.
   */
  async placeIfAsked(asked: Axes, cursor?: Cursor): Promise<Place | undefined> {
    const question = cursor ? at(asked, cursor) : asked;
    const { asOf, knownAt, known } = question;
    return asOf || knownAt || known ? this.place(question) : undefined;
  }

  /**
   * @throws Rejection 422 when knownAt lies in the future (of the real clock)
   * @throws ProblemError 503 when the projector has not passed knownAt in five seconds
   */
  async place({ asOf, knownAt, known = 'recorded', ...pins }: Axes & Pins): Promise<Place> {
    if (asOf !== undefined && this.clock.hasDay?.(asOf) === false) throw noDay('/asOf', asOf);
    const { instant, stale } = knownAt
      ? { instant: await this.complete(knownAt), stale: false }
      : await this.everything(known);
    const seen = pins.seen ?? (await this.watch.state()).position;
    const knownPosition =
      pins.knownPosition ??
      (await (known === 'recorded' ? this.recordedBy(instant) : this.statedBy(instant, seen)));
    return { asOf: asOf ?? this.today, known, knownAt: instant, knownPosition, seen, stale };
  }

  private async complete(knownAt: Date): Promise<Date> {
    const passed = ({ completeThrough }: { completeThrough?: Date }): boolean =>
      completeThrough !== undefined && completeThrough >= knownAt;
    if (passed(await this.watch.state())) return knownAt;
    if (knownAt > this.clock.now()) {
      throw Rejection.invalid('invalid', 'Nobody knows yet what will be recorded.', {
        field: '/knownAt',
        rule: 'not-in-future',
        value: knownAt.toISOString(),
        hint: 'an instant that has passed',
      });
    }
    if (await this.nudgedUntil(passed, GIVEN_MS)) return knownAt;
    throw new ProblemError(
      503,
      'not-yet-complete',
      'The projector has not passed that instant in 5 s, so the answer could still change. Try again.',
      [],
      { 'Retry-After': '5' },
    );
  }

  /**
   * The instant at which everything projected is complete: that of the last fact, so that the answer stays the
   * same until another is recorded. A projector that stands still: what it last knew to be complete.
   */
  private async everything(known: 'recorded' | 'stated'): Promise<{ instant: Date; stale: boolean }> {
    type State = Awaited<ReturnType<ProjectorWatch['state']>>;
    let state = await this.watch.state();
    const { lastRecorded } = state;
    const reached = ({ completeThrough }: State): boolean =>
      !lastRecorded || (completeThrough !== undefined && completeThrough >= lastRecorded);
    const silent = this.watch.isSilent(state);
    let stale = !reached(state);
    if (stale && !silent) {
      const later = await this.nudgedUntil(reached, EVERYTHING_MS);
      stale = later === undefined;
      state = later ?? (await this.watch.state());
    }
    const through = state.completeThrough ?? new Date(0);
    const last = state.lastRecorded;
    return { instant: known === 'recorded' && last && last <= through ? last : through, stale };
  }

  private async nudgedUntil(
    holds: Parameters<ProjectorWatch['until']>[0],
    milliseconds: number,
  ): ReturnType<ProjectorWatch['until']> {
    for (let left = milliseconds; left > 0; left -= NUDGE_EVERY_MS) {
      await this.watch.nudge();
      const state = await this.watch.until(holds, NUDGE_EVERY_MS);
      if (state) return state;
    }
    return undefined;
  }

  private async recordedBy(knownAt: Date): Promise<bigint> {
    const { rows } = await this.pool.query<{ position: string | null }>(
      `select max(position)::text as position from mirror.facts where recorded_max =
         (select max(recorded_max) from mirror.facts where recorded_max <= $1)`,
      [knownAt],
    );
    return BigInt(rows[0]?.position ?? 0);
  }

  private async statedBy(knownAt: Date, seen: bigint): Promise<bigint> {
    const { rows } = await this.pool.query<{ position: string | null }>(
      `select max(position)::text as position from (${this.lines
        .map(
          ({ table, only }) =>
            `(select position from live.${table} where ${only ? `${only} and` : ''} stated_at <= $1 and position <= $2
              order by position desc limit 1)`,
        )
        .join(' union all ')}) last`,
      [knownAt, String(seen)],
    );
    return BigInt(rows[0]?.position ?? 0);
  }
}
