import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { lines, ofType, type Value } from '../../../../test/faults/support/books/balance.js';
import type { PlainFact } from '../../../../test/faults/support/books/plain-fact.js';
import {
  action,
  type FeatureActions,
  inCents,
  type Request,
  type Said,
} from '../../../../test/histories/simulated/action.js';
import { amountOf, type Books, type Sheet } from '../../../../test/histories/simulated/books.js';
import { ACTOR } from '../../../../test/histories/simulated/requests.js';
import { type LimitChange, type LimitChanges, LIMITS } from './limit.kinds.js';
import { SetDuties, SetLimits } from './settings.commands.js';

/** By currency what it is from then on; `*`: of every currency, empty: in days. */
function valuesOf(name: string, change: LimitChange): [currency: string, value: string | number | null][] {
  if (typeof change === 'object' && change !== null) return Object.entries(change);
  return [[LIMITS[name]?.of === 'days' ? '' : '*', change]];
}

const limitsIn = ({ at, said, data }: PlainFact): [string, Value[]][] =>
  Object.entries(data.limits as LimitChanges).flatMap(([name, change]) =>
    valuesOf(name, change).map(([currency, value]): [string, Value[]] => [
      [at, name, currency].join(' '),
      [value === null ? null : new Decimal(value), said.setOn],
    ]),
  );

type Limit = Record<string, string> | number;
/** As they are, by name. */
const IN_FORCE: Sheet<Map<string, Limit>> = { name: 'limits', blank: () => new Map() };
/** What the entity allows in a currency; undefined: it does not limit. */
export function limitIn(books: Books, name: string, currency: string): Decimal | undefined {
  const limit = books.on(IN_FORCE).get(name);
  return typeof limit === 'object' ? new Decimal(limit[currency]!) : undefined;
}

const AMOUNTS = [
  ...['writeOffSecondPersonFrom', 'bankChargeSecondPersonFrom', 'writeOffPerCustomerYear'],
  ...['tolerancePerInvoice', 'tolerancePerInvoice', 'tolerancePerCustomerYear'],
];
/** They bound clerks alone: nobody here is one. */
const DAYS = ['backDatingDays', 'extensionDays'];

const limit = action({
  do: 'set a limit',
  weight: 2,
  boundsAll: true,
  draw: fc.record({ name: fc.constantFrom(...AMOUNTS, ...DAYS), to: fc.option(fc.nat(20_000)) }),
  words: ({ name, to }) =>
    to === null ? `lift ${name}` : `set ${name} to ${DAYS.includes(name) ? `${to % 30} days` : inCents(to)}`,
  command: ({ name, to }) => ({
    name,
    to:
      to === null
        ? null
        : DAYS.includes(name)
          ? to % 30
          : Object.fromEntries(['EUR', 'JPY', 'KWD'].map((currency) => [currency, amountOf(to, currency)])),
  }),
  verdict: ({ name, to }, books) => {
    const now = books.on(IN_FORCE).get(name) ?? null;
    return JSON.stringify(now) === JSON.stringify(to) ? 'nothing' : 'ok';
  },
  take: ({ name, to }, books) =>
    void (to === null ? books.on(IN_FORCE).delete(name) : books.on(IN_FORCE).set(name, to)),
  request: ({ name, to }) => ({ type: SetLimits, path: '/v1/settings/limits', body: { [name]: to } }),
});

/** What one person may not do on one document. */
const APART: Sheet<{ pairs: [string, string][] }> = { name: 'duties', blank: () => ({ pairs: [] }) };
/** By document and person. */
const DID: Sheet<Map<string, Set<string>>> = { name: 'who did what', blank: () => new Map() };

