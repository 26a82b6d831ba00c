export type Cursor = { to: number } | { act: 'open' | 'peek' | 'choose' };

interface Where {
  at: number;
  last: number;
  /** Rows that a page key moves by. */
  page: number;
}

/** What a key does in a list. @returns undefined when it means nothing there */
export function cursorKey(key: string, { at, last, page }: Where): Cursor | undefined {
  if (last < 0) return undefined;
  const within = (row: number): Cursor => ({ to: Math.max(0, Math.min(last, row)) });
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return within(at + 1);
    case 'ArrowUp':
    case 'k':
      return within(at - 1);
    case 'PageDown':
      return within(at + page);
    case 'PageUp':
      return within(at - page);
    case 'Home':
      return within(0);
    case 'End':
      return within(last);
    case 'Enter':
      return { act: 'open' };
    case ' ':
    case 'x':
      return { act: 'choose' };
    case 'o':
      return { act: 'peek' };
    default:
      return undefined;
  }
}
