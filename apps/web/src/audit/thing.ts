import type { Target } from '../parts/go';

/** The page of what a stream is about, where there is one. */
export function thingOf(stream: string): { target: Target; word: 'anInvoice' | 'aPayment' } | undefined {
  const [, kind, id] = /^(invoice|payment|dunning)-(.+)$/.exec(stream) ?? [];
  if (kind === undefined || id === undefined) return undefined;
  if (kind === 'payment') return { target: { to: '/payments/$id', params: { id } }, word: 'aPayment' };
  return { target: { to: '/invoices/$id', params: { id } }, word: 'anInvoice' };
}

/** The page of what a field of a fact names, where there is one. */
export function namedBy(field: string, value: unknown): Target | undefined {
  if (typeof value !== 'string') return undefined;
  if (/^(customer|payer|fromCustomer|intoCustomer)Id$/.test(field))
    return { to: '/customers/$id', params: { id: value } };
  if (field === 'invoiceId') return { to: '/invoices/$id', params: { id: value } };
  return field === 'paymentId' ? { to: '/payments/$id', params: { id: value } } : undefined;
}
