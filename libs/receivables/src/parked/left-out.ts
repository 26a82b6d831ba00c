import type { RecordedFact } from '@quittance/event-store';
import type { Pool } from 'pg';
import { rowsOf } from '@quittance/reading';
import { Money } from '@quittance/kernel';
import type { Leg } from '../ledger/legs.js';
import type { MoneyOfFacts } from '../ledger/control.js';

/** Facts of one type that a projection leaves out of a stream; their amount where they are about money. */
export interface LeftOut {
  type: string;
  facts: number;
  currency: string | null;
  amount: string | null;
}

/** A stream from which on a projection waits. */
export interface Waiting {
  stream: string;
  revision: bigint;
}

/** What PostgreSQL cannot make text of may be the very reason why the fact waits: nothing is read of such a one. */
export const READABLE = String.raw`case when data::text !~* '\\u(0000|d[89a-f])' then data end`;

const FACTS = `
  select w.n::int as n, f.stream, f.revision, f.id, f.type, f.metadata, ${READABLE.replaceAll('data', 'f.data')} as data
  from unnest($1::text[], $2::bigint[]) with ordinality w (stream, revision, n)
  join mirror.facts f on f.stream = w.stream and f.revision >= w.revision and f.position <= $3::bigint`;

type Fact = Pick<RecordedFact, 'stream' | 'revision' | 'id' | 'type' | 'metadata'> & {
  n: number;
  data: RecordedFact['data'] | null;
};

/** What is left out of each stream, by type and currency: sums over the legs of the facts that wait. */
export async function leftOutOf(
  pool: Pool,
  money: MoneyOfFacts,
  waiting: readonly Waiting[],
  through: string,
): Promise<LeftOut[][]> {
  const found = waiting.map(() => new Map<string, LeftOut>());
  const values = [
    waiting.map(({ stream }) => stream),
    waiting.map(({ revision }) => String(revision)),
    through,
  ];
  if (waiting.length === 0) return [];
  for await (const row of rowsOf<Fact>(pool, FACTS, values)) {
    const { n, type } = row;
    const moved = movedBy(money, row);
    const currency = moved?.currency ?? null;
    const group = found[n - 1]!;
    const key = JSON.stringify([type, currency]);
    const before = group.get(key);
    group.set(key, {
      ...{ type, currency, facts: (before?.facts ?? 0) + 1 },
      amount: moved ? moved.plus(Money.of(before?.amount ?? '0', moved.currency)).toString() : null,
    });
  }
  return found.map((group) => [...group.values()].sort(inOrder));
}

/** By how much the fact changes what is open; else what it moves. Undefined: no money, or it cannot be read. */
function movedBy({ legsOf, asToday }: MoneyOfFacts, { data, ...fact }: Fact): Money | undefined {
  let legs: readonly Leg[];
  try {
    legs = data ? legsOf(asToday({ ...fact, data })) : [];
  } catch {
    return undefined; // that is why it waits
  }
  const [first] = legs;
  if (!first) return undefined;
  const { currency } = first.amount;
  const amounts = (of: readonly Leg[]): Money =>
    Money.sum(
      of.map(({ amount }) => amount).filter((amount) => amount.currency === currency),
      currency,
    );
  const open = legs.filter(({ account }) => account === 'receivable');
  const moved = amounts(open.length ? open : legs.filter(({ amount }) => amount.isPositive));
  return moved.isNegative ? moved.negated() : moved;
}

const inOrder = (a: LeftOut, b: LeftOut): number =>
  a.type === b.type ? (String(a.currency) < String(b.currency) ? -1 : 1) : a.type < b.type ? -1 : 1;
