import { hash } from 'node:crypto';

/** A place in a table of so many words each; open addressing, doubled when it is filled by two thirds. */
class Table {
  private words: Uint32Array;
  private slots = 1024;
  private filled = 0;

  constructor(private readonly width: number) {
    this.words = new Uint32Array(this.slots * width);
  }

  get size(): number {
    return this.filled;
  }

  /** The place of a key of two words, taken when it was free; its other words are zero then. */
  place(high: number, low: number): { words: Uint32Array; at: number; isNew: boolean } {
    if (this.filled * 3 > this.slots * 2) this.grow();
    const at = this.find(high, low);
    const isNew = !this.words[at] && !this.words[at + 1];
    if (isNew) {
      this.words[at] = high;
      this.words[at + 1] = low;
      this.filled += 1;
    }
    return { words: this.words, at, isNew };
  }

  private find(high: number, low: number): number {
    for (let slot = low % this.slots; ; slot = (slot + 1) % this.slots) {
      const at = slot * this.width;
      const [first, second] = [this.words[at]!, this.words[at + 1]!];
      if ((first === high && second === low) || (!first && !second)) return at;
    }
  }

  private grow(): void {
    const { words, slots, width } = this;
    this.slots *= 2;
    this.words = new Uint32Array(this.slots * width);
    for (let slot = 0; slot < slots; slot += 1) {
      const from = slot * width;
      if (!words[from] && !words[from + 1]) continue;
      const at = this.find(words[from]!, words[from + 1]!);
      this.words.set(words.subarray(from, from + width), at);
    }
  }
}

/** More numbers are not compared beforehand: 64 MB at the most. The API refuses what is doubled beyond them, row by row. */
const MOST_NUMBERS = 2_000_000;

/** What the rows before said of each invoice number: by a digest of the number and a byte of each thing said. */
export class SaidOfNumbers {
  private readonly table = new Table(4);

  constructor(private readonly most = MOST_NUMBERS) {}

  /**
   * @param said up to four things
   * @returns the line that said something else of this number before, and which of the things differ
   */
  other(
    number: string,
    said: readonly string[],
    line: number,
  ): { line: number; differ: number[] } | undefined {
    if (this.table.size >= this.most) return undefined;
    const [high, low] = digest(number);
    const bytes = said.reduce((word, thing, i) => word | ((digest(thing)[0] & 0xff) << (8 * i)), 0) >>> 0;
    const { words, at, isNew } = this.table.place(high, low);
    if (isNew) {
      words[at + 2] = bytes;
      words[at + 3] = line;
      return undefined;
    }
    const differing = (words[at + 2]! ^ bytes) >>> 0;
    if (!differing) return undefined;
    return {
      line: words[at + 3]!,
      differ: said.flatMap((_, i) => ((differing >>> (8 * i)) & 0xff ? [i] : [])),
    };
  }
}

/** Which texts came more than once: 16 to 24 bytes a text, and those that came again by their digest. */
export class Repeated {
  private readonly table = new Table(2);
  private readonly again = new Set<string>();

  /** @returns whether it came before */
  note(text: string): boolean {
    const [high, low] = digest(text);
    if (this.table.place(high, low).isNew) return false;
    this.again.add(`${high}.${low}`);
    return true;
  }

  /** Whether it came more than once, or (hardly ever) its digest is that of one that did. */
  has(text: string): boolean {
    if (this.again.size === 0) return false;
    const [high, low] = digest(text);
    return this.again.has(`${high}.${low}`);
  }

  /** Counts equal contents in the order of calls: those that came only once are not remembered. Undefined counts as one. */
  counted<Part>(keyOf: (content: Part[]) => string): (content: Part[] | undefined) => number {
    const counts = new Map<string, number>();
    return (content) => {
      if (!content || !this.has(JSON.stringify(content))) return 1;
      const key = keyOf(content);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count;
    };
  }
}

/** 64 bits of a text; never all zero. */
function digest(text: string): [high: number, low: number] {
  const bytes = hash('sha1', text, 'buffer');
  return [bytes.readUInt32LE(0), bytes.readUInt32LE(4) || 1];
}
