import { folded } from '@quittance/kernel';
import { type Answer, type ApiClient, problemOf, saying } from '../client.js';
import { SeenCustomers } from './customers.js';
import type { Fault, ImportRow } from './fields.js';
import type { CustomerSaid } from './survey.js';
import {
  contentKey,
  customerRequest,
  hasFormerKey,
  invoiceRequest,
  paymentRequest,
  type Request,
  type RowOptions,
} from './requests.js';

/** What a row added; with faults, why the rest of it was refused. */
export interface Sent {
  added: { customers: number; invoices: number; payments: number };
  faults: Fault[];
  /** The row has a payment, and it was recorded before. */
  paymentWasThere?: boolean;
}

/** What rows are sent with. */
export type Poster = Pick<ApiClient, 'post' | 'get'>;

/** The refusal of an invoice that lacks nothing but its customer. */
const UNKNOWN_CUSTOMER = 'unknown-customer';

/** The refusal of what is not there, but looks like something that is. */
const LOOKS_ALIKE = 'looks-alike';

interface Written {
  id: string;
  added: boolean;
  /** It was there under another key. */
  found?: true;
}

type Result =
  | { written: Written; faults?: undefined; code?: undefined }
  | { written?: undefined; faults: Fault[]; code?: string };

/** What became of the first row of a customer. */
interface Introduced {
  invoice: Result;
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
}

/**
 * Sends rows as commands: the invoice, with its customer before it where nobody knows that one, then the payment. All of it
 * may be sent again: what is there already is found by its key or its number and adds nothing.
 */
export class RowSender {
  /** The highest position of all that was written. */
  position = 0n;
  /** Writes answered, new or not. */
  commands = 0;
  private readonly customers = new SeenCustomers<Introduced>();
  /** The end of the log when the import began; undefined when the store did not say. */
  private began?: Promise<bigint | undefined>;

  constructor(
    private readonly api: Poster,
    private readonly options: SenderOptions,
  ) {}

  async send(row: ImportRow): Promise<Sent> {
    this.began ??= this.endOfLog();
    await this.began;
    const sent: Sent = { added: { customers: 0, invoices: 0, payments: 0 }, faults: [] };
    const introduced = await this.customers.once(
      row.customerId,
      () => this.introduce(row),
      ({ known }) => known,
    );
    sent.added.customers += Number(introduced?.added ?? false);
    const invoice = introduced?.invoice ?? (await this.invoice(row));
    if (invoice.faults) return { ...sent, faults: invoice.faults };
    sent.added.invoices += Number(invoice.written.added);

    const paying = paymentRequest(row, invoice.written.id, this.options);
    if (!paying) return sent;
    // Its payment may have a key of another writing of the number, or of a release that did not fold it.
    const otherwise = invoice.written.found || hasFormerKey(row);
    if (otherwise && (await this.isPaid(invoice.written.id, row))) return { ...sent, paymentWasThere: true };
    const payment = await this.write(paying, this.knownPayment);
    if (payment.faults) return { ...sent, faults: payment.faults };
    sent.added.payments += Number(payment.written.added);
    return { ...sent, paymentWasThere: !payment.written.added };
  }

  /**
   * The invoice of a customer that may be new. Only an invoice that lacks nothing but its customer has it registered: a
   * refused row leaves no customer behind.
   */
  private async introduce(row: ImportRow): Promise<Introduced> {
    const invoice = await this.invoice(row);
    if (invoice.written) return { invoice, known: true, added: false };
    if (invoice.code !== UNKNOWN_CUSTOMER) return { invoice, known: false, added: false };
    const registering = customerRequest(row, this.options.said(row.customerId));
    if (this.options.acceptLookalikes) registering.body.acceptLookalike = true;
    const customer = await this.write(registering, this.knownCustomer);
    if (customer.faults) return { invoice: customer, known: false, added: false };
    return { invoice: await this.invoice(row), known: true, added: customer.written.added };
  }

