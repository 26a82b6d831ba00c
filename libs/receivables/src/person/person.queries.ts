import { Injectable } from '@nestjs/common';
import {
  Bind,
  type ListColumns,
  type ListQuestion,
  type ListSource,
  type Page,
  readEvery,
  readPage,
  unknown,
} from '@quittance/http';
import { folded } from '@quittance/kernel';
import { Pool } from 'pg';

export const PERSON_COLUMNS = {
  id: { type: 'text', sql: 'r.id', folded: true, example: 'maria' },
  name: { type: 'text', sql: 'r.name', nullable: true, example: 'Maria Bianchi' },
  email: { type: 'text', sql: 'r.email', nullable: true },
  managerId: { type: 'text', sql: 'r.manager_id', folded: true, nullable: true, example: 'anna' },
  leadId: { type: 'text', sql: 'r.lead_id', folded: true, nullable: true },
  seenOn: { type: 'date', sql: 'r.seen_on', nullable: true },
} satisfies ListColumns;

/** Someone who owns invoices, manages, leads, or was seen as an actor. */
export interface PersonItem {
  id: string;
  name: string | null;
  email: string | null;
  roles: string[];
  managerId: string | null;
  leadId: string | null;
  /** The day of the first verified request. */
  seenOn: string | null;
  revision: number;
}

interface PersonListRow {
  id: string;
  name: string | null;
  email: string | null;
  roles: string[];
  manager_id: string | null;
  lead_id: string | null;
  seen_on: string | null;
  revision: string;
}

/** People as they stand. */
@Injectable()
export class PersonQueries {
  constructor(private readonly pool: Pool) {}

  page(question: ListQuestion): Promise<Page<PersonItem>> {
    return readPage(this.pool, source(), question);
  }

  every(question: ListQuestion): AsyncIterable<PersonItem> {
    return readEvery(this.pool, source(), question);
  }

  /** @throws Rejection 404 */
  async details(id: string): Promise<PersonItem> {
    const { rows } = await this.pool.query<PersonListRow>(
      `${PEOPLE} where id in ($1, $2) order by id = $1 desc`,
      [id, folded(id)],
    );
    if (!rows[0]) throw unknown('person');
    return person(rows[0]);
  }
}

const PEOPLE = `select id, name, email, roles, manager_id, lead_id, seen_on, revision::text from live.people`;

const source = (): ListSource<PersonListRow, PersonItem> => ({
  columns: PERSON_COLUMNS,
  relation: PEOPLE,
  bind: new Bind(),
  identity: PERSON_COLUMNS.id,
  standardSort: [{ column: 'id', descending: false }],
  item: person,
});

const person = (row: PersonListRow): PersonItem => ({
  id: row.id,
  name: row.name,
  email: row.email,
  roles: row.roles,
  managerId: row.manager_id,
  leadId: row.lead_id,
  seenOn: row.seen_on,
  revision: Number(row.revision),
});
