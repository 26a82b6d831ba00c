import { useSyncExternalStore } from 'react';

/** Ids, or more of them than anybody names. */
export type Ids = string[] | 'many';

/** What facts touched, up to a position: an event of `/v1/live`. */
export interface Changed {
  position: string;
  invoices: Ids;
  payments: Ids;
  customers: Ids;
  reports: boolean;
}

/** Lists whose rows facts touch. */
type Kind = 'invoices' | 'payments' | 'customers';

/** Ids that are remembered of a kind; beyond that it is many. */
const MOST = 500;

const touched: Record<Kind, Map<string, bigint>> = {
  invoices: new Map(),
  payments: new Map(),
  customers: new Map(),
};
/** Up to which fact more were touched than anybody names. */
const many: Record<Kind, bigint> = { invoices: 0n, payments: 0n, customers: 0n };
let version = 0;
const listeners = new Set<() => void>();

/** Remembers which rows facts have touched, and up to which position. */
export function markTouched(changed: Changed): void {
  const position = BigInt(changed.position);
  for (const kind of ['invoices', 'payments', 'customers'] as const) {
    const ids = changed[kind];
    if (ids === 'many' || touched[kind].size + ids.length > MOST) {
      touched[kind].clear();
      many[kind] = position;
    } else for (const id of ids) touched[kind].set(id, position);
  }
  version += 1;
  listeners.forEach((told) => told());
}

const listen = (told: () => void): (() => void) => {
  listeners.add(told);
  return () => listeners.delete(told);
};

/**
 * How many rows facts touched since a list was read.
 * @param path the list's
 * @param since the position that its first page was complete up to; undefined: it is not live
 */
export function useTouched(path: string, since: bigint | undefined): number | 'many' {
  useSyncExternalStore(listen, () => version);
  const kind = /^\/v1\/(invoices|payments|customers)$/.exec(path)?.[1] as Kind | undefined;
  if (kind === undefined || since === undefined) return 0;
  if (many[kind] > since) return 'many';
  return [...touched[kind].values()].filter((position) => position > since).length;
}
