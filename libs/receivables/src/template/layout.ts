import { TABLE_WORDS as WORDS } from './ready-made/table-words.js';
import type { Language } from './template.events.js';

/** A mail as it is read. */
export interface MailText {
  subject: string;
  text: string;
  html: string;
}

interface Parts {
  subject: string;
  paragraphs: readonly string[];
  rows: readonly { number: string; dueOn: string; daysLate: number; amount: string }[];
  total: string;
}

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
};
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);

/** HTML and plain text of the same parts: the table of invoices stands before the last paragraph. */
export function partsOf(language: Language, { subject, paragraphs, rows, total }: Parts): MailText {
  const words = WORDS[language];
  const before = paragraphs.slice(0, -1);
  const after = paragraphs.slice(-1);
  const lines = rows.map(({ number, dueOn, daysLate, amount }) => ({
    ...{ number, dueOn, amount, late: daysLate > 0 },
    state: daysLate > 0 ? words.overdue : words.due,
  }));
  const text = [
    ...before,
    [
      ...lines.map(({ number, dueOn, state, amount }) => `${number}  |  ${dueOn}  |  ${state}  |  ${amount}`),
      ...(rows.length > 1 ? [`${words.total}: ${total}`] : []),
    ].join('\n'),
    ...after,
    `-- \n${words.sent}`,
  ].join('\n\n');
  const html = page(language, subject, [
    ...before.map(paragraph),
    tableOf(words, lines, rows.length > 1 ? total : undefined),
    ...after.map(paragraph),
    `<p style="margin:32px 0 0;padding-top:12px;border-top:1px solid #e3e5e8;font-size:12px;color:#6b7280">${escaped(words.sent)}</p>`,
  ]);
  return { subject, text: `${text}\n`, html };
}

export const paragraph = (text: string): string =>
  `<p style="margin:0 0 16px"><bdi>${escaped(text).replaceAll('\n', '<br>')}</bdi></p>`;

export const CELL = 'padding:10px 12px;border-bottom:1px solid #e3e5e8;vertical-align:top';
export const FIGURE = `${CELL};text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums`;

/** The head of a column. */
export const head = (name: string, align = 'left'): string =>
  `<th scope="col" style="padding:8px 12px;border-bottom:2px solid #1f2937;text-align:${align};font-size:13px;font-weight:600;color:#4b5563">${escaped(name)}</th>`;

function tableOf(
  words: (typeof WORDS)[Language],
  lines: readonly { number: string; dueOn: string; state: string; amount: string; late: boolean }[],
  total: string | undefined,
): string {
  const row = ({ number, dueOn, state, amount, late }: (typeof lines)[number]): string =>
    `<tr><td style="${CELL}"><bdi>${escaped(number)}</bdi></td><td style="${CELL};white-space:nowrap">${escaped(dueOn)}</td>` +
    `<td style="${CELL};${late ? 'color:#9f1239;font-weight:600' : ''}">${escaped(state)}</td><td style="${FIGURE}">${escaped(amount)}</td></tr>`;
  const sum =
    total === undefined
      ? ''
      : `<tr><th scope="row" colspan="3" style="padding:10px 12px;text-align:left">${escaped(words.total)}</th>` +
        `<td style="padding:10px 12px;text-align:right;white-space:nowrap;font-weight:700;font-variant-numeric:tabular-nums">${escaped(total)}</td></tr>`;
  return (
    `<table style="width:100%;border-collapse:collapse;margin:0 0 20px;font-size:14px"><thead><tr>${head(words.number)}${head(words.dueOn)}` +
    `${head(words.state)}${head(words.amount, 'right')}</tr></thead><tbody>${lines.map(row).join('')}${sum}</tbody></table>`
  );
}

export const page = (language: Language, subject: string, parts: readonly string[]): string =>
  `<!doctype html><html lang="${language}" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${escaped(subject)}</title></head><body style="margin:0;padding:24px;background:#f5f6f7">` +
  `<div style="max-width:600px;margin:0 auto;padding:32px;background:#ffffff;border-radius:6px;color:#1f2937;` +
  `font:15px/1.55 'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif">${parts.join('')}</div></body></html>\n`;
