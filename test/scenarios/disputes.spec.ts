import { addDays } from '@quittance/kernel';
import type { Credited } from '../support/crediting.js';
import { useDisputing, WHY } from '../support/disputing.js';
import { story } from '../support/story.js';

// A customer says that something is not owed: what is disputed is not asked for, the rest is.

const its = useDisputing();
const { dispute, invoice, resolve } = its;

/** What the reminder of 10 days after the due date asks for. */
async function asked(id: string, days = 10): Promise<unknown[]> {
  await its.clerk.get('/v1/invoices?limit=1', String((await its.quittance.facts()).at(-1)!.position.commit));
  await its.clerk.done('/v1/dunning/runs', { on: addDays(its.due, days) });
  const facts = (await its.quittance.facts()).filter(({ stream }) => stream === `dunning-${id}`);
  return facts.flatMap(({ type, data }) => (type === 'ReminderPlanned' ? [data.open] : []));
}

story('ground', 'H1', 'Nobody is asked for what is disputed; the rest is asked for', async (show) => {
  const [free, part, all, over] = [await invoice(), await invoice(), await invoice(), await invoice()];
  await dispute(part.id, { amount: '40.00' });
  await dispute(all.id);
  const { disputeId } = await dispute(over.id);
  await resolve(over.id, disputeId, { resolvedOn: addDays(its.due, 5) });
  show({
    input: 'reminders 10 days after the due date: nothing disputed, 40 of 100, all, all until 5 days before',
    right: [['100.00'], ['60.00'], [], ['100.00']],
    got: [await asked(free.id), await asked(part.id), await asked(all.id), await asked(over.id)],
  });
});

story('ground', 'H1', 'An invoice says what holds it up, on any day as known at any time', async (show) => {
  const { id } = await invoice();
  const { disputeId, position, revision } = await dispute(id, {
    amount: '70.00',
    disputedOn: addDays(its.due, 2),
  });
  const holds = async (query: string, after: string) =>
    (await its.clerk.get<{ holds?: object[] }>(`/v1/invoices/${id}?${query}`, after)).body.holds ?? [];
  const paid = await its.clerk.done('/v1/payments', {
    ...{ amount: '50.00', currency: 'EUR', receivedOn: addDays(its.due, 6) },
    allocations: [{ invoiceId: id, amount: '50.00' }],
  });
  const hold = (amount: string) => ({ kind: 'disputed', id: disputeId, since: addDays(its.due, 2), amount });
  show({
    input: '70 of 100 disputed; then 50 paid, which fills the undisputed part first',
    right: { revision: 1, before: [], then: [hold('70.00')], now: [hold('50.00')] },
    got: {
      revision,
      before: await holds(`asOf=${addDays(its.due, 1)}`, paid.position),
      then: await holds(`asOf=${addDays(its.due, 5)}`, position),
      now: await holds('', paid.position),
    },
  });
});

story('ground', 'H1', 'A dispute is upheld only with a credit note that covers it', async (show) => {
  const { id } = await invoice();
  const { disputeId } = await dispute(id, { amount: '40.00' });
  const path = `/v1/invoices/${id}/disputes/${disputeId}/resolution`;
  const upheld = { outcome: 'upheld', reason: 'They are right.' };
  const creditNoteId = '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c';
  const code = async (body: object, at = path) => {
    const { status, code } = await its.clerk.refused(at, body);
    return [status, code];
  };
  show({
    input:
      'uphold without a credit note, with one that was not applied, with more than is disputed; another dispute',
    right: [
      [409, 'needs-credit-note'],
      [409, 'needs-credit-note'],
      [409, 'more-than-disputed'],
      [404, 'dispute-not-found'],
    ],
    got: [
      await code(upheld),
      await code({ ...upheld, creditNoteId }),
      await code({ ...upheld, creditNoteId, amount: '40.01' }),
      await code(upheld, path.replace(disputeId, creditNoteId)),
    ],
  });
});

