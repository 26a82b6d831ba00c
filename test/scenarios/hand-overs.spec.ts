import { addDays } from '@quittance/kernel';
import { FinishHandOvers } from '../../libs/receivables/src/hand-over/finish-hand-overs.policy.js';
import { processOf } from '../support/forging.js';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

// Who follows something up leaves: all that is open goes to somebody else, in one request.

type Body = Record<string, unknown>;

let quittance: Quittance;
let mara: Caller;
let today: string;
let count = 0;

beforeAll(async () => {
  quittance = await startQuittance();
  mara = await quittance.as(['clerk', 'manager'], 'mara');
  today = quittance.clock.today();
});
afterAll(() => quittance?.stop());

const ago = (days: number): string => addDays(today, -days);
const read = async (path: string, after?: string): Promise<Body> => (await mara.get(path, after)).body;
const because = { reason: 'On leave.' };

async function person(): Promise<string> {
  const personId = `P-${(count += 1)}`;
  await mara.done('/v1/people', { personId, name: personId, email: `${personId}@example.org` });
  return personId;
}
async function customer(more: Body = {}): Promise<string> {
  const customerId = `H-${(count += 1)}`;
  await mara.done('/v1/customers', { customerId, name: customerId, ...more });
  return customerId;
}
async function invoice(
  customerId: string,
  more: Body = {},
  by = mara,
): Promise<{ id: string; position: string }> {
  const number = `H-${(count += 1)}`;
  const dates = { issuedOn: ago(30), dueOn: ago(10) };
  return by.done('/v1/invoices', { number, customerId, ...dates, currency: 'EUR', total: '100.00', ...more });
}
const ownerOf = async (id: string, query = '', after?: string) =>
  (await read(`/v1/invoices/${id}?${query}`, after)).ownerId;
const lastPosition = async () => String((await quittance.facts()).at(-1)!.position.commit);

story('life', 'D4', 'One hand-over gives all that is open, from its day on', async (show) => {
  const [from, to] = [await person(), await person()];
  const id = await customer();
  const [open, later, paid] = [
    await invoice(id, { ownerId: from }),
    await invoice(id, { ownerId: from, issuedOn: ago(2), dueOn: today }),
    await invoice(id, { ownerId: from }),
  ];
  const all = [{ invoiceId: paid.id, amount: '100.00' }];
  const { position: known } = await mara.done('/v1/payments', {
    ...{ amount: '100.00', currency: 'EUR', receivedOn: ago(3), allocations: all },
  });
  await mara.get('/v1/invoices?limit=1', known);
  const { position } = await mara.done(`/v1/people/${from}/hand-over`, {
    toPersonId: to,
    on: ago(5),
    ...because,
  });
  const facts = (await quittance.facts()).filter(
    ({ type, data }) => type === 'OwnerAssigned' && data.ownerId === to,
  );
  show({
    input: 'three invoices of one owner, one of them paid; handed over 5 days ago',
    right: { open: [to, from], later: to, paid: from, facts: 2 },
    got: {
      open: [await ownerOf(open.id, '', position), await ownerOf(open.id, `asOf=${ago(6)}`)],
      later: await ownerOf(later.id),
      paid: await ownerOf(paid.id),
      facts: facts.length,
    },
  });
  const undone = await mara.done(`/v1/people/${from}/hand-over/undo`, { reason: 'A mistake.' });
  expect([await ownerOf(open.id, '', undone.position), await ownerOf(later.id)]).toEqual([from, from]);
  expect(await ownerOf(open.id, `asOf=${ago(5)}&knownAt=${facts.at(-1)!.recordedAt.toISOString()}`)).toBe(to);
});

story(
  'life',
  'D4',
  'What falls to them later goes the same way, until it is given to them again by name',
  async (show) => {
    const [from, to] = [await person(), await person()];
    const by = await quittance.as('clerk', from);
    const [default_, nobody] = [await customer({ ownerId: from }), await customer()];
    const money = { amount: '7.00', currency: 'EUR', receivedOn: ago(3), payerId: default_ };
    const { position: paid } = await mara.done('/v1/payments', money);
    await mara.done(`/v1/people/${from}/hand-over`, { toPersonId: to, ...because });
    const owner = async (customerId: string, more: Body = {}, sender = mara) => {
      const { id, position } = await invoice(customerId, more, sender);
      return ownerOf(id, '', position);
    };
    const onAccount = async (query: string) => {
      const { rows } = await read(`/v1/reports/aging?by=owner&limit=500&${query}`, await lastPosition());
      const found = (rows as { key: string; unapplied: string }[]).filter(
        ({ unapplied }) => unapplied === '7.00',
      );
      return found.map(({ key }) => key);
    };
    const got = [
      await owner(default_),
      await owner(nobody, {}, by),
      await owner(nobody, { ownerId: from }),
      [await onAccount(''), await onAccount(`asOf=${ago(1)}`)],
    ];
    await mara.done(`/v1/customers/${default_}/changes`, { ownerId: from });
    show({
      input:
        'a customer’s default; what they issue themselves; named with the invoice; money on account; the default given again by name',
      right: [to, to, from, [[to], [from]], from, [from]],
      got: [...got, await owner(default_, { issuedOn: today, dueOn: today }), await onAccount('')],
    });
    expect(BigInt(paid)).toBeGreaterThan(0n);
  },
);

