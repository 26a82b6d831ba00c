import { PROJECTIONS } from '@quittance/receivables';
import { Decimal } from 'decimal.js';
import { BALANCES as BROUGHT } from '../../../histories/simulated/actions.js';
import type { Differences } from '../differences.js';
import type { LeftOut, ReadSide } from '../read-side.js';
import type { Texts } from '../table-rows.js';
import type { Balance, Must, Value } from './balance.js';
import { INVOICES } from './invoices.js';
import { MONEY } from './money.js';
import { PAYMENTS } from './payments.js';
import { PARTIES } from './parties.js';
import type { PlainFact } from './plain-fact.js';

export const BALANCES: readonly Balance[] = [...INVOICES, ...MONEY, ...PAYMENTS, ...PARTIES, ...BROUGHT];

/** Tables that no balance is about. */
export const unbalanced = (): string[] =>
  PROJECTIONS.flatMap(({ tables }) => tables.map(({ name }) => name)).filter(
    (name) => !BALANCES.some(({ of }) => of === name),
  );

/** Every table comes to what the facts come to, without those that its projection leaves out. */
export async function booksBalance(
  live: ReadSide,
  facts: readonly PlainFact[],
  leftOut: readonly LeftOut[],
  differences: Differences,
): Promise<void> {
  for (const table of unbalanced()) differences.add(`live.${table}: no balance is about it`);
  for (const balance of BALANCES) {
    const held = leftOut.filter(({ projection }) => projection === balance.projection);
    const from = new Map(held.map(({ stream, revision }) => [stream, revision]));
    const counted = facts.filter(({ stream, revision }) => revision < (from.get(stream) ?? Infinity));
    compare(balance, await live.texts(balance.sql), balance.must(counted), differences);
  }
}

function compare(
  { of, what }: Balance,
  is: ReadonlyMap<string, Texts>,
  must: Must,
  differences: Differences,
): void {
  const tell = (key: string, found?: readonly Value[], expected?: readonly Value[]): void =>
    differences.add(`live.${of} ${key}: ${what}: is ${text(found)}, must be ${text(expected)}`);
  for (const [key, values] of must) {
    const found = is.get(key);
    if (!found || values.some((value, i) => !same(value, found[i]))) tell(key, found, values);
  }
  for (const [key, found] of is) if (!must.has(key)) tell(key, found);
}

/** An amount in any form, everything else to the letter. */
const same = (must: Value, is: string | null | undefined): boolean =>
  must instanceof Decimal ? !!is && must.eq(is) : (must ?? null)?.toString() === (is ?? undefined);

const text = (values: readonly Value[] | undefined): string =>
  values ? values.map((value) => String(value ?? null)).join(', ') : 'nothing';
