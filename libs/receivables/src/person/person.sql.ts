import type { Cut } from '@quittance/reading';
import { changedAt, fieldAt } from '../changes.sql.js';

/** How they are told of what falls due: the last that was said, whatever else was. */
const toldAs = (cut?: Cut): string => `
  coalesce((select k.alerts from live.alert_choices k where k.person_id = v.id and ${cut?.known('k') ?? 'true'}
            order by k.position desc limit 1), 'none') as alerts,
  (select k.language from live.alert_choices k where k.person_id = v.id and ${cut?.known('k') ?? 'true'}
   order by k.position desc limit 1) as language`;

export const peopleOf = (cut?: Cut): string => `
  select v.id, v.name, v.email, v.roles, v.manager_id, v.lead_id, v.seen_on, ${toldAs(cut)}, v.revision::text from live.people v`;

/** Of the facts that say who a person is. */
const SAID = `('PersonSeen', 'PersonRegistered', 'PersonChanged', 'AlertsChosen', 'PersonalDataErased')`;

const textsOf = (json: string): string => `array(select json_array_elements_text(${json}))`;

const ROLES = `case when said.registered -> 'roles' is not null then ${textsOf(`said.registered -> 'roles'`)}
              else ${textsOf(`said.seen -> 'roles'`)} end`;

/** Those whom facts after the cut's position touched, known before it: as said by then, without what was erased since. */
export const touchedPeople = (cut: Cut): string => `
  select v.id, ${fieldAt('name', 'case when said.registered is not null then named.name end')} as name,
         ${fieldAt('email', 'case when said.registered is not null then v.email end')} as email,
         ${fieldAt('roles', ROLES, 'text[]')} as roles,
         ${fieldAt('managerId', `said.registered ->> 'managerId'`)} as manager_id,
         ${fieldAt('leadId', `said.registered ->> 'leadId'`)} as lead_id,
         (said.seen ->> 'seenOn')::date as seen_on, ${toldAs(cut)}, said.revision::text as revision
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
  ) named on true ${changedAt(cut, { table: 'person_lines', row: 'v' })}
  where not (${cut.known('v')}) and said.revision is not null`;
