import { Injectable } from '@nestjs/common';
import { uuid5 } from '@quittance/event-store';
import { type Actor, Rejection } from '@quittance/kernel';
import { Pool } from 'pg';

/** An instant that has a name. */
export interface NamedInstant {
  id: string;
  name: string;
  knownAt: Date;
  /** Who named it. */
  personId: string;
}

/** Of one installation. */
const MOST = 1_000;
const COLUMNS = 'id, name, known_at as "knownAt", person_id as "personId"';

@Injectable()
export class InstantQueries {
  constructor(private readonly pool: Pool) {}

  /** The latest first, from behind the given one on; one more than asked. */
  async list({ limit, after }: { limit: number; after?: readonly string[] }): Promise<NamedInstant[]> {
    const { rows } = await this.pool.query<NamedInstant>(
      `select ${COLUMNS} from page.instants
       where $1::timestamptz is null or (known_at, id) < ($1, $2::uuid) order by known_at desc, id desc limit $3`,
      [after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    return rows;
  }

  /** Doing so again changes nothing. @throws Rejection 409 the name stands for another */
  async name(personId: string, name: string, knownAt: Date): Promise<NamedInstant & { created: boolean }> {
    const { rows: made } = await this.pool.query<NamedInstant>(
      `insert into page.instants (id, name, known_at, person_id)
       select $1, $2, $3, $4 where (select count(*) from page.instants) < $5
       on conflict do nothing returning ${COLUMNS}`,
      [uuid5('instant', name), name, knownAt, personId, MOST],
    );
    if (made[0]) return { ...made[0], created: true };
    const { rows } = await this.pool.query<NamedInstant>(
      `select ${COLUMNS} from page.instants where name = $1`,
      [name],
    );
    const [there] = rows;
    if (!there) {
      throw Rejection.conflict(
        'too-many-instants',
        `There are ${MOST} named instants: remove one of them first.`,
      );
    }
    if (there.knownAt.getTime() !== knownAt.getTime()) {
      const detail = `This name stands for ${there.knownAt.toISOString()}: choose another name.`;
      throw Rejection.conflict('instant-taken', detail);
    }
    return { ...there, created: false };
  }

  /** @returns whether there was one @throws Rejection 403 */
  async remove(id: string, { id: personId, roles }: Actor): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      'delete from page.instants where id = $1 and (person_id = $2 or $3)',
      [id, personId, roles.includes('admin')],
    );
    if (rowCount === 1) return true;
    const { rows } = await this.pool.query('select from page.instants where id = $1', [id]);
    if (rows.length === 0) return false;
    const detail = 'Somebody else named it: ask them, or an admin, to remove it.';
    throw new Rejection('forbidden', 'instant-of-another', detail);
  }
}
