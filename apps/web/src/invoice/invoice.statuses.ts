import type { StatusKey } from '../parts/status';

interface Standing {
  status: string;
  timing: string;
  settlement: string;
}

/** What to call an invoice that is closed by something else than money: by what settled it most lately known. */
export type SettledBy = Record<string, string>;

/** The words of an invoice: how it stands, and whether a part of it is paid. */
export function statusesOf({ status, timing, settlement }: Standing): StatusKey[] {
  const main: Record<string, StatusKey> = {
    issued: 'issued',
    sent: 'sent',
    due: timing === 'due-today' ? 'dueToday' : 'due',
    overdue: 'overdue',
    paid: 'paid',
    closed: 'settled',
    void: 'void',
  };
  return [main[status] ?? 'issued', ...(settlement === 'partly' ? (['partly'] as const) : [])];
}