story('ground', 'H1', 'The aging says how much of what is open is disputed, on both axes', async (show) => {
  const customer = 'C-aged';
  const { id, position: before } = await invoice(customer);
  const { disputeId } = await dispute(id, { amount: '40.00', disputedOn: addDays(its.due, 2) });
  const { position } = await resolve(id, disputeId, { resolvedOn: addDays(its.due, 8) });
  type Aging = { rows: { key: string; disputed: string; open: string }[]; code?: string };
  const ask = (query: string) => its.clerk.get<Aging>(`/v1/reports/aging?by=customer&${query}`, position);
  const disputed = async (days: number, more = ''): Promise<unknown> => {
    const { body } = await ask(`asOf=${addDays(its.due, days)}${more}`);
    const row = body.rows.find(({ key }) => key === customer);
    return [row?.open, row?.disputed];
  };
  const { body: then } = await its.clerk.get<{ items: { position: string; recordedAt: string }[] }>(
    `/v1/invoices/${id}/history`,
    position,
  );
  const knownAt = then.items.find((fact) => fact.position === before)!.recordedAt;
  show({
    input:
      '40 of 100 disputed from day 2 on, rejected on day 8: on days 1, 5 and 8; on day 5 as known before',
    right: [['100.00', '0.00'], ['100.00', '40.00'], ['100.00', '0.00'], ['100.00', '0.00'], 422],
    got: [
      await disputed(1),
      await disputed(5),
      await disputed(8),
      await disputed(5, `&knownAt=${knownAt}`),
      (await ask(`asOf=${addDays(its.due, 5)}&definition=1`)).status,
    ],
  });
});

story(
  'ground',
  'H1',
  'A dispute is upheld by a credit note that was applied to its invoice',
  async (show) => {
    const customerId = 'C-credited';
    const { id } = await invoice(customerId);
    const { disputeId } = await dispute(id, { amount: '40.00' });
    const note = await its.clerk.done('/v1/credit-notes', {
      ...{ number: 'K-1', customerId, issuedOn: addDays(its.due, 3), currency: 'EUR', total: '40.00' },
      ...{ reasonCode: 'quality', reason: WHY, applications: [{ invoiceId: id, amount: '40.00' }] },
    });
    const upheld = { outcome: 'upheld', creditNoteId: note.id };
    const path = `/v1/invoices/${id}/disputes/${disputeId}/resolution`;
    const early = await its.clerk.refused(path, {
      ...upheld,
      reason: 'Seen.',
      resolvedOn: addDays(its.due, 2),
    });
    const { position } = await resolve(id, disputeId, { ...upheld, resolvedOn: addDays(its.due, 3) });
    const { body } = await its.clerk.get<{ open: string; holds?: object[] }>(`/v1/invoices/${id}`, position);
    const { body: list } = await its.clerk.get<{ items: object[] }>(`/v1/disputes?invoiceId=${id}`, position);
    show({
      input: 'uphold 40 of 100 by a credit note of day 3: as of day 2, then as of day 3',
      right: {
        early: 'needs-credit-note',
        open: '60.00',
        holds: [],
        list: [expect.objectContaining({ outcome: 'upheld', upheld: '40.00', creditNoteId: note.id })],
      },
      got: { early: early.code, open: body.open, holds: body.holds ?? [], list: list.items },
    });
  },
);

story('ground', 'H1', 'What a dispute was upheld by stays with its invoice', async (show) => {
  const customerId = 'C-upheld';
  const { id } = await invoice(customerId);
  const { disputeId } = await dispute(id, { amount: '40.00' });
  const note = await its.clerk.done<Credited>('/v1/credit-notes', {
    ...{ number: 'K-2', customerId, issuedOn: addDays(its.due, 3), currency: 'EUR', total: '60.00' },
    ...{ reasonCode: 'quality', reason: WHY, applications: [{ invoiceId: id, amount: '60.00' }] },
  });
  await resolve(id, disputeId, { outcome: 'upheld', creditNoteId: note.id });
  const path = `/v1/credit-notes/${note.id}/applications/${note.applications[0]!.applicationId}/undo`;
  const undo = async (amount?: string): Promise<unknown> => {
    const { status, body } = await its.clerk.post<Record<string, unknown>>(path, { amount, reason: WHY });
    return [status, body.code ?? body.status, body.detail ?? body.onAccount];
  };
  const { number } = (await its.clerk.get<{ number: string }>(`/v1/invoices/${id}`, note.position)).body;
  const rests = `A dispute of invoice ${number} was upheld on the ground of it`;
  show({
    input: '40 upheld by a credit note of which 60 are applied: undo all, 20.01, 20.00, then 0.01 more',
    right: [
      [409, 'upholds-dispute', `${rests}: at most 20.00 EUR of it can be undone.`],
      [409, 'upholds-dispute', `${rests}: at most 20.00 EUR of it can be undone.`],
      [200, 'undone', '20.00'],
      [409, 'upholds-dispute', `${rests}: nothing of it can be undone.`],
    ],
    got: [await undo(), await undo('20.01'), await undo('20.00'), await undo('0.01')],
  });
});
