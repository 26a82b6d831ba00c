import { type Ended, type Note, Unusable } from '@quittance/importing';
import { CannotGoOn } from './own-door.js';

/** What one should know of an import: in English, and as a code with values, for whoever says it in another language. */
export type ImportNote = Pick<Note, 'params' | 'text'> & { code: string };
/** Without its words. */
export type Said = Omit<ImportNote, 'text'>;

/** Why an import did not end as asked, beside what is wrong with its rows. */
export const ENDS = {
  stopped: 'The process that imported it was stopped: what is in stays in, send the file again to go on.',
  unforeseen: 'Something went wrong on our side: what is in stays in, send the file again to go on.',
  interrupted: 'Its process was ended: what is in stays in, send the file again to go on.',
  'cannot-go-on': '{why}',
} as const;

const end = (code: keyof typeof ENDS): ImportNote => ({ code, params: {}, text: ENDS[code] });
export const [UNFORESEEN, INTERRUPTED] = [end('unforeseen'), end('interrupted')];

export const saidOf = ({ code, params }: ImportNote): Said => ({ code, params });

/** With every value as whoever sent the file knows it. */
export const renamed = (note: ImportNote, named: (text: string) => string): ImportNote => ({
  ...note,
  params: Object.fromEntries(Object.entries(note.params).map(([name, value]) => [name, named(value)])),
  text: named(note.text),
});

/** How it ended, and why it did not end as asked; undefined where nobody foresaw it. */
export function outcomeOf({
  refused,
  failure,
  stopped,
}: Ended): [state: string, because: ImportNote[]] | undefined {
  if (stopped) return ['interrupted', [end('stopped')]];
  if (failure instanceof Unusable || failure instanceof CannotGoOn) {
    const why = failure.message;
    return ['failed', [{ code: 'cannot-go-on', params: { why }, text: why }]];
  }
  if (failure) return undefined;
  if (!refused) return ['done', []];
  return ['refused', refused.map((note) => renamed(note, inForm))];
}

/** Options of the command line are fields of a form here. */
const inForm = (text: string): string => text.replace('(--max-rejects', '(maxRejects');

/** Signs of a cell that is quoted: PostgreSQL keeps no NUL, and a line shows no other control character. */
const plain = (text: string): string => text.replace(/\p{Cc}/gu, '\uFFFD');

/** As they are kept. */
export const textsOf = (notes: readonly ImportNote[]): string[] => notes.map(({ text }) => plain(text));
export const saidIn = (notes: readonly ImportNote[]): string =>
  JSON.stringify(notes.map((note) => saidOf(renamed(note, plain))));
