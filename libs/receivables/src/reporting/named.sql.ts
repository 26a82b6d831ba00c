import type { Cut } from '@quittance/reading';

/** Names of customers as they were known at the cut's position: `key, name`. @param of the condition on their ids */
export const lastNames = (cut: Cut, of: (id: string) => string): string => `
  select distinct on (p.party_id) p.party_id as key, p.name from live.party_lines p
  where p.party = 'customer' and ${of('p.party_id')} and p.name is not null and ${cut.known('p')}
  order by p.party_id, p.position desc`;

/** That of one: a row, or none of whom nobody said a name. */
export const lastName = (cut: Cut, customer: string): string =>
  `select named.name from (${lastNames(cut, (id) => `${id} = ${customer}`)}) named`;
