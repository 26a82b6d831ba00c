import { type Books, nthOf, type Sheet } from '../../../../test/histories/simulated/books.js';
import { INVOICES } from '../invoice/invoice.actions.js';
import type { DraftRow } from './draft.tables.js';

export interface Draft {
  customer: string;
  total: string;
  approved?: boolean;
  discarded?: boolean;
  issued?: string;
}
/** By id, as written. */
export const DRAFTS: Sheet<Map<string, Draft>> = { name: 'drafts', blank: () => new Map() };
export const oneOf = (books: Books, id: string): Draft => books.on(DRAFTS).get(id)!;
/** Requests to issue, by the draft: once its invoice was refused, they hear of that. */
export const ISSUES: Sheet<Map<string, { asked: Set<object>; reopened: Set<object> }>> = {
  name: 'issues of drafts',
  blank: () => new Map(),
};

export const statusOf = ({ issued, discarded, approved }: Draft): DraftRow['status'] =>
  issued !== undefined ? 'issued' : discarded ? 'discarded' : approved ? 'approved' : 'draft';

/** What of a draft keeps it from being changed or issued. */
export const closed = ({ issued, discarded }: Draft): string | undefined =>
  issued !== undefined ? 'draft-issued' : discarded ? 'draft-discarded' : undefined;

export const drawn = (books: Books, i: number): { id: string } | undefined => {
  const id = nthOf([...books.on(DRAFTS).keys()], i);
  return id === undefined ? undefined : { id };
};
/** Mostly one that can be issued still. */
export const toIssue = (books: Books, i: number): { id: string } | undefined => {
  const open = [...books.on(DRAFTS)].filter(([, draft]) => closed(draft) === undefined);
  const id = i < 4 ? nthOf(open, i)?.[0] : undefined;
  return id === undefined ? drawn(books, i) : { id };
};

/** Drafts whose invoice is not there yet. */
export const waitingIn = (books: Books): string[] =>
  [...books.on(DRAFTS)].flatMap(([id, { issued }]) =>
    issued !== undefined && !books.on(INVOICES).has(issued) ? [id] : [],
  );
