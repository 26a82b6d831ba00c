import { folded } from '@quittance/kernel';
import type { Fault, Field } from '../fields.js';
import type { RowSender, Sent } from '../kind.js';
import type { Request, RowOptions } from '../requests.js';
import type { Poster } from '../answer.js';
import { type Result, Writer } from '../writer.js';
import type { CustomerSaid, ImportRow } from './invoice-fields.js';
import {
  creditNoteRequest,
  customerRequest,
  disputeRequest,
  hasFormerKey,
  invoiceRequest,
  paymentRequest,
} from './invoice-requests.js';
import { SeenCustomers } from './seen-customers.js';

/** The refusal of a document that lacks nothing but its customer. */
const UNKNOWN_CUSTOMER = 'unknown-customer';

/** What became of the first row of a customer. */
interface Introduced {
  document: Result;
  /** Whether the customer is registered now, and by this row. */
  known: boolean;
  added: boolean;
}

export interface SenderOptions extends RowOptions {
  knownUntil?: string;
  /** Customers that look like others are others. */
  acceptLookalikes?: boolean;
  /** What the whole file says of a customer. */
  said: (customerId: string) => CustomerSaid | undefined;
  /** Which of several equal payments of the file this is, counted in its order. */
  occurrence: (row: ImportRow) => number;
}

/**
 * Sends rows as commands: the invoice, with its customer before it where nobody knows that one, then the payment. All of it
 * may be sent again: what is there already is found by its key or its number and adds nothing.
 */
export class InvoiceSender extends Writer implements RowSender<ImportRow> {
  private readonly customers = new SeenCustomers<Introduced>();

  constructor(
    api: Poster,
    private readonly options: SenderOptions,
  ) {
    super(api);
  }

  take(row: ImportRow): { row: ImportRow; after: string } {
    return { row: { ...row, occurrence: this.options.occurrence(row) }, after: folded(row.number) };
  }

  async send(row: ImportRow): Promise<Sent> {
    await this.begin();
    const added = { customers: 0, invoices: 0, creditNotes: 0, disputes: 0, payments: 0 };
    const sent: Sent = { added, faults: [] };
    const introduced = await this.customers.once(
      row.customerId,
      () => this.introduce(row),
      ({ known }) => known,
    );
    added.customers += Number(introduced?.added ?? false);
    const document = introduced?.document ?? (await this.document(row));
    if (document.faults) return { ...sent, faults: document.faults };
    added[row.isCreditNote ? 'creditNotes' : 'invoices'] += Number(document.written.added);
    if (row.isCreditNote) return sent;

    const disputing = disputeRequest(row, document.written.id, this.options);
    const dispute = disputing && (await this.write(disputing, async () => []));
    if (dispute?.faults) return { ...sent, faults: dispute.faults };
    added.disputes += Number(dispute?.written.added ?? false);

    const paying = paymentRequest(row, document.written.id, this.options);
    if (!paying) return sent;
    // Its payment may have a key of another writing of the number, or of a release that did not fold it.
    const otherwise = document.written.found || hasFormerKey(row);
    if (otherwise && (await this.isPaid(document.written.id, row))) return { ...sent, paymentWasThere: true };
    const payment = await this.write(paying, this.knownPayment);
    if (payment.faults) return { ...sent, faults: payment.faults };
    added.payments += Number(payment.written.added);
    return { ...sent, paymentWasThere: !payment.written.added };
  }

  /**
   * The document of a customer that may be new. Only one that lacks nothing but its customer has it registered: a
   * refused row leaves no customer behind.
   */
  private async introduce(row: ImportRow): Promise<Introduced> {
    const document = await this.document(row);
    if (document.written) return { document, known: true, added: false };
    if (document.code !== UNKNOWN_CUSTOMER) return { document, known: false, added: false };
    const registering = customerRequest(row, this.options.said(row.customerId));
    if (this.options.acceptLookalikes) registering.body.acceptLookalike = true;
    const customer = await this.write(registering, this.knownCustomer);
    if (customer.faults) return { document: customer, known: false, added: false };
    return { document: await this.document(row), known: true, added: customer.written.added };
  }

  private document(row: ImportRow): Promise<Result> {
    if (row.isCreditNote) return this.write(creditNoteRequest(row, this.options), this.knownCreditNote);
    return this.write(invoiceRequest(row, this.options), this.knownInvoice);
  }

  /** A customer known by other details stays as it is: the import registers, it does not correct. */
  private readonly knownCustomer = async ({ body }: Request): Promise<string> => String(body.customerId);

  private readonly knownInvoice = (request: Request): Promise<Fault[] | string> =>
    this.known('/v1/invoices', request, ['customerId', 'issuedOn', 'dueOn', 'currency', 'total', 'ownerId']);

  private readonly knownCreditNote = (request: Request): Promise<Fault[] | string> =>
    this.known('/v1/credit-notes', request, ['customerId', 'issuedOn', 'currency', 'total']);

  /** The document that has the number: the same one, or what it says otherwise. */
  private async known(
    path: string,
    { body, mergedCustomer }: Request,
    compared: readonly Field[],
  ): Promise<Fault[] | string> {
    const number = String(body.number);
    // The filter finds what looks like it, too: an earlier release stored numbers as they were written.
    const alike = await this.find(`${path}?number=${encodeURIComponent(number)}`);
    const there = alike.find((each) => each.number === number) ?? alike[0];
    if (!there) return [];
    const same = (one: unknown, other: unknown) => folded(String(one)) === folded(String(other));
    // A document keeps the customer it was issued to.
    const isTheirs = (field: Field) => field === 'customerId' && same(mergedCustomer, there[field]);
    const other = compared.filter(
      (field) => body[field] !== undefined && !same(body[field], there[field]) && !isTheirs(field),
    );
    if (!other.length) return String(there.id);
    return other.map((field) => ({
      field,
      rule: `the number is taken by ${path === '/v1/invoices' ? 'an invoice' : 'a credit note'} that says ${String(there[field])}`,
    }));
  }

  private readonly knownPayment = async ({ body }: Request): Promise<Fault[] | string> => {
    const [there] = await this.find(`/v1/payments?source=import&externalId=${String(body.externalId)}`);
    return there ? String(there.id) : [];
  };

  /** Whether an import recorded as many equal payments for the invoice as the row and those before it in the file are. */
  private async isPaid(invoiceId: string, row: ImportRow): Promise<boolean> {
    const { paidOn, paidAmount, currency, reference = '', occurrence = 1 } = row;
    const asked = `source=import&invoiceId=${invoiceId}&receivedOn=${paidOn!}&currency=${currency}`;
    const there = await this.find(`/v1/payments?${asked}`, 500);
    const equal = there.filter(
      (each) =>
        each.received === paidAmount && folded((each.reference as string | null) ?? '') === folded(reference),
    );
    return equal.length >= occurrence;
  }
}
