import { readFile, rm, writeFile } from 'node:fs/promises';
import type { Problem } from '@quittance/http';
import { parse } from 'csv-parse/sync';
import { added, Histories, MAPPING } from '../support/histories.js';
import type { Role } from '../support/quittance.js';
import { story } from '../support/story.js';

// A history goes in by the command line, as its user runs it.

jest.setTimeout(180_000);

let histories: Histories;
beforeAll(async () => void (histories = await Histories.start()));
afterAll(() => histories?.stop());

type Figures = Record<'key' | 'open' | 'pending' | 'unapplied', string> & { balanced?: boolean };

describe('an import', () => {
  it('adds what is new, and nothing when it is run again', async () => {
    const path = await histories.file(
      'A-1;twice;Two Times Ltd;2.1.2024;1.2.2024;1.234,50;15.1.2024;',
      'A-2;twice;Two Times Ltd;2.2.2024;3.3.2024;100;;',
      'A-3;once;Once Srl;2.2.2024;3.3.2024;80;4.3.2024;30,00',
    );
    const first = await histories.imported(path);
    expect(first.last).toMatchObject({
      rows: 3,
      added: added(2, 3, 2),
      unchanged: 0,
      rejected: 0,
      rejectFile: null,
    });
    expect(first.code).toBe(0);
    // At its end everything it caused is projected: nothing is pending.
    expect(await histories.aging('once', 'asOf=2024-03-31')).toEqual({
      open: '50.00',
      unapplied: '0.00',
      pending: '0.00',
    });
    expect(await histories.aging('twice', 'asOf=2024-03-31')).toEqual({
      open: '100.00',
      unapplied: '0.00',
      pending: '0.00',
    });

    const facts = (await histories.running.facts()).length;
    const again = await histories.imported(path);
    expect(again.last).toMatchObject({ rows: 3, added: added(0, 0, 0), unchanged: 3, rejected: 0 });
    expect(again.code).toBe(0);
    expect(await histories.running.facts()).toHaveLength(facts);
  });

  it('finds its rows again in another order, on other lines and in another form', async () => {
    const rows = ['B-1;b;;2.1.2024;1.2.2024;10,5;15.1.2024;', 'B-2;b;;2.1.2024;1.2.2024;20;;'];
    expect((await histories.imported(await histories.file(...rows))).last).toMatchObject({
      added: added(1, 2, 1),
    });
    const moved = await histories.file('', rows[1]!, 'B-1;"b";;02.01.2024;1.2.2024;10,50;15.1.2024;10,50');
    expect((await histories.imported(moved)).last).toMatchObject({ added: added(0, 0, 0), unchanged: 2 });
  });

  it('known until a day takes payments up to it; a later one adds just the rest', async () => {
    const path = await histories.file(
      'U-1;until;;2.1.2024;1.2.2024;10;31.1.2024;',
      'U-2;until;;2.1.2024;1.2.2024;20;1.2.2024;',
      'U-3;until;;2.1.2024;1.2.2024;40;;',
    );
    const part = await histories.imported(path, '--known-until', '2024-01-31');
    expect(part.last).toMatchObject({ added: added(1, 3, 1) });
    expect(await histories.aging('until', 'asOf=2024-02-29')).toMatchObject({ open: '60.00' });
    const rest = await histories.imported(path);
    expect(rest.last).toMatchObject({ added: added(0, 0, 1), unchanged: 2 });
    expect(await histories.aging('until', 'asOf=2024-02-29')).toMatchObject({ open: '40.00' });
  });

  it('takes each payment of an invoice that has several rows, and leaves unapplied what is too much', async () => {
    const invoice = 'P-1;parts;;2.1.2024;1.2.2024;100';
    const path = await histories.file(
      `${invoice};10.1.2024;60`,
      `${invoice};20.1.2024;60`,
      `${invoice};10.1.2024;60`,
    );
    const { last } = await histories.imported(path);
    expect(last).toMatchObject({ rows: 3, added: added(1, 1, 3), unchanged: 0, warnings: 1 });
    expect(await histories.aging('parts', 'asOf=2024-02-29')).toEqual({
      open: '0.00',
      unapplied: '80.00',
      pending: '0.00',
    });
  });

  it('rejects what is wrong by line, column, value and rule, while the others go in', async () => {
    const path = await histories.file(
      'R-1;bad;"Two\r\nlines";2.1.2024;1.2.2024;10;;',
      'R-2;bad;;30.2.2024;1.2.2024;1.00;;',
      'R-3;bad;;2.1.2024;1.2.2024;10;;;;x',
      'R-4;bad;;2.1.2024;1.2.2024;10;1.1.2999;',
      'R-5;bad;a "stray;2.1.2024;1.2.2024;10;;',
      'R-6;bad;;2.1.2024;1.2.2024;10;;',
      'R-6;bad;;2.1.2024;1.2.2024;11;;',
    );
    await writeFile(`${path}.rejects.csv`, 'of a former run');
    const { code, last } = await histories.imported(path);
    expect(code).toBe(1);
    expect(last).toMatchObject({ rows: 7, rejected: 6, rejectFile: `${path}.rejects.csv` });
    const rejects = parse(await readFile(`${path}.rejects.csv`, 'utf8'), { bom: true, delimiter: ';' });
    const said = rejects.slice(1).map((row) => row.slice(8));
    expect(said.sort(([a], [b]) => Number(a) - Number(b))).toEqual([
      ['2', 'Name', 'Two\nlines', 'must have printable characters only'],
      [
        '4',
        'Issued | Total',
        '30.2.2024 | 1.00',
        'must be a date written as d.M.yyyy | must be an amount with decimal "," and thousands ".", no sign',
      ],
      ['5', '', '10', 'must have 8 cells, as the header has'],
      ['6', 'Paid', '1.1.2999', expect.stringMatching(/^not-in-future: /)],
      ['7', '', expect.stringContaining('"stray') as string, expect.stringMatching(/^has a quote/)],
      ['9', 'Total', '11', 'line 8 has this invoice number with another total or currency'],
    ]);
    expect(rejects[0]!.slice(8)).toEqual(['line', 'column', 'value', 'rule']);
    // The invoice of a refused payment is in; the rows beside the wrong ones too.
    expect(last.added).toEqual(added(1, 2, 0));
    expect(await histories.aging('bad', 'asOf=2024-02-29')).toMatchObject({ open: '20.00' });
  });

  it('states each fact as recorded at its own date when asked to, so that history can be asked for', async () => {
    const path = await histories.file(
      'S-1;stated;;2.1.2020;1.2.2020;10;5.3.2020;',
      'S-2;stated;;2.3.2020;1.4.2020;20;;',
    );
    expect((await histories.imported(path, '--stated-as-effective')).last).toMatchObject({
      added: added(1, 2, 1),
    });
    const known = (day: string) => `known=stated&knownAt=${day}T23:59:59%2B01:00`;
    expect(await histories.aging('stated', `asOf=2020-03-31&${known('2020-01-31')}`)).toMatchObject({
      open: '10.00',
    });
    expect(await histories.aging('stated', `asOf=2020-03-31&${known('2020-03-04')}`)).toMatchObject({
      open: '30.00',
    });
    expect(await histories.aging('stated', `asOf=2020-03-31&${known('2020-03-05')}`)).toMatchObject({
      open: '20.00',
    });
    // Other options find the same rows.
    const again = await histories.imported(path);
    expect(again.last).toMatchObject({ added: added(0, 0, 0), unchanged: 2, rejected: 0 });
  });

  it('in a dry run reads and checks every row and sends nothing', async () => {
    const path = await histories.file('D-1;dry;;2.1.2024;1.2.2024;10;;', 'D-2;dry;;2.1.2024;1.2.2024;ten;;');
    const facts = (await histories.running.facts()).length;
    const { code, last } = await histories.imported(path, '--dry-run');
    expect(code).toBe(1);
    expect(last).toMatchObject({ rows: 2, added: added(0, 0, 0), rejected: 1, dryRun: true });
    expect(await histories.running.facts()).toHaveLength(facts);
  });
});

