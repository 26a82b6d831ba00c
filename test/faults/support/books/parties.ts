import { Decimal } from 'decimal.js';
import { type Balance, by, lines, ofType, revisions, type Value } from './balance.js';
import { type PlainFact, shown } from './plain-fact.js';

const DONE = new Map([
  ['ReminderPlanned', 'planned'],
  ['ReminderSkipped', 'skipped'],
  ['ReminderSent', 'sent'],
  ['ReminderRefused', 'refused'],
  ['ReminderBounced', 'bounced'],
  ['InvoiceEscalated', 'escalated'],
  ['OwnerAlerted', 'alerted'],
  ['CollectionProposed', 'proposed'],
]);
/** A step of which nothing more comes. */
const isOver = (type: string, code?: string | null): boolean =>
  type !== 'ReminderSkipped' || ['superseded', 'before-cut-over', 'bounced-address'].includes(code!);

/** Days on which a step is decided, by its fact. */
const DAYS = [
  ...['plannedOn', 'skippedOn', 'sentOn', 'refusedOn', 'bouncedOn', 'escalatedOn', 'alertedOn', 'proposedOn'],
] as const;

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
    sql: "select id || ' ' || position, status, invoice_id, step, agreed_due_on, decided_on, open, owner_id, escalated_to, code from live.reminders",
    must: (facts) =>
      new Map(
        ofType(facts, ...DONE.keys()).map(({ at, type, said }) => [
          `${said.stepId!} ${at}`,
          [
            ...[DONE.get(type), said.invoiceId, said.step, said.agreedDueOn],
            ...[DAYS.map((day) => said[day]).find(Boolean), said.open && new Decimal(said.open)],
            ...[said.ownerId, said.escalatedTo, said.code],
          ],
        ]),
      ),
  },
  {
    of: 'chases',
    projection: 'chases',
    what: 'the steps that are over since the agreed due date of the part last changed',
    sql: `select invoice_id || ' ' || part, agreed_due_on,
            (select coalesce(string_agg(k, ' ' order by k), '') from jsonb_object_keys(done) k) from live.chases`,
    must: (facts) => {
      const chases = new Map<string, { due: string; done: Set<string> }>();
      for (const { type, said, data } of ofType(facts, ...DONE.keys())) {
        const key = `${said.invoiceId!} ${Number(data.part ?? 1)}`;
        const before = chases.get(key);
        const due = said.agreedDueOn!;
        const done = before?.due === due ? before.done : new Set<string>();
        if (isOver(type, said.code)) done.add(said.step!);
        chases.set(key, { due, done });
      }
      return new Map(Array.from(chases, ([key, { due, done }]) => [key, [due, [...done].sort().join(' ')]]));
    },
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
