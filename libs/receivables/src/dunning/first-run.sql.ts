import type { Bind, Cut } from '@quittance/reading';
import type { AllPolicies } from '../policy/policy.cut.js';
import { ESCALATING } from '../policy/policy.stream.js';
import { chasedParts, elapsed, isChased, NOT_BEFORE_CUT_OVER, policiesPart } from './chased-parts.sql.js';

/**
 * How many escalations a first run of the day makes: those that were made that day, and those to come, before it is looked at what
 * holds them up. None, where something was escalated on another day: it is no first run. Undefined: no policy escalates.
 */
export function escalationsOfFirstRun(cut: Cut, bind: Bind, policies: AllPolicies): string | undefined {
  const days = policies.inForce.flatMap(({ steps }) =>
    steps.filter(({ kind }) => ESCALATING.includes(kind)).map((step) => step.days),
  );
  if (days.length === 0) return undefined;
  const kinds = `(${ESCALATING.map((kind) => `'${kind}'`).join(', ')})`;
  const escalated = `r.status in ('escalated', 'proposed')`;
  return `
  with ${policiesPart(cut, bind, policies)}
  select case
    when exists (select from live.reminders r where ${escalated} and r.decided_on <> ${cut.day}) then 0
    else (select count(*) from live.reminders r where ${escalated} and r.decided_on = ${cut.day}) + (
      select count(*) from ${chasedParts(cut)}
      cross join lateral (
        select s.key, s.kind from steps s
        where s.policy = of.policy and s.days <= ${elapsed(cut)} and ${NOT_BEFORE_CUT_OVER}
        order by s.days desc limit 1
      ) highest
      where ${isChased(cut)} and (i.aged_apart or ${cut.day} - i.agreed_due_on >= ${Math.min(...days)})
        and highest.kind in ${kinds} and not coalesce(c.done ? highest.key, false))
    end::int as escalations`;
}
