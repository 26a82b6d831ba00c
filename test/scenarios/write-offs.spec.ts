import { addDays } from '@quittance/kernel';
import { type Adjusted, GONE, useAdjusting } from '../support/adjusting.js';
import { story } from '../support/story.js';

// What is not paid any more is written off: by one person, or above a limit by two.

jest.setTimeout(60_000);
const its = useAdjusting();
const writeOff = (id: string, change: object = {}) => its.ask(id, 'write-offs', { ...GONE, ...change });

story(
  'life',
  'B1',
  'Below the limit one person writes off; from it on, a second one approves',
  async (show) => {
    await its.set({ writeOffSecondPersonFrom: { EUR: '50.00' } });
    const id = await its.invoice();
    const path = `/v1/invoices/${id}/write-offs`;
    const small = await writeOff(id, { amount: '49.99' });
    const large = await writeOff(id, { amount: '50.00' });
    const before = await its.settled(id, '', large.position);
    const approval = `${path}/${large.writeOffId}/approval`;
    const byClerk = await its.refused(its.clerk, approval);
    const manager = await its.quittance.as(['clerk', 'manager'], 'carla');
    const byHerself = await its.refused(manager, approval);
    const approved = await its.manager.done<Adjusted>(approval, {});
    show({
      input:
        '49.99 and 50.00 of 122.00 with a limit of 50.00; approved by a clerk, by who asked, by a manager; again',
      right: {
        asked: [
          ['recorded', undefined],
          ['requested', ['amount']],
        ],
        before: ['72.01', { 'write-off': '49.99' }],
        refused: ['403 forbidden', '409 same-person', '409 already-decided'],
        after: ['22.01', { 'write-off': '99.99' }],
      },
      got: {
        asked: [small, large].map(({ status, because }) => [status, because]),
        before,
        refused: [byClerk, byHerself, await its.refused(its.manager, approval)],
        after: await its.settled(id, '', approved.position),
      },
    });
    expect(await its.balanced('', approved.position)).toBe(true);
  },
);

story('life', 'B2', 'A write-off counts from its approval, on both axes, and says who', async (show) => {
  await its.set({ writeOffSecondPersonFrom: { EUR: '50.00' } });
  const id = await its.invoice();
  const { writeOffId } = await writeOff(id, { requestedOn: addDays(its.today, -9) });
  const asked = (await its.quittance.facts()).at(-1)!.recordedAt.toISOString();
  const approval = `/v1/invoices/${id}/write-offs/${writeOffId}/approval`;
  const { position } = await its.manager.done(approval, { approvedOn: addDays(its.today, -5) });
  const [early, from] = [addDays(its.today, -6), addDays(its.today, -5)];
  const listed = async (query: string) => {
    const { items } = await its.read(`/v1/write-offs?invoiceId=${id}&${query}`, position);
    return (items as Record<string, unknown>[]).map(({ status, approvedBy }) => [status, approvedBy]);
  };
  const history = await its.read(`/v1/invoices/${id}/history`, position);
  const words = (history.items as { sentence: string }[]).map(({ sentence }) => sentence);
  show({
    input:
      'asked 9 days ago for all of 122.00, approved for 5 days ago: as of 6 and 5 days ago, as known before',
    right: {
      open: ['122.00', '0.00', '122.00'],
      listed: [[['requested', null]], [['recorded', 'mara']], [['requested', null]]],
      balanced: [true, true, true],
    },
    got: {
      open: [
        (await its.settled(id, `?asOf=${early}`, position))[0],
        (await its.settled(id, `?asOf=${from}`, position))[0],
        (await its.settled(id, `?asOf=${from}&knownAt=${asked}`, position))[0],
      ],
      listed: [
        await listed(`asOf=${early}`),
        await listed(`asOf=${from}`),
        await listed(`asOf=${from}&knownAt=${asked}`),
      ],
      balanced: [
        await its.balanced(`asOf=${early}`, position),
        await its.balanced(`asOf=${from}`, position),
        await its.balanced(`asOf=${from}&knownAt=${asked}`, position),
      ],
    },
  });
  expect(words.slice(1)).toEqual([
    expect.stringMatching(
      /^carla asked to write off 122\.00 EUR .* a second person is needed because of its amount$/,
    ),
    expect.stringMatching(
      /^mara wrote off 122\.00 EUR .*: open 0\.00 EUR, asked for by carla, counting from /,
    ),
  ]);
});

