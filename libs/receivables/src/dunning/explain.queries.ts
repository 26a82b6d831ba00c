import { Inject, Injectable } from '@nestjs/common';
import type { EventStore, ReadStreams } from '@quittance/event-store';
import { holdsOf, type Money } from '@quittance/kernel';
import { Bind, Cut, unknown } from '@quittance/reading';
import { customerStatesNow } from '../customer/customer.references.js';
import { isSettled } from '../invoice/invoice.stream.js';
import type { Knows } from '../manifest/stream-reader.js';
import { ENTITY, EVENT_STORE, STREAMS_KNOWN } from '../parts.js';
import { dunningStream } from '../streams.js';
import { askedOf, type Holding, type PartAsked } from './asked.decider.js';
import {
  type Chase,
  type Chased,
  decisionsOn,
  ladderOf,
  notBefore,
  type Rung,
  whyNot,
} from './chase.decider.js';
import { dunningDecider } from './dunning.decider.js';
import { chaseReferences } from './dunning.references.js';
import { type PaymentHabit, toneBy, toneOf } from './habit.kinds.js';
import { holdingOf } from './holding.sql.js';
import type { Tone } from '../policy/policy.stream.js';

/** A step of the ladder of a part. */
export interface StepExplained {
  step: string;
  kind: string;
  days: number;
  /** The day on which it comes. */
  on: string;
  /** What became of it; null: nothing yet. */
  /** Of a reminder: by the policy, else by how the customer paid. */
  tone: string | null;
  status: string | null;
  decidedOn: string | null;
  code: string | null;
  mailId: string | null;
}

/** Why something is asked of a part on the day, or nothing. */
export interface PartExplained {
  part: number;
  agreedDueOn: string;
  open: string;
  asked: string;
  onAccount: string;
  /** What a run of the day would do: `due+7`, or null. */
  comes: string | null;
  /** Why nothing is asked: a code; null: nothing blocks it. */
  blockedBy: string | null;
  next: { step: string; on: string } | null;
  why: string;
  steps: StepExplained[];
}

export interface ChaseExplained {
  invoiceId: string;
  number: string;
  customerId: string;
  on: string;
  currency: string;
  open: string;
  policyId: string;
  policyVersion: number;
  holds: { kind: string; since: string; until: string | null; amount: string | null }[];
  /** How the customer paid within a year, where a step names no tone; else null. */
  habit: (PaymentHabit & { tone: Tone }) | null;
  /** What is held for the customer in that currency, and what of theirs is older. */
  held: { unapplied: string; credits: string; pending: string; older: string };
  parts: PartExplained[];
}

/** Whom it is owed by, and how they are chased, is as known now: their holds say from when they count. */
const OF_THE_INVOICE = /^(invoice|dunning)-/;

type Known = (knows: Knows) => ReadStreams;

@Injectable()
export class ExplainChase {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(STREAMS_KNOWN) private readonly known: Known,
    @Inject(ENTITY) private readonly entity: string,
  ) {}

  /** As of the day, as known now: of each part the ladder, what became of it, what comes next and what blocks it. */
  async of(invoiceId: string, on: string): Promise<ChaseExplained> {
    const read = this.known(
      ({ stream, metadata }) => !OF_THE_INVOICE.test(stream) || metadata.effectiveOn <= on,
    );
    const references = await chaseReferences({ invoiceId, on, mayBounce: true }, read, this.entity);
    const { invoice, habit } = references;
    if (!invoice?.issue) throw unknown('invoice');
    const { number, customerId, currency } = invoice.issue;
    const bind = new Bind();
    const due = askedOf(invoice, [], on)[0]?.part.agreedDueOn ?? on;
    const select = holdingOf(new Cut(bind, { asOf: on }), bind, {
      ...{ customerId, currency, invoiceId, agreedDueOn: due },
    });
    const { rows } = await read.judge<Holding & { others: string[] }>(select, bind.values);
    const { others = [], ...holding } = rows[0]!;
    const customers = await customerStatesNow(read, this.entity, customerId, others);
    const chased: Chased = { ...references, invoice, customers, holding };
    const done = (await read.latest(dunningDecider, dunningStream(invoiceId))) ?? dunningDecider.initial;
    const holds = [invoice, ...customers].flatMap((state) => holdsOf(state, on));
    return {
      ...{ invoiceId, number, customerId, on, currency, open: invoice.settlement.open },
      ...{ policyId: references.policy.policyId, policyVersion: references.policy.version },
      holds: holds.map(({ kind, since, until, amount }) => ({
        ...{ kind, since, until: until ?? null, amount: amount ?? null },
      })),
      habit: habit ? { ...habit, tone: toneBy(habit) } : null,
      held: holding,
      parts: isSettled(invoice)
        ? []
        : askedOf(invoice, customers, on, holding).map((of) => partOf(on, chased, of, done, habit)),
    };
  }
}

const text = (amount: Money): string => amount.toString();

function partOf(on: string, chased: Chased, of: PartAsked, done: Chase, habit?: PaymentHabit): PartExplained {
  const ladder = ladderOf(chased, of, done);
  const { number, agreedDueOn, open } = of.part;
  const decided = decisionsOn(on, chased, done).filter(({ of: { part } }) => part.number === number);
  const comes = decided.at(-1);
  const waiting = ladder.filter(({ beforeCutOver, final }) => !beforeCutOver && !final);
  const reached = ladder.filter((rung) => rung.on <= on && !rung.beforeCutOver).at(-1);
  const blocked = reached && !reached.final ? whyNot(reached, chased, of) : undefined;
  const gap = reached && !reached.final ? notBefore(reached, of, done) : '';
  const next = comes && !comes.skipped ? comes.rung : waiting.find((rung) => rung.on > on);
  const said = { comes, blocked, next, gap: gap > on ? gap : undefined };
  return {
    ...{ part: number, agreedDueOn, open: text(open), asked: text(of.asked), onAccount: text(of.onAccount) },
    comes: comes && !comes.skipped ? comes.rung.step.key : null,
    blockedBy: (said.gap && 'minimum-gap') ?? blocked?.code ?? null,
    next: next ? { step: next.step.key, on: next.on > on ? next.on : on } : null,
    why: why(on, of, said),
    steps: ladder.map(({ step, on: day, done: state, beforeCutOver }) => ({
      ...{ step: step.key, kind: step.kind, days: step.days, on: day },
      tone: step.kind === 'remind' ? toneOf(step, habit) : null,
      ...{ status: state?.status ?? null, decidedOn: state?.on ?? null, mailId: state?.mailId ?? null },
      code: state?.code ?? (beforeCutOver ? 'before-cut-over' : null),
    })),
  };
}

interface Said {
  comes?: { rung: Rung; skipped?: { code: string } };
  blocked?: { code: string };
  next?: Rung;
  gap?: string;
}

/** In words. */
function why(on: string, { asked, part }: PartAsked, { comes, blocked, next, gap }: Said): string {
  if (comes && !comes.skipped)
    return `${comes.rung.step.key} comes: ${text(asked)} ${asked.currency} is asked`;
  const then = next ? `; ${next.step.key} comes on ${next.on}` : '';
  if (gap !== undefined) return `The reminder before is too close: the step comes on ${gap} at the earliest`;
  if (blocked) return `Nothing is asked: ${blocked.code.replaceAll('-', ' ')}${then}`;
  const days = part.agreedDueOn > on ? 'No step has come yet' : 'Every step that has come was decided';
  return next ? `${days}${then}` : `${days}, and none is left`;
}
