import type { RecordedFact } from '@quittance/event-store';

/** What a line of the log says of a fact: where it is and what it belongs to, nothing of what it says. */
export interface AboutFact {
  stream: string;
  revision: bigint;
  position: bigint;
  type: string;
  /** Of the request that caused it; undefined on facts that others wrote. */
  correlationId?: string;
}

export function aboutFact({ stream, revision, position, type, metadata }: RecordedFact): AboutFact {
  const correlationId = (metadata as Partial<RecordedFact['metadata']> | null)?.$correlationId;
  return { stream, revision, position: position.commit, type, correlationId };
}

/** What an error says without the values it quotes: they come out of facts, and may be about a person. */
export function reasonOf(error: Error): string {
  const said = withoutValues(error.message).slice(0, 500);
  const { table, column, constraint } = (error.cause ?? error) as Place;
  const where = [table, column, constraint].filter(Boolean).join('.');
  return where ? `${said} (${where})` : said;
}

/** A sentence of an error without what it quotes. */
export const withoutValues = (sentence: string): string =>
  sentence.replace(VALUES, '…').replaceAll('\u0000', '');

/** What PostgreSQL says of the place. */
interface Place {
  table?: string;
  column?: string;
  constraint?: string;
}

/** In quotes of any language PostgreSQL speaks, and where JavaScript and decimal.js have none. */
const VALUES = new RegExp(
  [
    `"[^"]*"`,
    `(?<!\\w)'[^']*'`,
    `«[^»]*»|»[^«]*«`,
    `„[^“]*“`,
    `“[^”]*”`,
    `(?<=Invalid argument: ).*`,
    `(?<=Cannot convert ).*(?= to a )`,
  ].join('|'),
  'gs',
);
