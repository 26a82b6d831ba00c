import { addDays, evolve, extended, type FactOf, type Hold, type Slice } from '@quittance/kernel';
import { given } from '../../../test/support/decisions.js';
import type { Holding } from '../src/dunning/asked.decider.js';
import { dunningDecider } from '../src/dunning/dunning.decider.js';
import type { DunningFacts } from '../src/dunning/dunning.events.js';
import { type Invoice, invoices } from '../src/invoice/invoice.stream.js';
import { type ChasePolicy, type PolicyInForce, STANDARD } from '../src/policy/policy.stream.js';
import { stepId } from '../src/streams.js';

// An invoice of 100.00 that is chased, held up by whatever a spec says.

export const DUE = '2026-04-30';
const NAMED = { invoiceId: '1', number: 'R-1', customerId: 'C-1' };
export const day = (days: number): string => addDays(DUE, days);

/** Whatever feature holds it up: its kind is the code. */
interface Held {
  name: 'held';
  commands: object;
  facts: object;
  own: readonly Hold[];
}
const held: Slice<Held> = {
  ...{ name: 'held', initial: [], decide: {}, evolve: {} },
  holds: (own, on) => own.filter(({ since, until = on }) => since <= on && on <= until),
};
const withHolds = extended(invoices, [held]);

interface Of {
  holds?: Omit<Hold, 'id'>[];
  instalments?: { dueOn: string; amount: string }[];
  opening?: string;
  taken?: Invoice['settlement']['taken'];
  open?: string;
  dueOn?: string;
}
export function invoice(of: Of = {}): Invoice {
  const { holds = [], instalments, opening, taken, open = '100.00', dueOn = DUE } = of;
  const issuedOn = addDays(dueOn, -29);
  const data = {
    ...{ ...NAMED, issuedOn, dueOn, currency: 'EUR', total: '100.00', ownerId: 'anna' },
    ...{ instalments, ...(opening !== undefined && { opening: { on: opening } }) },
  };
  const state = evolve(withHolds.evolve, withHolds.initial, { type: 'InvoiceIssued', data });
  return {
    ...state,
    held: holds.map((one, i) => ({ ...one, id: `${i}` })),
    settlement: { open, taken },
  } as never;
}

export type Facts = FactOf<DunningFacts>[];
interface With {
  policy?: Partial<ChasePolicy>;
  holding?: Partial<Holding>;
  before?: Facts;
  bounced?: boolean;
  unconfirmed?: boolean;
}
export function chase(
  on: string,
  of: Invoice,
  { policy, holding, before = [], bounced, unconfirmed }: With = {},
): Facts {
  const none = { unapplied: '0.00', credits: '0.00', pending: '0.00', older: '0.00' };
  const command = { invoiceId: '1', on, ...(holding && { holding: { ...none, ...holding } }) };
  const references = {
    ...{ invoice: of, policy: { ...STANDARD, ...policy } as PolicyInForce, bounced, unconfirmed },
    ...{ told: () => ({ escalatedTo: 'lea' }), mailIdOf: () => 'mail' },
    idOf: (part: number, step: string, due: string) => stepId('1', step, due, part),
  };
  const today = '2027-01-01';
  return given(dunningDecider, ...before).when('ChaseInvoice', command, references, { today }) as Facts;
}
export const told = (facts: Facts): string[] =>
  facts.map(({ type, data }) => {
    const { step, part, code, asked } = data as Record<string, string | number | undefined>;
    const said = type === 'ReminderPlanned' ? asked : type === 'ReminderSkipped' ? code : type;
    return [step, part !== undefined && `part ${part}`, said].filter(Boolean).join(' ');
  });
/** The highest step of the day. */
export const last = (on: string, of: Invoice, more?: With): string | undefined =>
  told(chase(on, of, more)).at(-1);
