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
}

function limitOf(rows: readonly Row[]): Limit | null {
  const [first] = rows;
  if (!first) return null;
  if (first.currency === NO_CURRENCY) return Number(first.value);
  return Object.fromEntries(
    rows.map(({ currency, value }) => [currency, Money.of(value, currency).toString()]),
  );
}
