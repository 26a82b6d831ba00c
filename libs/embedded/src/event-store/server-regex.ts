import { CLASSES, type Units, category, complement, inClass, unit, wordUnits } from './character-classes.js';

/** A construct that JavaScript lacks or reads otherwise, and that is not put into its words here. */
export class OtherDialect extends Error {
  override name = 'OtherDialect';
}

/**
 * The regular expression of a filter as the real server reads it: in the dialect of .NET, without options. What means
 * the same in both is taken over, what JavaScript reads otherwise is said in its words, all else is refused: a filter
 * that silently matches nothing would lose events.
 * @throws OtherDialect, SyntaxError
 */
export function serverRegex(text: string): RegExp {
  return new RegExp(new Translation(text).whole());
}

const BEFORE_LAST_LINE_END = '(?:(?=\\n?$))';
/** Escapes of one character that both dialects, or .NET alone, know by a letter. */
const LETTERS: Record<string, number> = { t: 9, n: 10, v: 11, f: 12, r: 13, a: 7, e: 27 };
const QUANTIFIER = /^\{\d+(,\d*)?\}/;

class Translation {
  private at = 0;

  constructor(private readonly text: string) {}

  whole(): string {
    let out = '';
    while (this.at < this.text.length) out += this.next();
    return out;
  }

  private next(): string {
    const one = this.text[this.at++]!;
    if (one === '\\') return this.escape();
    if (one === '[') return this.set();
    if (one === '(') return this.group();
    if (one === '.') return '[^\\n]';
    if (one === '$') return BEFORE_LAST_LINE_END;
    if (one === '{' && !QUANTIFIER.test(this.text.slice(this.at - 1))) return '\\{';
    if (one === ']' || (one === '}' && !/\{\d+(,\d*)?$/.test(this.text.slice(0, this.at - 1))))
      return `\\${one}`;
    return one;
  }

  private group(): string {
    const rest = this.text.slice(this.at);
    if (!rest.startsWith('?')) return '(?:'; // what was caught is never asked for
    const [same] = /^\?(?::|=|!|<=|<!)/.exec(rest) ?? [];
    const [named] = /^\?(?:<[A-Za-z_]\w*>|'[A-Za-z_]\w*')/.exec(rest) ?? [];
    if (same === undefined && named === undefined) throw this.refused(`(${rest.slice(0, 3)}`);
    this.at += (same ?? named)!.length;
    return same === undefined ? '(?:' : `(${same}`;
  }

  /** Outside of a class. */
  private escape(): string {
    const letter = this.text[this.at++];
    switch (letter) {
      case 'A':
        return '^';
      case 'z':
        return '$';
      case 'Z':
        return BEFORE_LAST_LINE_END;
      case 'b':
        return wordEdge();
      case 'B':
        return `(?!${wordEdge()})`;
    }
    const units = this.classOf(letter);
    return units ? `[${inClass(units)}]` : unit(this.character(letter));
  }

  /** `\d`, `\P{Lu}` and the like. */
  private classOf(letter: string | undefined): Units | undefined {
    if (!letter || !/[dswpDSWP]/.test(letter)) return undefined;
    const lower = letter.toLowerCase();
    const units = lower === 'p' ? this.category() : CLASSES[lower]!();
    return letter === lower ? units : complement(units);
  }

  private category(): Units {
    const [braced, name] = /^\{(\w+)\}/.exec(this.text.slice(this.at)) ?? [];
    const units = name === undefined ? undefined : category(name);
    if (!units) throw this.refused(`\\p${braced ?? ''}`);
    this.at += braced!.length;
    return units;
  }

  /** The code of an escape that stands for one character. */
  private character(letter: string | undefined): number {
    if (letter === undefined) throw this.refused('\\ at the end');
    if (letter in LETTERS) return LETTERS[letter]!;
    const rest = this.text.slice(this.at);
    const [, code] =
      (letter === 'x' ? /^([\dA-Fa-f]{2})/ : letter === 'u' ? /^([\dA-Fa-f]{4})/ : /^(?!)/).exec(rest) ?? [];
    if (code !== undefined) {
      this.at += code.length;
      return parseInt(code, 16);
    }
    // References, octal and control characters, \G, \k and what is no escape at all.
    if (/[\p{L}\p{Nd}_]/u.test(letter)) throw this.refused(`\\${letter}`);
    return letter.charCodeAt(0);
  }

  private set(): string {
    const negated = this.text[this.at] === '^';
    if (negated) this.at++;
    let out = '';
    const begin = this.at;
    for (;;) {
      if (this.at >= this.text.length) throw this.refused('[ without ]');
      const one = this.text[this.at++]!;
      if (one === ']' && this.at - 1 > begin) break;
      if (one === '-' && this.text[this.at] === '[') throw this.refused('-[');
      out += this.member(one, begin);
    }
    return `[${negated ? '^' : ''}${out}]`;
  }

  private member(one: string, begin: number): string {
    const afterDash = this.at - 2 > begin && this.text[this.at - 2] === '-';
    if (one !== '\\') return one === '-' ? '-' : unit(one.charCodeAt(0));
    const letter = this.text[this.at++];
    if (letter === 'b') return unit(8);
    const units = this.classOf(letter);
    if (!units) return unit(this.character(letter));
    // A class as one end of a range is none in .NET; JavaScript takes the dash for itself.
    const beforeDash = this.text[this.at] === '-' && this.text[this.at + 1] !== ']';
    if (afterDash || beforeDash) throw this.refused('a class as an end of a range');
    return inClass(units);
  }

  private refused(what: string): OtherDialect {
    return new OtherDialect(`${what} is not understood here, as the real server would`);
  }
}

function wordEdge(): string {
  const word = `[${inClass(wordUnits())}]`;
  return `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`;
}
