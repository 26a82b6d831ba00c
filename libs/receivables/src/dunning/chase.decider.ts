import { addDays, daysBetween, later, Money } from '@quittance/kernel';
import { type CustomerState, customerOn } from '../customer/customer.stream.js';
import { type Invoice, isSettled } from '../invoice/invoice.stream.js';
import { businessDayFrom, ESCALATING, type PolicyInForce, type PolicyStep } from '../policy/policy.stream.js';
import { askedOf, type Holding, type PartAsked } from './asked.decider.js';
import type { StepNamed } from './dunning.events.js';
import { isFinal } from './final.kinds.js';

/** What became of a step. */
export interface StepState {
  status: 'planned' | 'sent' | 'refused' | 'bounced' | 'escalated' | 'alerted' | 'proposed' | 'skipped';
  on: string;
  named: StepNamed;
  code?: string;
  held?: string;
  mailId?: string;
}

/** Steps that were decided, by id. */
export type Chase = ReadonlyMap<string, StepState>;

/** All that a decision looks at, beside what was done. */
export interface Chased {
  invoice: Invoice;
  /** Whose invoice it is, and all who are one with them by merges, with what holds up all that they owe. */
  customers: readonly CustomerState[];
  policy: PolicyInForce;
  holding?: Holding;
  /** Mails to the customer come back. */
  bounced?: boolean;
  /** A first run held escalations, and no manager has confirmed them. */
  unconfirmed?: boolean;
  /** The id of a step of a part at an agreed due date. */
  idOf: (part: number, step: string, agreedDueOn: string) => string;
}

/** A step of a part: when it comes, and whether it was decided. */
export interface Rung {
  step: PolicyStep;
  stepId: string;
  /** The day on which it comes: a business day, where the policy asks for one. */
  on: string;
  /** It lay before the invoice was taken over: it was for others to do. */
  beforeCutOver: boolean;
  done?: StepState;
  /** Nothing more comes of it. */
  final: boolean;
}

/** What is told after money came back, before the ladder goes on. */
export const RETURNED = 'returned';

export interface StepDecided {
  rung: Rung;
  of: PartAsked;
  /** Left out: it is done. */
  skipped?: { code: string; held?: string };
}

/** The ladder of a part, by days. */
export function ladderOf({ invoice, policy, idOf }: Chased, { part }: PartAsked, done: Chase): Rung[] {
  const { takenOverOn = '' } = invoice.issue!;
  const { agreedDueOn, number } = part;
  return policy.steps.map((step) => {
    const day = addDays(agreedDueOn, step.days);
    const stepId = idOf(number, step.key, agreedDueOn);
    // Former releases chased the earliest open part, and named it the first.
    const former = number === 1 ? undefined : done.get(idOf(1, step.key, agreedDueOn));
    const state = done.get(stepId) ?? (former?.named.policyId === undefined ? former : undefined);
    const on = businessDayFrom(policy, day);
    return { step, stepId, on, beforeCutOver: day < takenOverOn, done: state, final: isOver(state) };
  });
}

const isOver = (state: StepState | undefined): boolean =>
  state !== undefined && isFinal(state.status, state.code);

/** What falls due of an invoice on a day: of each part the highest step, those below it are overtaken. */
export function decisionsOn(on: string, chased: Chased, done: Chase): StepDecided[] {
  const { invoice, customers, holding } = chased;
  if (!invoice.issue || invoice.issue.issuedOn > on || isSettled(invoice)) return [];
  return askedOf(invoice, customers, on, holding).flatMap((of, i) =>
    ofPart(on, chased, of, done, i === 0 ? returnedOn(invoice, on) : undefined),
  );
}

/**
 * The next day on which something may be decided as things stand: tomorrow while a step waits, else the day of the next step;
 * `undefined`: none is left.
 */
export function goesOnOn(on: string, chased: Chased, done: Chase): string | undefined {
  const { invoice, customers, holding } = chased;
  if (!invoice.issue || isSettled(invoice)) return undefined;
  const tomorrow = addDays(on, 1);
  if ([...done.values()].some((state) => !isOver(state))) return tomorrow;
  return askedOf(invoice, customers, on, holding)
    .flatMap((of) => ladderOf(chased, of, done))
    .filter(({ final, beforeCutOver }) => !final && !beforeCutOver)
    .map((rung) => later(rung.on, tomorrow))
    .sort()[0];
}

