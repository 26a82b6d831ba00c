import type { RecordedFact } from '@quittance/event-store';
import { agreesWith, isOverdrawn, NAMES } from './actions.js';
import { castOf, dayAt, LAST } from './books.js';
import type { Delivery, History } from './history.js';
import { InMemory } from './in-memory.js';
import { Life } from './life.js';
import { agingOf } from './report.js';
import { bytesOf, equal, isLegal } from './rules.js';
import { FIRST_SEED, type Form, RUNS, runSeeds } from './seeds.js';
import { Tables } from './tables.js';

// Random legal histories in memory: the real command handlers, deciders and projections, over the event store's twin
// and maps of rows. Seeds are numbered from HISTORIES_SEED (1) on: the same number, the same history.

const FORM: Form = { option: '--runs', faults: 6, sideBySide: 4, shrinking: 60_000 };

/** How often each command was done, and refused with which code. */
const HEARD = new Map<string, number>();

async function holds(history: History): Promise<void> {
  const cast = castOf('H', true);
  const door = await InMemory.open(cast);
  const life = new Life(cast, door);
  await life.live(history);
  for (const one of life.heard) HEARD.set(one, (HEARD.get(one) ?? 0) + 1);
  const opener = door.installation.vault();
  const tables = new Tables(opener);
  const answers: string[] = [];
  const asked = [...door.asked];
  const answer = ({ asOf, at }: (typeof asked)[number]) => bytesOf(agingOf(tables, dayAt(asOf), at));
  // Any prefix is a legal state, and the one that the books say.
  for (const { fact, books } of life.prefixes()) {
    const at = fact.position.commit;
    for (; asked.length > 0 && asked[0]!.at < at; asked.shift()) answers.push(answer(asked[0]!));
    await tables.project([fact]);
    agreesWith(books, tables);
    for (const asOf of [dayAt(90), LAST, dayAt(400)]) isLegal(tables, asOf, at, isOverdrawn(books));
  }
  answers.push(...asked.map(answer));
  equal('the same questions at the end', door.asked.map(answer), answers);

  const { text } = tables;
  await tables.project(life.facts);
  equal('tables of facts projected twice', tables.text, text);
  const atOnce = new Tables(opener);
  await atOnce.project(life.facts);
  equal('tables of facts projected in one batch', atOnce.text, text);
  const split = new Tables(opener);
  await deliver(life.facts, history.deliveries, split);
  equal('tables of facts that came split, doubled and between crashes', split.text, text);
}

async function deliver(
  facts: readonly RecordedFact[],
  deliveries: readonly Delivery[],
  to: Tables,
): Promise<void> {
  for (let at = 0, i = 0; at < facts.length; i += 1) {
    const { facts: count, again, crash } = deliveries[i % deliveries.length]!;
    const batch = facts.slice(Math.max(0, at - again), at + count);
    if (crash) await to.project(batch, true);
    await to.project(batch);
    at += count;
  }
}

describe('random legal histories in memory', () => {
  it(
    `account for all money, fact by fact, however they are delivered (${RUNS} seeds from ${FIRST_SEED})`,
    async () => {
      await runSeeds(RUNS, FORM, holds);
      // Else a command of which much is said above was hardly ever drawn.
      if (RUNS >= 200) expect(NAMES.filter((name) => !HEARD.has(`${name} ok`))).toEqual([]);
    },
    60_000 + RUNS * 1_000,
  );
});
