/**
 * Personal data of a fact: names, mail, phone, free text about people. Sealed under the subject's key before
 * the fact is stored, opened when it is read; `erased` when the key was destroyed. Field values are texts.
 */
export type Personal<Fields extends object> = { subject: string; erased?: boolean } & {
  [F in keyof Fields]?: string;
};

/** What read models show of erased personal data in a sentence. */
export const ERASED = '(erased)';

/** A field of the envelope for a column: null when it was not given, and when it was erased. */
export const erasable = <Fields extends object>(
  personal: Personal<Fields> | undefined,
  field: keyof Fields,
): string | null => personal?.[field] ?? null;

/** A field of the envelope for a sentence: says that it was erased. */
export const readable = <Fields extends object>(
  personal: Personal<Fields> | undefined,
  field: keyof Fields,
): string | null => (personal?.erased ? ERASED : erasable(personal, field));
