import type { Instalment } from './invoice-fields.js';

/** The API takes so many. */
const MOST = 120;

/**
 * Instalments from a cell: `2026-02-28 300.00; 2026-03-31 300.00`, dates and amounts as the file writes them; `=` may stand
 * between them. @throws RangeError that says the rule
 */
export const instalmentsOf =
  (date: (text: string) => string, money: (text: string) => string) =>
  (given: string): Instalment[] => {
    const parts = given
      .split(/[;|\n]/)
      .map((part) => part.trim())
      .filter(Boolean);
    if (parts.length > MOST) throw new RangeError(`must have at most ${MOST} instalments`);
    return parts.map((part) => {
      const [, dueOn, amount] = /^(.+?)\s*(?:=|\s)\s*(\S+)$/s.exec(part) ?? [];
      if (!dueOn || !amount)
        throw new RangeError(`must be a date and an amount each, divided by ";": ${part}`);
      return { dueOn: date(dueOn), amount: money(amount) };
    });
  };
