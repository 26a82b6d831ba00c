import type { RecordedFact } from '@quittance/event-store';
import type { FactDecryptor } from '@quittance/read-model';
import { PROJECTIONS } from '@quittance/receivables';
import { following } from '../../../libs/read-model/src/continuity.js';
import { Fold } from '../../../libs/read-model/src/fold.js';
import { decryptFacts } from '../../../libs/read-model/src/decrypt.js';
import { keyOf } from '../../../libs/read-model/src/rows.js';

export type Row = Record<string, unknown>;

/** The tables of all projections as maps of rows: the real fold over them, PostgreSQL left out. */
export class Tables {
  private readonly tables = new Map<string, Map<string, Row>>();
  private last = new Map<string, bigint>();

  constructor(private readonly opener: FactDecryptor) {}

  /** One batch. With a crash: everything but the commit. */
  async project(batch: readonly RecordedFact[], crash = false): Promise<void> {
    const fold = new Fold();
    const opened = (await decryptFacts(this.opener, batch)).map((fact) => fact.opened);
    for (const fact of opened) for (const projection of PROJECTIONS) fold.collect(projection, fact);
    fold.loaded(
      fold.wanted().map(({ table, keys }) => {
        const rows = keys.map((key) => this.of(table.name).get(keyOf(table, key)));
        return { rows: rows.filter((row) => row !== undefined) };
      }),
    );
    const last = new Map(this.last);
    const news = new Set<object>(following(last, opened));
    fold.apply(
      (_projection, fact) => !news.has(fact),
      (_projection, _fact, error) => {
        throw error;
      },
    );
    if (crash) return;
    for (const { table, rows } of fold.changed())
      for (const row of rows) this.of(table.name).set(keyOf(table, row), row);
    this.last = last;
  }

  rows<R = Row>(table: { name: string }): R[] {
    return [...this.of(table.name).values()] as R[];
  }

  /** All rows of all tables, in an order of their own: equal texts, equal tables. */
  get text(): string {
    const text = (value: unknown): unknown => (typeof value === 'bigint' ? `${value}` : value);
    const lines = [...this.tables].flatMap(([name, rows]) =>
      [...rows.values()].map((row) => `${name} ${JSON.stringify(row, (_, value) => text(value))}`),
    );
    return lines.sort().join('\n');
  }

  private of(name: string): Map<string, Row> {
    let rows = this.tables.get(name);
    if (!rows) this.tables.set(name, (rows = new Map<string, Row>()));
    return rows;
  }
}
