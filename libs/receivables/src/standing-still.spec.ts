import { story } from '../../../test/support/story.js';
import { idOf, Ledger } from '../spec/ledger.js';
import { type Response, startReading } from '../spec/reading.js';
import { AUDIT_COLUMNS } from './audit/audit.queries.js';
import { BALANCE_FILTERS, CUSTOMER_FILTERS } from './customer/customer.columns.js';
import { CustomerQueries } from './customer/customer.queries.js';
import { REMINDER_COLUMNS } from './dunning/reminder.queries.js';
import { INVOICES } from './invoice/invoice.list.js';
import { PAYMENTS } from './payment/payment.list.js';
import { PEOPLE_LIST } from './person/person.list.js';

type Row = Record<string, unknown>;

const TODAY = '2026-06-30';
const AHEAD = '2026-12-01';
const csv = { accept: 'text/csv' };

/** By every column, every other one downwards. */
const sorts = (list: string, columns: object): string[] =>
  Object.keys(columns).map((column, i) => `${list}?sort=${i % 2 === 0 ? '' : '-'}${column}`);

const LISTS = [
  ...sorts('invoices', INVOICES.asked),
  ...sorts('customers', CUSTOMER_FILTERS),
  ...sorts('payments', PAYMENTS.asked),
  ...sorts('people', PEOPLE_LIST.asked),
  ...sorts('reminders', REMINDER_COLUMNS),
  ...['reminders', 'reminders?status=planned&sort=on,number', 'reminders?customerId=A'],
  ...sorts('audit', AUDIT_COLUMNS),
  ...['audit?sort=-position', `invoices/${idOf('4')}/history`],
  ...[
    'invoices?sort=customerName,-open',
    'invoices?status=open',
    'invoices?status=overdue&sort=-daysOverdue',
  ],
  ...['invoices?status=settled', 'invoices?customerName=Alfa', 'invoices?open=50.00..&sort=-dueOn'],
  ...[`payments?invoiceId=${idOf('4')}&sort=pending`, 'payments?unapplied=0.01..', 'audit?customer=A'],
  ...['invoices', 'customers', 'payments', 'reports/aging'].flatMap((list) => {
    const by = list === 'reports/aging' ? 'by=customer&' : '';
    return [`asOf=${TODAY}`, 'known=recorded', 'known=stated'].map((place) => `${list}?${by}${place}`);
  }),
  'reports/aging?by=owner',
  ...['open', '-open', 'control', '-unapplied'].map((sort) => `reports/aging?by=customer&sort=${sort}`),
  'reports/aging?by=owner&sort=-pending&currency=EUR',
  ...sorts('customers', BALANCE_FILTERS).map((list) => `${list}&balanceCurrency=EUR`),
  'customers?overdue=1.00..&balanceCurrency=EUR&sort=-balance,name',
];

