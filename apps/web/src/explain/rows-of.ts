import type { Cell } from '../parts/explanation';
import type { Target } from '../parts/go';
import { splitCell } from './use-explained';

const ROW_OF = { customer: 'customerId', owner: 'ownerId' } as const;

/** A target, and by which word it is called. */
type Rows = Target & { called: 'asList' | 'asParts' | 'allocate' };

/** Where the page shows what makes exactly a cell: a list of invoices, a tab of a thing. @returns undefined where none does */
export function rowsOf(cell: Cell): Rows | undefined {
  const { row, column } = splitCell(cell);
  if (row === '-') return undefined;
  if (cell.report === 'invoice') {
    const search = { _tab: column === 'total' ? 'document' : 'money' };
    return { called: 'asParts', to: '/invoices/$id', params: { id: row }, search };
  }
  if (cell.report === 'credit-note')
    return { called: 'asParts', to: '/credit-notes/$id', params: { id: row } };
  if (cell.report === 'payment') return partsOfPayment(row, column, cell.currency);
  const { currency, basis, buckets, asOf, knownAt } = cell;
  const by = cell.report ?? cell.by;
  const filters = filtersOf(column, basis === 'contractual');
  if (!filters) return undefined;
  const aged = 'bucket' in filters ? { basis, buckets } : {};
  const search = {
    ...{ currency, ...filters, ...aged, ...(by && { [ROW_OF[by]]: row }), sort: '-open' },
    ...(asOf && { asOf }),
    ...(knownAt && { knownAt }),
  };
  return { called: 'asList', to: '/invoices', search };
}

function partsOfPayment(id: string, column: string, currency: string): Rows {
  if (column === 'unapplied')
    return {
      ...{ called: 'allocate', to: '/payments/apply' },
      search: { unapplied: '0.01..', currency, _peek: id },
    };
  const tabs: Record<string, string> = {
    received: 'details',
    cancelled: 'details',
    refunded: 'back',
    returned: 'back',
  };
  return { called: 'asParts', to: '/payments/$id', params: { id }, search: { _tab: tabs[column] } };
}

function filtersOf(column: string, isContractual: boolean): Record<string, string> | undefined {
  switch (column) {
    case 'disputed':
      return { hold: 'disputed' };
    case 'open':
      return { open: '0.01..' };
    case 'overdue':
      // The status goes by the agreed due date.
      return isContractual ? undefined : { status: 'overdue' };
    case 'balance':
    case 'room':
    case 'extended':
    case 'unapplied':
    case 'pending':
    case 'credits':
    case 'control':
      return undefined;
    default:
      return { bucket: column };
  }
}
