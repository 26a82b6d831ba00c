import { addDays } from '@quittance/kernel';
import { useInvoices } from '../support/around-invoices.js';
import { story } from '../support/story.js';

// Whatever was agreed or happened beside the usual course of an invoice, in one report on both axes.

const its = useInvoices();
const { customer, invoice, of } = its;

interface Exception {
  kind: string;
  invoiceId: string | null;
  since: string;
  until: string | null;
  amount: string | null;
  state: string;
}
interface Report {
  asOf: string;
  items: Exception[];
  next: string | null;
}

story(
  'life',
  'C4',
  'Every kind of exception is in one report, with what became of it by the day',
  async (show) => {
    const customerId = await customer('C-all');
    const { id } = await invoice({ customerId });
    const because = { reason: 'They asked for it.' };
    const on = (days: number): string => addDays(its.due, days);
    const part = async (path: string, body: object): Promise<Record<string, string>> =>
      its.manager.done(`/v1/invoices/${id}/${path}`, { ...because, ...body });
    const first = await part('extensions', { agreedDueOn: on(10), grantedOn: on(0) });
    await part('extensions', { agreedDueOn: on(30), grantedOn: on(5) });
    await part(`extensions/${first.extensionId}/revocation`, { revokedOn: on(6) });
    const { disputeId } = await part('disputes', {
      amount: '20.00',
      reasonCode: 'quality',
      disputedOn: on(1),
    });
    await part('promises', { amount: '30.00', madeOn: on(2), promisedOn: on(12) });
    await part('pauses', { until: addDays(its.today, 5) });
    const handed = await part('collections', { agency: 'Recupero S.p.A.', handedOverOn: on(20) });
    await part('owner', { ownerId: 'mario', assignedOn: on(3) });
    await its.clerk.done(`/v1/invoices/${id}/notes`, { text: 'Called Mr Neri.' });
    await its.manager.done(`/v1/customers/${customerId}/insolvency`, { since: on(40), ...because });
    const known = await its.now();
    await part(`disputes/${disputeId}/resolution`, { outcome: 'rejected', resolvedOn: on(8) });
    await part(`collections/${handed.collectionId}/return`, { returnedOn: on(25) });
    const path = `/v1/reports/exceptions?customerId=${customerId}`;
    const states = async (query: string): Promise<string[]> =>
      (await of<Report>(`${path}${query}`)).items.map(({ kind, state }) => `${kind} ${state}`).sort();
    const { items, asOf } = await of<Report>(path);
    const { commit } = (await its.quittance.facts()).at(-1)!.position;
    const csv = await its.clerk.ask<string>(`${path}&after=${commit}`, { headers: { accept: 'text/csv' } });
    const pages: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: Report = await of<Report>(
        `${path}&limit=4${next && `&cursor=${encodeURIComponent(next)}`}`,
      );
      pages.push(...page.items.map(({ kind }) => kind));
      ({ next } = page);
    }
    show({
      input:
        'two extensions, one revoked; a dispute, a promise, a pause, a hand-over, another owner, a note, an insolvency',
      right: {
        asOf: its.today,
        today: [
          ...[
            'collection returned',
            'dispute rejected',
            'extension over',
            'extension revoked',
            'insolvency holds',
          ],
          ...['note noted', 'pause holds', 'promise broken', 'reassignment holds'],
        ],
        dayFive: [
          'dispute open',
          'extension holds',
          'extension superseded',
          'promise open',
          'reassignment holds',
        ],
        dayNine: 'dispute rejected',
        asKnownBefore: 'dispute open',
        dispute: [on(1), on(8), '20.00', id],
        insolvency: [on(40), null, null, null],
        rows: 10,
        pages: items.map(({ kind }) => kind),
      },
      got: {
        asOf,
        today: await states(''),
        dayFive: await states(`&asOf=${on(5)}`),
        dayNine: (await states(`&asOf=${on(9)}`)).find((one) => one.startsWith('dispute')),
        asKnownBefore: (await states(`&asOf=${on(9)}&knownAt=${known}`)).find((one) =>
          one.startsWith('dispute'),
        ),
        dispute: detail(items, 'dispute'),
        insolvency: detail(items, 'insolvency'),
        rows: csv.body.trim().split('\n').length,
        pages,
      },
    });
  },
);

