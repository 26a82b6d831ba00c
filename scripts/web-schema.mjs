// npm run web:schema: writes the types that the page knows of the API, apps/web/src/api/schema.d.ts.
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import openapiTypes, { astToString } from 'openapi-typescript';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const FILE = resolve(root, 'apps/web/src/api/schema.d.ts');
const HELP = `npm run web:schema -- [--url URL] [--check]

Writes apps/web/src/api/schema.d.ts, the types of every route that the page may ask, from the /openapi.json of a running API.
Refusals are one type (Problem), and words meant for people are left out: they would make the file ten times as long.

  --url URL  the API; QUITTANCE_URL when left out, else http://127.0.0.1:3000
  --check    writes nothing, and ends with 1 when the file is not what the API says

Example: npm run web:schema -- --url http://127.0.0.1:3000`;

/** Examples and descriptions, and the refusals of each route: the page reads these as one shape. */
function shortened(part, inProperties = false) {
  if (Array.isArray(part)) return part.map((one) => shortened(one));
  if (typeof part !== 'object' || part === null) return part;
  const kept = Object.entries(part).filter(
    ([name, value]) =>
      inProperties || !(['description', 'example', 'examples', 'summary'].includes(name) && !isSchema(value)),
  );
  return Object.fromEntries(
    kept.map(([name, value]) => [
      name,
      name === 'responses' && !inProperties
        ? withoutRefusals(value)
        : shortened(value, name === 'properties' && !inProperties),
    ]),
  );
}

/** The page follows a link for CSV, and reads JSON. */
const asJson = ({ content, ...rest }) => ({
  ...rest,
  ...(content && {
    content: Object.fromEntries(
      Object.entries(content).filter(
        ([type]) => !('application/json' in content) || type === 'application/json',
      ),
    ),
  }),
});

const isSchema = (value) => typeof value === 'object' && value !== null && 'type' in value;

function withoutRefusals(responses) {
  const done = Object.entries(responses).filter(([status]) => Number(status) < 300);
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return {
    ...Object.fromEntries(
      done.map(([status, answer]) => [status, { description: '', ...asJson(shortened(answer)) }]),
    ),
    default: { description: '', content: problem },
  };
}

async function main() {
  const options = { url: { type: 'string' }, check: { type: 'boolean' }, help: { type: 'boolean' } };
  const { values } = parseArgs({ options });
  if (values.help) return console.log(HELP);
  const url = values.url ?? process.env.QUITTANCE_URL ?? 'http://127.0.0.1:3000';
  const answer = await fetch(new URL('/openapi.json', url));
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  const document = shortened(await answer.json());
  const types = astToString(await openapiTypes(document, { emptyObjectsUnknown: true, silent: true }));
  const text = `// What the page knows of the API, written by \`npm run web:schema\`. Do not edit.\n\n${types}`;
  if (!values.check) {
    await writeFile(FILE, text);
    return console.log(`wrote ${relative(root, FILE)}`);
  }
  const written = await readFile(FILE, 'utf8').catch(() => '');
  if (written === text) return;
  throw new Error(
    `${relative(root, FILE)} is not what the API says. Write it: QUITTANCE_WRITE_PAGES=true npx jest test/scenarios/openapi.spec.ts -t schema.d.ts`,
  );
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
