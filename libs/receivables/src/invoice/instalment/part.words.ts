/** The invoice, or the instalment of it that is meant. */
export const partOf = ({ instalment, number }: { instalment?: number; number: string }): string =>
  instalment === undefined ? `invoice ${number}` : `instalment ${instalment} of invoice ${number}`;
