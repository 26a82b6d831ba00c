import { addDays } from '@quittance/kernel';
import { useInvoices } from '../support/around-invoices.js';
import { story } from '../support/story.js';

// A later due date that was agreed may be taken back: until that day it holds, from it the one before.

const its = useInvoices();
const { customer, invoice, of, refused } = its;

interface Extended {
  agreedDueOn: string;
  daysOverdue: number;
  extensions: { extensionId: string; revokedOn: string | null }[];
}

story(
  'life',
  'C3',
  'A revoked extension holds until its day; then the date before it, on both axes',
  async (show) => {
    const customerId = await customer('C-revoked');
    const { id } = await invoice({ customerId });
    const path = `/v1/invoices/${id}/extensions`;
    const [first, second] = [addDays(its.due, 20), addDays(its.due, 90)];
    const extend = (agreedDueOn: string, days: number) =>
      its.clerk.done<{ extensionId: string }>(path, {
        ...{ agreedDueOn, grantedOn: addDays(its.due, days), reason: 'Their client pays then.' },
      });
    await extend(first, 0);
    const { extensionId } = await extend(second, 10);
    const known = await its.now();
    const because = { reason: 'They agreed to pay a part at once, and did not.' };
    await its.clerk.done(`${path}/${extensionId}/revocation`, {
      ...because,
      revokedOn: addDays(its.due, 30),
    });
    const due = async (days: number, at = ''): Promise<unknown> => {
      const asOf = addDays(its.due, days);
      const one = await of<Extended>(`/v1/invoices/${id}?asOf=${asOf}${at}`);
      type Aging = { rows: { key: string; overdue: string; extended: string; balanced: boolean }[] };
      const { rows } = await of<Aging>(`/v1/reports/aging?by=customer&asOf=${asOf}${at}`);
      const row = rows.find(({ key }) => key === customerId);
      return [one.agreedDueOn, one.daysOverdue, row?.overdue, row?.extended, row?.balanced];
    };
    const now = await of<Extended>(`/v1/invoices/${id}`);
    const listed = await of<{ items: Extended[] }>(`/v1/invoices?customerId=${customerId}`);
    show({
      input:
        'extended to day 20, on day 10 to day 90, that revoked from day 30 on: on days 29, 30, and 30 as known before',
      right: {
        before: [second, 0, '0.00', '100.00', true],
        from: [first, 10, '100.00', '100.00', true],
        asKnownBefore: [second, 0, '0.00', '100.00', true],
        now: [first, 40, [null, addDays(its.due, 30)]],
        list: [first],
        again: [409, 'already-revoked'],
        unknown: [404, 'extension-not-found'],
      },
      got: {
        before: await due(29),
        from: await due(30),
        asKnownBefore: await due(30, `&knownAt=${known}`),
        now: [now.agreedDueOn, now.daysOverdue, now.extensions.map(({ revokedOn }) => revokedOn)],
        list: listed.items.map(({ agreedDueOn }) => agreedDueOn),
        again: await refused(its.clerk, `${path}/${extensionId}/revocation`, because),
        unknown: await refused(its.clerk, `${path}/${id}/revocation`, because),
      },
    });
  },
);
