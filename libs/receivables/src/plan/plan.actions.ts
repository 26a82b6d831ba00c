import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { by, ofType, once } from '../../../../test/faults/support/books/balance.js';
import {
  action,
  day,
  type FeatureActions,
  nth,
  plain,
  which,
} from '../../../../test/histories/simulated/action.js';
import {
  amountOf,
  type Books,
  centsOf,
  dayAt,
  daysTo,
  inside,
  LAST,
  nthOf,
  type Sheet,
} from '../../../../test/histories/simulated/books.js';
import { equal } from '../../../../test/histories/simulated/rules.js';
import {
  type Invoice,
  invoiceId,
  invoiceIn,
  invoiceNumbered,
  onInvoice,
  openOn,
} from '../invoice/invoice.actions.js';
import { AgreePlan, RevokePlan } from './plan.commands.js';
import { type PlanRow, plans } from './plan.tables.js';

interface Planned {
  id: string;
  agreedOn: string;
  amount: Decimal;
  parts: { dueOn: string; amount: Decimal }[];
  /** How many lines had settled the invoice by then: what came later and counts from its day on pays its parts. */
  linesBefore: number;
  revokedOn?: string;
}

/** By number of the invoice. */
const PLANS: Sheet<Map<string, Planned[]>> = { name: 'plans', blank: () => new Map() };
const plansOf = (books: Books, number: string): Planned[] => books.on(PLANS).get(number) ?? [];

const sum = (amounts: readonly Decimal[]): Decimal =>
  amounts.reduce((all, one) => all.plus(one), new Decimal(0));

/** The first day after one on which less had been paid than was due, while something was open. */
function brokenFrom(plan: Planned, invoice: Invoice, until: string): string | undefined {
  const paid = invoice.taken.filter(
    ({ on }, i) => on > plan.agreedOn || (on === plan.agreedOn && i >= plan.linesBefore),
  );
  const days = [...plan.parts.map(({ dueOn }) => dueOn), ...paid.map(({ on }) => on)]
    .filter((on) => on < until)
    .sort();
  const missed = days.find((on) => {
    const due = sum(plan.parts.filter(({ dueOn }) => dueOn <= on).map(({ amount }) => amount));
    const came = sum(paid.filter((line) => line.on <= on).map(({ amount }) => amount));
    return came.lessThan(due) && openOn(invoice, on).greaterThan(0);
  });
  return missed && dayAt(daysTo(missed) + 1);
}

const standsOn = (plan: Planned, invoice: Invoice, on: string): boolean =>
  plan.agreedOn <= on &&
  (plan.revokedOn === undefined || on < plan.revokedOn) &&
  !brokenFrom(plan, invoice, on);

/** Whether the invoice is paid by a plan on a day. */
export const onPlan = (books: Books, number: string, on: string): boolean =>
  plansOf(books, number).some((one) => standsOn(one, invoiceIn(books, number), on));

/** Whether it ever was. */
export const wasOnPlan = (books: Books, number: string): boolean => plansOf(books, number).length > 0;

