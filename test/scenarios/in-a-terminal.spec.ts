import { addDays } from '@quittance/kernel';
import { quittance as command, type Ran } from '../support/command-line.js';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

// What a clerk asks on the command line: who owes most, and in a terminal without broken rows.

const LIST = 'mended-files';

describe('on the command line', () => {
  let quittance: Quittance;
  let today: string;

  beforeAll(async () => {
    quittance = await startQuittance();
    const clerk = await quittance.as('clerk', 'carla');
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
    const columns = 'not_due 1-30 31-60 61-90 90+ open overdue extended disputed unapplied pending';
    expect(header?.split(/ +/)).toEqual(['key', 'name', ...columns.split(' ')]);
    expect(stdout).toMatch(/^C-3 +Società 3 +EUR +0\.00 +0\.00 +4000\.00/m);
  });
});
