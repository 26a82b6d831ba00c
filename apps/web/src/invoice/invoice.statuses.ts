import type { StatusKey } from '../parts/status';

interface Standing {
  status: string;
  timing: string;
  settlement: string;
  closedBy?: string | null;
}

/** Paid is cash alone: what a credit note or a write-off closed has a word of its own. */
const CLOSED: Record<string, StatusKey> = { credit: 'credited', 'write-off': 'writtenOff' };

/** The words of an invoice: how it stands, and whether a part of it is paid. */
export function statusesOf({ status, timing, settlement, closedBy }: Standing): StatusKey[] {
  const main: Record<string, StatusKey> = {
    issued: 'issued',
    sent: 'sent',
    due: timing === 'due-today' ? 'dueToday' : 'due',
    overdue: 'overdue',
    paid: 'paid',
    closed: CLOSED[closedBy ?? ''] ?? 'settled',
    void: 'void',
  };
  return [main[status] ?? 'issued', ...(settlement === 'partly' ? (['partly'] as const) : [])];
}
