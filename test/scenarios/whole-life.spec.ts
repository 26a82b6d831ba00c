import { explainedFigures } from '../support/explained.js';
import { Team } from '../support/team.js';
import { story } from '../support/story.js';
import { AS_TOLD } from './whole-life-told.js';

// One receivable after another, from issue to settlement, as three people of a finance team keep them.

jest.setTimeout(120_000);

let team: Team;
beforeAll(async () => void (team = await Team.start()));
afterAll(() => team?.stop());

const EUR = { currency: 'EUR' };
const ROSSI = { customerId: 'C-1', ...EUR };
const PRICE = { reasonCode: 'price', reason: 'The price was another.' };
const DUE = ['2026-02-28', '2026-03-31', '2026-04-30'];

describe('the whole life of receivables', () => {
  let works: string;
  let goods: string;

  beforeAll(async () => {
    for (const [customerId, name] of [
      ['C-1', 'Rossi S.r.l.'],
      ['C-3', 'Rossi Costruzioni'],
    ])
      await team.anna('/v1/customers', { customerId, name, ownerId: 'lea' });
    await team.mara('/v1/settings/limits', { writeOffSecondPersonFrom: { EUR: '100.00' } });
  });

  story(
    'life',
    'S1',
    'An invoice in three parts and a plain one are paid at once; the bank takes the money back, and both are open as before',
    async (show) => {
      ({ id: works } = await team.anna('/v1/invoices', {
        ...{ number: 'W-1', issuedOn: '2026-01-31', total: '900.00', ...ROSSI },
        instalments: DUE.map((dueOn) => ({ dueOn, amount: '300.00' })),
      }));
      ({ id: goods } = await team.anna('/v1/invoices', {
        ...{ number: 'G-1', issuedOn: '2026-01-31', dueOn: '2026-03-02', total: '250.00', ...ROSSI },
      }));
      const first = await team.anna('/v1/payments', {
        ...{ amount: '550.00', ...EUR, receivedOn: '2026-02-27', payerId: 'C-1' },
        allocations: [
          { invoiceId: works, amount: '300.00' },
          { invoiceId: goods, amount: '250.00' },
        ],
      });
      const paid = await Promise.all([works, goods].map((id) => team.invoice(id, '2026-03-04')));
      await team.anna(`/v1/payments/${first.id}/returns`, {
        ...{ returnedOn: '2026-03-05', code: 'ac04', reason: 'Account closed.' },
      });
      const again = await Promise.all([works, goods].map((id) => team.invoice(id, '2026-03-05')));
      show({
        input:
          'received 550.00 on 2026-02-27, returned on 2026-03-05; as of the day before and the day itself',
        right: {
          before: [
            ['600.00', 'issued'],
            ['0.00', 'paid'],
          ],
          after: [
            ['900.00', 'overdue'],
            ['250.00', 'overdue'],
          ],
          due: DUE.map((dueOn) => [dueOn, '300.00']),
        },
        got: {
          before: paid.map(({ open, status }) => [open, status]),
          after: again.map(({ open, status }) => [open, status]),
          due: again[0]!.instalments.map(({ dueOn, open }) => [dueOn, open]),
        },
      });
    },
  );

  story(
    'life',
    'S1',
    'A dispute is settled by a credit note, a promise kept and one broken, an extension revoked',
    async (show) => {
      const { disputeId } = await team.anna(`/v1/invoices/${goods}/disputes`, {
        ...{ amount: '50.00', disputedOn: '2026-03-10', ...PRICE },
      });
      const { id: creditNoteId } = await team.anna('/v1/credit-notes', {
        ...{ number: 'CN-1', issuedOn: '2026-03-15', total: '50.00', ...ROSSI, ...PRICE },
        applications: [{ invoiceId: goods, amount: '50.00' }],
      });
      await team.anna(`/v1/invoices/${goods}/disputes/${disputeId}/resolution`, {
        ...{ outcome: 'upheld', creditNoteId, reason: 'They are right.', resolvedOn: '2026-03-16' },
      });
      await team.anna(`/v1/invoices/${goods}/promises`, {
        promisedOn: '2026-04-15',
        madeOn: '2026-04-01',
        reason: 'On the phone.',
      });
      await team.anna('/v1/payments', {
        ...{ amount: '200.00', ...EUR, receivedOn: '2026-04-14', payerId: 'C-1' },
        allocations: [{ invoiceId: goods, amount: '200.00' }],
      });
      await team.anna(`/v1/invoices/${works}/promises`, {
        amount: '300.00',
        promisedOn: '2026-05-15',
        madeOn: '2026-05-02',
      });
      const { extensionId } = await team.anna(`/v1/invoices/${works}/extensions`, {
        ...{ instalment: 3, agreedDueOn: '2026-06-30', grantedOn: '2026-05-04', reason: 'Holidays.' },
      });
      await team.mara(`/v1/invoices/${works}/extensions/${extensionId}/revocation`, {
        ...{ reason: 'The promise was broken.', revokedOn: '2026-05-20' },
      });
      const promises = await team.get<{ items: { invoiceId: string; state: string }[] }>(
        '/v1/promises?asOf=2026-05-31',
      );
      const state = (id: string): string | undefined =>
        promises.items.find(({ invoiceId }) => invoiceId === id)?.state;
      const { items } = await team.get<{ items: { kind: string; state: string }[] }>(
        '/v1/reports/exceptions?asOf=2026-05-31',
      );
      show({
        input: 'as of 2026-05-31',
        right: {
          goods: ['0.00', 'closed', { cash: '200.00', credit: '50.00' }],
          promises: ['kept', 'broken'],
          exceptions: ['dispute', 'extension', 'promise', 'promise'],
        },
        got: {
          goods: await team
            .invoice(goods, '2026-05-31')
            .then(({ open, status, settledBy }) => [open, status, settledBy]),
          promises: [state(goods), state(works)],
          exceptions: items.map(({ kind }) => kind).sort(),
        },
      });
    },
  );

  story(
    'life',
    'S1',
    'A write-off takes two persons; a recovery brings it back; withheld tax and cash settle the rest',
    async (show) => {
      const asked = await team.anna(`/v1/invoices/${works}/write-offs`, {
        ...{ amount: '300.00', requestedOn: '2026-06-01' },
        ...{ reasonCode: 'uncollectable', reason: 'They cannot pay.' },
      });
      const bothRoles = await team.quittance.as(['clerk', 'manager'], 'anna');
      const own = await bothRoles.post<{ code: string }>(
        `/v1/invoices/${works}/write-offs/${asked.writeOffId}/approval`,
        {},
      );
      await team.mara(`/v1/invoices/${works}/write-offs/${asked.writeOffId}/approval`, {
        approvedOn: '2026-06-02',
      });
      const lower = await team.invoice(works, '2026-06-02');
      await team
        .anna('/v1/payments', {
          ...{ amount: '300.00', ...EUR, receivedOn: '2026-07-10', payerId: 'C-1' },
        })
        .then(({ id }) =>
          team.anna(`/v1/payments/${id}/allocations`, {
            allocations: [{ invoiceId: works, amount: '300.00', recovery: true }],
          }),
        );
      const recovered = await team.invoice(works, '2026-07-10');
      await team.anna(`/v1/invoices/${works}/settlements`, {
        ...{ kind: 'withheld-tax', amount: '60.00', on: '2026-07-20' },
        ...{ reason: 'Withheld by the client.', reference: 'CU 2026' },
      });
      await team.anna('/v1/payments', {
        ...{ amount: '540.00', ...EUR, receivedOn: '2026-07-20', payerId: 'C-1' },
        allocations: [{ invoiceId: works, amount: '540.00' }],
      });
      const end = await team.invoice(works, '2026-07-20');
      show({
        input:
          'write-off of 300.00 from 900.00, recovered on 2026-07-10; 60.00 withheld and 540.00 paid on 2026-07-20',
        right: {
          ownApproval: [409, 'same-person'],
          open: ['600.00', '600.00', '0.00'],
          writtenOff: ['300.00', undefined],
          settledBy: { cash: '840.00', 'withheld-tax': '60.00' },
          status: 'closed',
        },
        got: {
          ownApproval: [own.status, own.body.code],
          open: [lower.open, recovered.open, end.open],
          writtenOff: [lower.settledBy['write-off'], recovered.settledBy['write-off']],
          settledBy: end.settledBy,
          status: end.status,
        },
      });
    },
  );

  story(
    'life',
    'S1',
    'Two customers become one, and one person hands all open items to another',
    async (show) => {
      const { id } = await team.anna('/v1/invoices', {
        ...{ number: 'K-1', customerId: 'C-3', total: '80.00', ...EUR },
        ...{ issuedOn: '2026-08-01', dueOn: '2026-08-31' },
      });
      await team.mara('/v1/customers/C-3/merge', {
        intoCustomerId: 'C-1',
        reason: 'One company now.',
        mergedOn: '2026-09-01',
      });
      await team.mara('/v1/people/lea/hand-over', {
        toPersonId: 'otto',
        reason: 'Leave.',
        on: '2026-09-10',
      });
      const rows = async (asOf: string) =>
        (await team.get<{ rows: { key: string }[] }>(`/v1/reports/aging?by=customer&asOf=${asOf}`)).rows.map(
          ({ key }) => key,
        );
      const owner = async (asOf: string): Promise<string> => (await team.invoice(id, asOf)).ownerId;
      show({
        input: 'merged on 2026-09-01, handed over on 2026-09-10',
        right: { customers: [['C-3'], ['C-1']], owners: ['lea', 'otto'] },
        got: {
          customers: [await rows('2026-08-31'), await rows('2026-09-01')],
          owners: [await owner('2026-09-09'), await owner('2026-09-10')],
        },
      });
    },
  );

  story('life', 'S1', 'The audit trail tells it in words', async (show) => {
    show({ input: 'history of W-1', right: AS_TOLD, got: await team.told(works) });
  });

  story(
    'life',
    'S1',
    'Every figure of each invoice, payment, credit note and customer is what its facts add up to',
    async (show) => {
      const places = ['', '&asOf=2026-03-04', '&asOf=2026-06-02'];
      const all = await Promise.all(places.map((place) => explainedFigures((path) => team.get(path), place)));
      const got = { wrong: all.flatMap(({ wrong }) => wrong), many: all.every(({ asked }) => asked > 15) };
      show({ input: ['as they stand', ...places.slice(1)], right: { wrong: [], many: true }, got });
    },
  );
});
