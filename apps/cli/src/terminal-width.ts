// How many columns of a terminal a text takes, and how it is cut to fewer.

let segmenter: Intl.Segmenter | undefined;
/** What is read as one sign. Made at first need: it takes longer than a command that prints plain letters. */
const signsOf = (text: string): Intl.Segments =>
  (segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })).segment(text);
const TWO_COLUMNS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60]/u;

/** How many columns of a terminal a text takes: marks none of their own, the signs of East Asia two. */
export const wide = (text: string): number => (/^[ -~]*$/.test(text) ? text.length : wideOf(text));
const wideOf = (text: string): number =>
  [...signsOf(text)].reduce((all, { segment }) => all + (TWO_COLUMNS.test(segment) ? 2 : 1), 0);

export const longest = (texts: string[]): number =>
  texts.reduce((most, text) => Math.max(most, wide(text)), 0);

/** At most so many columns, with … where something is left out. */
export function shortened(text: string, columns: number): string {
  if (wide(text) <= columns) return text;
  let kept = '';
  for (const { segment } of signsOf(text)) {
    if (wide(kept + segment) > columns - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

const GAP = 2;
const SHORTEST = 8;

/**
 * The rows of a table of so many columns: texts of the columns that may be cut are, the widest first, down to eight signs.
 * @param mayBeCut columns of texts, never of amounts or dates
 */
export function narrowed(
  header: readonly string[],
  rows: readonly string[][],
  columns: number,
  mayBeCut: readonly number[],
): string[][] {
  const widths = header.map((name, i) => longest([name, ...rows.map((row) => row[i] ?? '')]));
  const most = [...widths];
  const all = (): number => most.reduce((sum, one) => sum + one, GAP * (most.length - 1));
  while (all() > columns) {
    const widest = mayBeCut.reduce((one, other) => (most[other]! > most[one]! ? other : one));
    if (most[widest]! <= SHORTEST) break;
    most[widest]! -= 1;
  }
  return rows.map((row) => row.map((text, i) => (most[i]! < widths[i]! ? shortened(text, most[i]!) : text)));
}
