import type { Projection } from '@quittance/read-model';
import { erasable } from '../personal.js';
import type { PromiseFacts } from './promise.events.js';
import { promises } from './promise.tables.js';

export const promiseProjection: Projection<PromiseFacts> = {
  name: 'promises',
  comment: 'Promises to pay',
  tables: [promises],
  on: {
    PromiseMade: ({ data, at, statedAt }, changes) =>
      changes.put(promises, {
        id: data.promiseId,
        invoice_id: data.invoiceId,
        number: data.number,
        customer_id: data.customerId,
        currency: data.currency,
        amount: data.amount,
        promised_on: data.promisedOn,
        made_on: data.madeOn,
        made_by: erasable(data.personal, 'madeBy'),
        reason: erasable(data.personal, 'reason'),
        withdrawn_on: null,
        withdrawal: null,
        issued_at: at,
        issued_stated_at: statedAt,
        ended_at: null,
        ended_stated_at: null,
        position: at,
      }),
    PromiseWithdrawn: ({ data, at, statedAt }, changes) =>
      changes.change(promises, { id: data.promiseId }, (row) => {
        if (!row) throw new Error(`promise ${data.promiseId} was never made`);
        return {
          ...row,
          withdrawn_on: data.withdrawnOn,
          withdrawal: erasable(data.personal, 'reason'),
          ended_at: at,
          ended_stated_at: statedAt,
          position: at,
        };
      }),
  },
};
