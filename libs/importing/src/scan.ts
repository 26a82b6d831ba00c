/** What the lines of a record come to so far. */
export interface Scan {
  cells: string[];
  /** A quoted cell is open: the record goes on in the next line. */
  open: boolean;
  /** A quote stands where none may: inside a cell without quotes, or other text follows a closing one. */
  stray: boolean;
  /** Quotes that open or close a cell, as far as one can tell: an odd number of them does not pair. */
  quotes: number;
}

/** `="0002"`: how spreadsheets are told that a number is a text. It opens no quoted cell. */
const AS_TEXT = /="[^"\r\n]*"/y;

export const quotesIn = (text: string): number => text.split('"').length - 1;

/**
 * A scanner of lines for one delimiter: RFC 4180, lenient as spreadsheets are. A quote inside of a cell without quotes
 * is a character; blanks around quotes are nothing, but where the delimiter is a tab.
 * @returns reads a record's next line on from an open scan of the lines before
 */
export function scanner(delimiter: string): (line: string, before?: Scan) => Scan {
  const blanks = delimiter === '\t' ? / */y : /[ \t]*/y;
  const skipBlanks = (line: string, at: number): number => {
    blanks.lastIndex = at;
    return at + (blanks.exec(line)?.[0].length ?? 0);
  };
  const endOfCell = (line: string, at: number): number => {
    const end = line.indexOf(delimiter, at);
    return end < 0 ? line.length : end;
  };

  return (line, before) => {
    if (!before && !line.includes('"')) {
      return { cells: line.split(delimiter), open: false, stray: false, quotes: 0 };
    }
    const cells = before?.cells.slice(0, -1) ?? [];
    let { stray, quotes } = before ?? { stray: false, quotes: 0 };
    let cell = before ? `${before.cells.at(-1)}\n` : '';
    let inside = before !== undefined;
    for (let at = 0; ;) {
      if (!inside) {
        const start = skipBlanks(line, at);
        AS_TEXT.lastIndex = start;
        const asText = AS_TEXT.exec(line)?.[0];
        const end = endOfCell(line, at);
        if (asText !== undefined) {
          cell = asText;
          at = start + asText.length;
        } else if (line[start] === '"') {
          cell = '';
          at = start + 1;
          inside = true;
          quotes += 1;
        } else {
          cell = line.slice(at, end);
          stray ||= cell.includes('"');
          at = end;
        }
      }
      if (inside) {
        const close = closingQuote(line, at);
        cell += line.slice(at, close < 0 ? line.length : close).replaceAll('""', '"');
        if (close < 0) return { cells: [...cells, cell], open: true, stray, quotes };
        at = close + 1;
        inside = false;
        quotes += 1;
      }
      const end = endOfCell(line, at);
      const after = line.slice(at, end);
      if (after.trim()) {
        cell += after;
        stray = true;
        quotes += quotesIn(after);
      }
      cells.push(cell);
      if (end === line.length) return { cells, open: false, stray, quotes };
      at = end + 1;
    }
  };
}

/** Where the quoted cell ends; -1 when not in this line. Doubled quotes are one of its characters. */
function closingQuote(line: string, from: number): number {
  let at = line.indexOf('"', from);
  while (at >= 0 && line[at + 1] === '"') at = line.indexOf('"', at + 2);
  return at;
}
