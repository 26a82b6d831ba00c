import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedFact } from '@quittance/event-store';
import { addDays } from '@quittance/kernel';
import { ChasedDays, type Days, hashOf } from '../support/chased-days.js';
import type { Explained } from '../support/chasing.js';
import { type Debt, stepsOf } from '../support/ladder-by-hand.js';
import { givenData, story } from '../support/story.js';

// Days of a company that is paid on time, late or very late, run one by one with the standard policy. `npm run show -- chase` runs a
// year of real receivables, where they are; everywhere else it is a month of our own making.

const { path } = givenData('receivables');
const file = join(path, 'receivables.csv');
const REAL = process.env.QUITTANCE_SHOW !== undefined && existsSync(file);
const DAYS = REAL ? { from: '2012-01-01', to: '2012-12-31' } : { from: '2026-01-01', to: '2026-01-31' };
const LONG = 3_600_000;

/** `1/3/2012` */
const dateOf = (text: string): string => {
  const [month, day, year] = text.split('/');
  return `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
};

function realDebts(): Debt[] {
  const [, ...rows] = readFileSync(file, 'utf8').trim().split('\n');
  return rows.map((row) => {
    const [, customerId, , number, issuedOn, dueOn, total, , settledOn] = row.split(',');
    const dates = { issuedOn: dateOf(issuedOn!), dueOn: dateOf(dueOn!), settledOn: dateOf(settledOn!) };
    // Every third one is paid in the afternoon.
    return {
      number: number!,
      customerId: customerId!,
      total: total!,
      ...dates,
      late: Number(number) % 3 === 0,
    };
  });
}

/** Each paid so many days after its due date, in the morning or the afternoon. */
const ownDebts = (): Debt[] =>
  [-3, 2, 3, 7, 8, 15].map((days, i) => {
    const issuedOn = addDays(DAYS.from, i);
    const dueOn = addDays(issuedOn, 5);
    return {
      ...{ number: `Y-${i}`, customerId: `C-${i % 3}`, issuedOn, dueOn, total: `${100 + i}.00` },
      ...{ settledOn: addDays(dueOn, days), late: days % 2 !== 0 },
    };
  });

const DEBTS = (REAL ? realDebts() : ownDebts()).filter(({ issuedOn }) => issuedOn <= DAYS.to);
const MONEY = /^(invoice|payment)-/;
const ALL = /^(invoice|payment|dunning|mail)-/;

/** What the chase did, as the pencil writes it. */
function didOf(facts: readonly RecordedFact[], mails = true): string[] {
  const said: string[] = [];
  for (const { type, data } of facts) {
    const { number, step, code, sentOn, skippedOn, escalatedOn, plannedOn } = data as Record<string, string>;
    if (type === 'ReminderSent') said.push(`${number} ${step} sent ${sentOn}`);
    if (type === 'ReminderSkipped') said.push(`${number} ${step} ${code} ${skippedOn}`);
    if (type === 'InvoiceEscalated') said.push(`${number} ${step} escalated ${escalatedOn}`);
    if (type === 'ReminderPlanned' && !mails) said.push(`${number} ${step} planned ${plannedOn}`);
  }
  return said.sort();
}
const rightOf = (runs: readonly string[]): string[] => DEBTS.flatMap((debt) => stepsOf(debt, runs)).sort();

/** How many of what, for instance by step and month. */
function counted(said: readonly string[], by: (step: string, became: string, on: string) => string) {
  const counts: Record<string, number> = {};
  for (const one of [...said].sort()) {
    const [, step, became, on] = one.split(' ') as [string, string, string, string];
    const key = by(step, became, on);
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
const bySteps = (said: readonly string[]) => counted(said, (step, became) => `${step} ${became}`);
const byMonths = (said: readonly string[]) =>
  counted(
    said.filter((one) => one.includes(' sent ')),
    (step, _became, on) => `${on.slice(0, 7)} ${step}`,
  );
/** What one says that the other does not. */
const beside = (some: readonly string[], others: readonly string[]): string[] => {
  const there = new Set(others);
  return some.filter((one) => !there.has(one)).slice(0, 5);
};

describe(`days run one by one${REAL ? ', of real receivables' : ''}`, () => {
  const lived: ChasedDays[] = [];
  let first: ChasedDays;
  let facts: RecordedFact[];
  const live = async (days: Partial<Days> = {}): Promise<ChasedDays> => {
    const one = await ChasedDays.live(DEBTS, { ...DAYS, ...days });
    lived.push(one);
    return one;
  };
  beforeAll(async () => {
    first = await live();
    facts = await first.quittance.facts();
  }, LONG);
  afterAll(() => Promise.all(lived.map((one) => one.stop())));

  story('chase', 'Y1', 'Every step comes on its day, and none other: by step and by month', (show) => {
    const [right, did] = [rightOf(first.runs), didOf(facts)];
    show({
      input: `${DEBTS.length} invoices from ${DAYS.from} to ${DAYS.to}: what became of their steps`,
      right: bySteps(right),
      got: bySteps(did),
    });
    show({ input: 'reminders sent by month and step', right: byMonths(right), got: byMonths(did) });
    show({
      input: 'what was done and should not have been; what should have been done and was not',
      right: [[], []],
      got: [beside(did, right), beside(right, did)],
    });
    expect(did).toEqual(right);
    show({
      input: 'mails that the server got; reminders sent in them',
      right: [first.got.length, did.filter((one) => one.includes(' sent ')).length],
      got: [
        facts.filter(({ type }) => type === 'MailAccepted').length,
        facts.filter(({ type }) => type === 'ReminderSent').length,
      ],
    });
  });

  story(
    'chase',
    'Y2',
    'None is sent at a position after the settling fact, and each is explained',
    async (show) => {
      const settledAt = new Map<unknown, bigint>();
      const begunAt = new Map<unknown, bigint>();
      const inMail = new Map<unknown, unknown[]>();
      for (const { type, data, position } of facts) {
        if (type === 'PaymentApplied') settledAt.set(data.invoiceId, position.commit);
        if (type === 'MailItemAdded')
          inMail.set(data.mailId, [...(inMail.get(data.mailId) ?? []), data.invoiceId]);
        if (type === 'MailItemRemoved')
          inMail.set(
            data.mailId,
            inMail.get(data.mailId)!.filter((id) => id !== data.invoiceId),
          );
        if (type === 'MailSendingBegun') begunAt.set(data.mailId, position.commit);
      }
      const after = [...begunAt].flatMap(([mailId, begun]) =>
        inMail.get(mailId)!.filter((id) => (settledAt.get(id) ?? begun + 1n) < begun),
      );
      show({ input: `${begunAt.size} mails that began to leave`, right: [], got: after });

      const unexplained: string[] = [];
      const sent = facts.filter(({ type }) => type === 'ReminderPlanned' || type === 'InvoiceEscalated');
      for (const { data } of sent) {
        const { invoiceId, number, step, plannedOn, escalatedOn } = data as Record<string, string>;
        const on = plannedOn ?? escalatedOn;
        const { body } = await first.mara.get<Explained & { open: string }>(
          `/v1/invoices/${invoiceId}/reminders/explain?on=${on}`,
        );
        const steps = body.parts.flatMap((part) => part.steps) as unknown as Record<string, string>[];
        const told = steps.find((one) => one.step === step);
        // Paid in the afternoon of that day: nothing is open of it any more.
        if (told?.decidedOn !== on && body.open !== '0.00') unexplained.push(`${number} ${step} ${on}`);
      }
      show({
        input: `${sent.length} reminders and escalations, each asked for by its day`,
        right: [],
        got: unexplained,
      });
    },
    LONG,
  );

  story(
    'chase',
    'Y3',
    'With a restart in every week the same facts come',
    async (show) => {
      let weeks = 0;
      const restarts: Days['restarts'] = (day) => {
        if (new Date(`${day}T00:00:00Z`).getUTCDay() !== (weeks * 2) % 7) return undefined;
        weeks += 1;
        return weeks % 2 === 0 ? 'in the run' : 'before mails leave';
      };
      const again = await live({ restarts });
      const its = await again.quittance.facts();
      show({
        input: `the stores stop and start ${again.restarted} times, while a run goes on or before its mails leave`,
        right: { hash: hashOf(facts, ALL), mails: first.got.length },
        got: { hash: hashOf(its, ALL), mails: again.got.length },
      });
      expect(again.restarted).toBeGreaterThan(3);
      await again.stop();
    },
    LONG,
  );

  story(
    'chase',
    'Y4',
    'With days missed the highest step comes, the others are superseded, and the money is the same',
    async (show) => {
      const missed = (day: string): boolean => day.slice(8) >= '10' && day.slice(8) <= '16';
      const gaps = await live({ missed });
      const its = await gaps.quittance.facts();
      const [right, did] = [rightOf(gaps.runs), didOf(its)];
      show({
        input: 'nobody ran the 10th to the 16th of any month: what became of the steps',
        right: bySteps(right),
        got: bySteps(did),
      });
      expect(did).toEqual(right);
      expect(bySteps(did)).not.toEqual(bySteps(didOf(facts)));
      show({ input: 'facts of invoices and payments', right: hashOf(facts, MONEY), got: hashOf(its, MONEY) });
      await gaps.stop();
    },
    LONG,
  );
});
