/** What a key says of its days: `due+14` is 14 after the agreed due date, `due-3` three before it. */
export const daysIn = (key: string): number | undefined =>
  /^due[+-]\d{1,4}$/.test(key) ? Number.parseInt(key.slice('due'.length), 10) : undefined;