function ofPart(on: string, chased: Chased, of: PartAsked, done: Chase, returned?: string): StepDecided[] {
  const { agreedDueOn } = of.part;
  const ladder = ladderOf(chased, of, done);
  const reached = ladder.filter((rung) => rung.on <= on && !rung.beforeCutOver);
  const highest = reached.at(-1);
  const notice = noticeOf(chased, of, done, returned);
  if (notice && on > agreedDueOn && !notice.final) return decided([notice], notice, chased, of);
  // Nobody is reminded of a due date to come once it has passed.
  if (!highest || (highest.step.days < 0 && on > agreedDueOn)) return [];
  if (!highest.final && on < notBefore(highest, of, done, notice)) return [];
  return decided(reached, highest, chased, of);
}

function decided(reached: readonly Rung[], highest: Rung, chased: Chased, of: PartAsked): StepDecided[] {
  const skipped = highest.final ? undefined : whyNot(highest, chased, of);
  if (skipped) {
    const { done } = highest;
    const again = done?.status === 'skipped' && done.code === skipped.code && done.held === skipped.held;
    return again ? [] : [{ rung: highest, of, skipped }];
  }
  return reached
    .filter(({ final }) => !final)
    .map((rung) => (rung === highest ? { rung, of } : { rung, of, skipped: { code: 'superseded' } }));
}

/** Why nothing is asked at a step; `undefined`: it is. */
export function whyNot(
  { step }: { step: Pick<PolicyStep, 'kind'> },
  { policy, bounced, unconfirmed }: Pick<Chased, 'policy' | 'bounced' | 'unconfirmed'>,
  { asked, code, held }: PartAsked,
): { code: string; held?: string } | undefined {
  if (code !== undefined) return { code, held };
  const least = policy.minAmount[asked.currency];
  if (least !== undefined && asked.minus(Money.of(least, asked.currency)).isNegative)
    return { code: 'below-minimum' };
  if (unconfirmed && ESCALATING.includes(step.kind)) return { code: 'not-confirmed' };
  return bounced && step.kind === 'remind' ? { code: 'bounced-address' } : undefined;
}

/** The first day on which a step may come, by the gap that it keeps from the reminder before it. */
export function notBefore({ step }: Rung, { part }: PartAsked, done: Chase, notice?: Rung): string {
  const gap = step.kind === 'remind' ? (step.minGapDays ?? 0) : 0;
  let last = '';
  for (const { status, on, named } of done.values())
    if (gap > 0 && (status === 'planned' || status === 'sent') && (named.part ?? 1) === part.number)
      last = later(last, on);
  // The ladder goes on a day after the notice at the earliest.
  const told = notice?.done && notice.final ? addDays(notice.done.on, 1) : '';
  return later(last && addDays(last, gap), told);
}

/** After money came back, a notice of its own comes before the ladder goes on. */
function noticeOf({ idOf }: Chased, { part }: PartAsked, done: Chase, day?: string): Rung | undefined {
  if (day === undefined || day <= part.agreedDueOn) return undefined;
  const days = daysBetween(part.agreedDueOn, day);
  const stepId = idOf(part.number, `${RETURNED} ${day}`, part.agreedDueOn);
  const state = done.get(stepId);
  const step: PolicyStep = {
    ...{ key: RETURNED, days, kind: 'remind', template: 'returned', tone: 'formal', approval: 'always' },
  };
  return { step, stepId, on: day, beforeCutOver: false, done: state, final: isOver(state) };
}

/** The last day on which money that had settled it came back, as known now. */
function returnedOn({ settlement }: Invoice, on: string): string | undefined {
  let last: string | undefined;
  for (let each = settlement.taken; each; each = each.before)
    if (each.returned && each.on <= on) last = later(last ?? each.on, each.on);
  return last;
}

/** Whether somebody is to look at the mail before it leaves. */
export function approvalOf({ approval }: PolicyStep, customers: readonly CustomerState[], on: string) {
  const customer = customers[0]?.customer;
  const high = customer && customerOn(customer, on).highValue;
  return approval === 'never' || (approval === 'high-value' && !high) ? 'none' : 'person';
}
