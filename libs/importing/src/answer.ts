/** What the API answered a request of an import, whatever the status. */
export interface Answer {
  status: number;
  /** The parsed body; undefined when it is not JSON. */
  body: unknown;
  /** Whether it was sent more than once: what an earlier try did is told as done before. */
  again: boolean;
  header(name: string): string | undefined;
}

/** RFC 9457, as the API writes it. */
interface Problem {
  code?: string;
  title?: string;
  detail?: string;
  errors?: { field: string; rule: string; value?: unknown; hint?: string }[];
}

export const problemOf = ({ body }: Answer): Problem => body ?? {};

/** How an import speaks to the API. Neither throws on a status that is about the command or the question. */
export interface Poster {
  get(path: string): Promise<Answer>;
  /** @param key its Idempotency-Key */
  post(path: string, key: string, body: object): Promise<Answer>;
}