const agree = action({
  do: 'agree a plan',
  weight: 2,
  draw: fc.record({
    invoice: which,
    agreed: day,
    days: fc.array(fc.nat(40), { minLength: 1, maxLength: 3 }),
    // Of the amount, one time in some another than is open.
    more: fc.constantFrom(0, 0, 0, 0, 1),
  }),
  words: ({ invoice, agreed, days, more }) =>
    `on ${dayAt(agreed)} agree a plan for the ${nth(invoice)} invoice in ${days.length} parts, ${days.join(', ')} days apart` +
    (more ? ', over too much' : ''),
  command: ({ invoice, agreed, days, more }, books) => {
    const number = invoiceNumbered(books, invoice);
    if (number === undefined) return undefined;
    const of = invoiceIn(books, number);
    const on = inside(agreed, of.issuedOn);
    const cents = centsOf(openOn(of, on), of.currency) + more;
    const each = Math.max(1, Math.floor(cents / days.length));
    let due = daysTo(on);
    const instalments = days.map((wait, i) => ({
      dueOn: dayAt((due += wait)),
      amount: amountOf(i < days.length - 1 ? each : Math.max(1, cents - each * i), of.currency),
    }));
    return { number, agreedOn: on, instalments };
  },
  verdict: ({ number, agreedOn, instalments }, books) => {
    const invoice = invoiceIn(books, number);
    if (agreedOn < invoice.issuedOn) return 'invalid';
    const open = openOn(invoice, agreedOn);
    if (open.isZero()) return 'already-settled';
    if (onPlan(books, number, agreedOn) || onPlan(books, number, LAST)) return 'on-plan';
    return sum(instalments.map(({ amount }) => new Decimal(amount))).equals(open) ? 'ok' : 'not-what-is-open';
  },
  take: ({ number, agreedOn, instalments }, books, { planId }) => {
    const parts = instalments.map(({ dueOn, amount }) => ({ dueOn, amount: new Decimal(amount) }));
    const linesBefore = invoiceIn(books, number).taken.length;
    const amount = sum(parts.map((part) => part.amount));
    const one = { id: planId!, agreedOn, amount, parts, linesBefore };
    books.on(PLANS).set(number, [...plansOf(books, number), one]);
  },
  request: ({ number, ...body }) =>
    onInvoice(number, AgreePlan, 'plans', { ...body, reason: 'They cannot.' }),
});

const revoke = action({
  do: 'revoke a plan',
  weight: 1,
  draw: fc.record({ plan: which, revoked: day }),
  words: ({ plan, revoked }) => `on ${dayAt(revoked)} revoke the ${nth(plan)} plan`,
  command: ({ plan, revoked }, books) => {
    const all = [...books.on(PLANS)].flatMap(([number, of]) =>
      of.map(({ id, agreedOn }) => ({ number, id, agreedOn })),
    );
    const one = nthOf(all, plan);
    return one && { number: one.number, plan: one.id, revokedOn: inside(revoked, one.agreedOn) };
  },
  verdict: ({ number, plan, revokedOn }, books) => {
    const of = plansOf(books, number).find(({ id }) => id === plan)!;
    if (revokedOn < of.agreedOn) return 'invalid';
    if (of.revokedOn !== undefined) return 'plan-over';
    return brokenFrom(of, invoiceIn(books, number), revokedOn) ? 'plan-over' : 'ok';
  },
  take: ({ number, plan, revokedOn }, books) =>
    void books.on(PLANS).set(
      number,
      plansOf(books, number).map((one) => (one.id === plan ? { ...one, revokedOn } : one)),
    ),
  request: ({ number, plan: planId, revokedOn }) => {
    const body = { revokedOn, reason: 'They asked for another.' };
    const { named, ...request } = onInvoice(number, RevokePlan, `plans/${planId}/revocation`, body);
    return { ...request, named: { ...named, planId } };
  },
});

export const planActions: FeatureActions = {
  actions: [agree, revoke],
  balances: [
    {
      of: 'plans',
      projection: 'plans',
      what: 'what is paid in parts',
      sql: 'select id::text, invoice_id, amount, agreed_on, revoked_on from live.plans',
      must: (facts) => {
        const over = by(ofType(facts, 'PlanRevoked'), 'planId');
        return once(facts, 'PlanAgreed', 'planId', ({ said }) => [
          ...[said.invoiceId, new Decimal(said.amount!), said.agreedOn],
          over.get(said.planId!)?.[0]?.said.revokedOn,
        ]);
      },
    },
  ],
  agrees: (books, tables) => {
    const rows = tables.rows<PlanRow>(plans);
    for (const [number, all] of books.on(PLANS))
      for (const { id, amount, agreedOn, revokedOn = null } of all) {
        const row = rows.find((one) => one.id === id);
        const is = [row?.invoice_id, row && plain(row.amount), row?.agreed_on, row?.revoked_on];
        equal(`plan ${id} of ${number}`, is, [invoiceId(number), plain(amount), agreedOn, revokedOn]);
      }
  },
};
