import type { components } from '../api/schema';

export type RefusalCode = components['schemas']['Problem']['code'];

/** What a refusal says in a language that the API does not speak: by its code, and of a field by its rule. */
export interface RefusalWords {
  codes: Partial<Record<RefusalCode, string>>;
  rules: Record<string, string>;
}
