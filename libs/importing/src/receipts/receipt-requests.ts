import { folded, Money } from '@quittance/kernel';
import { contentKey, type Request, type RowOptions, stated } from '../requests.js';
import type { ReceiptRow } from './receipt-row.js';

/** An invoice that a row names, as it stands now. */
export interface NamedInvoice {
  id: string;
  number: string;
  open: string;
  agreedDueOn: string;
}

export interface Allocation {
  invoiceId: string;
  amount: string;
}

/** What makes a receipt what it is, where its source gave it no id of its own. Numbers and texts are folded. */
export const receiptContent = (row: ReceiptRow): (string | undefined)[] => {
  const { paidOn, currency, paidAmount, numbers, customerId, reference } = row;
  const names = numbers.map(folded).join('\n');
  return [
    paidOn,
    currency,
    paidAmount,
    names,
    customerId && folded(customerId),
    reference && folded(reference),
  ];
};

/** The id that keeps a receipt from being recorded twice: the source's own, else its content and which of equal ones it is. */
export function receiptId(row: ReceiptRow): string {
  if (row.externalId) return row.externalId;
  const { occurrence = 1 } = row;
  return contentKey('receipt', ...receiptContent(row), ...(occurrence > 1 ? [String(occurrence)] : []));
}

/**
 * The parts of a receipt: the whole of it for one invoice; of several the open amounts, oldest due first, as far as it
 * reaches. What no invoice can take stays on account.
 */
export function allocationsOf(row: ReceiptRow, invoices: readonly NamedInvoice[]): Allocation[] {
  const { currency, paidAmount } = row;
  if (invoices.length === 1) return [{ invoiceId: invoices[0]!.id, amount: paidAmount }];
  const oldest = [...invoices].sort(
    (a, b) => order(a.agreedDueOn, b.agreedDueOn) || order(a.number, b.number),
  );
  let rest = Money.of(paidAmount, currency);
  return oldest.flatMap(({ id: invoiceId, open }) => {
    const part = Money.of(open, currency);
    const amount = part.minus(rest).isNegative ? part : rest;
    if (amount.isZero) return [];
    rest = rest.minus(amount);
    return [{ invoiceId, amount: amount.toString() }];
  });
}

export function receiptRequest(
  row: ReceiptRow,
  allocations: readonly Allocation[],
  options: RowOptions,
): Request {
  const { paidOn, paidAmount, currency, customerId, reference, method, payerAccount, recordedAt } = row;
  return {
    path: '/v1/payments',
    key: contentKey('receipt', receiptId(row), ...receiptContent(row)),
    body: {
      ...{ amount: paidAmount, currency, receivedOn: paidOn },
      ...(reference && { reference }),
      ...(method && { method }),
      ...(payerAccount && { payerAccount }),
      ...(customerId && { payerId: customerId }),
      ...{ source: 'import', externalId: receiptId(row) },
      ...(allocations.length && { allocations }),
      ...stated(recordedAt, paidOn, options),
    },
    fieldOf: {
      '/amount': 'paidAmount',
      '/currency': 'currency',
      '/receivedOn': 'paidOn',
      '/reference': 'reference',
      '/method': 'method',
      '/payerAccount': 'payerAccount',
      '/payerId': 'customerId',
      '/externalId': 'externalId',
      '/statedRecordedAt': 'recordedAt',
      ...Object.fromEntries(
        allocations.flatMap((_, i) => [
          [`/allocations/${i}/invoiceId`, 'number' as const],
          [`/allocations/${i}/amount`, 'paidAmount' as const],
        ]),
      ),
    },
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
