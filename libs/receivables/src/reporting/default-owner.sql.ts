import type { Cut } from '@quittance/reading';

/** Hand-overs after one another that a report follows. */
const DEEPEST = 50;

/** Hand-overs in force at the cut; what was undone never was. */
const inForce = (cut: Cut): string =>
  `${cut.known('h', 'issued')} and ${cut.counts('h.handed_over_on')} and not coalesce(${cut.known('h', 'ended')}, false)`;

/**
 * `handed_default (customer_id, owner_id)`: default owners, or whoever took over from them since they were named; from
 * `own_default (customer_id, owner_id, position)`.
 */
const handedPart = (cut: Cut): string => `handed as materialized (
  select distinct on (h.person_id) h.person_id, h.to_id, h.issued_at
  from live.hand_overs h where ${inForce(cut)} order by h.person_id, h.issued_at desc
), handed_default as (
  with recursive down (customer_id, owner_id, since, depth) as (
    select d.customer_id, d.owner_id, d.position, 0 from own_default d
    union all
    select down.customer_id, h.to_id, h.issued_at, down.depth + 1
    from down join handed h on h.person_id = down.owner_id and h.issued_at > down.since
    where down.depth < ${DEEPEST}
  )
  select distinct on (customer_id) customer_id, owner_id from down order by customer_id, depth desc
)`;

/** Who was merged has the default owner of who they are. */
const OF_ROOTS = `default_owner as (
  select d.customer_id, case when g.root is null then d.owner_id else r.owner_id end as owner_id
  from handed_default d left join merged g on g.customer_id = d.customer_id
  left join handed_default r on r.customer_id = g.root
)`;

/** `default_owner (customer_id, owner_id)` at the cut. @param mapped somebody was merged, or handed over */
export const defaultOwners = (
  cut: Cut,
  mapped: boolean,
): string => `${mapped ? 'own_default' : 'default_owner'} as (
  select distinct on (p.party_id) p.party_id as customer_id, p.owner_id${mapped ? ', p.position' : ''} from live.party_lines p
  where p.party = 'customer' and p.says_owner and ${cut.known('p')} and (p.effective_on is null or ${cut.counts('p.effective_on')})
  order by p.party_id, p.effective_on desc nulls last, p.position desc
)${mapped ? `, ${handedPart(cut)}, ${OF_ROOTS}` : ''}`;
