import { DateForms } from './date-forms.js';
import type { ReadRow } from './cells.js';
import { DATES, type Fault, type Field } from './fields.js';
import type { Limit } from './limit.js';
import { type Note, note } from './note.js';
import type { Record } from './records.js';

/** What was found wrong with one column: how often, by which rules, with some examples. */
interface Wrong {
  field?: Field;
  rule: string;
  count: number;
  examples: { value: string; line: number }[];
}

const EXAMPLES = 3;
const SHOWN_COLUMNS = 3;
/** Rules with a value in them are many: beyond these they are counted together. */
const MOST_RULES = 200;

/**
 * What the first reading of a file comes to, before anything is sent: its rows, and those that would be refused, why.
 */
export class Survey {
  rows = 0;
  skipped = 0;
  rejected = 0;
  private readonly wrong = new Map<string, Wrong>();
  private readonly forms: Map<Field, DateForms>;

  constructor(
    private readonly cell: (record: Record, field: Field) => string,
    private readonly nameOf: (field: Field) => string,
    private readonly dateFormat: string,
    zone: string,
    locale?: string,
  ) {
    this.forms = new Map(DATES.map((field) => [field, new DateForms(zone, locale)]));
  }

  /** Counts a row, and what is wrong with it. */
  add(record: Record, read: ReadRow<unknown>): void {
    this.rows += 1;
    if (read.skipped) {
      this.skipped += 1;
      return;
    }
    if (!record.fault) this.dates(record);
    if (!read.faults) return;
    this.rejected += 1;
    for (const fault of read.faults) this.count(record, fault);
  }

  /** Why the import is refused as a whole, sentence by sentence; undefined when it is not. */
  refusal(limit: Limit): Note[] | undefined {
    const most = limit.rows(this.rows);
    if (this.rejected <= most) return undefined;
    const worst = [...this.wrong.values()].sort((a, b) => b.count - a.count);
    const params = { rejected: `${this.rejected}`, rows: `${this.rows}`, most: `${most}`, limit: limit.text };
    return [
      note('too-many-refused', params),
      ...worst.slice(0, SHOWN_COLUMNS).flatMap((wrong) => this.saying(wrong)),
      ...(worst.length > SHOWN_COLUMNS ? [note('more-rejects')] : []),
    ];
  }

  private saying({ field, rule, count, examples }: Wrong): Note[] {
    const shown = examples.map(({ value, line }) => ({ value: value.slice(0, 60), line: String(line) }));
    const said = {
      ...{ count: String(count), rule, ...shown[0] },
      examples: shown.map(({ value, line }) => `"${value}" (line ${line})`).join(', '),
    };
    if (!field) return [note('wrong-rows', said)];
    const wrong = note('wrong-cells', { ...said, column: this.nameOf(field) });
    return DATES.includes(field as never) ? [wrong, this.form(field)] : [wrong];
  }

  /** Which form would read all dates of a column, where they are not in the mapping's. */
  private form(field: Field): Note {
    const forms = this.forms.get(field)!.forms.filter(({ format }) => format !== this.dateFormat);
    if (!forms.length) return note('no-date-form');
    const said = forms.slice(0, EXAMPLES).map(({ format, locale }) => {
      return `"${format}"${/L{3}/.test(format) && locale !== 'en' ? ` with "locale": "${locale}"` : ''}`;
    });
    return note('date-forms-fit', { forms: said.join(' or '), list: said.join(', ') });
  }

  private count(record: Record, { field, rule, value }: Fault): void {
    const key = `${field ?? ''} ${field ? rule : rule.replace(/\d+/g, '0')}`;
    const known = this.wrong.get(key);
    const wrong = known ?? { field, rule, count: 0, examples: [] };
    wrong.count += 1;
    if (wrong.examples.length < EXAMPLES) {
      const shown = value ?? (field ? this.cell(record, field) : '');
      wrong.examples.push({ value: shown, line: record.line });
    }
    if (!known && this.wrong.size < MOST_RULES) this.wrong.set(key, wrong);
  }

  private dates(record: Record): void {
    for (const [field, forms] of this.forms) {
      const text = this.cell(record, field);
      if (text && !(field === 'recordedAt' && text.includes('T'))) forms.add(text);
    }
  }
}
