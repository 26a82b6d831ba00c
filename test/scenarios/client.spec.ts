import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { blocksOf, ROOT } from '../support/printed-examples.js';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

// The types that `npm run client` writes, and the client of docs/api.md: compiled in a folder of its own, and run.

jest.setTimeout(180_000);
const run = promisify(execFile);

let quittance: Quittance;
let folder: string;
beforeAll(async () => {
  quittance = await startQuittance();
  folder = await mkdtemp(join(tmpdir(), 'quittance-client-'));
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
});
afterAll(async () => {
  await quittance?.stop();
  await rm(folder, { recursive: true, force: true });
});

const OPTIONS: ts.CompilerOptions = {
  ...{ strict: true, noUncheckedIndexedAccess: true, skipLibCheck: true, types: ['node'] },
  ...{
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
  },
};

/** Compiles the programs. @returns what the compiler says, by file */
function compiled(...names: string[]): Record<string, string[]> {
  const program = ts.createProgram(
    names.map((name) => join(folder, name)),
    { ...OPTIONS, typeRoots: [join(ROOT, 'node_modules/@types')] },
  );
  program.emit();
  const said = names.map((name): [string, string[]] => {
    const source = program.getSourceFile(join(folder, name));
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return [
      name,
      found.map(({ messageText }) =>
        ts.flattenDiagnosticMessageText(messageText, '\n').split('\n').at(-1)!.trim(),
      ),
    ];
  });
  return Object.fromEntries(said);
}

story(
  'ground',
  'D3',
  'A client generated from the running API compiles, and gets what its types say',
  async (show) => {
    const client = blocksOf('docs/api.md').find(({ language }) => language === 'ts')!.text;
    const changed = (from: string, to: string): string => {
      expect(client).toContain(from);
      return client.replace(from, to);
    };
    const programs = {
      'client.ts': client,
      'field.ts': changed("dueOn: '2026-03-02'", "dueDate: '2026-03-02'"),
      'number.ts': changed("total: '1220.00'", 'total: 1220'),
      'filter.ts': changed("by: 'customer'", "by: 'town'"),
      'answer.ts': changed('invoices.data?.items', 'invoices.data?.rows'),
      'code.ts': changed('if (issued.error)', "if (issued.error?.code === 'payment-taken')"),
    };
    await run(process.execPath, [
      join(ROOT, 'scripts/client.mjs'),
      join(folder, 'quittance-api.ts'),
      '--url',
      quittance.url,
    ]);
    for (const [name, text] of Object.entries(programs)) await writeFile(join(folder, name), text);
    const wrong = (text: string): string[] =>
      expect.arrayContaining([expect.stringContaining(text)]) as string[];
    show({
      input: 'strict, the client of docs/api.md, and the same with one thing wrong',
      right: {
        'client.ts': [],
        'field.ts': wrong("'dueDate' does not exist"),
        'number.ts': wrong("Type 'number' is not assignable to type 'string'"),
        'filter.ts': wrong('"town"'),
        'answer.ts': wrong("Property 'rows' does not exist"),
        'code.ts': wrong('no overlap'),
      },
      got: compiled(...Object.keys(programs)),
    });
    const { token } = await quittance.as('clerk');
    const { stdout } = await run(process.execPath, [join(folder, 'client.js'), quittance.url, token]);
    const invoice = {
      number: '2026-0200',
      total: '1220.00',
      open: '1220.00',
      daysOverdue: expect.any(Number) as number,
    };
    const euros = { currency: 'EUR', open: '1220.00', control: '1220.00', balanced: true };
    show({
      input: 'node client.js',
      right: { invoices: [expect.objectContaining(invoice)], aging: [expect.objectContaining(euros)] },
      got: JSON.parse(stdout) as unknown,
    });
  },
);

it('says how it is used, and what is wrong with how it was', async () => {
  const script = join(ROOT, 'scripts/client.mjs');
  const { stdout } = await run(process.execPath, [script, '--help']);
  expect(stdout).toContain('Example: npm run client -- quittance-api.ts');
  await expect(run(process.execPath, [script])).rejects.toMatchObject({
    code: 2,
    stderr: 'name one file; see --help\n',
  });
  const nowhere = run(process.execPath, [script, join(folder, 'x.ts'), '--url', 'http://127.0.0.1:9']);
  await expect(nowhere).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^the API at .* cannot be read/) as string,
  });
});
