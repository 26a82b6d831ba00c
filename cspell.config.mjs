// The spell check of `npm run check`: British English, the words of docs/words.md, and what is named below.
import { readFileSync } from 'node:fs';

const glossary = readFileSync(new URL('docs/words.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .flatMap((line) => line.split('|')[1].match(/\p{L}+/gu) ?? []);

const NAMES = `Recupero Crediti Bianchi Costruzioni Hangul HMAC Kurrent Neri
  esdb eventstore eventstoredb kurrentdb kurrentplatform basebackup genpkey pkey pubout pgrep realpath
  Betrag Faellig Kunde Rechnung rechnungen Tage`;

/** Of the trade, and of programming. */
const WORDS = `trgm tsvector tsquery sendings offs uncollectable aeiou agings alikes alnum anyones askable camt cmdline decryptor dswp getconf goaway goaways keyset nosniff objid pipelining proc redenomination resumable
  savepoint savepoints smtps stringifier subtrans tamperings undos unparsable unreached unstorable upserts vars varint writev`;

/** Words of PostgreSQL, of the event store's protocol, of Linux and of libraries, as these spell them. */
const FOREIGN = `attisdropped attname attnum attrelid autovacuum bytea conindid conname conrelid constraintdef datestyle
  datname dynshmem indexdef indexrelid indrelid intervalstyle locktype nocreatedb nocreaterole nologin nosuperuser
  nspname ordinality pgcopy pgsql regclass regnamespace relfrozenxid relkind relname relnamespace reltuples replslot
  rolname schemaname setval tablename tablespace tablespaces tblspc timestamptz trunc walfile xact
  batchappend channelz cfson cdseifo mcko ultmo barsize bavail cpuprofile cstime cutime labelfile ldelim linklocal opendocument
  ssszz sssszz statfs stime uniquelocal utime`;

export default {
  version: '0.2',
  language: 'en-GB',
  words: ['undos', glossary, ...[NAMES, WORDS, FOREIGN].map((list) => list.split(/\s+/))].flat(),
  files: [
    'README.md',
    'CHANGELOG.md',
    'docs/**/*.md',
    '{apps,libs}/*/src/**/*.ts',
    '{scripts,bench}/**/*.mjs',
    '*.mjs',
  ],
  // Specs spell wrongly on purpose; headings of ledgers and months are in many languages.
  ignorePaths: [
    '**/node_modules/**',
    '**/*.spec.ts',
    'apps/cli/src/import/{column-names,month-names}.ts',
    'apps/cli/src/import/invoices/{disputed,terms}.ts',
  ],
};
