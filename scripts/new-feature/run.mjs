// npm run new:feature -- NAME [--on invoice]: a feature folder that compiles and passes its specs, and its line in features.ts.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { formsOf } from './names.mjs';

const HELP = `npm run new:feature -- NAME [--on invoice] [--plural NAMES]

Writes libs/receivables/src/NAME: a command, a fact, a decision, a table, a list, routes, and specs that pass; and adds the
feature to libs/receivables/src/features.ts. NAME is one thing in kebab case.

  --on invoice     its facts are in the stream of an invoice, as a slice; else it has a stream of its own
  --plural NAMES   where the plural of NAME is not regular

Example: npm run new:feature -- site-visit --on invoice`;

const ROOT = resolve(import.meta.dirname, '../..');
const SOURCE = join(ROOT, 'libs/receivables/src');
const KEBAB = /^[a-z]+(-[a-z]+)*$/;

/** What is wrong with the command line: told without a stack. */
function refuse(text) {
  console.error(text);
  process.exit(2);
}

function asked() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { on: { type: 'string' }, plural: { type: 'string' }, help: { type: 'boolean' } },
    });
  } catch (error) {
    return refuse(`${error.message}\n\n${HELP}`);
  }
}
const { values, positionals } = asked();
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const [name, ...others] = positionals;
if (!name || others.length > 0) refuse(`one name is needed\n\n${HELP}`);
for (const text of [name, values.plural ?? name])
  if (!KEBAB.test(text)) refuse(`"${text}" is not in kebab case: letters a to z, words with hyphens between`);
if (values.on !== undefined && values.on !== 'invoice')
  refuse(`--on takes "invoice", the one stream that takes slices of others by a template`);
if (values.plural === name) refuse('the plural must differ from the name');
const folder = join(SOURCE, name);
if (existsSync(folder)) refuse(`${folder} is there already: nothing was written`);

const forms = formsOf(name, values.plural);
const pattern = new RegExp(forms.map(([from]) => from).join('|'), 'g');
const replaced = (text) => text.replaceAll(pattern, (found) => forms.find(([from]) => from === found)[1]);
const written = async (path, text) => {
  const options = await resolveConfig(join(SOURCE, 'features.ts'));
  writeFileSync(path, await format(text, { ...options, parser: 'typescript' }));
};

mkdirSync(folder);
const templates = join(import.meta.dirname, values.on ?? 'stream');
for (const file of readdirSync(templates)) {
  const text = readFileSync(join(templates, file), 'utf8');
  await written(join(folder, replaced(file.replace(/\.txt$/, ''))), replaced(text));
}

const registry = join(SOURCE, 'features.ts');
const features = readFileSync(registry, 'utf8');
const manifest = replaced('siteVisitFeature');
const END = '] as const;';
if (!features.includes(END)) refuse(`${registry}: add ${manifest} by hand`);
const imported = `import { ${manifest} } from './${name}/${name}.feature.js';`;
const lines = features.replace(END, `  ${manifest},\n${END}`).split('\n');
const folderOf = (line) => /^import .* from '\.\/([^/]+)\//.exec(line)?.[1];
const next = lines.findIndex((line) => (folderOf(line) ?? '') > name);
lines.splice(next === -1 ? lines.findLastIndex(folderOf) + 1 : next, 0, imported);
await written(registry, lines.join('\n'));

console.log(`libs/receivables/src/${name} is written, and features.ts names it. Then:
1. npm run typecheck && npx jest libs/receivables/src/${name}
2. QUITTANCE_WRITE_PAGES=true npx jest test/pages: writes docs/fact-fields.md, docs/tables.md and docs/problems.md
3. ${name}/${name}.samples.json: a frozen sample of each new type of fact, as test/histories reads them`);
