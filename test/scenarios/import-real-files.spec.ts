import { readFile, writeFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { added, Histories, MAPPING } from '../support/histories.js';
import { story } from '../support/story.js';
import { storiesOfBatches } from './import-batches.js';
import { storiesOfMendedFiles } from './import-mended-files.js';

// What real ledgers do to an import: each entry of the list by its smallest file.

jest.setTimeout(180_000);

let histories: Histories;
beforeAll(async () => void (histories = await Histories.start()));
afterAll(() => histories?.stop());

const LIST = 'mended-files';
const row = (number: string, customer: string, rest = ';2.1.2024;1.2.2024;10,00;;') =>
  `${number};${customer};${rest}`;
const rejectsOf = async (path: string): Promise<string[][]> =>
  parse(await readFile(`${path}.rejects.csv`, 'utf8'), { bom: true, delimiter: ';' });

story(LIST, 'A1', 'A text inside a quoted cell is never booked as an invoice', async (show) => {
  const ghost = 'X9;KX;Ghost;2.1.2024;1.2.2024;999,00;;';
  const path = await histories.file(
    `X1;KX;"note\n${ghost}\nend";2.1.2024;1.2.2024;10,00;;;toomany`,
    row('X2', 'KX'),
  );
  const { code, last } = await histories.imported(path);
  const rule = (await rejectsOf(path)).at(-1)!.at(-1);
  const right = { code: 1, rejected: 1, rule: 'must have 8 cells, as the header has', issued: ['X2'] };
  const got = { code, rejected: last.rejected, rule, issued: await histories.issued('X') };
  show({ input: 'X1 with X9 inside its quoted text, and a cell too many; then X2', right, got });

  const open = await histories.file(
    row('Y1', 'KY'),
    'Y2;KY;"note',
    ghost.replace('X9', 'Y9'),
    'end";;;',
    row('Y3', 'KY'),
  );
  // The quote of "note pairs with that of end": what is between is a text, and the record is one reject.
  await histories.imported(open);
  const broken = await histories.file(
    row('Z1', 'KZ'),
    'Z2;KZ;"note',
    row('Z9', 'KZ'),
    'Z4;KZ;"a"',
    'b" c;;',
    row('Z3', 'KZ'),
  );
  const run = await histories.imported(broken);
  show({
    input:
      'a quote that does not pair in Z2, until it pairs again in the row before Z3; Y9 inside a text of Y2',
    right: { rejected: 4, issued: ['Y1', 'Y3', 'Z1', 'Z3'] },
    got: {
      rejected: run.last.rejected,
      issued: [...(await histories.issued('Y')), ...(await histories.issued('Z'))].sort(),
    },
  });
});

story(LIST, 'A2', 'A wrong date format stops an import before anything is sent', async (show) => {
  const rows = Array.from(
    { length: 40 },
    (_, i) => `W-${i};w;;1/${(i % 28) + 1}/2024;2/${(i % 28) + 1}/2024;1,00;;`,
  );
  const path = await histories.file(...rows);
  const written = (dateFormat: string) =>
    writeFile(`${path}.json`, JSON.stringify({ ...MAPPING, dateFormat }));
  await written('d/M/yyyy');
  const { code, last } = await histories.imported(path);
  show({
    input: '40 rows with dates as M/d/yyyy, read as d/M/yyyy',
    right: {
      code: 4,
      added: added(0, 0, 0),
      refused:
        '16 of 40 rows would be refused, more than 10 (--max-rejects 1%). ' +
        'Column "Issued": 16 cells, as "1/13/2024" (line 14), "1/14/2024" (line 15), "1/15/2024" (line 16): ' +
        'must be a date written as d/M/yyyy. "dateFormat" "M/d/yyyy" would read all of the column. ' +
        'Column "Due": 16 cells, as "2/13/2024" (line 14), "2/14/2024" (line 15), "2/15/2024" (line 16): ' +
        'must be a date written as d/M/yyyy. "dateFormat" "M/d/yyyy" would read all of the column.',
      issued: [],
    },
    got: { code, added: last.added, refused: last.refused, issued: await histories.issued('W-') },
  });

  await written('DD-MM-YYYY');
  const spelling = await histories.imported(path);
  show({
    input: '"dateFormat": "DD-MM-YYYY"',
    right: { code: 2, says: 'write "dd-MM-yyyy"' },
    got: { code: spelling.code, says: /write ".*"/.exec(spelling.stderr)?.[0] },
  });

  await written('d/M/yyyy');
  const allowed = await histories.imported(path, '--max-rejects', '40%', '--dry-run');
  await written('M/d/yyyy');
  const all = await histories.imported(path, '--max-rejects', '0');
  show({
    input: 'the same with --max-rejects 40 % (a dry run), and with the right format and --max-rejects 0',
    right: [undefined, 16, 0, added(1, 40, 0)],
    got: [allowed.last.refused, allowed.last.rejected, all.code, all.last.added],
  });
});

story(
  LIST,
  'A3',
  'An invoice that was due before it was issued is taken by an import, with a warning',
  async (show) => {
    const path = await histories.file(row('E-1', 'e', ';2.1.2024;1.1.2024;10,00;;'), row('E-2', 'e'));
    const { code, last } = await histories.imported(path);
    const warned = parse(await readFile(String(last.warningFile), 'utf8'), { bom: true, delimiter: ';' });
    show({
      input: 'issued 2.1.2024, due 1.1.2024',
      right: {
        code: 0,
        added: added(1, 2, 0),
        warnings: 1,
        said: ['2', 'Due', '1.1.2024', 'is before the issue (2.1.2024): taken as it is'],
      },
      got: { code, added: last.added, warnings: last.warnings, said: warned[1]!.slice(8) },
    });
    const clerk = await histories.running.as('clerk');
    const body = {
      number: 'E-3',
      customerId: 'e',
      issuedOn: '2024-01-02',
      dueOn: '2024-01-01',
      currency: 'EUR',
      total: '1.00',
    };
    const without = await clerk.post<{ errors: { hint: string }[] }>('/v1/invoices', body);
    const given = await clerk.post('/v1/invoices', { ...body, acceptDueBeforeIssue: true });
    show({
      input: 'POST /v1/invoices, without and with acceptDueBeforeIssue',
      right: [422, 'not before issuedOn, 2024-01-02, unless acceptDueBeforeIssue is true', 201],
      got: [without.status, without.body.errors[0]!.hint, given.status],
    });
  },
);

story(
  LIST,
  'A4',
  'A customer is known since its earliest row, by the name of its latest; a refused row leaves none',
  async (show) => {
    const path = await histories.file(
      'H-2;hist;Latest Name;2.3.2013;1.4.2013;10,00;;',
      'H-1;hist;First Name;2.1.2013;1.2.2013;10,00;;',
      'H-3;hist;;2.4.2013;1.5.2013;10,00;;',
      'H-9;refused;;2.4.2013;1.5.2013;ten;;',
      'R-1;taken;;2.4.2013;1.5.2013;10,00;;',
      'R-2;taken2;;2.4.2013;1.5.2013;10,00;;',
    );
    const analyst = await histories.running.as('analyst');
    await (
      await histories.running.as('clerk')
    ).post('/v1/customers', { customerId: 'owner-of-r1', name: 'X' });
    await histories.imported(await histories.file('R-1;owner-of-r1;;2.4.2013;1.5.2013;99,00;;'));
    const { last } = await histories.imported(path, '--stated-as-effective');
    const known = '&known=stated&knownAt=2013-01-15T12:00:00Z';
    const list = await analyst.get<{ items: { id: string; name: string }[] }>(
      `/v1/customers?limit=500${known}&asOf=2013-01-15`,
    );
    const aging = await analyst.get<{ rows: { key: string; name: string }[] }>(
      `/v1/reports/aging?by=customer&asOf=2013-01-15${known}`,
    );
    const all = await analyst.get<{ items: { id: string; name: string }[] }>('/v1/customers?limit=500');
    const listed = list.body.items.filter(({ id }) => id === 'hist').map(({ name }) => name);
    const aged = aging.body.rows.filter(({ key }) => key === 'hist').map(({ name }) => name);
    const left = all.body.items
      .filter(({ id }) => ['refused', 'taken', 'taken2'].includes(id))
      .map(({ id }) => id);
    show({
      input:
        'rows of March, January and April 2013 with stated times; rows refused for an amount, and for a number taken',
      right: {
        added: added(2, 4, 0),
        rejected: 2,
        listed: ['Latest Name'],
        aged: ['Latest Name'],
        left: ['taken2'],
      },
      got: { added: last.added, rejected: last.rejected, listed, aged, left },
    });
  },
);

story(
  LIST,
  'A5',
  'Two equal part payments of one day are two; running the import again adds nothing',
  async (show) => {
    const path = await histories.file(...[1, 2].map(() => 'Q-1;q;;2.1.2024;1.2.2024;100,00;10.1.2024;30,00'));
    const first = await histories.imported(path);
    const again = await histories.imported(path);
    show({
      input: 'a row with a payment of 30,00 on 10.1.2024, twice; then the same file again',
      right: [added(1, 1, 2), added(0, 0, 0), { open: '40.00', unapplied: '0.00', pending: '0.00' }],
      got: [first.last.added, again.last.added, await histories.aging('q', 'asOf=2024-02-29')],
    });
  },
);

storiesOfMendedFiles(LIST, () => histories);
storiesOfBatches(LIST, () => histories);

story(
  'mended-doors',
  'B8',
  'A customer like a known one is rejected until --accept-lookalikes',
  async (show) => {
    await histories.imported(await histories.file(row('LL-1', 'Alpha 1')));
    const alike = await histories.file(
      row('LL-2', 'ALPHA 1'),
      row('LL-3', 'Alpha  1'),
      row('ll-1', 'Alpha 1'),
    );
    const some = ['--max-rejects', '10'];
    const { last } = await histories.imported(alike, ...some);
    show({
      input: 'ALPHA 1 and ll-1 beside Alpha 1 and LL-1',
      right: [added(0, 1, 0), 2],
      got: [last.added, last.rejected],
    });
    const accepted = await histories.imported(alike, ...some, '--accept-lookalikes');
    show({
      input: 'the same with --accept-lookalikes: ll-1 stays rejected',
      right: [added(1, 1, 0), 1, 1],
      got: [accepted.last.added, accepted.last.unchanged, accepted.last.rejected],
    });
  },
);