story('life', 'B3', 'Less is open by now: it is refused, and asked for again', async (show) => {
  await its.set({ writeOffSecondPersonFrom: { EUR: '50.00' } });
  const id = await its.invoice();
  const path = `/v1/invoices/${id}/write-offs`;
  const { writeOffId } = await writeOff(id);
  const twice = await its.refused(its.clerk, path, GONE);
  await its.clerk.done('/v1/payments', {
    ...{ amount: '100.00', currency: 'EUR', receivedOn: its.today },
    allocations: [{ invoiceId: id, amount: '100.00' }],
  });
  const less = await its.refused(its.manager, `${path}/${writeOffId}/approval`);
  await its.manager.done(`${path}/${writeOffId}/refusal`, { reason: 'They paid the most of it.' });
  const { position } = await writeOff(id);
  show({
    input: 'all of 122.00 asked for, twice; 100.00 paid; approved; refused; asked for again',
    right: ['409 more-than-open', '409 less-open', ['0.00', { cash: '100.00', 'write-off': '22.00' }]],
    got: [twice, less, await its.settled(id, '', position)],
  });
});

story('life', 'B4', 'What a customer’s year comes to needs a second person, too', async (show) => {
  await its.set({ writeOffSecondPersonFrom: null, writeOffPerCustomerYear: { EUR: '100.00' } });
  const [one, other] = [await its.invoice('C-year'), await its.invoice('C-year')];
  const first = await writeOff(one, { amount: '60.00' });
  await its.read('/v1/invoices?limit=1', first.position);
  const full = await writeOff(other, { amount: '40.00' });
  await its.read('/v1/invoices?limit=1', full.position);
  const over = await writeOff(other, { amount: '0.01' });
  const facts = await its.quittance.facts();
  const judged = facts.filter(({ type }) => type.startsWith('Write') || type === 'WrittenOff').slice(-3);
  show({
    input: '60.00, 40.00 and 0.01 with a limit of 100.00 a year',
    right: [
      ['recorded', undefined, '0.00'],
      ['recorded', undefined, '60.00'],
      ['requested', ['customer-year'], '100.00'],
    ],
    got: [first, full, over].map(({ status, because }, i) => [status, because, judged[i]!.data.judgedSum]),
  });
  expect(BigInt(judged[2]!.data.judgedAt as string)).toBeGreaterThanOrEqual(BigInt(full.position));
});

story('life', 'B4', 'A ledger that is too far behind counts as over', async (show) => {
  await its.set({ writeOffSecondPersonFrom: null, writeOffPerCustomerYear: { EUR: '1000.00' } });
  const id = await its.invoice();
  await its.quittance.projector.stop();
  await its.quittance.pool.query(
    `update projector.state set complete_through = now() - interval '6 seconds'`,
  );
  const { status, because } = await writeOff(id, { amount: '1.00' });
  its.quittance.projector.start();
  await its.set({ writeOffPerCustomerYear: null });
  show({
    input: '1.00 of 1000.00 a year, 6 s behind',
    right: ['requested', ['behind']],
    got: [status, because],
  });
});

