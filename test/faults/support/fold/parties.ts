import type { PlainFact } from './plain-fact.js';
import type { FoldedRow } from './rows.js';

type Rows = Map<string, FoldedRow>;

const by = (facts: readonly PlainFact[], types: readonly string[], id: string): Map<string, PlainFact[]> => {
  const groups = new Map<string, PlainFact[]>();
  for (const fact of facts) {
    if (!types.includes(fact.type)) continue;
    const key = fact.said[id];
    if (key === undefined) continue; // an erasure of somebody else
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return groups;
};

export function customerRows(facts: readonly PlainFact[]): Rows {
  const rows: Rows = new Map();
  for (const [id, known] of by(facts, ['CustomerRegistered', 'PersonalDataErased'], 'customerId')) {
    const last = known.at(-1)!;
    const { said, data, personal } = known.findLast(({ type }) => type === 'CustomerRegistered')!;
    rows.set(id, {
      ...{ id, name: personal('name'), email: personal('email'), phone: personal('phone') },
      ...{ currency: said.currency, terms: data.terms, owner_id: said.ownerId, language: said.language },
      ...{ registered_on: said.registeredOn, revision: last.revision, position: last.at },
    });
  }
  return rows;
}

export function personRows(facts: readonly PlainFact[]): Rows {
  const rows: Rows = new Map();
  for (const [id, known] of by(facts, ['PersonSeen', 'PersonRegistered', 'PersonalDataErased'], 'personId')) {
    const last = known.at(-1)!;
    const registered = known.findLast(({ type }) => type === 'PersonRegistered');
    let roles: unknown[] = [];
    for (const { type, data } of known) {
      // What an actor was seen with counts until somebody says their roles.
      if (type === 'PersonRegistered') roles = (data.roles as unknown[] | undefined) ?? roles;
      else if (type === 'PersonSeen' && roles.length === 0) roles = data.roles as unknown[];
    }
    rows.set(id, {
      ...{ id, roles, name: registered?.personal('name'), email: registered?.personal('email') },
      ...{ manager_id: registered?.said.managerId, lead_id: registered?.said.leadId },
      seen_on: known.find(({ type }) => type === 'PersonSeen')?.said.seenOn,
      ...{ revision: last.revision, position: last.at },
    });
  }
  return rows;
}

/** The highest step done since the agreed due date was last another one. */
export function chaseRows(facts: readonly PlainFact[]): Rows {
  const rows: Rows = new Map();
  const steps = ['ReminderPlanned', 'ReminderSkipped', 'InvoiceEscalated'];
  for (const [id, done] of by(facts, steps, 'invoiceId')) {
    const { agreedDueOn } = done.at(-1)!.said;
    const others = done.findLastIndex(({ said }) => said.agreedDueOn !== agreedDueOn);
    const days = done.slice(others + 1).map(({ said }) => Number(said.step!.slice('due'.length)));
    rows.set(id, { invoice_id: id, agreed_due_on: agreedDueOn, reached: Math.max(...days) });
  }
  return rows;
}

/** Each step as it was decided, the first time. */
export function reminderRows(facts: readonly PlainFact[]): Rows {
  const status = new Map([
    ['ReminderPlanned', 'planned'],
    ['ReminderSkipped', 'skipped'],
    ['InvoiceEscalated', 'escalated'],
  ]);
  return new Map(
    facts
      .filter(({ type }) => status.has(type))
      .map(({ type, said, at }) => [
        said.stepId!,
        {
          ...{ id: said.stepId, status: status.get(type), invoice_id: said.invoiceId, number: said.number },
          ...{ customer_id: said.customerId, step: said.step, agreed_due_on: said.agreedDueOn },
          decided_on: said.plannedOn ?? said.skippedOn ?? said.escalatedOn,
          ...{ currency: said.currency, open: said.open, owner_id: said.ownerId, code: said.code },
          ...{ escalated_to: said.escalatedTo, position: at },
        },
      ]),
  );
}
