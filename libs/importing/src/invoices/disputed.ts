import { isZero } from '../cells.js';

const YES = /^(?:y|yes|true|1|x|ja|j|s[iì]|да|disputed|in dispute)$/i;
const NO = /^(?:n|no|none|false|0|nein|не)$/i;

/** What a cell says of a dispute: yes (all that is open), no, or an amount. */
export const disputedPart =
  (money: (text: string) => string) =>
  (given: string): { amount?: string } | undefined => {
    if (YES.test(given)) return {};
    if (NO.test(given)) return undefined;
    const amount = money(given);
    return isZero(amount) ? undefined : { amount };
  };
