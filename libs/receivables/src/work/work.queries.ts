import { Injectable } from '@nestjs/common';
import { Bind, Cut, KnownAxis } from '@quittance/reading';
import { Pool } from 'pg';
import { allWork } from './work.sql.js';

@Injectable()
export class WorkQueries {
  constructor(
    private readonly pool: Pool,
    private readonly axis: KnownAxis,
  ) {}

  /** Whom a thing to do is about: empty where nobody is known; undefined where there is no such thing. */
  async customerOf(itemId: string): Promise<string | undefined> {
    const bind = new Bind();
    const relation = allWork(new Cut(bind, { asOf: this.axis.today }));
    const { rows } = await this.pool.query<{ customer_id: string | null }>(
      `select w.customer_id from (${relation}) w where w.id = ${bind.add(itemId)}`,
      bind.values,
    );
    return rows[0] && (rows[0].customer_id ?? '');
  }
}
