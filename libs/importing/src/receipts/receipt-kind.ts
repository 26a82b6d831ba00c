import type { Fault } from '../fields.js';
import type { FileKind, Gathering, RowSender } from '../kind.js';
import { contentKey } from '../requests.js';
import { Repeated } from '../seen.js';
import type { Poster } from '../answer.js';
import { receiptContent } from './receipt-requests.js';
import { receiptReader, type ReceiptRow, REQUIRED, WHOSE } from './receipt-row.js';
import { ReceiptSender, type SenderOptions } from './receipt-sender.js';

/** Receipts, one a row: money received, for the invoices that the row names or on account. */
export const receiptsFile: FileKind<ReceiptRow> = {
  required: REQUIRED,
  oneOf: [WHOSE],
  added: (_mapping, { applyExact }) => ({ payments: 0, ...(applyExact && { allocations: 0 }) }),
  reader: ({ mapping, columns }, { zone }) => receiptReader(mapping, columns, zone),
  gather: ({ options, zone }) =>
    new GatheredReceipts({
      ...{ zone, statedAsEffective: Boolean(options.statedAsEffective) },
      ...{ propose: Boolean(options.propose), applyExact: Boolean(options.applyExact) },
    }),
};

/** Which receipts are there more than once: those without an id of their own are told apart by their order. */
class GatheredReceipts implements Gathering<ReceiptRow> {
  private readonly receipts = new Repeated();

  constructor(private readonly options: Omit<SenderOptions, 'occurrence'>) {}

  note(row: ReceiptRow): Fault[] {
    if (row.externalId) return this.again([row.externalId], 'externalId', SAME_ID);
    return this.again(receiptContent(row), 'paidOn', EQUAL);
  }

  sender(api: Poster): RowSender<ReceiptRow> {
    const counted = this.receipts.counted<string | undefined>((content) => contentKey('receipt', ...content));
    const occurrence = (row: ReceiptRow): number => (row.externalId ? 1 : counted(receiptContent(row)));
    return new ReceiptSender(api, { ...this.options, occurrence });
  }

  private again(content: (string | undefined)[], field: 'externalId' | 'paidOn', rule: string): Fault[] {
    return this.receipts.note(JSON.stringify(content)) ? [{ field, rule }] : [];
  }
}

const SAME_ID = 'a row before it has this id: it is taken for the same receipt';
const EQUAL = 'an equal receipt stands before it in the file: taken as another one';
