/** Of a payment. */
interface Whose {
  customerName: string | null;
  customerId: string | null;
  payerName: string | null;
  payerId: string | null;
}

/** Whose money it is, else who paid: by name where one is known. */
export const whose = ({ customerName, customerId, payerName, payerId }: Whose): string | null =>
  customerId === null ? (payerName ?? payerId) : (customerName ?? customerId);