describe('an import that cannot be', () => {
  it.each([
    ['a file that is not there', 2, /cannot be read: ENOENT/],
    ['a mapping with an unknown key', 2, /unknown key "colums"/],
    ['a header without a mapped column', 2, /no column "Total" \(total\)/],
    ['an empty file', 2, /is empty: it has no header/],
  ])('for %s ends with one line and exit %i', async (what, exit, line) => {
    const path = await histories.file('X-1;x;;2.1.2024;1.2.2024;10;;');
    if (what.includes('not there')) await rm(path);
    if (what.includes('unknown key'))
      await writeFile(`${path}.json`, JSON.stringify({ ...MAPPING, colums: {} }));
    if (what.includes('header')) await writeFile(path, 'No;Customer;Name;Issued;Due;Paid;Amount\r\n');
    if (what.includes('empty')) await writeFile(path, '');
    const { code, stdout, stderr } = await histories.imported(path);
    expect(code).toBe(exit);
    expect(stdout).toBe('');
    expect(stderr.replace('building...\n', '')).toMatch(line);
    expect(stderr.replace('building...\n', '').trim().split('\n')).toHaveLength(1);
  });

  it('without an API says so in one line: exit 3', async () => {
    const path = await histories.file('X-1;x;;2.1.2024;1.2.2024;10;;');
    const { code, stderr } = await histories.importing(path, [], { QUITTANCE_URL: 'http://127.0.0.1:1' })
      .ended;
    expect(code).toBe(3);
    expect(stderr).toContain('the API at http://127.0.0.1:1 cannot be reached: ECONNREFUSED');
  });

  it('with a token that may not is refused: exit 4, nothing is written', async () => {
    const path = await histories.file('X-1;x;;2.1.2024;1.2.2024;10;;');
    const { token } = await histories.running.as('auditor', 'audrey');
    const { code, stderr } = await histories.importing(path, [], { QUITTANCE_TOKEN: token }).ended;
    expect(code).toBe(4);
    expect(stderr).toContain('the API refused: 403');
    expect(await histories.issued('X-')).toEqual([]);
  });
});

