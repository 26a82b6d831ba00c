import { Injectable } from '@nestjs/common';
import { uuid5 } from '@quittance/event-store';
import { type Actor, Rejection } from '@quittance/kernel';
import { Pool } from 'pg';

/** A named search of a page. */
export interface View {
  id: string;
  name: string;
  /** Of the page: `/invoices`. */
  path: string;
  /** The query of its address, without the question mark. */
  search: string;
  shared: boolean;
  /** Who saved it. */
  personId: string;
  revision: number;
}

/** Views of one person. */
const MOST = 200;
const COLUMNS = 'id, name, path, search, shared, person_id as "personId", revision';

@Injectable()
export class ViewQueries {
  constructor(private readonly pool: Pool) {}

  /** Those of the person and those that are shared, after the given name, one more than asked. */
  async list(
    personId: string,
    path: string | undefined,
    { limit, after }: { limit: number; after?: readonly string[] },
  ): Promise<View[]> {
    const { rows } = await this.pool.query<View>(
      `select ${COLUMNS} from page.views
       where (person_id = $1 or shared) and ($2::text is null or path = $2)
         and ($3::text is null or (name collate "C", id) > ($3 collate "C", $4::uuid))
       order by name collate "C", id limit $5`,
      [personId, path ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    return rows;
  }

  /**
   * Saves it under its name, in place of what the person had under that before. Doing so again changes nothing.
   * @param expected revisions of which it must be at one @throws Rejection 409, 412
   */
  async save(
    personId: string,
    { name, path, search, shared }: Pick<View, 'name' | 'path' | 'search' | 'shared'>,
    expected?: readonly bigint[] | 'any',
  ): Promise<View & { created: boolean }> {
    const id = uuid5('view', personId, path, name);
    const { rows: before } = await this.pool.query<{ revision: number | null; views: number }>(
      `select (select revision from page.views where id = $1) as revision,
              (select count(*)::int from page.views where person_id = $2) as views`,
      [id, personId],
    );
    const { revision, views } = before[0]!;
    refuseStale(revision, expected);
    if (revision === null && views >= MOST) {
      throw Rejection.conflict('too-many-views', `You have ${MOST} saved views: remove one of them first.`);
    }
    const { rows } = await this.pool.query<View & { created: boolean }>(
      `insert into page.views as v (id, person_id, name, path, search, shared) values ($1, $2, $3, $4, $5, $6)
       on conflict (id) do update set search = excluded.search, shared = excluded.shared, saved_at = clock_timestamp(),
         revision = v.revision + ((v.search, v.shared) is distinct from (excluded.search, excluded.shared))::int
       where $7::int is null or v.revision = $7
       returning ${COLUMNS}, xmax = 0 as created`,
      [id, personId, name, path, search, shared, expected === undefined ? null : revision],
    );
    if (!rows[0]) throw stale();
    return rows[0];
  }

  /** @returns whether there was one @throws Rejection 403 it is of another, and shared */
  async remove(id: string, { id: personId, roles }: Actor): Promise<boolean> {
    const { rows } = await this.pool.query<{ mine: boolean; shared: boolean }>(
      'select person_id = $2 as mine, shared from page.views where id = $1',
      [id, personId],
    );
    const [view] = rows;
    if (!view || !(view.mine || view.shared)) return false;
    if (!view.mine && !roles.includes('admin')) {
      throw new Rejection(
        'forbidden',
        'view-of-another',
        'Somebody else saved it: ask them, or an admin, to remove it.',
      );
    }
    const { rowCount } = await this.pool.query('delete from page.views where id = $1', [id]);
    return rowCount === 1;
  }
}

function refuseStale(revision: number | null, expected?: readonly bigint[] | 'any'): void {
  if (expected === undefined) return;
  if (revision === null || (expected !== 'any' && !expected.includes(BigInt(revision)))) throw stale();
}

const stale = (): Rejection =>
  new Rejection('stale', 'stale-revision', 'The view was changed since: read it again, and decide again.');