it('gives what comes by a hand-over on by what was handed over later, not by what was before', async () => {
  const [from, to, before, after] = [await person(), await person(), await person(), await person()];
  const customerId = await customer({ ownerId: from });
  const money = { amount: '9.00', currency: 'EUR', receivedOn: today, payerId: customerId };
  await mara.done('/v1/payments', money);
  const owners = async () => {
    const { id, position } = await invoice(customerId);
    const { rows } = await read('/v1/reports/aging?by=owner&limit=500', position);
    const held = (rows as { key: string; unapplied: string }[]).find(({ unapplied }) => unapplied === '9.00');
    return [await ownerOf(id), held?.key];
  };
  const give = (personId: string, toPersonId: string) =>
    mara.done(`/v1/people/${personId}/hand-over`, { toPersonId, ...because });
  await give(to, before);
  await give(from, to);
  expect(await owners()).toEqual([to, to]);
  await give(to, after);
  expect(await owners()).toEqual([after, after]);
  await mara.done(`/v1/people/${to}/hand-over/undo`, because);
  expect(await owners()).toEqual([to, to]);
});

story('life', 'D4', 'A hand-over that was interrupted is finished, each invoice once', async (show) => {
  const [from, to] = [await person(), await person()];
  const id = await customer();
  const invoices = [await invoice(id, { ownerId: from }), await invoice(id, { ownerId: from })];
  // As if the process had died after the fact: a batch leaves what follows to the reactor.
  const route = `/v1/people/${from}/hand-over`;
  await mara.done('/v1/batches', {
    commands: [{ route, key: `b-${from}`, body: { toPersonId: to, ...because } }],
  });
  await mara.get('/v1/invoices?limit=1', await lastPosition());
  const before = await ownerOf(invoices[0]!.id);
  const { execute } = processOf(quittance);
  const finish = new FinishHandOvers(quittance.pool, quittance.store, execute);
  await Promise.all([finish.run(), finish.run()]);
  await mara.get('/v1/invoices?limit=1', await lastPosition());
  const again = await finish.run();
  const assigned = (await quittance.facts()).filter(
    ({ type, data }) => type === 'OwnerAssigned' && data.ownerId === to,
  );
  show({
    input: 'the fact is there, nothing else; two reactors at once',
    right: { before: from, after: [to, to], facts: 2, again: 0 },
    got: {
      before,
      after: [await ownerOf(invoices[0]!.id), await ownerOf(invoices[1]!.id)],
      facts: assigned.length,
      again,
    },
  });
});

it('refuses a hand-over to nobody, to themselves and round in a circle, and an absence without a deputy', async () => {
  const [from, to] = [await person(), await person()];
  const code = async (path: string, body: Body) => (await mara.refused(`/v1/people/${path}`, body)).code;
  expect(await code(`${from}/hand-over`, { toPersonId: 'nobody', ...because })).toBe('unknown-person');
  expect(await code(`${from}/hand-over`, { toPersonId: from, ...because })).toBe('invalid');
  expect(await code(`nobody/hand-over`, { toPersonId: to, ...because })).toBe('person-not-found');
  expect(await code(`${from}/hand-over/undo`, because)).toBe('not-handed-over');
  await mara.done(`/v1/people/${from}/hand-over`, { toPersonId: to, ...because });
  expect(await code(`${to}/hand-over`, { toPersonId: from, ...because })).toBe('circle');
  const other = await person();
  // Though what the first gives goes to somebody else so far: it would go round from then on.
  await mara.done(`/v1/people/${other}/hand-over`, { toPersonId: from, ...because });
  expect(await code(`${from}/hand-over`, { toPersonId: other, ...because })).toBe('circle');
  const away = { from: today, to: addDays(today, 9), deputyId: to };
  const { position } = await mara.done(`/v1/people/${from}/absences`, away);
  expect(await code(`${from}/absences`, away)).toBe('already-absent');
  expect(await code(`${from}/absences`, { ...away, deputyId: 'nobody' })).toBe('unknown-person');
  expect(await read(`/v1/absences?personId=${from}`, position)).toMatchObject({ items: [away] });
  expect(await read('/v1/hand-overs')).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ personId: from })]) as object,
  });
  const clerk = await quittance.as('clerk', 'carl');
  expect((await clerk.refused(`/v1/people/${from}/hand-over`, { toPersonId: to, ...because })).status).toBe(
    403,
  );
});
