/** A command as somebody would say it: invoices by their number. The same for the model, in memory and over HTTP. */
export type Command =
  | {
      do: 'issue';
      number: string;
      customer: string;
      currency: string;
      total: string;
      issuedOn: string;
      dueOn: string;
      owner: string;
    }
  | {
      do: 'pay';
      amount: string;
      currency: string;
      receivedOn: string;
      payer?: string;
      externalId?: string;
      parts: { number: string; amount: string }[];
    }
  | { do: 'extend'; number: string; agreedDueOn: string; on: string }
  | { do: 'reassign'; number: string; owner: string; on: string }
  | { do: 'dispute'; number: string; amount?: string; on: string }
  | { do: 'resolve'; number: string; dispute: string; outcome: 'upheld' | 'rejected'; on: string };