  private invoice(row: ImportRow): Promise<Result> {
    return this.write(invoiceRequest(row, this.options), this.knownInvoice);
  }

  /** @param known what a conflict means: the id of the same thing that is there already, or why it is another */
  private async write(
    request: Request,
    known: (request: Request) => Promise<Fault[] | string>,
  ): Promise<Result> {
    let answer = await this.api.post(request.path, request.key, request.body);
    if (problemOf(answer).code === 'idempotency-key-reused') {
      // The same content came with other options, and may not have got through. Its natural key guards it.
      const key = contentKey('again', request.key, JSON.stringify(request.body));
      answer = await this.api.post(request.path, key, request.body);
    }
    this.commands += 1;
    if (answer.status < 300) {
      const { id, position } = answer.body as { id: string; position: string };
      this.passed(position);
      this.passed(answer.header('quittance-position'));
      const replayed =
        answer.header('idempotency-replayed') === 'true' && !(await this.isOurs(answer, position));
      return { written: { id, added: answer.status === 201 && !replayed } };
    }
    if (answer.status === 409 && problemOf(answer).code !== LOOKS_ALIKE) {
      const found = await known(request);
      if (typeof found === 'string') return { written: { id: found, added: false, found: true } };
      if (found.length) return { faults: found };
    }
    return { faults: faultsOf(answer, request), code: problemOf(answer).code };
  }

  /** A customer known by other details stays as it is: the import registers, it does not correct. */
  private readonly knownCustomer = async ({ body }: Request): Promise<string> => String(body.customerId);

  private readonly knownInvoice = async ({ body }: Request): Promise<Fault[] | string> => {
    const number = String(body.number);
    // The filter finds what looks like it, too: an earlier release stored numbers as they were written.
    const alike = await this.find(`/v1/invoices?number=${encodeURIComponent(number)}`);
    const there = alike.find((each) => each.number === number) ?? alike[0];
    if (!there) return [];
    const same = (one: unknown, other: unknown) => folded(String(one)) === folded(String(other));
    const compared = ['customerId', 'issuedOn', 'dueOn', 'currency', 'total', 'ownerId'] as const;
    const other = compared.filter((field) => body[field] !== undefined && !same(body[field], there[field]));
    if (!other.length) return String(there.id);
    return other.map((field) => ({
      field,
      rule: `the number is taken by an invoice that says ${String(there[field])}`,
    }));
  };

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

  /** Whether a try of this import did it, of which the answer was lost: it then lies behind where the import began. */
  private async isOurs({ again }: Answer, position: string): Promise<boolean> {
    const began = await this.began;
    return again && began !== undefined && BigInt(position) > began;
  }

  private async endOfLog(): Promise<bigint | undefined> {
    const { body } = await this.api.get('/v1/status');
    const end = (body as { eventStore?: { answers: boolean; position: string | null } } | undefined)
      ?.eventStore;
    return end?.answers ? BigInt(end.position ?? 0) : undefined;
  }

  private async find(path: string, limit = 10): Promise<{ [name: string]: unknown }[]> {
    const answer = await this.api.get(`${path}&limit=${limit}&after=${this.position}`);
    return (answer.body as { items?: { [name: string]: unknown }[] } | undefined)?.items ?? [];
  }

  private passed(position: string | undefined): void {
    if (position && /^\d+$/.test(position) && BigInt(position) > this.position)
      this.position = BigInt(position);
  }
}

function faultsOf(answer: Answer, request: Request): Fault[] {
  const { errors = [], detail, code } = problemOf(answer);
  if (!errors.length) return [{ value: '', rule: detail ? `${code}: ${detail}` : saying(answer) }];
  return errors.map(({ field, rule, hint, value }) => ({
    field: request.fieldOf[field],
    value: request.fieldOf[field]
      ? undefined
      : typeof value === 'string'
        ? value
        : JSON.stringify(value ?? ''),
    rule: hint ? `${rule}: ${hint}` : rule,
  }));
}
