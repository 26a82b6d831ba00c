/** What an invoice is as a document, beside `issued`, and the facts that make it so. */
export const DOCUMENTS = {
  InvoiceSent: { document: 'sent', on: 'sentOn' },
  InvoiceVoided: { document: 'void', on: 'voidedOn' },
} as const;

export type Marked = (typeof DOCUMENTS)[keyof typeof DOCUMENTS]['document'];

/** A fact that makes an invoice such a document, as far as it is asked. */
export type Marking = { invoiceId: string } & Partial<
  Record<(typeof DOCUMENTS)[keyof typeof DOCUMENTS]['on'], string>
>;

/** Handlers of all such facts. */
export const byDocument = <Handler>(of: (document: Marked, day: (data: Marking) => string) => Handler) =>
  Object.fromEntries(
    Object.entries(DOCUMENTS).map(([type, { document, on }]) => [type, of(document, (data) => data[on]!)]),
  );
