import { Decimal } from 'decimal.js';
import { type Books, nthOf, type Sheet } from '../../../../test/histories/simulated/books.js';

/** A part that was meant for an invoice. */
export interface Part {
  number: string;
  /** Whose part of the money it is. */
  party: Party;
  asked: Decimal;
  askedOn: string;
  /** It comes for what was written off. */
  recovery?: true;
  /** The instalment that it names. */
  instalment?: number;
  /** The day of the money. */
  received: string;
  /** What the invoice took, and from when that counts. */
  taken?: Decimal;
  on: string;
  /** The payment has heard of it. */
  heard: boolean;
  /** Of what was taken, not asked back. */
  left: Decimal;
}

export type Party = string | null;
interface PartOf {
  party: Party;
  amount: Decimal;
}

/** What an invoice was asked to give back. */
export interface AskedBack {
  part: Part;
  amount: Decimal;
  /** Whose it is then. */
  party: Party;
  /** Of money that is gone: from when. */
  goneOn?: string;
  /** The invoice has given it back, and the payment has heard of it. */
  given: boolean;
  heard: boolean;
}

/** Money that went elsewhere. */
export interface Gone {
  id: string;
  on: string;
  amount: Decimal;
  to: PartOf[];
  from: { part: Part; amount: Decimal }[];
  external?: string;
  back?: string;
}

export interface Payment {
  amount: Decimal;
  currency: string;
  receivedOn: string;
  payer: Party;
  known: boolean;
  /** Whose it was before the payer was named. */
  before?: { party: Party };
  /** By their ids. */
  parts: Map<string, Part>;
  askedBack: Map<string, AskedBack>;
  /** What came to customers' free parts, or went from them, beside what invoices took. */
  moves: { party: Party; on: string; amount: Decimal }[];
  refunds: Gone[];
  returns: Gone[];
  used: boolean;
  cancelled: boolean;
}

/** By id. */
export const PAYMENTS: Sheet<Map<string, Payment>> = { name: 'payments', blank: () => new Map() };
export const paymentIn = (books: Books, id: string): Payment => books.on(PAYMENTS).get(id)!;
/** One of those of which it can be said. */
export const onePayment = (
  books: Books,
  i: number,
  which: (payment: Payment) => boolean = () => true,
): [id: string, payment: Payment] | undefined =>
  nthOf(
    [...books.on(PAYMENTS)].filter(([, payment]) => which(payment)),
    i,
  );

export const sumOf = (amounts: Iterable<Decimal>): Decimal =>
  [...amounts].reduce((sum, amount) => sum.plus(amount), new Decimal(0));
export const partsOf = ({ parts }: Payment): Part[] => [...parts.values()];

const amountsOf = (of: readonly { amount: Decimal }[]): Decimal => sumOf(of.map(({ amount }) => amount));
/** What is gone and has not come again. */
const out = (of: readonly Gone[]): Decimal => amountsOf(of.filter(({ back }) => back === undefined));

/** What of it the ledger says: what invoices took, and gave back, counts when they say so. */
export function figuresOf(payment: Payment) {
  const { amount, askedBack, refunds, returns, cancelled } = payment;
  const waiting = [...askedBack.values()].filter(({ given }) => !given);
  const taken = sumOf(partsOf(payment).flatMap((part) => (part.taken ? [part.left] : [])));
  const allocated = taken.plus(amountsOf(waiting));
  const asked = sumOf(partsOf(payment).flatMap((part) => (part.taken ? [] : [part.asked])));
  const pending = asked.minus(amountsOf(waiting.filter(({ goneOn }) => goneOn !== undefined)));
  const [refunded, returned] = [out(refunds), out(returns)];
  const received = cancelled ? new Decimal(0) : amount;
  const unapplied = received.minus(allocated).minus(pending).minus(refunded).minus(returned);
  return { received, allocated, pending, refunded, returned, unapplied };
}

