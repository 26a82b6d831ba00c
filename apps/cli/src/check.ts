import { Command } from 'commander';
import { Money } from '@quittance/kernel';
import { type Aging, type Amounts, sumsOf } from './aging-answer.js';
import { agingOf } from './aging.js';
import { type ApiClient, bodyOf } from './client.js';
import { connect } from './connect.js';
import { deepChecks, type Finding } from './deep-check.js';
import { EXIT } from './exit.js';
import { statusOf } from './status.js';
import { printLine } from './terminal.js';

export const checkCommand = (): Command =>
  new Command('check')
    .description('Whether the numbers agree with each other; exit 1 when something is found')
    .option('--deep', 'also verify every fact of the log, and add up invoices and facts')
    .option('--json', 'one line of JSON')
    .addHelpText(
      'after',
      `
Checked: the API is ready and its read model current; no stream of facts was deleted, cut or given metadata in the
event store; open - unapplied - pending - credits is the control, which is counted
by other tables; the rows by customer and by owner add up to the totals. With --deep: the invoices add up to what is
open; what was received of each payment is allocated, pending, refunded, returned or unapplied; every fact of the store is what was hashed, came from Quittance, links to the one before and is the same in the mirror; the recorded
heads of the log are those of its facts; the totals of the reports equal the totals of the facts. Through the API, in steps.

Example:
  npm run -s quittance -- check --deep`,
    )
    .action(async ({ deep, json }: { deep?: boolean; json?: boolean }) => {
      const api = await connect(['auditor'], { connections: 8 });
      try {
        const findings: Finding[] = [];
        for await (const finding of checks(api, Boolean(deep))) {
          findings.push(finding);
          if (!json) await printLine(`${finding.found.length ? 'FOUND' : 'ok   '}  ${finding.check}`);
          if (!json) for (const line of finding.found.slice(0, 20)) await printLine(`       ${line}`);
        }
        const found = findings.some((finding) => finding.found.length > 0);
        if (json) await printLine(JSON.stringify({ ok: !found, findings }));
        process.exitCode = found ? EXIT.found : EXIT.done;
      } finally {
        await api.close();
      }
    });

async function* checks(api: ApiClient, deep: boolean): AsyncGenerator<Finding> {
  const status = await statusOf(api);
  const notReady = [
    ...(status.ready ? [] : ['it is not ready']),
    ...(status.stale ? ['the read model is behind'] : []),
  ];
  yield { check: 'the API is ready and current', found: notReady };

  yield await touchedStreams(api);

  const total = await agingOf(api, new URLSearchParams());
  const at = { asOf: total.asOf, knownAt: total.knownAt };
  yield {
    check: `aging as of ${total.asOf} is balanced with its control`,
    found: total.currencies
      .filter(({ balanced }) => balanced !== true)
      .map(({ currency, control }) => `${currency}: the control is ${control}`),
  };
  for (const by of ['customer', 'owner']) {
    const report = await agingOf(api, new URLSearchParams({ ...at, by }));
    yield { check: `its rows by ${by} add up to the totals`, found: differences(report) };
  }
  if (!deep) return;
  yield await everyInvoice(api, total);
  yield await everyPayment(api, total);
  yield* deepChecks(api);
}

const MOST_TOUCHED = 1_000;

/** Looks through the store, step by step, for streams of facts that somebody deleted, cut or gave metadata. */
async function touchedStreams(api: ApiClient): Promise<Finding> {
  const found: string[] = [];
  let more = 0;
  for (let [past, done] = ['', false]; !done;) {
    const step: Touched = bodyOf(await api.get(`/v1/audit/touched-streams${past && `?past=${past}`}`));
    const lines = step.found.map(({ stream, what }) => `${stream}: ${what}`);
    found.push(...lines.slice(0, MOST_TOUCHED - found.length));
    more += step.found.length;
    [past, done] = [step.position ?? '', step.done];
  }
  if (more > found.length) found.push(`and ${more - found.length} more`);
  return { check: 'no stream of facts was deleted, cut or given metadata in the event store', found };
}

