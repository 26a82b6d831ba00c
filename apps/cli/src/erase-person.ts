import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Command } from 'commander';
import { whole } from './arguments.js';
import { type ApiClient, bodyOf } from './client.js';
import { connect } from './connect.js';
import { EXIT, usage } from './exit.js';
import { printLine } from './terminal.js';

interface Options {
  customer?: string;
  person?: string;
  payment?: string;
  reason: string;
  wait: number;
  json?: boolean;
}

/** As `GET /v1/erasures/{id}` answers. */
interface Erasure {
  subject: string;
  keyDestroyed: boolean;
  emptied: Record<string, number>;
  rewrittenAt: string | null;
  tooLarge: string[];
}

const OPTIONS = {
  '/customerId': '--customer',
  '/personId': '--person',
  '/paymentId': '--payment',
  '/reason': '--reason',
};

/** Milliseconds that an API or projector that is away is waited for. */
const PATIENCE = 120_000;

const UNREACHED = `Not reached from here: backups of the tables and write-ahead log that is kept, CSV files and mails that
were sent, names used as customer ids, invoice numbers or users. Exports and backups of the log hold what is sealed
only: without the key nobody reads it.`;

export const erasePersonCommand = (): Command =>
  new Command('erase-person')
    .description('Erase the personal data of a customer, a person or a payment: for ever')
    .option('--customer <id>', 'a customer: names, mail, phone, all free text about them')
    .option('--person <id>', 'a person who works here: name and mail')
    .option('--payment <id>', 'a payment of which no customer is known: its reference')
    .requiredOption('--reason <text>', 'why; it stays for ever, readable: it must not name the person')
    .option('--wait <seconds>', 'how long to wait until files are rewritten', whole(0, 3_600), 60)
    .option('--json', 'one line of JSON')
    .addHelpText(
      'after',
      `
Destroys the key of what is sealed about them and empties the tables; facts, balances and hashes stay. Running it
again does nothing more. It cannot be undone. ${UNREACHED}

Example:
  npm run -s quittance -- erase-person --customer C-200 --reason "Request of 2 March, file 2026-31"`,
    )
    .action(async ({ reason, wait, json, ...who }: Options) => {
      const body = { ...named(who), reason };
      const api = await connect(['admin'], { patienceMs: PATIENCE });
      try {
        const { id, position } = bodyOf<{ id: string; position: string }>(
          await api.post('/v1/erasures', `erase-${randomUUID()}`, body),
          OPTIONS,
        );
        const erasure = await finished(api, `/v1/erasures/${id}?after=${position}`, wait);
        process.exitCode = erasure.keyDestroyed && erasure.rewrittenAt ? EXIT.done : EXIT.found;
        if (json) await printLine(JSON.stringify({ id, position, ...erasure }));
        else for (const line of told(erasure)) await printLine(line);
      } finally {
        await api.close();
      }
    });

function named({ customer, person, payment }: Pick<Options, 'customer' | 'person' | 'payment'>): object {
  if ([customer, person, payment].filter((id) => id !== undefined).length !== 1) {
    throw usage('one of --customer, --person and --payment');
  }
  return { customerId: customer, personId: person, paymentId: payment };
}

/** Asks until the files are rewritten or the time is over. */
async function finished(api: ApiClient, path: string, seconds: number): Promise<Erasure> {
  const until = Date.now() + seconds * 1000;
  for (let pause = 50; ; pause = Math.min(1_000, pause * 2)) {
    const erasure = bodyOf<Erasure>(await api.get(path));
    if (erasure.rewrittenAt || Date.now() > until) return erasure;
    await delay(pause);
  }
}

function told({ subject, keyDestroyed, emptied, rewrittenAt, tooLarge }: Erasure): string[] {
  const tables = Object.entries(emptied).map(([table, rows]) => `${rows} of ${table}`);
  return [
    `${subject}: ${keyDestroyed ? 'the key is destroyed' : 'THE KEY IS STILL THERE'}`,
    `rows emptied: ${tables.join(', ') || 'none'}`,
    rewrittenAt
      ? 'files of the emptied tables were rewritten'
      : 'files of the emptied tables are not rewritten yet: somebody reads them; the projector tries again',
    ...tooLarge.map(
      (table) => `${table} is too large to be rewritten at once: vacuum full ${table} in a quiet hour`,
    ),
    UNREACHED,
  ];
}
