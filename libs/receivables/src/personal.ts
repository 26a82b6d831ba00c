/**
 * Personal data of a fact: names, mail, phone, free text about people. Sealed under the subject's key before
 * the fact is stored, opened when it is read; `erased` when the key was destroyed. Field values are texts.
 */
export type Personal<Fields extends object> = { subject: string; erased?: boolean } & {
  [F in keyof Fields]?: string;
};
