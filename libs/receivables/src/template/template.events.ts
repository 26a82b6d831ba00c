/** Languages in which mails are written. */
export const LANGUAGES = ['en', 'it', 'bg', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How a mail speaks; also the keys of the texts that are there from the start. */
export const TONES = ['friendly', 'formal', 'firm'] as const;
export type Tone = (typeof TONES)[number];

/** Facts of `template-<uuid>`: one stream for each key and language. */
export interface TemplateFacts {
  /** The text whole, as a new version. */
  TemplateVersioned: {
    key: string;
    language: Language;
    /** From 1 on; 0 is the ready-made text, which is no fact. */
    version: number;
    /** ICU messages; of the body, blank lines part the paragraphs. */
    subject: string;
    body: string;
    versionedOn: string;
  };
}
