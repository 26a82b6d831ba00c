import { amountReader } from './amounts.js';
import { type Line } from './lines.js';
import { type Record, recordsOf } from './records.js';

// How a file is written, guessed from its first bytes.

/** The encoding of a text without a mark; undefined where that is UTF-8. */
export function encodingGuess(head: Buffer): string | undefined {
  const zeros = [0, 1].map(
    (odd) => head.filter((byte, i) => i % 2 === odd && byte === 0).length / (head.length / 2),
  );
  if (zeros[1]! > 0.4) return 'utf-16le';
  if (zeros[0]! > 0.4) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return undefined;
  } catch {
    // Letters beyond ASCII stand alone in western words, and side by side in Cyrillic ones.
    const high = (byte: number | undefined): boolean => byte !== undefined && byte >= 0xc0;
    const letters = [...head.keys()].filter((i) => high(head[i]));
    const beside = letters.filter((i) => high(head[i - 1]) || high(head[i + 1])).length;
    return beside > letters.length / 2 ? 'windows-1251' : 'windows-1252';
  }
}

/** The first records of a text under a delimiter, the header among them. */
export async function recordsIn(text: string, delimiter: string, most = 500): Promise<Record[]> {
  const records: Record[] = [];
  for await (const record of recordsOf(linesIn(text), delimiter)) {
    records.push(record);
    if (records.length >= most) break;
  }
  return records;
}

async function* linesIn(text: string): AsyncGenerator<Line> {
  let number = 0;
  for (const line of text.split(/\r\n|\n|\r/)) yield { number: (number += 1), text: line, bytes: 0 };
}

/** The delimiter under which most records are as wide as the header. */
export async function delimiterGuess(text: string): Promise<string> {
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of [',', ';', '\t', '|']) {
    const records = await recordsIn(text, delimiter, 50);
    const width = records[0]?.cells.length ?? 0;
    if (width < 2) continue;
    const alike = records.filter(({ cells }) => cells.length === width).length / records.length;
    const score = alike * width;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Separators that read most of the amounts; `sure` is false where others read as many to another value. */
export function amountForm(texts: readonly string[]): {
  decimal: '.' | ',';
  thousands: string;
  sure: boolean;
} {
  const forms = (['.', ','] as const).flatMap((decimal) =>
    ['', '.', ',', ' ', "'"].filter((sign) => sign !== decimal).map((thousands) => ({ decimal, thousands })),
  );
  const read = forms.map((form) => {
    const reader = amountReader(form);
    const values = texts.map((text) => {
      try {
        return reader(text, 'KWD'); // Three decimals, so that no amount fails for having as many.
      } catch {
        return undefined;
      }
    });
    return { ...form, values, count: values.filter((value) => value !== undefined).length };
  });
  // Sorting is stable: of those that read as many the plainest comes first.
  const [best, ...others] = read.sort((a, b) => b.count - a.count);
  const { decimal, thousands, values, count } = best!;
  const sure = others.every((other) => {
    return other.count < count || other.values.every((value, i) => value === values[i]);
  });
  return { decimal, thousands, sure };
}
