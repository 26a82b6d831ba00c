import { Injectable } from '@nestjs/common';
import {
  Bind,
  type Cursor,
  type ListColumns,
  type ListQuestion,
  type ListSource,
  type Page,
  readEvery,
  readPage,
  unknown,
} from '@quittance/reading';
import { folded } from '@quittance/kernel';
import { Pool } from 'pg';
import type { Cut } from '@quittance/reading';
import { standing, standOf } from '@quittance/reading';

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
    return readPage(this.pool, source(question.cursor), question);
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

const PEOPLE = `select id, name, email, roles, manager_id, lead_id, seen_on, revision::text from live.people v`;

/** Of the facts that say who a person is. */
const SAID = `('PersonSeen', 'PersonRegistered', 'PersonalDataErased')`;

const textsOf = (json: string): string => `array(select json_array_elements_text(${json}))`;

/** Those whom facts after the cut's position touched, known before it: as said by then, without what was erased since. */
const touchedPeople = (cut: Cut): string => `
  select v.id, case when said.registered is not null then named.name end as name,
         case when said.registered is not null then v.email end as email,
         case when said.registered -> 'roles' is not null then ${textsOf(`said.registered -> 'roles'`)}
              else ${textsOf(`said.seen -> 'roles'`)} end as roles,
         said.registered ->> 'managerId' as manager_id, said.registered ->> 'leadId' as lead_id,
         (said.seen ->> 'seenOn')::date as seen_on, said.revision::text as revision
  from live.people v
  join (select distinct m.stream, m.data ->> 'personId' as id from mirror.facts m
        where not (${cut.known('m')}) and m.type in ${SAID}) touched on touched.id = v.id
  cross join lateral (
    select max(f.revision) as revision,
           (array_agg(f.data order by f.position desc) filter (where f.type = 'PersonRegistered'))[1] as registered,
           (array_agg(f.data order by f.position) filter (where f.type = 'PersonSeen'))[1] as seen
    from mirror.facts f where f.stream = touched.stream and ${cut.known('f')} and f.type in ${SAID}
  ) said
  left join lateral (
    select p.name from live.party_lines p where p.party = 'person' and p.party_id = v.id and ${cut.known('p')}
    order by p.position desc limit 1
  ) named on true
  where not (${cut.known('v')}) and said.revision is not null`;

function source(cursor?: Cursor): ListSource<PersonListRow, PersonItem> {
  const bind = new Bind();
  // Nothing of a person depends on the day.
  const stand = standOf(bind, '', cursor);
  return {
    columns: PERSON_COLUMNS,
    relation: `${PEOPLE} where ${stand.cut.known('v')}`,
    bind,
    identity: PERSON_COLUMNS.id,
    standardSort: [{ column: 'id', descending: false }],
    item: person,
    ...standing(stand, touchedPeople),
  };
}

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
