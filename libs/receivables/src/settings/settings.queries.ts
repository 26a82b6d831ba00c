import { Injectable } from '@nestjs/common';
import type { Limit } from '@quittance/kernel';
import { Money } from '@quittance/kernel';
import { Bind, Cut, KnownAxis, type Place } from '@quittance/reading';
import { Pool } from 'pg';
import { LIMITS } from './limit.kinds.js';
import { limitsAt } from './settings.sql.js';
import { NO_CURRENCY } from './settings.tables.js';

interface Row {
  name: string;
  currency: string;
  value: string;
}

/** What is kept apart on one document. */
export interface Duties {
  pairs: string[][];
  /** In words: what cannot be switched off. */
  always: string[];
}

const ALWAYS = ['who asked for something may not approve it'];

@Injectable()
export class SettingsQueries {
  constructor(
    private readonly pool: Pool,
    private readonly axis: KnownAxis,
  ) {}

  /** Every limit by its name; null: it does not limit. */
  async limits(place?: Place): Promise<Record<string, Limit | null>> {
    const bind = new Bind();
    const { rows } = await this.pool.query<Row>(
      `${limitsAt(new Cut(bind, place ?? { asOf: this.axis.today }))} order by name, currency`,
      bind.values,
    );
    return Object.fromEntries(
      Object.keys(LIMITS).map((name) => [name, limitOf(rows.filter((row) => row.name === name))]),
    );
  }

  /** Pairs that one person may not combine on one document. */
  async duties(place?: Place): Promise<Duties> {
    const bind = new Bind();
    const cut = new Cut(bind, place ?? { asOf: this.axis.today });
    const { rows } = await this.pool.query<{ pairs: string[][] }>(
      `select l.pairs from live.duty_lines l where ${cut.line('l')} order by l.position desc limit 1`,
      bind.values,
    );
    return { pairs: rows[0]?.pairs ?? [], always: ALWAYS };
  }
}

function limitOf(rows: readonly Row[]): Limit | null {
  const [first] = rows;
  if (!first) return null;
  if (first.currency === NO_CURRENCY) return Number(first.value);
  return Object.fromEntries(
    rows.map(({ currency, value }) => [currency, Money.of(value, currency).toString()]),
  );
}