const duties = action({
  do: 'keep duties apart',
  weight: 1,
  boundsAll: true,
  draw: fc.record({
    pair: fc.constantFrom<[string, string] | null>(
      ...[null, ['write-off', 'issue'] as [string, string], ['record-cash', 'refund'] as [string, string]],
      ...[['record-cash', 'allocate'] as [string, string], ['allocate', 'credit'] as [string, string]],
      ...[['allocate', 'refund'] as [string, string], ['approve', 'issue'] as [string, string]],
    ),
  }),
  words: ({ pair }) => (pair ? `keep ${pair.join(' and ')} apart` : 'keep no duties apart but approving'),
  command: ({ pair }) => ({ pairs: pair ? [pair] : [] }),
  verdict: ({ pairs }, books) =>
    JSON.stringify(pairs) === JSON.stringify(books.on(APART).pairs) ? 'nothing' : 'ok',
  take: ({ pairs }, books) => void (books.on(APART).pairs = pairs),
  request: (body) => ({ type: SetDuties, path: '/v1/settings/duties', body }),
});

const ID = '[^/]+';
/** What somebody does by a request, and on what: of what it makes, nothing was done before. */
const DUTIES_OF: readonly [path: string, duties: (body: object) => string[]][] = [
  ['/v1/invoices', () => ['issue']],
  [`/v1/invoices/(${ID})/(write-offs|settlements)`, () => ['write-off']],
  [`/v1/invoices/(${ID})/(write-offs|settlements)/${ID}/(approval|refusal)`, () => ['approve']],
  [
    '/v1/payments',
    (body) =>
      (body as { allocations: [] }).allocations.length > 0 ? ['record-cash', 'allocate'] : ['record-cash'],
  ],
  [
    `/v1/payments/(${ID})/(allocations|allocations/undo|allocations/${ID}/undo|transfers)`,
    () => ['allocate'],
  ],
  [`/v1/payments/(${ID})/refunds`, () => ['refund']],
  [`/v1/payments/(${ID})/returns(/${ID}/reversal)?`, () => ['record-cash']],
  ['/v1/credit-notes', () => ['credit']],
  [`/v1/credit-notes/(${ID})/applications`, () => ['allocate']],
  [`/v1/credit-notes/(${ID})/refunds`, () => ['refund']],
];
function dutyOf({ path, body, by: who = ACTOR }: Request): {
  document?: string;
  who: string;
  duties: string[];
} {
  for (const [pattern, of] of DUTIES_OF) {
    const match = new RegExp(`^${pattern}$`).exec(path);
    if (match) return { document: match[1], who, duties: of(body) };
  }
  return { who, duties: [] };
}
/** @param document its id */
export function did(books: Books, document: string, who: string, duties: readonly string[]): void {
  const key = `${document} ${who}`;
  books.on(DID).set(key, new Set([...(books.on(DID).get(key) ?? []), ...duties]));
}

const bounds = {
  forbids: (request: Request, books: Books): string | undefined => {
    const { document, who, duties } = dutyOf(request);
    const all = new Set([...duties, ...(books.on(DID).get(`${document} ${who}`) ?? [])]);
    const combines = books
      .on(APART)
      .pairs.some(
        (pair) => pair.every((duty) => all.has(duty)) && pair.some((duty) => duties.includes(duty)),
      );
    return combines ? 'duty' : undefined;
  },
  done: (request: Request, said: Said, books: Books): void => {
    const { document, who, duties } = dutyOf(request);
    const made = document ?? said.paymentId ?? said.creditNoteId ?? said.invoiceId;
    if (made !== undefined) did(books, made, who, duties);
  },
};

export const settingsActions: FeatureActions = {
  actions: [limit, duties],
  bounds,
  balances: [
    {
      of: 'limit_lines',
      projection: 'settings',
      what: 'the limits, as they were set',
      sql: `select concat_ws(' ', position, name, currency), value, effective_on from live.limit_lines`,
      must: (facts) => new Map(ofType(facts, 'LimitsSet').flatMap(limitsIn)),
    },
    {
      of: 'duty_lines',
      projection: 'settings',
      what: 'the duties that are kept apart',
      sql: `select position::text, replace(pairs::text, ', ', ','), effective_on from live.duty_lines`,
      must: lines('DutiesSet', ({ said, data }) => [JSON.stringify(data.pairs), said.setOn]),
    },
  ],
  agrees: () => undefined,
};
