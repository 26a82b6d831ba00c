import { type Bind, type Standing, standingAt } from './sql.js';
import { type Cursor } from '../cursor.js';
import { Cut } from '../cut.js';

// A list of things as they stand, walked page by page: the cursor keeps the position and the day of its first page. What
// nothing touched since stands as it stood; the rest is worked out from its lines, whatever their business dates.

/** Where a page is read: now, or where the first one was. */
export interface Stand extends Standing {
  /** What is overdue is so on this day. */
  today: string;
  cut: Cut;
}

export function standOf(bind: Bind, today: string, cursor?: Cursor): Stand {
  const { at } = standingAt(cursor);
  const asOf = cursor?.pinned?.today ?? today;
  const cut =
    at === undefined
      ? new Cut(bind, { asOf })
      : new Cut(bind, { asOf, known: 'recorded', knownPosition: BigInt(at) }, true);
  return { at, today: asOf, cut };
}

/** For a list's source: `touched` are the rows that facts after the first page touched, as they stood. */
export const standing = (
  { at, today, cut }: Stand,
  touched?: (cut: Cut) => string,
): { standing: Standing; pinned: Record<string, string> } => ({
  standing: { at, ...(at !== undefined && touched && { touched: touched(cut) }) },
  pinned: { today },
});
