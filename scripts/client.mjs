// npm run client -- FILE: writes the TypeScript types of a running API, as its /openapi.json describes it.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import openapiTypes, { astToString } from 'openapi-typescript';

const HELP = `npm run client -- FILE [--url URL]

Writes TypeScript types of every route of a running API, made from its /openapi.json: requests, answers, refusals.
With openapi-fetch they make a client (docs/api.md).

  FILE       the file to write, such as quittance-api.ts
  --url URL  the API; QUITTANCE_URL when left out, else http://127.0.0.1:3000

Example: npm run client -- quittance-api.ts --url http://127.0.0.1:3000`;

/** @throws Error when the API cannot be read */
async function describedBy(url) {
  const response = await fetch(new URL('/openapi.json', url));
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return response.text();
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { url: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) return console.log(HELP);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('name one file');
  const url = values.url ?? process.env.QUITTANCE_URL ?? 'http://127.0.0.1:3000';
  const document = await describedBy(url).catch((error) => {
    throw new Error(`the API at ${url} cannot be read: ${error.cause?.message ?? error.message}`);
  });
  const types = astToString(await openapiTypes(document, { emptyObjectsUnknown: true, silent: true }));
  await writeFile(
    file,
    `// Types of the Quittance API, written by \`npm run client\`. Do not edit.\n\n${types}`,
  );
  console.log(`wrote ${file}`);
}

class UsageError extends Error {}

main().catch((error) => {
  const isUsage = error instanceof UsageError || error.code?.startsWith('ERR_PARSE_ARGS');
  console.error(isUsage ? `${error.message}; see --help` : error.message);
  process.exitCode = isUsage ? 2 : 1;
});
