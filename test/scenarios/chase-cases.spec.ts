import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useChasing } from '../support/chasing.js';
import type { Written } from '../support/quittance.js';
import { givenData } from '../support/story.js';

// Dunning runs as other products test them, by golden files that are not ours to keep in the repository.

const { path: GOLDEN, told } = givenData('golden');
const its = useChasing();
const { customer, day, explain, issue, lastPosition, pay, ran } = its;

/** Who is to be asked: `open`, or `resolved`. */
async function dunning(id: string): Promise<string> {
  await its.mara.get('/v1/invoices?limit=1', await lastPosition());
  const { parts } = await explain(id, 80);
  return parts.length === 0 ? 'resolved' : 'open';
}

interface GoldenCase {
  id: string;
  in: Record<string, unknown>;
  expect: Record<string, string>;
}
const golden = (): Map<string, GoldenCase> =>
  new Map(
    (JSON.parse(readFileSync(join(GOLDEN, 'dunning.json'), 'utf8')) as { cases: GoldenCase[] }).cases.map(
      (one) => [one.id, one],
    ),
  );

told(
  'chase',
  'B11',
  'Dunning runs as other products test them: what is asked, what resolves it, what opens it again',
  async (show) => {
    const cases = golden();
    const plain = cases.get('dun-plain')!;
    const id = await issue(await customer(), { total: plain.in.outstanding });
    const [step] = (await ran(id, plain.in.overdue_days as number)).slice(-1);
    show({ input: plain.in, right: `due+14 ${plain.expect.grand_total}`, got: step });

    const resolved = await issue(await customer());
    await ran(resolved, 3);
    await pay(resolved, day(4));
    const { body: after } = await its.mara.get<{ open: string }>(
      `/v1/invoices/${resolved}`,
      await lastPosition(),
    );
    const { 'invoice open': open, dunning: word } = cases.get('dun-resolve')!.expect;
    show({
      input: 'dun-resolve',
      right: [open, word, []],
      got: [after.open, await dunning(resolved), await ran(resolved, 7)],
    });

    const parts = await issue(await customer(), {
      instalments: [
        { dueOn: its.due, amount: '50.00' },
        { dueOn: day(5), amount: '50.00' },
      ],
    });
    await its.mara.done('/v1/policies/assignments', {
      scope: 'invoice',
      scopeId: parts,
      policyId: 'own',
      from: day(-10),
    });
    const first = await ran(parts, 1);
    const paid = await its.mara.done<Written & { allocations: { allocationId: string }[] }>('/v1/payments', {
      ...{ amount: '50.00', currency: 'EUR', receivedOn: day(2) },
      allocations: [{ invoiceId: parts, amount: '50.00' }],
    });
    const between = await ran(parts, 2);
    const explained = await explain(parts, 2);
    await its.mara.done(`/v1/payments/${paid.id}/returns`, {
      returnedOn: day(3),
      amount: '50.00',
      code: 'chargeback',
    });
    const again = await ran(parts, 4);
    show({
      input: cases.get('dun-partly-due')!.in,
      right: { first: ['first 50.00'], paid: [[], 1], again: ['returned 50.00'] },
      got: { first, paid: [between, explained.parts.length], again },
    });

    const credited = await issue(await customer());
    const { body: named } = await its.mara.get<{ customerId: string }>(
      `/v1/invoices/${credited}`,
      await lastPosition(),
    );
    const note = (number: string, applications: object[], customerId = named.customerId): Promise<Written> =>
      its.mara.done('/v1/credit-notes', {
        ...{ number, customerId, issuedOn: day(1), currency: 'EUR', total: '100.00', applications },
        ...{ reasonCode: 'quality', reason: 'Broken.' },
      });
    const applied = await note('CN-1', [{ invoiceId: credited, amount: '100.00' }]);
    const then = await dunning(credited);
    const { body: one } = await its.mara.get<{ applications: { applicationId: string }[] }>(
      `/v1/credit-notes/${applied.id}`,
      await lastPosition(),
    );
    await its.mara.done(
      `/v1/credit-notes/${applied.id}/applications/${one.applications[0]!.applicationId}/undo`,
      {
        reason: 'It was not owed.',
      },
    );
    const { dunning: settled, 'after cancelling the credit note': cancelled } =
      cases.get('dun-credit-note')!.expect;
    show({
      input: cases.get('dun-credit-note')!.in,
      // What was applied is undone before it is cancelled; until then it is on account.
      right: [settled, cancelled, ['due+3 open-credit']],
      got: [then, `${await dunning(credited)} again`, (await ran(credited, 3)).slice(-1)],
    });

    const alone = await issue(await customer());
    const { body: whose } = await its.mara.get<{ customerId: string }>(
      `/v1/invoices/${alone}`,
      await lastPosition(),
    );
    await note('CN-2', [], whose.customerId);
    show({
      input: cases.get('dun-standalone-credit')!.in,
      right: [cases.get('dun-standalone-credit')!.expect.dunning, ['due+3 open-credit']],
      got: [`stays ${await dunning(alone)}`, await ran(alone, 3)],
    });
  },
);
