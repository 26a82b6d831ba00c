import type { ReadStreams } from '@quittance/event-store';
import { addDays } from '@quittance/kernel';
import { Bind, Cut } from '@quittance/reading';
import { customerStatesNow } from '../customer/customer.references.js';
import { customerOn } from '../customer/customer.stream.js';
import { bouncedAddress } from '../mail/address.references.js';
import { invoiceNow } from '../invoice/invoice.references.js';
import { type Invoice, isSettled, ownerOn, partsOf } from '../invoice/invoice.stream.js';
import { personNow } from '../person/person.references.js';
import { policiesNow, policyFor } from '../policy/policy.references.js';
import { type PolicyInForce, policyOf } from '../policy/policy.stream.js';
import { dunningStream, mailIdOf, stepId } from '../streams.js';
import { AskedOnce } from './asked-once.js';
import { askedOf, type Holding } from './asked.decider.js';
import { whyNot } from './chase.decider.js';
import type { ChaseInvoice } from './dunning.commands.js';
import { dunningDecider, type DunningReferences } from './dunning.decider.js';
import { habitOf } from './habit.references.js';
import { holdingOf } from './holding.sql.js';

/** What the chase of an invoice looks at. */
export async function chaseReferences(
  {
    invoiceId,
    mergedWith = [],
    on,
    mayBounce,
    policies,
    once = new AskedOnce(),
  }: Pick<ChaseInvoice, 'invoiceId' | 'mergedWith' | 'on' | 'mayBounce' | 'policies' | 'once'>,
  read: ReadStreams,
  entity: string,
): Promise<DunningReferences['ChaseInvoice']> {
  // Whether it is paid, and what holds it up, decides.
  const invoice = await invoiceNow(read, invoiceId);
  const customerId = invoice?.issue?.customerId;
  const customers =
    customerId === undefined
      ? []
      : await once.of(JSON.stringify([customerId, ...mergedWith]), () =>
          customerStatesNow(read, entity, customerId, mergedWith),
        );
  const [first] = customers;
  const all = policies ?? (await policiesNow(read, entity));
  const policy = policyOf(all, {
    ...{ invoiceId, on, customers: customers.flatMap(({ customer }) => customer?.customerId ?? []) },
    segment: first?.customer ? customerOn(first.customer, on).segment : undefined,
  });
  const chosen =
    customerId !== undefined && policy.steps.some(({ kind, tone }) => kind === 'remind' && !tone);
  // Of the people only who is told of an escalation.
  const escalates = invoice?.issue && mayEscalate(invoice, policy, on);
  const ownerId = escalates && ownerOn(invoice);
  const owner = ownerId
    ? await once.of(`owner ${ownerId}`, () => personNow(read, entity, ownerId))
    : undefined;
  const alone = escalates && owner?.managerId == null && owner?.leadId == null;
  const admin = alone ? await once.of('admin', () => adminOf(read)) : undefined;
  const known = { manager: owner?.managerId, lead: owner?.leadId };
  return {
    ...{ invoice, customers, policy, unconfirmed: all.firstRun?.confirmed === false },
    habit: chosen ? await once.of(`habit ${customerId}`, () => habitOf(read, customerId, on)) : undefined,
    bounced:
      mayBounce &&
      customerId !== undefined &&
      (await once.of(`bounced ${customerId}`, () => bouncedAddress(read, entity, customerId, on))),
    idOf: (part, step, agreedDueOn) => stepId(invoiceId, step, agreedDueOn, part),
    told: (to = 'manager') => {
      for (const as of to === 'lead' ? (['lead', 'manager'] as const) : (['manager', 'lead'] as const))
        if (known[as] != null) return { escalatedTo: known[as], escalatedAs: as };
      return admin === undefined ? { escalatedTo: null } : { escalatedTo: admin, escalatedAs: 'admin' };
    },
    mailIdOf: ({ stepId: step, ...of }) =>
      mailIdOf(entity, {
        ...{ ...of, customerId: customerId! },
        ...(policy.grouping === 'invoice' && { stepId: step }),
      }),
  };
}

