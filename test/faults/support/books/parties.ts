import { Decimal } from 'decimal.js';
import { type Balance, by, lines, ofType, revisions, type Value } from './balance.js';
import { type PlainFact, shown } from './plain-fact.js';

const DONE = new Map([
  ['ReminderPlanned', 'planned'],
  ['ReminderSkipped', 'skipped'],
  ['InvoiceEscalated', 'escalated'],
]);

/** Roles that a person was said to have; until then those they were first seen with. */
function rolesOf(known: readonly PlainFact[]): string {
  const rolesIn = (facts: readonly PlainFact[]): unknown[][] =>
    facts.flatMap(({ data }) => (data.roles === undefined ? [] : [data.roles as unknown[]]));
  const said = rolesIn(ofType(known, 'PersonRegistered')).at(-1);
  const seen = rolesIn(ofType(known, 'PersonSeen')).find((roles) => roles.length > 0);
  return JSON.stringify(said ?? seen ?? []);
}

/** A field of one of them: as it was changed last, by the day that it counts from, else as it was first. */
function changesOf(facts: readonly PlainFact[], type: string, by: string, id: string) {
  const all = ofType(facts, type).filter(({ said }) => said[by] === id);
  return (field: string, first: Value): Value =>
    all
      .flatMap(({ said, data, personal }) => {
        const open = (data.changes as Record<string, { to: unknown }>)[field];
        if (!open && !(data.sealed as string[]).includes(field)) return [];
        const to = open ? open.to : shown(personal(field));
        return [{ on: said.changedOn!, to: (Array.isArray(to) ? JSON.stringify(to) : to) as Value }];
      })
      .reduce((last, each) => (each.on >= last.on ? each : last), { on: '', to: first }).to;
}

export const PARTIES: Balance[] = [
  {
    of: 'customers',
    projection: 'customers',
    what: 'who they are and who follows them up',
    sql: 'select id, name, email, currency, owner_id, registered_on, revision from live.customers',
    must: (facts) => {
      const at = revisions(facts);
      const known = by(ofType(facts, 'CustomerRegistered'), 'customerId');
      return new Map(
        Array.from(known, ([id, all]) => {
          const { said, personal, stream } = all.at(-1)!;
          const changed = changesOf(facts, 'CustomerChanged', 'customerId', id);
          const [name, email] = ['name', 'email'].map((field) => changed(field, shown(personal(field))));
          const currency = changed('currency', said.currency);
          const ownerId = changed('ownerId', said.ownerId);
          return [id, [name, email, currency, ownerId, said.registeredOn, at.get(stream)]];
        }),
      );
    },
  },
  {
    of: 'people',
    projection: 'people',
    what: 'who they are, their roles and their managers',
    sql: 'select id, name, to_json(roles)::text, manager_id, lead_id, seen_on, revision from live.people',
    must: (facts) => {
      const at = revisions(facts);
      const known = by(ofType(facts, 'PersonSeen', 'PersonRegistered'), 'personId');
      return new Map(
        Array.from(known, ([id, all]) => {
          const last = ofType(all, 'PersonRegistered').at(-1);
          const { managerId, leadId } = last?.said ?? {};
          const seenOn = ofType(all, 'PersonSeen')[0]?.said.seenOn;
          const changed = changesOf(facts, 'PersonChanged', 'personId', id);
          const name = changed('name', last && shown(last.personal('name')));
          const superiors = [changed('managerId', managerId), changed('leadId', leadId)];
          return [id, [name, changed('roles', rolesOf(all)), ...superiors, seenOn, at.get(all[0]!.stream)]];
        }),
      );
    },
  },
  {
    of: 'party_lines',
    projection: 'receivables',
    what: 'names and default owners, as each became known',
    sql: 'select position::text, party, party_id, name, owner_id from live.party_lines',
    must: (facts) =>
      new Map([
        ...lines('CustomerRegistered', ({ said, personal }) => [
          ...['customer', said.customerId, shown(personal('name')), said.ownerId],
        ])(facts),
        ...lines('CustomerChanged', ({ said, personal, data }) => {
          const { ownerId } = data.changes as { ownerId?: { to: string | null } };
          return ['customer', said.customerId, shown(personal('name')) ?? null, ownerId?.to];
        })(facts.filter(({ data }) => /"(name|ownerId)"/.test(JSON.stringify([data.sealed, data.changes])))),
        ...lines('PersonRegistered', ({ said, personal }) => [
          ...['person', said.personId, shown(personal('name')), null],
        ])(facts),
        ...lines('PersonChanged', ({ said, personal }) => [
          ...['person', said.personId, shown(personal('name')), null],
        ])(facts.filter(({ data }) => (data.sealed as string[] | undefined)?.includes('name'))),
      ]),
  },
  {
    of: 'reminders',
    projection: 'chases',
    what: 'what was decided at each step',
    sql: 'select id::text, status, invoice_id, step, agreed_due_on, decided_on, open, owner_id, escalated_to, code from live.reminders',
    must: (facts) =>
      new Map(
        ofType(facts, ...DONE.keys()).map(({ type, said }) => [
          said.stepId!,
          [
            ...[DONE.get(type), said.invoiceId, said.step, said.agreedDueOn],
            ...[said.plannedOn ?? said.skippedOn ?? said.escalatedOn, said.open && new Decimal(said.open)],
            ...[said.ownerId, said.escalatedTo, said.code],
          ],
        ]),
      ),
  },
  {
    of: 'chases',
    projection: 'chases',
    what: 'the highest step since the agreed due date last changed',
    sql: 'select invoice_id::text, agreed_due_on, reached from live.chases',
    must: (facts) =>
      new Map(
        Array.from(by(ofType(facts, ...DONE.keys()), 'invoiceId'), ([id, steps]) => {
          const { agreedDueOn } = steps.at(-1)!.said;
          const before = steps.findLastIndex(({ said }) => said.agreedDueOn !== agreedDueOn);
          const days = steps.slice(before + 1).map(({ said }) => Number(said.step!.slice('due'.length)));
          return [id, [agreedDueOn, Math.max(...days)]];
        }),
      ),
  },
  {
    of: 'audit_trail',
    projection: 'audit',
    what: 'who did what, when and about what: each fact once',
    sql: `select position::text, type, stream, revision, actor, effective_on, invoice_id, payment_id, customer_id from live.audit_trail`,
    must: (facts) =>
      new Map(
        facts.map(({ at, type, stream, revision, actor, effectiveOn, said }) => [
          String(at),
          [type, stream, revision, actor, effectiveOn, said.invoiceId, said.paymentId, said.customerId],
        ]),
      ),
  },
];
