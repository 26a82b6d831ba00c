import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { quittance } from '../support/command-line.js';
import { added, type Histories } from '../support/histories.js';
import { story } from '../support/story.js';

const row = (number: string, customer: string) => `${number};${customer};;2.1.2024;1.2.2024;10,00;;`;
const CSV = { headers: { accept: 'text/csv' } };

/** What comes out of an import and of the API as a file, and what is said to who cannot import. */
export function storiesOfMendedFiles(LIST: string, histories: () => Histories): void {
  story(
    LIST,
    'A7',
    'The rejects file holds the row as it was, and is imported as it stands once it is mended',
    async (show) => {
      const path = await histories().file(
        'M-1;m;"=1+1, ""x"";+SUM(A1)";2.1.2024;1.2.2024;1O,00;10.1.2024;',
        row('M-2', 'm'),
      );
      await histories().imported(path);
      const file = `${path}.rejects.csv`;
      const text = await readFile(file, 'utf8');
      const line = `"M-1";"m";"'=1+1, ""x"";'+SUM(A1)";"2.1.2024";"1.2.2024";"1O,00";"10.1.2024";"";2;"Total";"1O,00";`;
      await writeFile(file, text.replace('"1.2.2024";"1O,00"', '"1.2.2024";"10,00"'));
      await writeFile(`${file}.json`, await readFile(`${path}.json`));
      const mended = await histories().imported(file);
      const { body } = await (
        await histories().running.as('clerk')
      ).get<{ items: object[] }>('/v1/customers?limit=500');
      show({
        input:
          'M-1 with a formula behind a quote and a semicolon in its name, and a letter in its amount; mended',
        right: { bom: true, asItWas: true, added: added(0, 1, 1), code: 0 },
        got: {
          bom: text.startsWith('\uFEFF'),
          asItWas: text.includes(line),
          added: mended.last.added,
          code: mended.code,
        },
      });
      expect(JSON.stringify(body.items)).not.toContain("'=1");

      const again = await histories().imported(file);
      const warned = await readFile(String(again.last.warningFile), 'utf8');
      expect(again.last).toMatchObject({ added: added(0, 0, 0), unchanged: 1, warnings: 1 });
      expect(warned).toContain('this payment was recorded before');
    },
  );

  story(
    LIST,
    'A5',
    'The same payments exported again with other blanks, hyphens or case add nothing',
    async (show) => {
      const rest = 'bl;;2.1.2024;1.2.2024;10,00;10.1.2024;';
      const outcome = async (...numbers: string[]) => {
        const path = await histories().file(...numbers.map((number) => `${number};${rest}5,00`));
        const { added: news, unchanged, rejected } = (await histories().imported(path)).last;
        return { added: news, unchanged, rejected };
      };
      // A former release took the number as written into the payment's key.
      const clerk = await histories().running.as('clerk');
      await outcome('BL 0');
      const issued = { issuedOn: '2024-01-02', dueOn: '2024-02-01', currency: 'EUR', total: '10.00' };
      const { id } = await clerk.done('/v1/invoices', { number: 'BL\u20102', customerId: 'bl', ...issued });
      const former = ['quittance-import/1', 'payment', 'BL\u20102', '2024-01-10', 'EUR', '5.00', null];
      await clerk.done('/v1/payments', {
        ...{ amount: '5.00', currency: 'EUR', receivedOn: '2024-01-10', source: 'import' },
        externalId: `import-payment-${createHash('sha256').update(JSON.stringify(former)).digest('base64url')}`,
        allocations: [{ invoiceId: id, amount: '5.00' }],
      });
      show({
        input:
          '"BL 1-A" paid in two equal parts; again with a no-break space and U+2011, with two blanks, as "bl 1-a"; ' +
          '"BL\u20102" that a former release imported, as it was and as "BL-2"; then a second part of it',
        right: [
          { added: added(0, 1, 2), unchanged: 0, rejected: 0 },
          { added: added(0, 0, 0), unchanged: 2, rejected: 0 },
          { added: added(0, 0, 0), unchanged: 2, rejected: 0 },
          { added: added(0, 0, 0), unchanged: 0, rejected: 2 },
          { added: added(0, 0, 0), unchanged: 1, rejected: 0 },
          { added: added(0, 0, 0), unchanged: 1, rejected: 0 },
          { added: added(0, 0, 1), unchanged: 1, rejected: 0 },
        ],
        got: [
          await outcome('BL 1-A', 'BL 1-A'),
          await outcome('BL\u00a01\u2011A', 'BL 1-A'),
          await outcome('BL  1-A', 'BL  1-A'),
          await outcome('bl 1-a', 'bl 1-a'),
          await outcome('BL\u20102'),
          await outcome('BL-2'),
          await outcome('BL-2', 'BL\u20102'),
        ],
      });
    },
  );

  story(
    LIST,
    'A7',
    'A CSV answer guards every text for any delimiter, and begins with a mark where it is asked to',
    async (show) => {
      const clerk = await histories().running.as('clerk');
      const name = 'a;=1+1,@x';
      const { position } = await clerk.done('/v1/customers', { customerId: '-csv', name });
      const asked = 'limit=500&bom=true&delimiter=%3B&id=-csv';

      // Read as bytes: a text that is fetched loses its mark.
      const customers = await fetch(`${histories().running.url}/v1/customers?${asked}&after=${position}`, {
        headers: { ...CSV.headers, authorization: `Bearer ${clerk.token}` },
      });
      const bytes = Buffer.from(await customers.arrayBuffer());
      const [header, answer] = bytes.toString().split('\r\n');
      const aging = await clerk.ask<string>('/v1/reports/aging?asOf=2024-01-31&delimiter=tab', CSV);
      const wrong = await clerk.ask<string>('/v1/payments?delimiter=x', CSV);
      show({
        input:
          'customers as CSV with bom=true and delimiter=;, the aging with delimiter=tab, payments with delimiter=x',
        right: ['\uFEFFid;name', `"'-csv";"a;'=1+1,'@x";;`, 'currency\tnot_due count', 422],
        got: [
          header!.slice(0, 8),
          answer!.slice(0, 23),
          aging.body.split('\r\n')[0]!.slice(0, 22),
          wrong.status,
        ],
      });
    },
  );

  story(
    LIST,
    'A10',
    'A workbook is named as such, a 403 says who may, and known-at takes a date',
    async (show) => {
      const path = await histories().file(row('V-1', 'v'));
      await writeFile(path, Buffer.from('PK\x03\x04\x14\0\x06\0[Content_Types].xml', 'latin1'));
      const workbook = await histories().imported(path);
      const { token } = await histories().running.as('auditor', 'audrey');
      const other = await histories().file(row('V-1', 'v'));
      const refused = await histories().importing(other, [], { QUITTANCE_TOKEN: token }).ended;
      show({
        input: 'an .xlsx; an import by an auditor',
        right: [2, true, 4, true, false],
        got: [
          workbook.code,
          workbook.stderr.includes(
            'is an Excel workbook (.xlsx), not CSV: open it and save the sheet as CSV',
          ),
          refused.code,
          /403 forbidden: This needs one of the roles .*clerk.* The token is audrey's, roles auditor: let somebody/.test(
            refused.stderr,
          ),
          refused.stderr.includes('run the same command again'),
        ],
      });

      const report = async (...known: string[]) => {
        const { url, dataDir } = histories().running;
        const env = { QUITTANCE_URL: url, DATA_DIR: dataDir, QUITTANCE_TOKEN: '', TIME_ZONE: 'Europe/Rome' };
        return quittance(['report', 'aging', '--as-of', '2024-01-31', '--json', '--known-at', ...known], env)
          .ended;
      };
      const dated = await report('2024-01-31');
      show({
        input: 'report aging --known-at 2024-01-31, 2999-01-01, yesterday',
        right: ['2024-01-31T22:59:59.999Z', 2, '--known-at: 2999-01-01 is in the future', 2],
        got: [
          dated.last.knownAt,
          (await report('2999-01-01')).code,
          /--known-at: \S+ is in the future/.exec((await report('2999-01-01')).stderr)?.[0],
          (await report('yesterday')).code,
        ],
      });
    },
  );
}
