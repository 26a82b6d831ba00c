import { folded } from '@quittance/kernel';
import type { Fault } from '../fields.js';
import type { Gathering, RowSender } from '../kind.js';
import { contentKey, type RowOptions, statedTime } from '../requests.js';
import { Repeated } from '../seen.js';
import type { Poster } from '../answer.js';
import type { CustomerSaid, ImportRow } from './invoice-fields.js';
import { InvoiceSender } from './invoice-sender.js';
import { paymentContent } from './invoice-requests.js';

export interface GatheringOptions extends RowOptions {
  knownUntil?: string;
  acceptLookalikes?: boolean;
}

/** Since when each customer is known and by which name; which payments are there more than once. */
export class Gathered implements Gathering<ImportRow> {
  /** By folded id. */
  private readonly customers = new Map<string, CustomerSaid>();
  private readonly payments = new Repeated();

  constructor(private readonly options: GatheringOptions) {}

  note(row: ImportRow): Fault[] {
    this.customer(row);
    const payment = paymentContent(row);
    if (!payment || !this.payments.note(JSON.stringify(payment))) return [];
    return [{ field: 'paidOn', rule: 'an equal payment stands before it in the file: taken as another one' }];
  }

  sender(api: Poster): RowSender<ImportRow> {
    const said = (customerId: string): CustomerSaid | undefined => this.customers.get(folded(customerId));
    const counted = this.payments.counted<string | undefined>((content) => contentKey('payment', ...content));
    const occurrence = (row: ImportRow): number => counted(paymentContent(row));
    return new InvoiceSender(api, { ...this.options, said, occurrence });
  }

  private customer({ customerId: id, customerName: name, issuedOn, recordedAt }: ImportRow): void {
    const customerId = folded(id);
    const stated = statedTime(recordedAt, issuedOn, this.options);
    const said = this.customers.get(customerId);
    if (!said) {
      this.customers.set(customerId, { statedRecordedAt: stated, name, named: name ? issuedOn : '' });
      return;
    }
    if (stated && !(said.statedRecordedAt && said.statedRecordedAt <= stated)) said.statedRecordedAt = stated;
    if (name && issuedOn >= said.named) {
      said.name = name;
      said.named = issuedOn;
    }
  }
}
