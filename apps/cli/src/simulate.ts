import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { businessDate } from './arguments.js';
import { type ApiClient, bodyOf } from './client.js';
import { connect } from './connect.js';
import { EXIT, usage } from './exit.js';
import type { Outcome, Simulated } from './simulation-sum.js';
import { pathOf, printLine, tableOf } from './terminal.js';

interface Options {
  policy: string;
  beside?: string;
  from: string;
  to: string;
  json?: boolean;
}

const OPTIONS = {
  '/policyId': '--policy',
  '/policy': '--policy',
  '/besidePolicyId': '--beside',
  '/from': '--from',
  '/to': '--to',
};
const SHOWN_CUSTOMERS = 10;

export const simulateCommand = (): Command =>
  new Command('simulate')
    .description(
      'What another policy would have sent over the past, beside the one in force; nothing is written',
    )
    .requiredOption(
      '--policy <file>',
      'a file of JSON as POST /v1/policies takes it; or gentle, standard, firm, or the id of one of your own',
    )
    .requiredOption('--from <date>', 'the first day', businessDate)
    .requiredOption('--to <date>', 'the last day, today or earlier', businessDate)
    .option('--beside <id>', 'hold it against this policy; those in force on each day, when left out')
    .option('--json', 'one line of JSON')
    .addHelpText(
      'after',
      `
Example:
  npm run -s quittance -- dunning simulate --policy gentle --from 2026-01-01 --to 2026-03-31`,
    )
    .action(async ({ policy, beside, from, to, json }: Options) => {
      const asked = { ...(await policyOf(policy)), ...(beside !== undefined && { besidePolicyId: beside }) };
      const api = await connect(['analyst']);
      try {
        const all = await pages(api, { ...asked, from, to });
        const after = all.simulated.afterPayment + all.beside.afterPayment;
        if (after > 0) process.exitCode = EXIT.found;
        await printLine(json ? JSON.stringify(all) : shown(all));
      } finally {
        await api.close();
      }
    });

/** A policy in a file, else one that is there. */
async function policyOf(given: string): Promise<object> {
  const text = await readFile(pathOf(given), 'utf8').catch(() => undefined);
  if (text === undefined) {
    if (/[./\\]/.test(given)) throw usage(`--policy: there is no file ${given}`);
    return { policyId: given };
  }
  try {
    const { policyId: _id, version: _version, ...policy } = JSON.parse(text) as Record<string, unknown>;
    return { policy };
  } catch {
    throw usage(`--policy: ${given} is no JSON; it is to be a policy as POST /v1/policies takes it`);
  }
}

/** Page by page: one is in memory at a time, with the sums. */
async function pages(api: ApiClient, asked: object): Promise<Simulated> {
  const { together } = await import('./simulation-sum.js');
  let all: Simulated | undefined;
  for (let cursor: string | null | undefined; ;) {
    const body = { ...asked, ...(cursor && { cursor }) };
    const { next, ...page } = bodyOf<Simulated & { next: string | null }>(
      await api.post('/v1/dunning/simulations', undefined, body),
      OPTIONS,
    );
    all = all ? together(all, page) : page;
    if (next === null) return all;
    cursor = next;
    process.stderr.write(`${all.invoices} of ${all.invoicesInRange} invoices looked at\n`);
  }
}

function shown(all: Simulated): string {
  const { from, to, customers, invoices, simulated, beside } = all;
  if (invoices === 0)
    return `${from} to ${to}: no invoice was open and known then. An imported history is known from the days that it states: import it with --stated-as-effective`;
  const sides = [simulated, beside];
  const names = sides.map(({ policyId, name }) => (policyId === null ? 'in force' : (name ?? policyId)));
  return [
    `${from} to ${to}, known=stated: ${customers} customers, ${invoices} invoices; ${names.join(' beside ')}`,
    perMonth(sides, names),
    totals(sides, names),
    perCustomer(sides, names),
  ].join('\n\n');
}

/** A line a month, step and tone, with what either policy does. */
function perMonth(sides: Outcome[], names: string[]): string {
  const lines = new Map<string, string[]>();
  const all = sides.flatMap(({ steps }, side) => steps.map((step) => ({ ...step, side })));
  all.sort((a, b) => (a.month === b.month ? a.days - b.days : a.month < b.month ? -1 : 1));
  for (const { month, step, kind, tone, currency, count, amount, side } of all) {
    const key = [month, step, kind, tone ?? '', currency];
    const line = lines.get(key.join('\n')) ?? [...key, '', '', '', ''];
    line[key.length + 2 * side] = String(count);
    line[key.length + 2 * side + 1] = amount;
    lines.set(key.join('\n'), line);
  }
  const head = ['month', 'step', 'what', 'tone', '', ...names.flatMap((name) => [name, 'amount'])];
  return tableOf(head, [...lines.values()], (i) => i > 4);
}

function totals(sides: Outcome[], names: string[]): string {
  const sum = (of: (customer: Outcome['customers'][number]) => number) =>
    sides.map(({ customers }) => String(customers.reduce((all, each) => all + of(each), 0)));
  const codes = [...new Set(sides.flatMap(({ skipped }) => skipped.map(({ code }) => code)))].sort();
  return tableOf(
    ['', ...names],
    [
      ['reminders', ...sum(({ reminders }) => reminders)],
      ['in mails', ...sum(({ mails }) => mails)],
      ['escalations', ...sum(({ escalations }) => escalations)],
      ['alerts to owners', ...sum(({ alerts }) => alerts)],
      ['proposed for collection', ...sum(({ collections }) => collections)],
      ...codes.map((code) => [
        `skipped: ${code}`,
        ...sides.map(({ skipped }) => String(skipped.find((each) => each.code === code)?.count ?? 0)),
      ]),
      ['reminded after payment', ...sides.map(({ afterPayment }) => String(afterPayment))],
      ['crossed with the money', ...sides.map(({ crossed }) => String(crossed))],
    ],
    (i) => i > 0,
  );
}

/** Those who would have been reminded most. */
function perCustomer(sides: Outcome[], names: string[]): string {
  const rows = new Map<string, [customerId: string, currency: string, ...counts: number[]]>();
  sides.forEach(({ customers }, side) => {
    for (const { customerId, currency, reminders } of customers) {
      const key = `${customerId}\n${currency}`;
      const row = rows.get(key) ?? [customerId, currency, 0, 0];
      row[2 + side] = reminders;
      rows.set(key, row);
    }
  });
  const most = [...rows.values()].sort((a, b) => Number(b[2]) + Number(b[3]) - Number(a[2]) - Number(a[3]));
  const lines = most.slice(0, SHOWN_CUSTOMERS).map((row) => row.map(String));
  const more = most.length - lines.length;
  const table = tableOf(['customer', '', ...names], lines, (i) => i > 1);
  return more > 0 ? `${table}\n${more} more customers: --json has all` : table;
}
