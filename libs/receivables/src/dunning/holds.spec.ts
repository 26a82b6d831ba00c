import { evolve, extended, type FactOf, factsOf, type Slice } from '@quittance/kernel';
import { ISSUED } from '../../spec/invoice-facts.js';
import { given } from '../../../../test/support/decisions.js';
import { story } from '../../../../test/support/story.js';
import { type Invoice, invoices } from '../invoice/invoice.stream.js';
import { stepId } from '../streams.js';
import { STANDARD } from '../policy/policy.stream.js';
import { dunningDecider } from './dunning.decider.js';

// A feature that nobody knows of: it may hold up a part of an invoice, or all of it, for a while.

interface QuarrelFacts {
  QuarrelBegun: { on: string; until?: string; amount?: string };
}
interface QuarrelSlice {
  name: 'quarrel';
  commands: { BeginQuarrel: QuarrelFacts['QuarrelBegun'] };
  facts: QuarrelFacts;
  own: readonly QuarrelFacts['QuarrelBegun'][];
}
const quarrel: Slice<QuarrelSlice> = {
  name: 'quarrel',
  initial: [],
  decide: { BeginQuarrel: (command) => [factsOf<QuarrelFacts>()('QuarrelBegun', command)] },
  evolve: { QuarrelBegun: (own, begun) => [...own, begun] },
  holds: (own, day) =>
    own
      .filter(({ on, until = day }) => on <= day && day <= until)
      .map(({ on, until, amount }, i) => ({ kind: 'quarrelled', id: `${i}`, since: on, until, amount })),
};
const withQuarrels = extended(invoices, [quarrel]);

const invoiceWith = (...begun: QuarrelFacts['QuarrelBegun'][]): Invoice =>
  begun.reduce(
    (state, data) => evolve(withQuarrels.evolve, state, { type: 'QuarrelBegun', data }),
    evolve(withQuarrels.evolve, withQuarrels.initial, ISSUED),
  );

/** What the chase of 10 days after the due date asks for. */
function chased(invoice: Invoice): string[] {
  const facts = given(dunningDecider).when(
    'ChaseInvoice',
    { invoiceId: '1', on: '2026-05-10' },
    {
      ...{ invoice, policy: STANDARD, told: () => ({ escalatedTo: null }), mailIdOf: () => 'mail' },
      idOf: (part, step, agreedDueOn) => stepId('1', step, agreedDueOn, part),
    },
  ) as FactOf<{ ReminderPlanned: { open: string } }>[];
  return facts.flatMap(({ type, data }) => (type === 'ReminderPlanned' ? [data.open] : []));
}

story('ground', 'B1', 'A chase asks for what no exception holds up, and knows none by name', async (show) => {
  const held: [string, Invoice, string[]][] = [
    ['nothing held', invoiceWith(), ['100.00']],
    ['40.00 held', invoiceWith({ on: '2026-05-01', amount: '40.00' }), ['60.00']],
    ['all of it held', invoiceWith({ on: '2026-05-01' }), []],
    [
      'held by two',
      invoiceWith({ on: '2026-05-01', amount: '40.00' }, { on: '2026-05-02', amount: '60.00' }),
      [],
    ],
    ['held from tomorrow', invoiceWith({ on: '2026-05-11' }), ['100.00']],
    ['held until yesterday', invoiceWith({ on: '2026-05-01', until: '2026-05-09' }), ['100.00']],
  ];
  for (const [input, invoice, right] of held) show({ input, right, got: chased(invoice) });
});
