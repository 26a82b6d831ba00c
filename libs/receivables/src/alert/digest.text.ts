import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../template/template.events.js';
import {
  amountFor,
  CELL,
  dateFor,
  escaped,
  FIGURE,
  head,
  type MailText,
  page,
  paragraph,
  plain,
  TABLE_WORDS,
} from '../template/template.references.js';
import type { DigestItem } from './alert.events.js';
import type { AlertKind } from './alert.sql.js';
import { DIGEST_WORDS } from './digest.words.js';

interface Said {
  on: string;
  items: readonly DigestItem[];
  more: number;
  /** Where the page is; left out: there are no links. */
  publicUrl?: string;
}

/**
 * What a person is told, as a mail. Customers stand by their ids: the mail is kept under the key of the reader, where the name of a
 * customer who is erased would stay.
 */
export function digestText(language: Language, { on, items, more, publicUrl }: Said): MailText {
  const words = DIGEST_WORDS[language];
  const table = TABLE_WORDS[language];
  const count = items.length + more;
  const says = (message: string, of = count): string =>
    String(new IntlMessageFormat(message, language).format({ count: of, day: dateFor(language, on) }));
  const rows = items.map(({ kind, invoiceId, number, customerId, dueOn, open, currency }) => ({
    what: words.kinds[kind as AlertKind] ?? kind,
    ...{ number: plain(number), customer: plain(customerId), dueOn: dateFor(language, dueOn) },
    open: amountFor(language, currency, open),
    link: publicUrl === undefined ? undefined : `${publicUrl}/invoices/${invoiceId}`,
  }));
  const after = [...(more > 0 ? [says(words.more, more)] : []), words.closing];
  const subject = plain(says(words.subject));
  const line = ({ what, number, customer, dueOn, open, link }: (typeof rows)[number]): string =>
    [what, number, customer, dueOn, open, ...(link === undefined ? [] : [link])].join('  |  ');
  const text = [says(words.intro), rows.map(line).join('\n'), ...after, `-- \n${table.sent}`].join('\n\n');
  const heads =
    [words.columns.what, table.number, words.columns.customer, table.dueOn]
      .map((name) => head(name))
      .join('') + head(words.columns.open, 'right');
  const row = ({ what, number, customer, dueOn, open, link }: (typeof rows)[number]): string => {
    const shown = `<bdi>${escaped(number)}</bdi>`;
    const invoice =
      link === undefined ? shown : `<a href="${escaped(link)}" style="color:#1d4ed8">${shown}</a>`;
    return (
      `<tr><td style="${CELL}">${escaped(what)}</td><td style="${CELL}">${invoice}</td><td style="${CELL}"><bdi>${escaped(customer)}</bdi></td>` +
      `<td style="${CELL};white-space:nowrap">${escaped(dueOn)}</td><td style="${FIGURE}">${escaped(open)}</td></tr>`
    );
  };
  const html = page(language, subject, [
    paragraph(says(words.intro)),
    `<table style="width:100%;border-collapse:collapse;margin:0 0 20px;font-size:14px"><thead><tr>${heads}</tr></thead><tbody>${rows.map(row).join('')}</tbody></table>`,
    ...after.map(paragraph),
    `<p style="margin:32px 0 0;padding-top:12px;border-top:1px solid #e3e5e8;font-size:12px;color:#6b7280">${escaped(table.sent)}</p>`,
  ]);
  return { subject, text: `${text}\n`, html };
}
