import type { RecordedFact } from '@quittance/event-store';
import { type Asked, type Step, ask, handlersOf } from '../asking.js';
import { emptyPersonal, erasedIn } from '../erasure.js';
import { type FactDecryptor, PERSONAL_DATA_ERASED, decryptFacts } from '../decrypt.js';
import { Parking } from '../parking.js';
import type { AnyProjection, ProjectedFact } from '../projection.js';
import type { Row } from '../rows.js';
import type { AnyTable } from '../table.js';
import { MirrorFact } from './mirror-fact.js';
import { StagingTable } from './staging-table.js';
import { ProjectionFaultError, type RebuildOptions } from './options.js';
import type { StagingWriter } from './staging-writer.js';

/** Rows of a table held in memory at most, twice for a moment. */
const MOST_HELD = 20_000;

/** Brings facts into the tables of a rebuild, in commit order. */
export interface FillsTables {
  /** What had to wait. */
  readonly parking: Parking;
  fill(facts: readonly RecordedFact[]): Promise<void>;
  /** All facts of this round are through: every row is written. */
  finish(): Promise<void>;
}

/** Types that change rows: those that some projection has a handler for, and erasures. */
export const typesOf = (projections: readonly AnyProjection[]): string[] => [
  ...new Set([...handlersOf(projections).keys(), PERSONAL_DATA_ERASED]),
];

/** Handlers may see it as the mirror gave it: nothing of it has to be opened or destroyed first. */
const isOpen = (fact: RecordedFact): boolean =>
  fact instanceof MirrorFact && !fact.maybeSealed && fact.type !== PERSONAL_DATA_ERASED;

/**
 * Fills the tables of a rebuild, page by page in commit order, as the projector would have: a fact whose handler
 * throws, or that cannot be opened, parks its stream for that projection; or what a handler throws ends it.
 */
export class Filling implements FillsTables {
  private readonly tables = new Map<AnyTable, StagingTable>();
  private readonly handlers: Map<string, AnyProjection[]>;
  readonly parking = Parking.empty();

  private readonly erased: string[] = [];
  private finished = false;

  constructor(
    private readonly writer: StagingWriter,
    private readonly projections: readonly AnyProjection[],
    private readonly opener: FactDecryptor | undefined,
    private readonly facts: string,
    private readonly faults: RebuildOptions['faults'] = 'park',
    most = MOST_HELD,
  ) {
    this.handlers = handlersOf(projections);
    for (const table of projections.flatMap(({ tables }) => tables)) {
      this.tables.set(table, new StagingTable(writer, table, most));
    }
  }

  async fill(facts: readonly RecordedFact[]): Promise<void> {
    const entries: (Asked & { broken?: Error })[] = [];
    const wanted = new Keys();
    const put = new Keys();
    const assumed = new Keys();
    const handled = facts.filter(({ type }) => this.handlers.has(type) || type === PERSONAL_DATA_ERASED);
    this.erased.push(...erasedIn(handled));
    const sealed = await decryptFacts(
      this.opener,
      handled.filter((fact) => !isOpen(fact)),
    );
    const openings = new Map(sealed.map((opening) => [opening.stored, opening]));
    for (const fact of handled) {
      const { opened, broken } = openings.get(fact) ?? { opened: fact as ProjectedFact };
      for (const projection of this.handlers.get(opened.type) ?? []) {
        const asked = broken ? { projection, fact: opened, steps: [], broken } : ask(projection, opened);
        entries.push(asked);
        for (const step of asked.steps) {
          const { table, by } = step;
          if (by) (put.has(table, step.key) ? assumed : wanted).add(table, step.key, by);
          else if (this.tables.get(table)!.changed) put.add(table, keyOfPut(step), step.row);
        }
      }
    }
    await this.load(wanted);
    for (const entry of entries) {
      // What was to be put is not: what stands in the table is asked for after all.
      if (!this.apply(entry)) await this.load(assumed);
    }
    for (const table of this.tables.values()) if (table.isFull) await table.write(false);
  }

  /**
   * All facts of this round are through: every row is written. Who was erased since the first round may have been
   * read before that.
   */
  async finish(): Promise<void> {
    for (const table of this.tables.values()) await table.write();
    await this.writer.flushed();
    const subjects = this.erased.splice(0);
    const { facts, projections, parking, writer } = this;
    if (this.finished && subjects.length) {
      await emptyPersonal(writer.client, { schema: writer.schema, facts, projections, subjects, parking });
      for (const table of this.tables.values()) table.forget();
    }
    this.finished = true;
  }

  private async load(keys: Keys): Promise<void> {
    for (const [table, ofTable] of keys.byTable) await this.tables.get(table)!.load(ofTable);
    keys.byTable.clear();
  }

  /** @returns false: the fact waits */
  private apply({ fact, projection, steps, error, broken }: Asked & { broken?: Error }): boolean {
    if (this.parking.holds(projection.name, fact)) return false;
    const undo: (() => void)[] = [];
    try {
      const failed = broken ?? error;
      if (failed) throw failed;
      for (const step of steps) undo.push(this.tables.get(step.table)!.step(step));
      return true;
    } catch (thrown) {
      if (this.faults === 'stop' && !broken) {
        throw new ProjectionFaultError(projection.name, fact, thrown as Error);
      }
      for (const back of undo.reverse()) back();
      this.parking.park(projection.name, fact, thrown as Error);
      return false;
    }
  }
}

/** Keys of rows, by table. */
class Keys {
  readonly byTable = new Map<AnyTable, Map<string, Row>>();

  has = (table: AnyTable, key: string): boolean => this.byTable.get(table)?.has(key) ?? false;

  add(table: AnyTable, key: string | undefined, by: Row): void {
    if (key === undefined) return;
    const keys = this.byTable.get(table);
    if (keys) keys.set(key, by);
    else this.byTable.set(table, new Map([[key, by]]));
  }
}

/** Undefined where it can be none: the fact is parked when it is applied. */
function keyOfPut(step: Step): string | undefined {
  try {
    return step.key;
  } catch {
    return undefined;
  }
}
