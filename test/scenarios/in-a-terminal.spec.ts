import { addDays } from '@quittance/kernel';
import { quittance as command, type Ran } from '../support/command-line.js';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

// What a clerk asks on the command line: who owes most, and which reminders were planned.

const LIST = 'mended-files';

describe('on the command line', () => {
  let quittance: Quittance;
  let clerk: Caller;
  let today: string;

  beforeAll(async () => {
    quittance = await startQuittance();
    clerk = await quittance.as('clerk', 'carla');
    today = quittance.clock.today();
    const owed = [
      ...[10, 300, 20, 4_000].map((total) => [total, 'EUR'] as const),
      ...[7, 900].map((total) => [total, 'JPY'] as const),
    ];
    let last = '';
    for (const [i, [total, currency]] of owed.entries()) {
      const customerId = `C-${i % 4}`;
      const dates = { issuedOn: addDays(today, -60), dueOn: addDays(today, -40) };
      const body = { number: `${i}`, customerId, currency, total: String(total), ...dates };
      if (i < 4) await clerk.done('/v1/customers', { customerId, name: `Società ${i}` });
      last = (await clerk.done('/v1/invoices', body)).position;
    }
    await clerk.get('/v1/invoices?limit=1', last);
  });
  afterAll(() => quittance?.stop());

  const run = (...args: string[]): Promise<Ran> => {
    const { url, dataDir } = quittance;
    return command(args, {
      QUITTANCE_URL: url,
      DATA_DIR: dataDir,
      QUITTANCE_TOKEN: '',
      TIME_ZONE: 'Europe/Rome',
    }).ended;
  };

  story(LIST, 'B2', 'report aging --top says who owes most in each currency', async (show) => {
    const aging = ['report', 'aging', '--as-of', today];
    const rows = ({ last }: Ran): string[] =>
      (last.rows as Record<string, string>[]).map(({ key, currency, open }) => `${key} ${currency} ${open}`);
    const noCurrency = await run(...aging, '--top', '1', '--csv');
    const csv = await run(...aging, '--top', '1', '--csv', '--currency', 'EUR');
    show({
      input: 'C-0 to C-3 owe EUR 10, 300, 20 and 4,000; C-0 and C-1 owe JPY 7 and 900',
      right: {
        '--top 2': ['C-3 EUR 4000.00', 'C-1 EUR 300.00', 'C-1 JPY 900', 'C-0 JPY 7'],
        '--sort open --currency EUR': ['C-0 EUR 10.00', 'C-2 EUR 20.00', 'C-1 EUR 300.00', 'C-3 EUR 4000.00'],
        '--top 1 --csv': [2, 'quittance: --top with --csv: name the currency too, as --currency EUR'],
        '--top 1 --csv --currency EUR': [0, 2, '"C-3"'],
        '--sort name': 2,
      },
      got: {
        '--top 2': rows(await run(...aging, '--top', '2', '--json')),
        '--sort open --currency EUR': rows(
          await run(...aging, '--sort', 'open', '--currency', 'EUR', '--json'),
        ),
        '--top 1 --csv': [noCurrency.code, noCurrency.stderr.trim()],
        '--top 1 --csv --currency EUR': [
          csv.code,
          csv.stdout.trim().split('\r\n').length,
          csv.stdout.trim().split('\r\n')[1]?.split(',')[0],
        ],
        '--sort name': (await run(...aging, '--sort', 'name')).code,
      },
    });
  });

  it('a report into a pipe is complete: every column, nothing cut, amounts as in the API', async () => {
    const { stdout } = await run('report', 'aging', '--as-of', today, '--by', 'customer');
    const header = stdout.split('\n').find((line) => line.startsWith('key'));
    const columns = 'not_due 1-30 31-60 61-90 90+ open overdue extended disputed unapplied pending credits';
    expect(header?.split(/ +/)).toEqual(['key', 'name', ...columns.split(' ')]);
    expect(stdout).toMatch(/^C-3 +Società 3 +EUR +0\.00 +0\.00 +4000\.00/m);
    const former = await run('report', 'aging', '--as-of', today, '--by', 'customer', '--definition', '1');
    expect(former.stdout).toContain('definition aging/1');
    expect(former.stdout.split('\n').find((line) => line.startsWith('key'))).toMatch(
      / disputed +unapplied +pending$/,
    );
    const unknown = await run('report', 'aging', '--as-of', today, '--definition', '3');
    expect([unknown.code, unknown.stderr]).toEqual([4, expect.stringContaining('--definition')]);
  });

  story(
    LIST,
    'B2',
    'Which reminders were planned can be listed, over HTTP and on the command line',
    async (show) => {
      const manager = await quittance.as('manager', 'mara');
      await manager.done('/v1/people', {
        personId: 'owner',
        name: 'Owner',
        email: 'o@example.com',
        managerId: 'mara',
      });
      const dates = { issuedOn: addDays(today, -60), dueOn: addDays(today, -7) };
      const body = {
        number: 'R-1',
        customerId: 'C-1',
        ownerId: 'owner',
        currency: 'EUR',
        total: '50',
        ...dates,
      };
      const { id, position } = await clerk.done('/v1/invoices', body);
      await clerk.get('/v1/invoices?limit=1', position);
      const ran = await run('dunning', 'run', '--date', today, '--json');
      const after = String((await quittance.facts()).at(-1)!.position.commit);
      const list = async (query: string) =>
        (await clerk.get<{ items: Record<string, unknown>[] }>(`/v1/reminders?${query}`, after)).body.items;
      const common = {
        ...{ invoiceId: id, number: 'R-1', customerId: 'C-1', agreedDueOn: dates.dueOn, on: today },
        ...{ part: 1, policyId: 'standard' },
      };
      const none = {
        currency: null,
        open: null,
        asked: null,
        ownerId: null,
        escalatedTo: null,
        mailId: null,
      };
      const owed = { ...none, currency: 'EUR', open: '50.00', asked: '50.00', ownerId: 'owner', code: null };
      const mailId = expect.any(String) as string;
      const skipped = { ...common, ...none, status: 'skipped', code: 'superseded' };
      const planned = await run('dunning', 'list', '--status', 'planned', '--json');
      const table = await run('dunning', 'list', '--customer', 'C-1', '--owner', 'owner');
      const csv = await run('dunning', 'list', '--csv', '--status', 'planned,escalated', '--from', today);
      show({
        input: 'R-1 of 50.00, due seven days ago; six invoices due forty days ago; the run of today',
        right: {
          run: { planned: 1, skipped: 26, escalated: 6 },
          'GET /v1/reminders?number=R-1&sort=step': [
            { ...skipped, id: expect.any(String) as string, step: 'due+3' },
            {
              ...common,
              ...owed,
              mailId,
              id: expect.any(String) as string,
              status: 'planned',
              step: 'due+7',
            },
            { ...skipped, id: expect.any(String) as string, step: 'due-3' },
          ],
          'dunning list --status planned': [['R-1', 'due+7', '50.00']],
          'dunning list': `${today}  planned  due+7  R-1      C-1       ${dates.dueOn}  50.00  EUR  owner`,
          'dunning list --csv': { rows: 7, escalated: 6 },
          '?status=gone': [422, '/status', 'status'],
          'dunning list --status gone': [4, true],
        },
        got: {
          run: { planned: ran.last.planned, skipped: ran.last.skipped, escalated: ran.last.escalated },
          'GET /v1/reminders?number=R-1&sort=step': await list('number=R-1&sort=step'),
          'dunning list --status planned': (planned.last.items as Record<string, string>[]).map(
            ({ number, step, open }) => [number, step, open],
          ),
          'dunning list': table.stdout.split('\n').find((line) => line.includes('R-1')),
          'dunning list --csv': {
            rows: csv.stdout.trim().split('\r\n').length - 1,
            escalated: csv.stdout.match(/,escalated,due\+30,/g)?.length,
          },
          '?status=gone': await refusal('/v1/reminders?status=gone'),
          'dunning list --status gone': await run('dunning', 'list', '--status', 'gone').then(
            ({ code, stderr }) => [code, stderr.includes('--status what became of the step')],
          ),
        },
      });
    },
  );

  const refusal = async (path: string): Promise<unknown[]> => {
    const { status, body } = await clerk.get<{ errors: { field: string; rule: string }[] }>(path);
    return [status, body.errors[0]?.field, body.errors[0]?.rule];
  };
});
