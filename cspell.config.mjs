// The spell check of `npm run check`: British English, the words of docs/words.md, and what is named below.
import { readFileSync } from 'node:fs';

const glossary = readFileSync(new URL('docs/words.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .flatMap((line) => line.split('|')[1].match(/\p{L}+/gu) ?? []);

const NAMES = `Recupero Crediti Bianchi Costruzioni Hangul HMAC Kurrent Neri
  esdb eventstore eventstoredb kurrentdb kurrentplatform basebackup genpkey pkey pubout pgrep realpath
  PKCE pkce userinfo
  Betrag Faellig Kunde Rechnung rechnungen Tage maggio fattura Buongiorno Sollecito Spett gentile l'importo nl'importo`;

/** Of the trade, and of programming. */
const WORDS = `rowspan IYYY trgm tsvector tsquery sendings offs uncollectable aeiou agings alikes alnum anyones askable camt cmdline decryptor dswp getconf goaway goaways keyset nosniff objid pipelining proc redenomination resumable
  savepoint savepoints smtps stringifier subtrans tamperings undos unparsable unreached unstorable upserts vars varint writev`;

/** Words of PostgreSQL, of the event store's protocol, of Linux and of libraries, as these spell them. */
const FOREIGN = `attisdropped attname attnum attrelid autovacuum bytea conindid conname conrelid constraintdef datestyle
  datname dynshmem indexdef indexrelid indrelid intervalstyle locktype nocreatedb nocreaterole nologin nosuperuser
  nspname ordinality pgcopy pgsql plpgsql regclass regnamespace relfrozenxid relkind relname relnamespace reltuples replslot
  rolname schemaname setval tablename tablespace tablespaces tblspc timestamptz trunc walfile xact
  batchappend channelz cfson cdseifo mcko ultmo barsize bavail cpuprofile cstime cutime labelfile ldelim linklocal opendocument
  wght pressable dismissable spinbutton combobox nums contenteditable dialog dialogs
  starttls rcpt quot segoe neue formatjs depcruise recordset nodemailer mailparser
  ssszz sssszz statfs stime uniquelocal utime`;

export default {
  version: '0.2',
  language: 'en-GB',
  words: [
    'accel',
    'recordset',
    'classid',
    'hashtext',
    'undos',
    'messageformat',
    'EENVELOPE',
    'EMESSAGE',
    'standardwebhooks',
    'whsec',
    glossary,
    ...[NAMES, WORDS, FOREIGN].map((list) => list.split(/\s+/)),
  ].flat(),
  files: [
    'README.md',
    'CHANGELOG.md',
    'docs/**/*.md',
    '{apps,libs}/*/src/**/*.{ts,tsx,css}',
    '{scripts,bench}/**/*.mjs',
    '*.mjs',
  ],
  // Specs spell wrongly on purpose; headings of ledgers and months are in many languages.
  ignorePaths: [
    'libs/receivables/src/**/*.samples.json',
    '**/node_modules/**',
    '**/*.spec.ts',
    'apps/web/src/words/{it,bg,de}/**',
    'apps/web/src/{api/schema.d.ts,words/languages.ts}',
    'libs/importing/src/{column-names,month-names}.ts',
    'libs/receivables/src/telling/{it,bg,de}.ts',
    'libs/receivables/src/alert/digest.words.ts',
    'libs/importing/src/invoices/{disputed,terms}.ts',
    'libs/receivables/src/demonstration/{companies,history}.ts',
    'libs/receivables/src/template/ready-made/{table-words,english,italian,german,bulgarian}.ts',
  ],
};
