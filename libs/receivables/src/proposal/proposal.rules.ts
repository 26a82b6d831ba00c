import { Money } from '@quittance/kernel';
import type { Params } from '../telling/sentences.js';
import { exactSums } from './exact-sums.js';
import {
  type Candidate,
  type Found,
  type Owed,
  type Part,
  type Proposal,
  proposalIdOf,
  type Rule,
  RULES,
} from './proposal.js';

/** Invoices of one proposal. */
const MOST_ALLOCATIONS = 50;
/** Invoices among which a sum is looked for. */
const SUMMED = 60;
const MOST_PROPOSALS = 10;

type Paid = Pick<Part, 'currency' | 'free'>;

/** What each rule is worth, of 100, at its best: where nothing else fits as well. */
const POINTS = {
  /** The named invoices come to what is free; to less; to more, of one invoice and of several. */
  reference: { exact: 98, rest: 88, part: 84, cut: 74 },
  /** Less, where somebody else owes what was named. */
  others: 8,
  amount: { whole: 90, instalment: 84 },
  sum: { sure: 80, unsure: 68 },
  oldest: { all: 82, some: 30 },
} as const;

const money = ({ currency }: Paid, amount: string): Money => Money.of(amount, currency);
const sumOf = (paid: Paid, invoices: readonly Candidate[]): Money =>
  Money.sum(
    invoices.map(({ open }) => money(paid, open)),
    paid.currency,
  );
/** Numbers that a sentence names: not all, where they are many. */
const listed = (invoices: readonly Candidate[]): Params => ({
  numbers: invoices
    .slice(0, 5)
    .map(({ number }) => number)
    .join(', '),
  moreNumbers: Math.max(invoices.length - 5, 0),
});
/** What a sentence says only where it is so. */
const where = (name: string, holds: boolean): Params => (holds ? { [name]: 'yes' } : {});
const inAll = (paid: Paid, of: Candidate): { of: Candidate; amount: string } => ({
  of,
  amount: money(paid, of.open).toString(),
});

/** The open amounts in that order, as far as the money reaches. */
function filled(paid: Paid, invoices: readonly Candidate[]): Found['allocations'] {
  let rest = money(paid, paid.free);
  return invoices.slice(0, MOST_ALLOCATIONS).flatMap((of) => {
    const amount = money(paid, of.open).min(rest);
    rest = rest.minus(amount);
    return amount.isPositive ? [{ of, amount: amount.toString() }] : [];
  });
}

/** Numbers of invoices in the reference. */
function byReference({ named, ...part }: Part): Found[] {
  if (named.length === 0) return [];
  const [open, free] = [sumOf(part, named), money(part, part.free)];
  const fits = open.compare(free);
  const { reference, others } = POINTS;
  const points =
    fits === 0
      ? reference.exact
      : fits < 0
        ? reference.rest
        : named.length === 1
          ? reference.part
          : reference.cut;
  const strange = part.customerId !== null && named.some(({ own }) => !own);
  return [
    {
      allocations: filled(part, named),
      score: points - (strange ? others : 0),
      exact: fits === 0 && !strange,
      because: [
        {
          says: 'ProposedByReference',
          params: {
            ...listed(named),
            ...{ open: open.toString(), free: free.toString(), currency: part.currency },
            ...where('strange', strange),
          },
        },
      ],
    },
  ];
}

/** Exactly what is free is open of one invoice, or of the earliest instalment of one. */
function byAmount(paid: Paid, { invoices, exact, more }: Owed): Found[] {
  const free = money(paid, paid.free);
  const due = invoices.filter(
    ({ instalment, open }) => instalment && money(paid, instalment).equals(free) && instalment !== open,
  );
  const fitting = [...exact.map((of) => ({ of, part: false })), ...due.map((of) => ({ of, part: true }))];
  const one = fitting.length === 1;
  return fitting.map(({ of, part }) => ({
    allocations: [{ of, amount: free.toString() }],
    score: Math.floor(POINTS.amount[part ? 'instalment' : 'whole'] / fitting.length),
    // Instalments of those that were not looked at may fit as well.
    exact: one && !(part && more),
    because: [
      {
        says: 'ProposedByAmount',
        params: {
          ...{ free: free.toString(), currency: paid.currency, number: of.number },
          others: fitting.length - 1,
          ...where('part', part),
          ...where('notAll', part && more),
        },
      },
    ],
  }));
}