story('life', 'B5', 'VAT that is claimed back is split pro rata, and falls with an undo', async (show) => {
  await its.set({ writeOffSecondPersonFrom: null });
  const id = await its.invoice();
  const without = await its.invoice(undefined, { net: undefined, vat: undefined });
  const { writeOffId, position } = await writeOff(id, { amount: '61.00', vat: 'claimed' });
  const accounts = async (after: string): Promise<Record<string, string>> => {
    await its.read('/v1/invoices?limit=1', after);
    const { rows } = await its.quittance.pool.query<{ account: string; sum: string }>(
      `select account, sum(amount)::text from live.ledger_lines
       where account in ('written-off', 'vat') and position >= $1 group by account`,
      [position],
    );
    return Object.fromEntries(rows.map(({ account, sum }) => [account, sum]));
  };
  const before = await accounts(position);
  const undo = `/v1/invoices/${id}/settlements/${writeOffId}/undo`;
  const reason = { reason: 'It was another invoice.' };
  const undone = await its.clerk.done<Adjusted>(undo, reason);
  show({
    input: '61.00 of 122.00 (VAT 22.00) claimed; undone, twice; claimed where no VAT is stated',
    right: {
      accounts: [
        { 'written-off': '50.00', vat: '11.00' },
        { 'written-off': '0.00', vat: '0.00' },
      ],
      refused: ['409 already-undone', '409 no-vat'],
      open: ['122.00', {}],
    },
    got: {
      accounts: [before, await accounts(undone.position)],
      refused: [
        await its.refused(its.clerk, undo, reason),
        await its.refused(its.clerk, `/v1/invoices/${without}/write-offs`, { ...GONE, vat: 'claimed' }),
      ],
      open: await its.settled(id, '', undone.position),
    },
  });
  expect(undone).toMatchObject({ settlementId: writeOffId, status: 'undone' });
  expect(await its.balanced('', undone.position)).toBe(true);
});

story('life', 'F5', 'Two at once may both pass a limit: a report shows it', async (show) => {
  await its.set({ writeOffSecondPersonFrom: null, writeOffPerCustomerYear: { EUR: '100.00' } });
  const [one, other] = [await its.invoice('C-two'), await its.invoice('C-two')];
  await its.quittance.projector.stop();
  const both = [await writeOff(one, { amount: '60.00' }), await writeOff(other, { amount: '60.00' })];
  its.quittance.projector.start();
  const { items } = await its.read('/v1/reports/limits-passed?customerId=C-two', both[1]!.position);
  show({
    input: '60.00 twice with a limit of 100.00 a year, the ledger not yet having the first',
    right: [['recorded', 'recorded'], [[both[1]!.writeOffId, '60.00', '120.00', '100.00']]],
    got: [
      both.map(({ status }) => status),
      (items as Record<string, string>[]).map((each) => [each.id, each.amount, each.yearSum, each.yearLimit]),
    ],
  });
});

story('life', 'F6', 'What was recorded long after the day it counts from is a report', async (show) => {
  const receivedOn = addDays(its.today, -45);
  const { position } = await its.clerk.done('/v1/payments', { amount: '7.00', currency: 'EUR', receivedOn });
  const late = async (query: string) => {
    const { body } = await its.manager.get<{ items: Record<string, unknown>[] }>(
      `/v1/reports/late-recorded?type=PaymentReceived&actor=carla${query}`,
      position,
    );
    return body.items.map(({ effectiveOn, actor }) => [effectiveOn, actor]);
  };
  const importer = await its.quittance.as('importer', 'ida');
  const stated = await importer.done('/v1/payments', {
    ...{ amount: '8.00', currency: 'EUR', receivedOn: '2026-03-01' },
    statedRecordedAt: '2026-04-01T22:30:00Z',
  });
  const { body } = await its.manager.get<{ items: { daysLate: number }[] }>(
    '/v1/reports/late-recorded?known=stated&actor=ida&type=PaymentReceived',
    stated.position,
  );
  show({
    input: 'a payment of 1 March, recorded on 1 April 2026 at 22:30 UTC, when it is 2 April in Rome',
    right: [32],
    got: body.items.map(({ daysLate }) => daysLate),
  });
  show({
    input: 'a payment of 45 days ago: late by 30 days, by 40, by 50',
    right: [[[receivedOn, 'carla']], [[receivedOn, 'carla']], []],
    got: [await late(''), await late('&days=40'), await late('&days=50')],
  });
});
