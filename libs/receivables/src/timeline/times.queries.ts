import { Inject, Injectable } from '@nestjs/common';
import { endOfDay, startOfDay } from '@quittance/kernel';
import { Bind, localDate } from '@quittance/reading';
import { Pool } from 'pg';
import { TIME_ZONE } from '../parts.js';

/** A day on which facts were recorded. */
export interface DayOfFacts {
  day: string;
  recorded: number;
  /** Of them: those that count from an earlier day. */
  backDated: number;
}

export interface Times {
  first: string | null;
  last: string | null;
  days: DayOfFacts[];
}

const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** How many facts were recorded, day by day, in the entity's zone. */
@Injectable()
export class TimesQueries {
  constructor(
    private readonly pool: Pool,
    @Inject(TIME_ZONE) private readonly zone: string,
  ) {}

  async between(from: string, to: string, known: 'recorded' | 'stated'): Promise<Times> {
    const told = known === 'stated' ? 't.stated_at' : 't.recorded_at';
    const bind = new Bind();
    // The last day of the calendar ends in a year of five digits, which no text of an instant has.
    const over = new Date(Math.min(endOfDay(to, this.zone).getTime(), LAST_INSTANT));
    const [start, end] = [startOfDay(from, this.zone), over].map((at) => bind.add(at));
    const day = localDate(bind, this.zone)(told);
    // Positions rise with the running maximum of recorded times: what lies between two instants is found by its index.
    const near =
      known === 'stated'
        ? ''
        : `and t.position >= (select min(f.position) from mirror.facts f where f.recorded_max >= ${start})`;
    const [{ rows: ends }, { rows: days }] = await Promise.all([
      this.pool.query<{ first: Date | null; last: Date | null }>(
        `select (select ${told} from live.audit_trail t order by ${known === 'stated' ? told : 't.position'} limit 1) as first,
                (select ${told} from live.audit_trail t order by ${known === 'stated' ? told : 't.position'} desc limit 1) as last`,
      ),
      this.pool.query<DayOfFacts>(
        `select t.day::text, count(*)::int as recorded, (count(*) filter (where t.effective_on < t.day))::int as "backDated"
         from (select t.effective_on, ${day} as day from live.audit_trail t
               where ${told} >= ${start} and ${told} < ${end} ${near}) t group by t.day order by t.day`,
        bind.values,
      ),
    ]);
    const { first, last } = ends[0]!;
    return { first: first?.toISOString() ?? null, last: last?.toISOString() ?? null, days };
  }
}
