/** An account number as it is compared: in capitals, without blanks. */
export const accountForm = (written: string): string => written.replace(/\s+/g, '').toUpperCase();