/** What came to a customer's part of it and went from it, as the payment itself has heard. */
function movesOf(payment: Payment, party: Party): { on: string; amount: Decimal }[] {
  const back = [...payment.askedBack.values()];
  const heldBack = (part: Part): Decimal =>
    amountsOf(back.filter((each) => each.part === part && !(each.heard && each.goneOn === undefined)));
  return [
    ...payment.moves.filter((move) => move.party === party),
    ...partsOf(payment)
      .filter((part) => part.party === party)
      .map((part) =>
        part.heard
          ? { on: part.on, amount: part.left.plus(heldBack(part)).negated() }
          : { on: part.askedOn, amount: part.asked.negated() },
      ),
    // Undone for another than took it: the payer was named in between.
    ...back.flatMap(({ heard, goneOn, part, party: to, amount }) =>
      heard && goneOn === undefined && to !== part.party
        ? [
            ...(to === party ? [{ on: part.on, amount }] : []),
            ...(part.party === party ? [{ on: part.on, amount: amount.negated() }] : []),
          ]
        : [],
    ),
    // Until the allocation counts, the money that is gone was free.
    ...back.flatMap(({ heard, goneOn, part, party: of, amount }) =>
      heard && goneOn !== undefined && part.on > goneOn && of === party
        ? [
            { on: goneOn, amount: amount.negated() },
            { on: part.on, amount },
          ]
        : [],
    ),
  ];
}

/** What of it is free of each customer's part. */
export function freeOf(payment: Payment): Map<Party, Decimal> {
  const { payer, parts, askedBack, moves } = payment;
  const named = [...parts.values(), ...askedBack.values(), ...moves].map(({ party }) => party);
  const parties = new Set([payer, ...named]);
  return new Map([...parties].map((party) => [party, amountsOf(movesOf(payment, party))]));
}

/** Whose it is now. */
export const partyNow = ({ before, payer }: Payment, party: Party): Party =>
  before && before.party === party ? payer : party;
export const waits = (payment: Payment): boolean =>
  partsOf(payment).some(({ heard }) => !heard) || [...payment.askedBack.values()].some(({ heard }) => !heard);
/** Of which something is applied, the last one that was asked for first. */
export const applied = ({ parts }: Payment): [id: string, part: Part][] =>
  [...parts].filter(([, { left }]) => left.greaterThan(0)).reverse();

/** The invoice is asked to give it back. */
export function askBack(payment: Payment, key: string, part: Part, amount: Decimal, goneOn?: string): void {
  part.left = part.left.minus(amount);
  const asked = { part, amount, party: partyNow(payment, part.party), given: false, heard: false };
  payment.askedBack.set(key, { ...asked, ...(goneOn !== undefined && { goneOn }) });
}

/** Whether so much of a customer's part is free on the day and on every later one. */
export function isFree(payment: Payment, party: Party, asked: Decimal, from: string): boolean {
  const { before, payer } = payment;
  // What was gone while another was taken for the payer was gone all the same.
  const together = before && party === payer ? [party, before.party] : [party];
  return [[party], together].every((parties) => isFreeOf(payment, parties, asked, from));
}

function isFreeOf(payment: Payment, parties: readonly Party[], asked: Decimal, from: string): boolean {
  const moves = parties.flatMap((party) => movesOf(payment, party));
  const free = (day: string): Decimal =>
    sumOf(moves.filter(({ on }) => on <= day).map(({ amount }) => amount));
  const days = [from, ...moves.map(({ on }) => on).filter((on) => on > from)];
  return days.every((day) => asked.lessThanOrEqualTo(free(day)));
}

/** The first day on which it is free, where none is given. */
export function freeSince(
  payment: Payment,
  party: Party,
  asked: Decimal,
  from = payment.receivedOn,
): string | undefined {
  const parties = payment.before ? [party, payment.before.party] : [party];
  const days = parties.flatMap((each) => movesOf(payment, each).map(({ on }) => on));
  return [from, ...days]
    .filter((day) => day >= from)
    .sort()
    .find((day) => isFree(payment, party, asked, day));
}

/** Meant for invoices, each from its day on. */
export function ask(
  { parts, receivedOn }: Payment,
  asked: readonly {
    id: string;
    number: string;
    amount: Decimal.Value;
    party: Party;
    on: string;
    recovery?: true;
    instalment?: number;
  }[],
  received = receivedOn,
): void {
  for (const { id, number, amount, party, on: askedOn, recovery, instalment } of asked) {
    const about = { number, party, ...(recovery && { recovery }), ...(instalment && { instalment }) };
    const part = { ...about, asked: new Decimal(amount), askedOn, received, on: '', heard: false };
    parts.set(id, { ...part, left: new Decimal(0) });
  }
}
