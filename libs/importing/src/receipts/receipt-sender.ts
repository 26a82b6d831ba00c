import { folded } from '@quittance/kernel';
import type { Fault } from '../fields.js';
import type { RowSender, Sent } from '../kind.js';
import { contentKey, type Request, type RowOptions } from '../requests.js';
import type { Poster } from '../answer.js';
import { Writer } from '../writer.js';
import { allocationsOf, type NamedInvoice, receiptId, receiptRequest } from './receipt-requests.js';
import type { ReceiptRow } from './receipt-row.js';

export interface SenderOptions extends RowOptions {
  /** Which of several equal receipts of the file this is, counted in its order. */
  occurrence: (row: ReceiptRow) => number;
  /** What could be done with money that stays on account is asked. */
  propose: boolean;
  /** And accepted where it is exact. */
  applyExact: boolean;
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
    if (row.numbers[0]) return { row: counted, after: folded(row.numbers[0]) };
    // What is proposed for money hangs on what the customer's money before it settled.
    return { row: counted, after: this.options.propose ? `of ${row.customerId ?? ''}` : receiptId(counted) };
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
    const sent = { faults: [], paymentWasThere: !written.added };
    const { allocations, proposed } = this.options.propose
      ? await this.proposalsFor(written.id)
      : { allocations: 0, proposed: [] };
    return { ...sent, proposed, added: { payments: Number(written.added), allocations } };
  }

  /** What is proposed for money that is on account; accepted where it is exact and that was asked. */
  private async proposalsFor(id: string): Promise<{ allocations: number; proposed: Fault[] }> {
    const path = `/v1/payments/${id}/proposals`;
    const proposals = async (): Promise<Proposal[]> => {
      const { body } = await this.api.get(`${path}?after=${this.position}`);
      return ((body ?? {}) as { items?: Proposal[] }).items ?? [];
    };
    const items = await proposals();
    const exact = this.options.applyExact ? items.find((each) => each.exact) : undefined;
    if (!exact) return { allocations: 0, proposed: items.map(said) };
    const { proposalId } = exact;
    const request = { key: contentKey('proposal', id, proposalId), body: { proposalId } };
    const { written } = await this.write(
      { ...request, path: `${path}/acceptance`, isPart: true, fieldOf: {} },
      () => Promise.resolve([]),
    );
    if (written?.added) return { allocations: exact.allocations.length, proposed: [] };
    // Refused by now, or accepted by an import before this one: what is free even so is listed, whatever becomes of it.
    return { allocations: 0, proposed: (await proposals()).map(said) };
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

interface Proposal {
  proposalId: string;
  rule: string;
  score: number;
  exact: boolean;
  because: string;
  allocations: { number: string; amount: string }[];
}

const said = ({ rule, score, exact, because, allocations }: Proposal): Fault => ({
  field: 'paidAmount',
  rule:
    `${rule}, ${score} points${exact ? ', exact' : ''}: ` +
    `${allocations.map(({ number, amount }) => `${amount} for ${number}`).join(', ')} (${because})`,
});

const UNKNOWN =
  'no invoice has this number: import the invoices first, or leave the cell empty to take the money on account';