/** As `GET /v1/audit/touched-streams` answers. */
interface Touched {
  position: string | null;
  done: boolean;
  found: { stream: string; what: string }[];
}

/** Where the rows' sum is not the total, currency by currency, column by column. */
export function differences({ currencies, rows }: Pick<Aging, 'currencies' | 'rows'>): string[] {
  return currencies.flatMap((total) => {
    const mine = rows.filter(({ currency }) => currency === total.currency);
    const columns: [string, (part: Amounts) => string][] = [
      ...sumsOf(total).map((name): [string, (part: Amounts) => string] => [
        name,
        (part) => part[name] ?? '0',
      ]),
      ...Object.keys(total.buckets).map((name): [string, (part: Amounts) => string] => [
        name,
        (part) => part.buckets[name]?.amount ?? '0',
      ]),
    ];
    return columns.flatMap(([name, of]) => {
      const sum = Money.sum(
        mine.map((row) => Money.of(of(row), total.currency)),
        total.currency,
      );
      return sum.toString() === of(total)
        ? []
        : [`${total.currency} ${name}: rows ${sum.toString()}, total ${of(total)}`];
    });
  });
}

interface ListedInvoice {
  id: string;
  number: string;
  currency: string;
  open: string;
}

/** Walks all invoices as the report saw them: together they are what is open. */
async function everyInvoice(api: ApiClient, { asOf, knownAt, currencies }: Aging): Promise<Finding> {
  const found: string[] = [];
  const open = new Map<string, Money>();
  const count = await each<ListedInvoice>(
    api,
    '/v1/invoices',
    { asOf, knownAt },
    ({ currency, open: amount }) => {
      open.set(currency, (open.get(currency) ?? Money.zero(currency)).plus(Money.of(amount, currency)));
    },
  );
  for (const total of currencies) {
    const sum = (open.get(total.currency) ?? Money.zero(total.currency)).toString();
    if (sum !== total.open)
      found.push(`${total.currency}: invoices add up to ${sum}, the report says ${total.open}`);
  }
  return { check: `${count} invoices add up to what is open`, found };
}

interface ListedPayment {
  id: string;
  currency: string;
  received: string;
  allocated: string;
  pending: string;
  refunded: string;
  returned: string;
  unapplied: string;
}

/** Walks all payments as the report saw them: what was received of each is somewhere. */
async function everyPayment(api: ApiClient, { asOf, knownAt }: Aging): Promise<Finding> {
  const found: string[] = [];
  const count = await each<ListedPayment>(
    api,
    '/v1/payments',
    { asOf, knownAt },
    ({ id, currency, received, ...of }) => {
      const parts = [of.allocated, of.pending, of.refunded, of.returned, of.unapplied];
      const sum = Money.sum(
        parts.map((part) => Money.of(part, currency)),
        currency,
      ).toString();
      if (sum !== Money.of(received, currency).toString())
        found.push(`payment ${id}: ${received} ${currency} were received, its parts come to ${sum}`);
    },
  );
  return {
    check: `of each payment (${count}) received = allocated + pending + refunded + returned + unapplied`,
    found,
  };
}

/** Looks at every item of a list, page by page. @returns how many there are */
async function each<Item>(
  api: ApiClient,
  path: string,
  question: Record<string, string>,
  look: (item: Item) => void,
): Promise<number> {
  const query = new URLSearchParams({ ...question, limit: '500' });
  let count = 0;
  for (let next: string | null = ''; next !== null;) {
    if (next) query.set('cursor', next);
    const page: { items: Item[]; next: string | null } = bodyOf(await api.get(`${path}?${query.toString()}`));
    page.items.forEach(look);
    count += page.items.length;
    next = page.next;
  }
  return count;
}
