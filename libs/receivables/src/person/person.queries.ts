import { Injectable } from '@nestjs/common';
import { folded } from '@quittance/kernel';
import { unknown } from '@quittance/reading';
import { Pool } from 'pg';
import { PEOPLE_LIST, type PersonItem } from './person.list.js';
import { peopleOf } from './person.sql.js';

/** One person as it stands. */
@Injectable()
export class PersonQueries {
  constructor(private readonly pool: Pool) {}

  /** @throws Rejection 404 */
  async details(id: string): Promise<PersonItem> {
    const { rows } = await this.pool.query<Record<string, unknown>>(
      `${peopleOf()} where v.id in ($1, $2) order by v.id = $1 desc`,
      [id, folded(id)],
    );
    if (!rows[0]) throw unknown('person');
    return PEOPLE_LIST.item(rows[0]);
  }
}