describe('a list that is walked page by page', () => {
  let ledger: Ledger;
  let reading: Awaited<ReturnType<typeof startReading>>;
  let today = TODAY;

  beforeAll(async () => {
    ledger = await Ledger.open();
    reading = await startReading(ledger.pool, { now: () => new Date(), today: () => today });
  });
  beforeEach(async () => {
    today = TODAY;
    ledger.stated = undefined;
    await ledger.clear();
    await ledger.person('otto', 'Otto Neri');
    await ledger.seen('anna', ['auditor']);
    await ledger.seen('maria');
    await ledger.person('maria', 'Maria Bianchi');
    await ledger.customer('A', 'Alfa', 'otto');
    await ledger.customer('B', 'Beta');
    await ledger.customer('C', 'Carli', 'maria');
    for (const [i, customer] of ['A', 'B', 'C', 'A', 'unregistered', 'B'].entries()) {
      const dueOn = `2026-0${i + 3}-15`;
      await ledger.issue(`${i + 1}`, { customer, total: `${100 - 7 * i}.00`, dueOn });
    }
    await ledger.issue('ahead', { customer: 'C', total: '80.00', issuedOn: AHEAD, dueOn: '2027-01-31' });
    await ledger.extend('1', '2026-08-31', '2026-05-02');
    await ledger.pay('P', '60.00', '2026-06-01', { 1: '40.00' }, 'A');
    await ledger.receive('Q', '65.00', '2026-06-02', { 4: '50.00', 2: '10.00' });
    await ledger.receive('R', '5.00', '2026-06-03');
    await ledger.pay('ahead', '30.00', '2026-06-04', { ahead: '30.00' });
    await ledger.extend('4', '2026-07-15', '2026-05-02');
    await ledger.pay('half', '1.00', '2026-06-02', { 4: '1.00' });
    for (const number of ['settled', 'too']) {
      await ledger.issue(number, { customer: 'B', total: '3.00', dueOn: '2026-04-30' });
      await ledger.pay(number, '3.00', '2026-06-04', { [number]: '3.00' });
    }
    for (const number of ['1', '2', '4']) {
      await ledger.remind(number, 'due+3', '2026-06-05');
      await ledger.remind(number, 'due+7', '2026-06-05', 'maria');
    }
    await ledger.beat();
  });
  afterAll(async () => {
    await reading.app.close();
    await ledger.close();
  });

  const get = async (url: string, headers = {}): Promise<Response> => {
    const answer = await reading.get(url, headers);
    if (answer.status !== 200) throw new Error(`${url}: ${answer.status} ${answer.text}`);
    return answer;
  };

  const rowsOf = ({ body }: Response): Row[] => (body.rows ?? body.items) as Row[];
  const page = (list: string, more: string): Promise<Response> =>
    get(`/v1/${list}${list.includes('?') ? '&' : '?'}${more}`);

  /** What lands between the pages: rows that move before and behind the cursor, change, or are new. */
  async function write(): Promise<void> {
    await ledger.pay('late', '90.00', '2026-06-05', { 3: '86.00' }, 'C');
    ledger.stated = '2026-01-15T10:00:00Z';
    await ledger.issue('0-before', { customer: 'A', total: '11.00', dueOn: '2026-01-01' });
    await ledger.issue('9-behind', { customer: 'B', total: '12.00', dueOn: '2027-12-31' });
    ledger.stated = undefined;
    await ledger.settle('Q', '4', '50.00', '2026-06-02');
    await ledger.settle('Q', '2', '10.00', '2026-06-02');
    await ledger.extend('6', '2026-02-01', '2026-05-03');
    await ledger.extend('5', '2027-11-30', '2026-05-03');
    await ledger.extend('1', '2026-10-31', '2026-05-01');
    await ledger.assign('2', 'otto', '2026-05-03');
    await ledger.customer('A', 'Zeta');
    await ledger.customer('unregistered', 'Aaron');
    await ledger.customer('0', 'First');
    await ledger.person('anna', 'Anna Verdi');
    await ledger.person('otto', 'Zacharias');
    await ledger.seen('0');
    await ledger.remind('3', 'due+3', '2026-06-04', 'otto');
    await ledger.remind('4', 'due+14', '2026-06-05', 'otto');
    await ledger.remind('1', 'due+14', '2026-06-06');
    await ledger.beat();
  }

  /** The first row of each list, with all rows of the moment; then a write; then the rest of each. */
  async function walked(lists: readonly string[]): Promise<{ list: string; got: Row[]; right: Row[] }[]> {
    const begun: { list: string; got: Row[]; right: Row[]; next: string | null }[] = [];
    for (const list of lists) {
      const right = rowsOf(await page(list, 'limit=500'));
      const first = await page(list, 'limit=1');
      begun.push({ list, got: rowsOf(first), right, next: first.body.next });
    }
    await write();
    today = '2026-07-31';
    for (const one of begun) {
      for (let limit = 1; one.next; limit += 1) {
        const more = await page(one.list, `limit=${limit}&cursor=${one.next}`);
        one.got.push(...rowsOf(more));
        one.next = more.body.next;
      }
    }
    return begun;
  }

  const cents = (rows: Row[], column: string): number =>
    rows.reduce((sum, row) => sum + Number(String(row[column]).replace('.', '')), 0);

  story(
    'mended-doors',
    'B4',
    'A list walked page by page stands still: every row of its first moment once, as it was then, and none newer',
    async (show) => {
      const all = await walked(LISTS);
      expect(all.filter(({ right }) => right.length < 2).map(({ list }) => list)).toEqual([]);
      const moved = all.filter(({ got, right }) => JSON.stringify(got) !== JSON.stringify(right));
      const { got, right } = all[0]!;
      const sum = (rows: Row[]): Row => ({
        rows: rows.length,
        open: cents(rows, 'open'),
        paid: cents(rows, 'paid'),
      });
      show({
        input: `${LISTS.length} lists, one row; then payments, extensions, invoices, names and people; then the other pages, a day later`,
        right: { 'lists that moved': [], 'invoices, in cents': sum(right) },
        got: { 'lists that moved': moved.map(({ list }) => list), 'invoices, in cents': sum(got) },
      });
      for (const one of all) expect([one.list, one.got]).toEqual([one.list, one.right]);
    },
  );

  it('stands still as CSV, too, by its links', async () => {
    for (const list of ['invoices?sort=-open', 'customers', 'payments?sort=pending', 'people', 'audit']) {
      const lines = async (url: string): Promise<{ rows: string[]; next?: string }> => {
        const { text, headers } = await get(url, csv);
        const next = /^<(.+)>; rel="next"$/.exec(headers.link ?? '')?.[1];
        return { rows: text.trim().split('\r\n').slice(1), next };
      };
      const { rows: right } = await lines(`/v1/${list}`);
      let { rows, next } = await lines(`/v1/${list}${list.includes('?') ? '&' : '?'}limit=2`);
      await ledger.issue(`0-${list}`, { customer: 'A', total: '1.00', dueOn: '2026-01-01' });
      await ledger.pay(`to ${list}`, '1.00', '2026-06-06', { 6: '1.00' }, 'B');
      await ledger.person(`0-${list}`);
      while (next) {
        const more = await lines(next);
        rows = [...rows, ...more.rows];
        next = more.next;
      }
      expect([list, rows]).toEqual([list, right]);
    }
  });

  it('all customers as CSV owe what they owed at the moment of the first', async () => {
    for (let i = 0; i < 200; i += 1) await ledger.customer(`K-${i}`);
    await ledger.issue('last', { customer: 'Z', total: '9.00', dueOn: '2026-01-31' });
    await ledger.customer('Z');
    const question = { more: {}, limit: 1, limited: false, filters: {}, sort: [], key: '' };
    const customers = reading.app.get(CustomerQueries).every(question);
    await customers.next();
    await ledger.pay('all of it', '9.00', '2026-06-07', { last: '9.00' });
    let last: object | undefined;
    for await (const customer of customers) last = customer;
    expect(last).toMatchObject({ id: 'Z', balances: [{ open: '9.00' }] });
    expect(Object.keys(last!)).not.toContain('at');
  });

  it('waits for the position of its first page where the read side was restored from before it', async () => {
    const { body } = await page('invoices', 'limit=1');
    const { rows } = await ledger.pool.query<{ at: string }>(
      'select checkpoint_commit::text as at from projector.state',
    );
    const move = (to: string): Promise<unknown> =>
      ledger.pool.query('update projector.state set checkpoint_commit = $1', [to]);
    await move(String(BigInt(rows[0]!.at) - 1n));
    let answered = false;
    const waiting = page('invoices', `limit=500&cursor=${body.next}`).finally(() => (answered = true));
    await page('invoices', 'limit=1');
    expect(answered).toBe(false);
    await move(rows[0]!.at);
    expect((await waiting).body.items).toHaveLength(8);
  });
});
