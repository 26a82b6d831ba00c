import { addDays } from '@quittance/kernel';
import { Bind, Cut } from '@quittance/reading';
import { escalationsOfFirstRun } from '../../libs/receivables/src/dunning/first-run.sql.js';
import { policiesOn } from '../../libs/receivables/src/policy/policy.cut.js';
import { quittance as commandLine } from '../support/command-line.js';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

// Old invoices that were taken over do not set off a storm: the first run that would escalate more than 50 waits for a manager.

let quittance: Quittance;
let mara: Caller;
let carla: Caller;
let today: string;

beforeAll(async () => {
  quittance = await startQuittance();
  mara = await quittance.as('manager', 'mara');
  carla = await quittance.as('clerk', 'carla');
  today = quittance.clock.today();
  const person = { personId: 'olga', name: 'Olga', email: 'olga@example.com', managerId: 'mara' };
  await mara.get('/v1/me');
  await mara.done('/v1/people', person);
  await carla.done('/v1/customers', { customerId: 'C-1', name: 'Acme', ownerId: 'olga' });
});
afterAll(() => quittance?.stop());

const lastPosition = async () => String((await quittance.facts()).at(-1)!.position.commit);
const projected = async () => mara.get('/v1/invoices?limit=1', await lastPosition());

/** Invoices that have been late for so many days. */
async function late(days: number, many: number): Promise<void> {
  const dates = { issuedOn: addDays(today, -days - 30), dueOn: addDays(today, -days) };
  const commands = Array.from({ length: many }, (_, i) => ({
    ...{ route: '/v1/invoices', key: `L-${days}-${i}` },
    body: { number: `L-${days}-${i}`, customerId: 'C-1', ...dates, currency: 'EUR', total: '10.00' },
  }));
  await carla.done('/v1/batches', { commands });
}

const environment = () => ({ DATA_DIR: quittance.dataDir, QUITTANCE_URL: quittance.url });

type Ran = Record<'considered' | 'planned' | 'skipped' | 'escalated' | 'held', number>;
async function ran(caller: Caller): Promise<Ran> {
  await projected();
  return caller.done<Ran>('/v1/dunning/runs', { on: today });
}
/** How many facts there are of each kind of step, and of a first run. */
async function facts(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { type, stream, data } of await quittance.facts())
    if (stream.startsWith('dunning-') || type.startsWith('Escalations')) {
      const what = [type, data.step, data.code].filter(Boolean).join(' ');
      counts[what] = (counts[what] ?? 0) + 1;
    }
  return counts;
}
interface Item {
  id: string;
  kind: string;
  why: string;
  ownerId: string | null;
}
const work = async (more = ''): Promise<Item[]> => {
  await projected();
  return (await mara.get<{ items: Item[] }>(`/v1/work?kind=escalations-held${more}`)).body.items;
};
async function counted(on: string): Promise<number> {
  const bind = new Bind();
  const cut = new Cut(bind, { asOf: on }, true);
  const select = escalationsOfFirstRun(cut, bind, await policiesOn(quittance.pool, on));
  const { rows } = await quittance.pool.query<{ escalations: number }>(select!, bind.values);
  return rows[0]!.escalations;
}

story(
  'chase',
  'B12',
  'A first run of more than 50 escalations makes none, until a manager confirms them; reminders go on',
  async (show) => {
    await late(40, 51);
    await late(4, 2);
    await projected();
    expect(await counted(today)).toBe(51);
    // Two schedulers at once, then one after a restart.
    const [one, other] = await Promise.all([ran(carla), ran(carla)]);
    const again = await ran(carla);
    const known = (await quittance.facts()).at(-1)!.recordedAt.toISOString();
    show({
      input: '51 invoices 40 days late, two 4 days late: two runs at once, and a third',
      right: {
        held: [51, 51, 51],
        escalated: [0, 0, 0],
        facts: {
          EscalationsHeld: 1,
          'ReminderSkipped due+30 not-confirmed': 51,
          'ReminderSkipped due-3 superseded': 2,
          'ReminderPlanned due+3': 2,
        },
      },
      got: {
        held: [one.held, other.held, again.held],
        escalated: [one.escalated, other.escalated, again.escalated],
        facts: await facts(),
      },
    });
    const [item, ...more] = await work();
    const { items: blocked } = (
      await mara.get<{ items: { code: string; invoiceId: string }[] }>(
        '/v1/dunning/blocked?code=not-confirmed&limit=100',
      )
    ).body;
    const { body: explained } = await mara.get<{ parts: { blockedBy: string; comes: string | null }[] }>(
      `/v1/invoices/${blocked[0]!.invoiceId}/reminders/explain?on=${today}`,
    );
    show({
      input: 'the work list, what is blocked, and why',
      right: {
        item: ['escalations-held.first-run', 'mara', '51 escalations at once, by a first run'],
        more: 0,
        blocked: 51,
        why: ['not-confirmed', null],
      },
      got: {
        item: [item!.id, item!.ownerId, item!.why],
        more: more.length,
        blocked: blocked.length,
        why: [explained.parts[0]!.blockedBy, explained.parts[0]!.comes],
      },
    });

    const refused = await carla.refused('/v1/dunning/confirmations', {});
    expect(refused.status).toBe(403);
    const plain = await commandLine(['dunning', 'run', '--date', today], environment()).ended;
    const confirmed = await commandLine(
      ['dunning', 'run', '--date', today, '--confirm', '--json'],
      environment(),
    ).ended;
    await mara.done('/v1/dunning/confirmations', {});
    const after = await ran(carla);
    const { EscalationsConfirmed, ...steps } = await facts();
    show({
      input: 'the command line, without and with --confirm; then a confirmation and a run over HTTP',
      right: {
        ...{ without: [1, true], with: [0, 51, 0], after: [0, 0, 0], confirmed: 1 },
        ...{ escalated: 51, superseded: 51, left: [0, 1] },
      },
      got: {
        without: [plain.code, plain.stdout.includes('51 escalations of a first run wait')],
        with: [confirmed.code, confirmed.last.escalated, confirmed.last.held],
        after: [after.escalated, after.skipped, after.held],
        confirmed: EscalationsConfirmed,
        escalated: steps['InvoiceEscalated due+30'],
        superseded: steps['ReminderSkipped due+14 superseded'],
        left: [(await work()).length, (await work(`&knownAt=${known}`)).length],
      },
    });
    // Once something was escalated on another day it is no first run any more.
    await projected();
    expect([await counted(today), await counted(addDays(today, -1))]).toEqual([51, 0]);
  },
);
