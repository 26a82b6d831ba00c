/** A part of a mail as it is read: a paragraph, or the table of what it asks. */
export type MailPart = { paragraph: string } | { rows: string[][]; total?: string };

/** Between the cells of a row of the plain text. */
const CELLS = '  |  ';
/** Number, due date, state, amount. */
const WIDTH = 4;

/**
 * The parts of a mail's plain text, which has the same parts as its HTML: paragraphs, the table of invoices, and what stands
 * below the line of dashes.
 */
export const partsOfMail = (text: string): MailPart[] =>
  text
    .trimEnd()
    .split(/\n\n+/)
    .map((part): MailPart => {
      const lines = part.split('\n').map((line) => line.split(CELLS));
      const rows = lines.filter((cells) => cells.length === WIDTH);
      const others = lines.filter((cells) => cells.length !== WIDTH).map((cells) => cells.join(CELLS));
      const isTable = rows.length > 0 && others.length <= 1;
      if (!isTable) return { paragraph: part.replace(/^-- \n/, '') };
      return { rows, ...(others[0] !== undefined && { total: others[0] }) };
    });
