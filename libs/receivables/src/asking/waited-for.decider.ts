/**
 * What invoices were asked for and have not answered, by key: a list that grows at its head, so that the thousandth answer costs
 * little more than the first. undefined: nothing is waited for.
 */
export interface WaitedFor<Asked> {
  key: string;
  /** undefined: it was answered. */
  asked?: Asked;
  /** How many of the list have no answer. */
  open: number;
  before?: WaitedFor<Asked>;
}

/** An invoice is asked for one more, each under a key of its own. */
export const alsoFor = <Asked>(
  list: WaitedFor<Asked> | undefined,
  key: string,
  asked: Asked,
): WaitedFor<Asked> => ({ key, asked, open: (list?.open ?? 0) + 1, before: list });

/** What was asked for under the key and has no answer. */
export function waitedFor<Asked>(list: WaitedFor<Asked> | undefined, key: string): Asked | undefined {
  for (let each = list; each; each = each.before) if (each.key === key) return each.asked;
  return undefined;
}

/** One that is waited for was answered. */
export const noMoreFor = <Asked>(
  list: WaitedFor<Asked> | undefined,
  key: string,
): WaitedFor<Asked> | undefined =>
  list && list.open > 1 ? { key, open: list.open - 1, before: list } : undefined;
