import type { RecordedFact } from '@quittance/event-store';
import type { Effect } from '@quittance/http';
import { Money } from '@quittance/kernel';
import type { Pool } from 'pg';
import { ACCOUNTS } from '../ledger/accounts.js';
import type { LegsOf } from '../ledger/posted.js';
import type { AnyFacts } from '../manifest/fact.js';
import { changesOf } from '../telling/changes.js';

interface Parts {
  pool: Pool;
  declared: AnyFacts;
  legsOf: LegsOf;
}

/** What facts change: fields, what is open of invoices, what is held for customers. What comes to nothing is left out. */
export async function effectsOf(facts: readonly RecordedFact[], parts: Parts): Promise<Effect[]> {
  const { declared, legsOf, pool } = parts;
  const changes = facts.flatMap(({ type, data, stream }): Effect[] =>
    changesOf(declared[type], data).map((change) => ({ kind: 'change', stream, ...change })),
  );
  const moved = new Map<string, Money>();
  const add = (of: string, amount: Money): void => void moved.set(of, moved.get(of)?.plus(amount) ?? amount);
  for (const { account, amount, invoice, party } of facts.flatMap(legsOf)) {
    if (account === 'receivable') add(`open ${invoice}`, amount);
    // Balances of what is held are credits: shown with the sign turned.
    else if (ACCOUNTS[account] === 'inner')
      add(JSON.stringify([account, party, amount.currency]), amount.negated());
  }
  const some = [...moved].filter(([, amount]) => !amount.isZero);
  const ids = some.flatMap(([of]) => (of.startsWith('open ') ? [of.slice(5)] : []));
  const { rows } = await pool.query<{ id: string; number: string; open: string }>(
    'select id, number, open::text from live.invoices where id = any ($1::uuid[])',
    [ids],
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  const money = some.map(([of, amount]): Effect => {
    if (!of.startsWith('open ')) {
      const [account, customerId, currency] = JSON.parse(of) as [string, string | null, string];
      return { kind: 'held', account, customerId, currency, moved: amount.toString() };
    }
    const invoiceId = of.slice(5);
    const { currency } = amount;
    const after = openAfter(facts, invoiceId, currency);
    const before = after?.minus(amount) ?? Money.of(known.get(invoiceId)?.open ?? '0', currency);
    const number = known.get(invoiceId)?.number ?? numberIn(facts, invoiceId);
    return {
      kind: 'open',
      invoiceId,
      ...(number && { number }),
      currency,
      before: before.toString(),
      after: before.plus(amount).toString(),
    };
  });
  return [...changes, ...money];
}

/** What the last of the facts that says so leaves open: the tables may be behind. */
function openAfter(facts: readonly RecordedFact[], id: string, currency: string): Money | undefined {
  const says = facts.findLast(({ data }) => data.invoiceId === id && typeof data.open === 'string');
  return says && Money.of(says.data.open as string, currency);
}

/** Of an invoice that is not there yet. */
const numberIn = (facts: readonly RecordedFact[], id: string): string | undefined =>
  facts.find(({ data }) => data.invoiceId === id)?.data.number as string | undefined;
