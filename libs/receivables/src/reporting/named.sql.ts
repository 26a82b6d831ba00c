import type { Cut } from '@quittance/reading';

/** The name of a customer as it was known at the cut's position: one row, or none of whom nobody said a name. */
export const lastName = (cut: Cut, customer: string): string => `
  select p.name from live.party_lines p
  where p.party = 'customer' and p.party_id = ${customer} and p.name is not null and ${cut.known('p')}
  order by p.position desc limit 1`;
