import { allocationIdOf } from '../../streams.js';

/** The first release knew a part by its payment and invoice, and no day but that of the payment. */
export const firstRelease = <Data extends Record<'paymentId' | 'invoiceId' | 'receivedOn', string>>(
  data: Data,
) => ({
  ...data,
  allocationId: allocationIdOf(data.paymentId, data.invoiceId),
  requestedOn: data.receivedOn,
});