it('an advance payment is pending until its invoice is known, by what the history states', async () => {
  const path = await histories.file('ADV-1;adv;;2.8.2013;1.9.2013;100,00;30.6.2013;40,00');
  const { last } = await histories.imported(path, '--stated-as-effective');
  expect(last.added).toEqual(added(1, 1, 1));
  await histories.answered('ADV-');
  const auditor = await histories.running.as('auditor');
  const asKnown = async (knownAt: string): Promise<object> => {
    const question = `asOf=2013-09-15&known=stated&knownAt=${knownAt}&by=customer`;
    const { body } = await auditor.get<{ rows: Figures[] }>(`/v1/reports/aging?${question}`);
    const row = body.rows.find(({ key }) => key === 'adv')!;
    return { open: row.open, pending: row.pending, unapplied: row.unapplied, balanced: row.balanced };
  };
  const advance = { open: '0.00', pending: '40.00', unapplied: '0.00', balanced: true };
  expect(await asKnown('2013-07-15T00:00:00Z')).toEqual(advance);
  const applied = { open: '60.00', pending: '0.00', unapplied: '0.00', balanced: true };
  expect(await asKnown('2013-08-15T00:00:00Z')).toEqual(applied);
});

describe('an importer', () => {
  const stated = { statedRecordedAt: '2013-06-30T22:00:00Z' };
  story('mended-doors', 'C4', 'Only an importer may state when something was recorded', async (show) => {
    const post = async (role: Role | Role[], customerId: string, more = {}) => {
      const somebody = await histories.running.as(role, 'brought-over');
      const { status, body } = await somebody.post<Problem>('/v1/customers', {
        customerId,
        name: 'Rossi',
        ...more,
      });
      return status < 400 ? status : [status, body.detail, body.errors[0]?.field];
    };
    show({
      input: [
        'clerk, stated',
        'manager and admin, stated',
        'importer, stated',
        'clerk and importer, stated',
        'clerk',
      ],
      right: [
        [403, 'To state when it was recorded needs the role importer.', '/statedRecordedAt'],
        [403, 'To state when it was recorded needs the role importer.', '/statedRecordedAt'],
        ...[201, 201, 201],
      ],
      got: [
        await post('clerk', 'S-1', stated),
        await post(['manager', 'admin'], 'S-1', stated),
        await post('importer', 'S-1', stated),
        await post(['clerk', 'importer'], 'S-2', stated),
        await post('clerk', 'S-3'),
      ],
    });
  });
});