const detail = (items: readonly Exception[], of: string): unknown => {
  const { since, until, amount, invoiceId } = items.find(({ kind }) => kind === of)!;
  return [since, until, amount, invoiceId];
};

story(
  'life',
  'C4',
  'A plan is an exception, broken by itself on the day after a missed part',
  async (show) => {
    const { id } = await invoice();
    const instalments = [10, 40].map((days) => ({ dueOn: addDays(its.due, days), amount: '50.00' }));
    const plan = { instalments, agreedOn: its.due, reason: 'They asked for time.' };
    await its.manager.done(`/v1/invoices/${id}/plans`, plan);
    const states = async (days: number): Promise<unknown> =>
      (await of<Report>(`/v1/reports/exceptions?invoiceId=${id}&asOf=${addDays(its.due, days)}`)).items.map(
        ({ kind, state, until, amount }) => [kind, state, until, amount],
      );
    show({
      input: 'a plan of two parts of which nothing is paid: on the day of its first part, and the day after',
      right: [
        [['plan', 'holds', addDays(its.due, 40), '100.00']],
        [['plan', 'broken', addDays(its.due, 11), '100.00']],
      ],
      got: [await states(10), await states(11)],
    });
  },
);

story('life', 'C4', 'What held up an invoice ends with the day from which it is void', async (show) => {
  const { id } = await invoice();
  const because = { reason: 'It was a mistake.' };
  await its.clerk.done(`/v1/invoices/${id}/disputes`, {
    reasonCode: 'other',
    disputedOn: its.due,
    ...because,
  });
  await its.manager.done(`/v1/invoices/${id}/void`, { voidedOn: addDays(its.due, 5), ...because });
  const states = async (days: number): Promise<unknown> =>
    (await of<Report>(`/v1/reports/exceptions?invoiceId=${id}&asOf=${addDays(its.due, days)}`)).items.map(
      ({ state, until }) => [state, until],
    );
  show({
    input: 'a dispute of an invoice that becomes void on day 5: on days 4 and 5',
    right: [[['open', null]], [['ended', addDays(its.due, 5)]]],
    got: [await states(4), await states(5)],
  });
});

story(
  'page',
  'B28',
  'Exceptions that became others between two instants stand side by side, and only those',
  async (show) => {
    const customerId = await customer('C-compared');
    const { id } = await invoice({ customerId });
    const because = { reason: 'They asked for it.' };
    const part = (path: string, body: object): Promise<Record<string, string>> =>
      its.manager.done(`/v1/invoices/${id}/${path}`, { ...because, ...body });
    const { disputeId } = await part('disputes', {
      amount: '20.00',
      reasonCode: 'quality',
      disputedOn: its.due,
    });
    await part('extensions', { agreedDueOn: addDays(its.due, 10), grantedOn: its.due });
    const known = await its.now();
    await part(`disputes/${disputeId}/resolution`, { outcome: 'rejected', resolvedOn: its.due });
    await part('pauses', { until: addDays(its.today, 5) });
    const path = `/v1/reports/exceptions/compare?customerId=${customerId}&knownAt=${known}`;
    interface Row {
      id: string;
      a: Exception | null;
      b: Exception | null;
      fields: string[];
    }
    const { rows, more } = await of<{ rows: Row[]; more: boolean }>(path);
    const same = await of<{ rows: Row[] }>(`${path}&vsKnownAt=${known}`);
    const told = rows.map(({ a, b, fields }) => [b?.kind, a?.state, b?.state, ...fields]);
    show({
      input: 'a dispute is rejected and a pause begins; the extension stays as it was',
      right: {
        told: [
          ['dispute', 'open', 'rejected', 'until', 'state'],
          ['pause', undefined, 'holds'],
        ],
        more: false,
        same: [],
      },
      got: { told: told.sort(), more, same: same.rows },
    });
  },
);