/** Whether a part of it has come so far that it is escalated. */
const mayEscalate = (invoice: Invoice, { steps }: PolicyInForce, on: string): boolean =>
  partsOf(invoice).some(({ open, agreedDueOn }) =>
    steps.some(
      ({ kind, days }) => kind === 'escalate' && open.isPositive && addDays(agreedDueOn, days) <= on,
    ),
  );

/** Whoever may give people a manager, where the owner has none. */
async function adminOf(read: ReadStreams): Promise<string | undefined> {
  const { rows } = await read.judge<{ id: string }>(
    `select p.id from live.people p where 'admin' = any(p.roles) order by p.id limit 1`,
  );
  return rows[0]?.id;
}

/** What a mail is to ask for a step now, or why nothing. Amounts are texts in the invoice's currency. */
export type AskedNow = { skip: string; asked?: undefined } | (Asked & { skip?: undefined });

/** `quietHours`: when the policy in force lets no mail leave. */
interface Asked {
  asked: string;
  onAccount?: string;
  quietHours?: PolicyInForce['quietHours'];
}

/**
 * What is left to ask for a step that was planned, read again from the streams as they stand. What is held for the customer comes
 * from the tables: where these are more than five seconds behind, the mail waits (`skip` is left out, `asked` too: undefined).
 * @param on the day of the mail
 */
export async function askedNow(
  read: ReadStreams,
  { entity, invoiceId, stepId: id, on }: { entity: string; invoiceId: string; stepId: string; on: string },
): Promise<AskedNow | undefined> {
  const done = await read.latest(dunningDecider, dunningStream(invoiceId));
  const state = done?.get(id);
  if (!state) return { skip: 'superseded' };
  if (state.status !== 'planned') return { skip: state.code ?? state.status };
  const { agreedDueOn, part: number = 1, step } = state.named;
  const invoice: Invoice | undefined = await invoiceNow(read, invoiceId);
  if (!invoice?.issue) return { skip: 'superseded' };
  if (isSettled(invoice)) return { skip: invoice.settlement.taken?.kind === 'void' ? 'void' : 'paid' };
  const { customerId, currency } = invoice.issue;
  const bind = new Bind();
  const select = holdingOf(new Cut(bind, { asOf: on }, true), bind, {
    ...{ customerId, currency, invoiceId, agreedDueOn },
  });
  const { rows, behind } = await read.judge<Holding & { others: string[] }>(select, bind.values);
  if (behind) return undefined;
  const { others = [], ...holding } = rows[0]!;
  const customers = await customerStatesNow(read, entity, customerId, others);
  const of = askedOf(invoice, customers, on, holding).find(({ part }) => part.number === number);
  if (!of) return { skip: 'paid' };
  if (of.part.agreedDueOn !== agreedDueOn) return { skip: 'extended' };
  // Whatever was decided of a later step takes its place.
  for (const { named, on: then, status } of done!.values())
    if (named.step !== step && (named.part ?? 1) === number && named.agreedDueOn === agreedDueOn)
      if (then > state.on && status !== 'skipped') return { skip: 'superseded' };
  const first = customers[0]?.customer;
  const segment = first ? customerOn(first, on).segment : undefined;
  const ids = customers.flatMap(({ customer }) => customer?.customerId ?? []);
  const policy = await policyFor(read, entity, { invoiceId, on, customers: ids, segment });
  const why = whyNot({ step: { kind: 'alert' } }, { policy }, of);
  if (why) return { skip: why.code };
  const { asked, onAccount } = of;
  const { quietHours } = policy;
  return {
    asked: asked.toString(),
    ...(onAccount.isPositive && { onAccount: onAccount.toString() }),
    ...(quietHours && { quietHours }),
  };
}
