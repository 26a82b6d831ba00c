import type { Ledger } from './ledger.js';

/**
 * Five invoices of two customers: one due today (2026-06-30), one since yesterday, one extended and handed over,
 * one paid, one of yesterday. Answers the instant before the payment, the extension and the reassignment.
 */
export async function fiveInvoices(ledger: Ledger): Promise<Date> {
  await ledger.customer('A', '=Alfa, S.r.l.');
  await ledger.customer(`O'Neill/"x"`, 'O’Neill');
  await ledger.issue('2026-1', { customer: 'A', total: '100.00', dueOn: '2026-06-30' });
  await ledger.issue('2026-2', { customer: 'A', total: '85.00', dueOn: '2026-06-29' });
  await ledger.issue('2026-3', { customer: `O'Neill/"x"`, total: '85.00', dueOn: '2026-05-01' });
  await ledger.issue('2026-4', { customer: `O'Neill/"x"`, total: '12.50', dueOn: '2026-05-01' });
  await ledger.issue('é/"5\'', {
    customer: 'A',
    total: '7.00',
    issuedOn: '2026-06-29',
    dueOn: '2026-09-01',
  });
  const beforePayment = await ledger.beat();
  await ledger.pay('P', '20.00', '2026-05-05', { '2026-4': '12.50' });
  await ledger.extend('2026-3', '2026-07-31', '2026-05-02', 'harvest');
  await ledger.assign('2026-3', 'otto', '2026-05-03');
  await ledger.beat();
  return beforePayment;
}