/** Two to five invoices come to exactly what is free. */
function bySum(paid: Paid, { invoices, more }: Owed): Found[] {
  const looked = invoices.slice(0, SUMMED);
  const free = money(paid, paid.free);
  const { found, complete } = exactSums(
    free,
    looked.map(({ open }) => money(paid, open)),
  );
  const sure = complete && !more && looked.length === invoices.length;
  return found.map((places) => {
    const parts = places.map((place) => looked[place]!);
    const one = found.length === 1;
    return {
      allocations: parts.map((of) => inAll(paid, of)),
      score: Math.floor(POINTS.sum[sure ? 'sure' : 'unsure'] / found.length),
      exact: one && sure,
      because: [
        {
          says: 'ProposedBySum',
          params: {
            ...listed(parts),
            ...{ free: free.toString(), currency: paid.currency, others: found.length - 1 },
            ...where('notAll', !sure),
          },
        },
      ],
    };
  });
}

/** The oldest due first, as far as it reaches. */
function byAge(paid: Paid, { invoices, more }: Owed): Found[] {
  if (invoices.length === 0) return [];
  const [open, free] = [sumOf(paid, invoices), money(paid, paid.free)];
  const all = open.equals(free) && !more && invoices.length <= MOST_ALLOCATIONS;
  const allocations = filled(paid, invoices);
  return [
    {
      allocations,
      score: all ? POINTS.oldest.all : POINTS.oldest.some,
      exact: all,
      because: [
        {
          says: all ? 'ProposedAll' : 'ProposedByAge',
          params: {
            ...listed(invoices),
            ...{ free: free.toString(), open: open.toString(), currency: paid.currency },
            count: allocations.length,
            ...where('more', more),
          },
        },
      ],
    },
  ];
}

/** What this payer's account number meant before: another customer than the money is of now. */
const byAccount = (part: Part): Found[] =>
  part.before.flatMap((before) =>
    [...byAmount(part, before), ...bySum(part, before), ...byAge(part, before)].map((found) => ({
      ...found,
      score: Math.floor((found.score * 9 * before.times) / (10 * before.of)),
      // Nobody said whose money it is.
      exact: false,
      because: [
        {
          says: 'ProposedByAccount' as const,
          params: { customerId: before.customerId, times: String(before.times), of: String(before.of) },
        },
        ...found.because,
      ],
    })),
  );

/** Each rule with what it finds in a part of the money. */
const FINDS: Readonly<Record<Rule, (part: Part) => Found[]>> = {
  reference: byReference,
  amount: (part) => byAmount(part, part.owed),
  sum: (part) => bySum(part, part.owed),
  account: byAccount,
  oldest: (part) => byAge(part, part.owed),
};

/** What can be done with what is free, the best first. Pure: the same parts give the same proposals. */
export function proposed(parts: readonly Part[]): Proposal[] {
  const byId = new Map<string, Proposal>();
  for (const part of parts)
    for (const rule of RULES)
      for (const found of FINDS[rule](part)) {
        const proposal = proposalOf(part, rule, found);
        const known = byId.get(proposal.proposalId);
        if (!known || known.score < proposal.score) byId.set(proposal.proposalId, proposal);
      }
  const all = [...byId.values()].sort(
    (a, b) =>
      b.score - a.score ||
      RULES.indexOf(a.rule) - RULES.indexOf(b.rule) ||
      order(a.allocations[0]!.dueOn, b.allocations[0]!.dueOn) ||
      order(a.allocations[0]!.number, b.allocations[0]!.number) ||
      order(a.proposalId, b.proposalId),
  );
  return one(all).slice(0, MOST_PROPOSALS);
}

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function proposalOf({ customerId, currency }: Part, rule: Rule, found: Found): Proposal {
  const { score, exact, because } = found;
  const allocations = found.allocations.map(({ of, amount }) => ({
    ...{ invoiceId: of.invoiceId, number: of.number, customerId, amount },
    ...{ open: Money.of(of.open, currency).toString(), dueOn: of.dueOn },
  }));
  return { proposalId: proposalIdOf(allocations), rule, score, exact, because, allocations };
}

/** Only one can be meant: where several are exact, a named one stands before the others, else none is. */
function one(all: readonly Proposal[]): Proposal[] {
  const exact = all.filter((each) => each.exact);
  const named = exact.filter(({ rule }) => rule === 'reference');
  const [meant, ...others] = named.length > 0 ? named : exact;
  return all.map((each) => ({ ...each, exact: each === meant && others.length === 0 }));
}
