import { Decimal } from 'decimal.js';
import { type Balance, by, Sums, type Value } from '../../../../test/faults/support/books/balance.js';
import { type PlainFact, shown } from '../../../../test/faults/support/books/plain-fact.js';
import type { AdjustmentLine } from './adjustment.tables.js';

const STEPS: Readonly<Record<string, AdjustmentLine['step']>> = {
  WriteOffRequested: 'requested',
  SettlementRequested: 'requested',
  WriteOffRefused: 'refused',
  SettlementRefused: 'refused',
  WrittenOff: 'recorded',
  SettlementRecorded: 'recorded',
  WriteOffReversed: 'undone',
  WriteOffRestored: 'restored',
  SettlementUndone: 'undone',
};

const stepOf = ({ type, said }: PlainFact): AdjustmentLine['step'] | undefined =>
  said.allocationId && type === 'WriteOffReversed' ? 'recovered' : STEPS[type];

const amount = (text: string | undefined): Value => text && new Decimal(text);

/** As it was asked for, and what was said of it last. */
function standing(all: readonly PlainFact[]): Value[] {
  const [{ said, data, personal }, last] = [all[0]!, all.at(-1)!];
  const at = (step: AdjustmentLine['step']): PlainFact | undefined =>
    all.findLast((fact) => stepOf(fact) === step);
  const why = (fact: PlainFact | undefined): Value => fact && shown(fact.personal('reason'));
  return [
    ...[said.invoiceId, said.number, said.customerId, said.currency, said.kind ?? 'write-off'],
    ...[amount(said.amount), said.writeOffId && amount(at('recorded')?.said.vat), said.reasonCode],
    ...[shown(personal('reason')), said.reference, said.requestedBy],
    ...([data.because && JSON.stringify(data.because), at('recorded')?.said.approvedBy] as Value[]),
    ...[why(at('refused')), why(at('undone')), said.judgedAt, amount(said.yearLimit), last.at],
  ];
}

export const adjustmentBalances: readonly Balance[] = [
  {
    of: 'adjustments',
    projection: 'adjustments',
    what: 'write-offs and other settlements as they stand',
    sql: `select id::text, invoice_id, number, customer_id, currency, kind, amount, vat, reason_code, reason, reference,
      requested_by, to_json(because)::text, approved_by, refusal, undo, judged_at, year_limit, position from live.adjustments`,
    must: (facts) => {
      const own = facts.filter(({ type }) => type in STEPS);
      return new Map(
        [...by(own, 'writeOffId'), ...by(own, 'settlementId')].map(([id, all]) => [id, standing(all)]),
      );
    },
  },
  {
    of: 'adjustment_lines',
    projection: 'adjustments',
    what: 'what became of write-offs and other settlements',
    sql: `select concat_ws(' ', adjustment_id, step, effective_on), sum(amount) from live.adjustment_lines
      group by adjustment_id, step, effective_on`,
    must: (facts) => {
      const steps = new Sums();
      for (const fact of facts) {
        const { said } = fact;
        const step = stepOf(fact);
        const on = said.approvedOn && said.writeOffId ? said.approvedOn : (said.on ?? said.requestedOn);
        const from = on ?? said.refusedOn ?? said.reversedOn ?? said.restoredOn;
        if (step) steps.add([said.writeOffId ?? said.settlementId, step, from], said.amount!);
      }
      return steps.entries();
    },
  },
];
