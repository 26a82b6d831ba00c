import { folded } from '@quittance/kernel';
import type { Fault } from '../fields.js';
import type { RowSender, Sent } from '../kind.js';
import type { Request, RowOptions } from '../requests.js';
import { type Poster, Writer } from '../writer.js';
import { allocationsOf, type NamedInvoice, receiptId, receiptRequest } from './receipt-requests.js';
import type { ReceiptRow } from './receipt-row.js';

export interface SenderOptions extends RowOptions {
  /** Which of several equal receipts of the file this is, counted in its order. */
  occurrence: (row: ReceiptRow) => number;
}

/** Records receipts: for the invoices that a row names, else on account of the customer who paid. */
export class ReceiptSender extends Writer implements RowSender<ReceiptRow> {
  constructor(
    api: Poster,
    private readonly options: SenderOptions,
  ) {
    super(api);
  }

  take(row: ReceiptRow): { row: ReceiptRow; after: string } {
    const counted = { ...row, occurrence: this.options.occurrence(row) };
    return { row: counted, after: row.numbers[0] ? folded(row.numbers[0]) : receiptId(counted) };
  }

  async send(row: ReceiptRow): Promise<Sent> {
    await this.begin();
    const invoices: NamedInvoice[] = [];
    const faults: Fault[] = [];
    for (const number of row.numbers) {
      const invoice = await this.invoice(number, row.numbers.length > 1);
      if (invoice) invoices.push(invoice);
      else faults.push({ field: 'number', value: number, rule: UNKNOWN });
    }
    if (faults.length) return { added: { payments: 0 }, faults };
    const request = receiptRequest(row, allocationsOf(row, invoices), this.options);
    const { written, faults: refused } = await this.write(request, (asked) => this.known(asked, row));
    if (refused) return { added: { payments: 0 }, faults: refused };
    return { added: { payments: Number(written.added) }, faults: [], paymentWasThere: !written.added };
  }

  /** @param openNow its open amount counts: all that this import wrote must be in it */
  private async invoice(number: string, openNow: boolean): Promise<NamedInvoice | undefined> {
    const alike = await this.find(`/v1/invoices?number=${encodeURIComponent(number)}`, 10, openNow);
    return (alike.find((each) => each.number === number) ?? alike[0]) as NamedInvoice | undefined;
  }

  /** The same receipt that is there already; what differs where its source's id is that of another. */
  private async known({ body }: Request, row: ReceiptRow): Promise<Fault[] | string> {
    const externalId = encodeURIComponent(String(body.externalId));
    const [there] = await this.find(`/v1/payments?source=import&externalId=${externalId}`);
    if (!there) return [];
    const same = there.received === row.paidAmount && there.receivedOn === row.paidOn;
    if (same && there.currency === row.currency) return String(there.id);
    const said = `${String(there.received)} ${String(there.currency)} of ${String(there.receivedOn)}`;
    return [
      { field: row.externalId ? 'externalId' : 'paidAmount', rule: `is taken by a receipt of ${said}` },
    ];
  }
}

const UNKNOWN =
  'no invoice has this number: import the invoices first, or leave the cell empty to take the money on account';
