import { IntlMessageFormat } from 'intl-messageformat';

/** What a fact says, by its type: an ICU message over `paramsOf` the fact. */
export type Sentences = Readonly<Record<string, string>>;

export const LANGUAGES = ['en', 'it', 'bg', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Values of a fact that a sentence names: texts as the fact has them, and how many a list holds. */
export type Params = Readonly<Record<string, string | number>>;

/** The language that the caller likes best of those that there are; English where it names none of them. */
export function languageOf(accepted = ''): Language {
  const liked = accepted
    .split(',')
    .map((range) => {
      const [tag = '', ...options] = range
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const weight = options.find((option) => option.startsWith('q='))?.slice(2);
      return { tag: tag.split('-', 1)[0]!, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of liked) {
    const language = LANGUAGES.find((one) => one === tag);
    if (language) return language;
  }
  return 'en';
}

type Given = string | number | boolean | null | undefined | readonly unknown[] | object;

/** Of a fact's data what is no personal data: `{invoice: {number}}` is `invoiceNumber`, a list also `<name>Count`. */
export function paramsOf(data: object, actor: string): Params {
  const params: Record<string, string | number> = {};
  const add = (name: string, value: Given): void => {
    if (value === null || value === undefined) return;
    if (Array.isArray(value)) {
      params[`${name}Count`] = value.length;
      if (value.length > 0 && value.every((each) => typeof each === 'string'))
        params[name] = value.join(', ');
    } else if (typeof value === 'object') {
      for (const [part, of] of Object.entries(value as Record<string, Given>))
        add(name + part[0]!.toUpperCase() + part.slice(1), of);
    } else params[name] = typeof value === 'number' ? value : String(value);
  };
  const { personal: _sealed, ...plain } = data as Record<string, Given>;
  for (const [name, value] of Object.entries(plain)) add(name, value);
  return { ...params, actor: actor.startsWith('system:') ? 'Quittance' : actor };
}

/** A message, and which values it names. What the fact does not have is `none` to it, or 0 where it is counted. */
export class Sentence {
  readonly names: ReadonlySet<string>;
  private readonly counted = new Set<string>();
  private readonly message: IntlMessageFormat;

  /** @throws Error when it is no ICU message */
  constructor(text: string, language: Language) {
    this.message = new IntlMessageFormat(text, language);
    const names = new Set<string>();
    this.walk(this.message.getAst(), names);
    this.names = names;
  }

  say(params: Params): string {
    const values = [...this.names].map((name) => [name, this.given(name, params)]);
    return String(this.message.format(Object.fromEntries(values) as Params));
  }

  private given(name: string, params: Params): string | number {
    return Object.hasOwn(params, name) ? params[name]! : this.counted.has(name) ? 0 : 'none';
  }

  private walk(parts: readonly Part[], names: Set<string>): void {
    for (const { type, value, options } of parts) {
      if (type === LITERAL || type === POUND) continue;
      names.add(value!);
      if (type === PLURAL) this.counted.add(value!);
      for (const { value: inner } of Object.values(options ?? {})) this.walk(inner, names);
    }
  }
}

/** A part of a parsed message, as the parser numbers its kinds. */
interface Part {
  type: number;
  value?: string;
  options?: Record<string, { value: readonly Part[] }>;
}
const [LITERAL, PLURAL, POUND] = [0, 6, 7];
