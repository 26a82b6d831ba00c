interface Thing {
  id: string;
  currency: string;
  balances: (Record<string, string> & { currency: string })[];
  [figure: string]: unknown;
}
interface Made {
  figure: string;
  sum: string;
  equal: boolean;
  count: number;
  inputs?: { sign: '+' | '-'; amount: string }[];
}

const FIGURES = {
  invoice: ['total', 'paid', 'open'],
  payment: ['received', 'allocated', 'pending', 'refunded', 'returned', 'cancelled', 'unapplied'],
  'credit-note': ['total', 'applied', 'refunded', 'onAccount', 'cancelled'],
  customer: ['open', 'overdue', 'unapplied', 'pending', 'balance'],
};

const cents = (amount: string): bigint => BigInt(amount.replace('.', ''));

/**
 * Asks of each invoice, payment, credit note and customer what its figures are made of.
 * @param place `&asOf=...`; nothing: as they stand
 * @returns how many were asked, and which are not what a list shows, or not what their lines or inputs come to
 */
export async function explainedFigures(get: <Body>(path: string) => Promise<Body>, place = '') {
  const wrong: string[] = [];
  let asked = 0;
  const ask = async (report: keyof typeof FIGURES, id: string, shown: Record<string, unknown>) => {
    for (const name of FIGURES[report]) {
      const cell = `report=${report}&currency=${shown.currency as string}&cell=${encodeURIComponent(id)}/${name}`;
      const { figure, sum, equal, inputs } = await get<Made>(`/v1/explain?${cell}${place}`);
      const added = (inputs ?? [{ sign: '+', amount: figure }]).reduce(
        (all, { sign, amount }) => (sign === '+' ? all + cents(amount) : all - cents(amount)),
        0n,
      );
      asked += 1;
      if (!equal || figure !== shown[name] || added !== cents(figure))
        wrong.push(`${cell}${place}: ${String(shown[name])} shown, ${figure} explained, ${sum} made`);
    }
  };
  for (const report of ['invoice', 'payment', 'credit-note', 'customer'] as const) {
    const { items } = await get<{ items: Thing[] }>(`/v1/${report}s?limit=500${place}`);
    for (const thing of items)
      for (const shown of report === 'customer' ? thing.balances : [thing])
        await ask(report, thing.id, shown);
  }
  return { asked, wrong };
}
